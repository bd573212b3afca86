"""What a command was given is never written over by what it writes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proofs import Sealed, sealed_real
from tests.shell import done, smo

WRITING: dict[str, Callable[[Sealed], tuple[object, ...]]] = {
    "seal": lambda sealed: ("seal", "--key", sealed.key),
    "prove": lambda _: ("prove", "annex", "1", "--at", "2024-06-30"),
    "log": lambda _: ("log",),
    "annex": lambda _: ("annex", "1", "--format", "md"),
    "schema": lambda _: ("schema",),
    "export acts": lambda _: ("export", "acts"),
    "verify": lambda _: ("verify", "--format", "csv"),
}


@pytest.fixture
def sealed(tmp_path: Path) -> Sealed:
    """Seal the real acts, and keep a checkpoint and a proof beside them."""
    found = sealed_real(tmp_path)
    asked = ("--ledger", found.place)
    done(*asked, "seal", "--key", found.key, "--output", tmp_path / "checkpoint")
    done(*asked, "prove", "chereng/2024-1-1", "--output", tmp_path / "proof")
    return found


def refused(*args: object, output: Path) -> str:
    """Have a command refused, and see that every file is as it was."""
    before = {one: one.read_bytes() for one in output.parent.iterdir()}
    result = smo(*args, "--output", output)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert {one: one.read_bytes() for one in output.parent.iterdir()} == before
    said = result.stderr
    assert f"Error: {output} belongs to" in said
    assert "not written over. Name another file with --output" in said
    return said


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal"])
def test_no_command_writes_over_the_ledger(
    sealed: Sealed, name: str, suffix: str
) -> None:
    file = sealed.place.with_name(f"{sealed.place.name}{suffix}")
    said = refused("--ledger", sealed.place, *WRITING[name](sealed), output=file)
    assert f"the ledger {sealed.place} " in said


@pytest.mark.parametrize("make", [os.symlink, os.link])
def test_a_link_to_the_ledger_is_the_ledger(
    sealed: Sealed, make: Callable[[Path, Path], None]
) -> None:
    link = sealed.place.with_name("annexe.md")
    make(sealed.place, link)
    refused("--ledger", sealed.place, "annex", "1", output=link)
    refused("--ledger", link, "annex", "1", "--format", "csv", output=sealed.place)


def test_the_journal_of_a_ledger_behind_a_link_is_the_ledger_s(sealed: Sealed) -> None:
    link = sealed.place.with_name("link.db")
    link.symlink_to(sealed.place)
    journal = sealed.place.with_name(f"{sealed.place.name}-wal")
    refused("--ledger", link, "log", output=journal)


def test_a_ledger_named_otherwise_is_known_too(sealed: Sealed) -> None:
    refused("--ledger", f"sqlite:///{sealed.place}", "log", output=sealed.place)
    result = smo(
        *("log", "--output", sealed.place), env={"SMO_LEDGER": str(sealed.place)}
    )
    assert "belongs to the ledger" in result.stderr
    assert (
        "appartient au registre"
        in smo(
            *("--lang", "fr", "--ledger", sealed.place, "log", "--output", sealed.place)
        ).stderr
    )


@pytest.mark.parametrize("suffix", ["", ".pub"])
def test_the_key_that_signs_is_not_written_over(sealed: Sealed, suffix: str) -> None:
    file = sealed.key.with_name(f"{sealed.key.name}{suffix}")
    asked = ("--ledger", sealed.place, "seal", "--key", sealed.key)
    said = refused(*asked, output=file)
    assert f"belongs to {sealed.key}, which this command is to read" in said


def test_what_is_checked_is_not_written_over(sealed: Sealed) -> None:
    proof, checkpoint = (
        sealed.place.with_name(name) for name in ("proof", "checkpoint")
    )
    asked = ("--ledger", sealed.place, "verify")
    refused(*asked, "--proof", proof, output=proof)
    refused(*asked, "--since", checkpoint, output=checkpoint)
    key = ("--public-key", sealed.public_key)
    refused(*asked, "--proof", proof, *key, output=sealed.public_key)


def test_nothing_is_sealed_where_the_note_cannot_be_written(sealed: Sealed) -> None:
    done("key", "new", "--output", other := sealed.place.with_name("other"))
    asked = ("--ledger", sealed.place)
    before = done(*asked, "verify", "--json")
    refused(*asked, "seal", "--key", other, output=sealed.place)
    assert done(*asked, "verify", "--json") == before


def test_another_file_is_written_over_as_ever(sealed: Sealed) -> None:
    file = sealed.place.with_name("annexe.csv")
    for _ in range(2):
        done("--ledger", sealed.place, "annex", "1", "--output", file)
    assert file.read_text().startswith("member,name,")

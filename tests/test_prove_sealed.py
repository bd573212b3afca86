"""What was sealed can be proven, nothing else; what makes no question is misuse."""

from pathlib import Path

import pytest

from tests.proofs import (
    KEY_NAME,
    Sealed,
    proof,
    read,
    seal,
    sealed_copy,
    sealed_real,
    verified,
)
from tests.shell import REAL, done, log, smo

CHERENG = "chereng/2024-1-1"


@pytest.fixture(scope="module")
def sealed(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_copy(demonstration, tmp_path_factory.mktemp("sealed"))


# ------------------------------------------------------------------- what was sealed
def test_what_was_never_sealed_cannot_be_proven(tmp_path: Path) -> None:
    place = tmp_path / "real.db"
    done("--ledger", place, "import", *REAL)
    result = smo("--ledger", place, "prove", CHERENG)
    assert result.exit_code == 1
    assert "smo seal --key FILE" in result.stderr


def test_what_came_after_the_seal_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    ledger = sealed_real(tmp_path)
    words = ("roster", "committee", "--at", "2024-06-30")
    before = proof(ledger, *words)
    head = len(log(ledger.place))
    done(
        *("--ledger", ledger.place, "record", "matter-decided", "--subject", "x"),
        *("--act", "bureau/later", "--adopted-on", "2026-01-05"),
    )
    result = smo("--ledger", ledger.place, "prove", *words)
    assert result.stdout == before
    assert f"at #{head}, of #{head + 2} now" in result.stderr
    beyond = smo(
        "--ledger", ledger.place, "prove", *words, "--known-at", f"#{head + 1}"
    )
    assert beyond.exit_code == 1
    assert f"--known-at '#{head}'" in beyond.stderr
    asked = smo("--ledger", ledger.place, "prove", *words, "--known-at", f"#{head}")
    assert asked.stdout == before
    assert "grown" not in asked.stderr
    seal(ledger)
    again = read(proof(ledger, *words))
    assert again.known_at == head + 2
    assert again.checkpoint.split("\n")[1] == str(head + 2)


def test_what_was_known_earlier_is_proven_under_the_last_seal(
    sealed: Sealed, tmp_path: Path
) -> None:
    words = ("annex", "1", "--at", "2022-06-30", "--known-at", "#200")
    text = proof(sealed, *words)
    made = read(text)
    assert made.known_at == 200
    assert max(one.entry.position for one in made.entries) <= 200
    assert int(made.checkpoint.split("\n")[1]) > 200
    assert f"{made.answer}\n" == done("--ledger", sealed.place, *words, "--json")
    assert verified(tmp_path, text)[0] == 0
    nothing = smo(
        "--ledger", sealed.place, "prove", CHERENG, "--known-at", "2000-01-01"
    )
    assert nothing.exit_code == 1
    assert "Nothing had been recorded then" in nothing.stderr


# ------------------------------------------------------------------- misuse
@pytest.mark.parametrize(
    "words",
    [
        ("annex", "3"),
        ("annex",),
        ("nonsense",),
        ("why", "nonsense"),
        ("why", "contribution", "year", "hem"),
        ("contributions", "20x4"),
        ("contributions", "2024", "--in", "2022"),
        ("regime", "--in", "2022"),
        ("annex", "1", "--member", "hem"),
        ("annex", "1", "--at", "2022-01-01", "--in", "2022"),
        (),
    ],
)
def test_what_is_no_question_is_misuse(words: tuple[str, ...], tmp_path: Path) -> None:
    assert smo("--ledger", tmp_path / "none.db", "prove", *words).exit_code == 2


def test_a_proof_goes_into_the_file_asked_for(sealed: Sealed, tmp_path: Path) -> None:
    file = tmp_path / "proof.txt"
    assert proof(sealed, CHERENG, "--output", file) == ""
    assert file.read_text() == proof(sealed, CHERENG)


# ------------------------------------------------------------------- who records
@pytest.mark.parametrize("name", ["a\nb", "a\rb", "\x07", "a\u2028b", "\u0085", " "])
def test_no_name_with_line_ends_or_control_marks_records(
    name: str, tmp_path: Path
) -> None:
    place = tmp_path / "new.db"
    for options, env in ((("--as", name), {}), ((), {"SMO_USER": name})):
        result = smo("--ledger", place, *options, "import", *REAL, env=env)
        assert result.exit_code == 1
        assert "cannot stand for who records" in result.stderr
        assert not place.exists()


def test_any_other_name_records(tmp_path: Path) -> None:
    place = tmp_path / "new.db"
    name = 'Zoé «d’Ascq» "x"\u00a0\\ 中'
    done("--ledger", place, "--as", name, "import", *REAL)
    assert {one["recorded_by"] for one in log(place)} == {name}


# ------------------------------------------------------------------- other seals
def test_a_seal_that_a_witness_cosigned_is_checked_with_either_key(
    tmp_path: Path,
) -> None:
    ledger = sealed_real(tmp_path)
    note, witness = tmp_path / "note", tmp_path / "witness"
    note.write_text(seal(ledger))
    done("key", "new", "--output", witness, "--name", "prefecture.example")
    done("--ledger", ledger.place, "seal", "--key", witness, "--cosign", note)
    text = proof(ledger, CHERENG)
    for key in (ledger.public_key, witness.with_name("witness.pub")):
        code, found = verified(tmp_path, text, "--public-key", key)
        assert (code, found["faults"]) == (0, [])
        assert found["checkpoint"]["signed_by"] == [KEY_NAME, "prefecture.example"]


def test_a_ledger_on_either_engine_is_proven(engine_place: str, tmp_path: Path) -> None:
    done("--ledger", engine_place, "import", *REAL)
    key = tmp_path / "key"
    done("key", "new", "--output", key, "--name", KEY_NAME)
    done("--ledger", engine_place, "seal", "--key", key)
    for words in ((CHERENG,), ("annex", "2", "--at", "2024-06-30")):
        text = done("--ledger", engine_place, "prove", *words)
        code, found = verified(tmp_path, text, "--public-key", key.with_suffix(".pub"))
        assert (code, found["holds"]) == (0, True)

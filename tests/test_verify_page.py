"""docs/verify.py accepts what the product keeps, and tells nobody a secret."""

import re
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from tests.independent import PAGE, check_ledger, independent
from tests.proofs import KEY_NAME, Sealed, faults, proof, sealed_real
from tests.shell import done, smo

check_proof = independent().check_proof


@pytest.fixture
def sealed(tmp_path: Path) -> Sealed:
    """Seal the real acts."""
    return sealed_real(tmp_path)


@pytest.fixture
def checkpoint(sealed: Sealed) -> str:
    """Give the checkpoint that the ledger keeps."""
    return done("--ledger", sealed.place, "seal", "--key", sealed.key)


def unknown(size: int) -> str:
    """Write the signature of a key nobody knows, of so many bytes."""
    blob = b64encode((bytes(range(256)) * 20)[:size]).decode()
    return f"— temoin.example {blob}\n"


def page(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, PAGE, *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
    )


# ------------------------------------------------------------------- keys
@pytest.mark.parametrize("option", ["--since", "--public-key"])
def test_a_secret_key_given_by_mistake_is_not_printed(
    sealed: Sealed, checkpoint: str, option: str
) -> None:
    given = sealed.place.with_name("checkpoint")
    given.write_text(checkpoint)
    others = {"--since": given, "--public-key": sealed.public_key, option: sealed.key}
    said = page(sealed.place, *(part for pair in others.items() for part in pair))
    assert said.returncode == 1
    secret = sealed.key.read_text().strip().split("+", 4)[4]
    assert secret not in said.stdout + said.stderr
    assert "PRIVATE" not in said.stdout + said.stderr


# ------------------------------------------------------------------- checkpoints
@pytest.mark.parametrize("size", [5, 67, 68, 69, 76, 77, 3400])
def test_a_signature_of_an_unknown_key_is_passed_over_whatever_its_length(
    sealed: Sealed, checkpoint: str, size: int
) -> None:
    given = sealed.place.with_name("odd")
    given.write_text(checkpoint + unknown(size))
    key = sealed.public_key.read_text()
    asked = ("--ledger", sealed.place)
    checked = ("--since", given, "--public-key", sealed.public_key)
    done(*asked, "verify", *checked)
    assert check_ledger(sealed.place, given.read_text(), key) == []
    witness = sealed.place.with_name("witness")
    done("key", "new", "--output", witness)
    done(*asked, "seal", "--key", witness, "--cosign", given)
    done(*asked, "verify", *checked)
    assert check_ledger(sealed.place, given.read_text(), key) == []


@pytest.mark.parametrize("size", [3, 66, 78])
def test_a_signature_said_to_be_of_the_key_is_judged_whatever_its_length(
    sealed: Sealed, checkpoint: str, size: int
) -> None:
    line = re.findall(r"(— \S+ )(\S{5})(\S)", checkpoint)[0]
    forged = checkpoint.replace(checkpoint.splitlines()[-1], "".join(line))
    forged += "A" * (size // 3 * 4 - 6) + "\n"
    given = sealed.place.with_name("forged")
    given.write_text(forged)
    key = sealed.public_key.read_text()
    assert check_ledger(sealed.place, forged, key) != []
    checked = ("--since", given, "--public-key", sealed.public_key)
    assert smo("--ledger", sealed.place, "verify", *checked).exit_code == 1


def test_a_checkpoint_signed_in_another_s_name_only_is_not_kept(
    sealed: Sealed, checkpoint: str
) -> None:
    given = sealed.place.with_name("odd")
    given.write_text(checkpoint.replace(f"— {KEY_NAME} ", "— autre.example "))
    witness = sealed.place.with_name("witness")
    done("key", "new", "--output", witness)
    refused = smo(
        *("--ledger", sealed.place, "seal", "--key", witness, "--cosign", given)
    )
    assert refused.exit_code == 1
    assert "nobody signed it in the name of its first line" in refused.stderr
    assert check_ledger(sealed.place) == []


@pytest.mark.parametrize("given", ["", "\n", "no checkpoint\n"])
def test_what_is_no_checkpoint_is_not_said_to_be_gone(
    sealed: Sealed, given: str
) -> None:
    told = [what for _, _, what in check_ledger(sealed.place, given)]
    assert told == ["given: no checkpoint as it is written"]


# ------------------------------------------------------------------- proofs
def test_an_empty_answer_is_written_in_one_way(sealed: Sealed) -> None:
    text = proof(sealed, "chereng/2024-1-1")
    assert check_proof(text) == []
    spaced = text.replace("answer\n|\n", "answer\n| \n")
    assert spaced != text
    assert check_proof(spaced) != []
    assert faults(spaced) == {"proof.form"}


@pytest.mark.parametrize(
    "rules",
    [
        "smo-ledger 0.1.0\0",
        "smo-ledger \0",
        "smo-ledger 0.1.0 x",
        "smo-ledger  0.1.0",
        "smo-ledger é",
        "smo-ledger ",
        "other 0.1.0",
        "x y",
    ],
)
def test_the_rules_are_those_of_a_version(sealed: Sealed, rules: str) -> None:
    text = proof(sealed, "chereng/2024-1-1")
    changed = re.sub("^rules .*$", f"rules {rules}", text, flags=re.MULTILINE)
    assert check_proof(changed) != []
    assert faults(changed) == {"proof.form"}


def test_the_version_itself_is_bound_by_nothing_and_the_page_says_so(
    sealed: Sealed,
) -> None:
    text = proof(sealed, "chereng/2024-1-1")
    changed = re.sub("^rules .*$", "rules smo-ledger 9.9rc1", text, flags=re.MULTILINE)
    assert check_proof(changed) == []
    assert faults(changed) == set()
    said = PAGE.with_name("proof.md").read_text(encoding="utf-8")
    assert "This line is not proven" in said

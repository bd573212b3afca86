"""A proof's heads, entries and signatures: what each must be, and what else is said."""

from pathlib import Path

import pytest

from commands.checking_proof import check_proof
from ledger.proof.keys import PublicKey, new_key, read_public_key
from tests.proofs import Sealed, faults, proof, read, sealed_copy, sealed_real, verified
from tests.shell import REAL, done, smo

CHERENG = "chereng/2024-1-1"
WHY = ("why", "executory", CHERENG, "--at", "2024-06-30")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_real(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def key(sealed: Sealed) -> PublicKey:
    return read_public_key(sealed.public_key.read_text())


@pytest.fixture(scope="module")
def of_act(sealed: Sealed) -> str:
    return proof(sealed, CHERENG)


@pytest.fixture(scope="module")
def of_answer(sealed: Sealed) -> str:
    return proof(sealed, *WHY)


# ------------------------------------------------------------------- the heads
def test_another_day_is_another_question_with_another_answer(of_answer: str) -> None:
    changed = of_answer.replace("--at 2024-06-30", "--at 2024-07-01", 1)
    assert faults(changed) == {"proof.answer"}
    for question in (
        "why nonsense --at 2024-06-30",
        "annex 1",
        "roster x --at 2024-01-01",
    ):
        lines = of_answer.split("\n")
        lines[1] = f"question {question}"
        [wrong] = check_proof("\n".join(lines)).verdict.faults
        assert (wrong.rule, wrong.line) == ("proof.question", 2)


def test_what_is_known_later_than_the_seal_is_not_proven(of_act: str) -> None:
    made = read(of_act)
    size = int(made.checkpoint.split("\n")[1])
    head = f"known-at #{made.known_at}\n"
    assert faults(of_act.replace(head, f"known-at #{size + 1}\n")) == {"proof.size"}
    below = made.entries[-1].entry.position - 1
    assert faults(of_act.replace(head, f"known-at #{below}\n")) == {"proof.position"}


def test_another_version_of_the_rules_is_said_and_is_no_fault(
    of_answer: str, tmp_path: Path
) -> None:
    changed = of_answer.replace("rules smo-ledger ", "rules smo-ledger 9", 1)
    code, found = verified(tmp_path, changed)
    assert code == 0
    assert found["rules"] != found["derived_by"]
    shown = smo("verify", "--proof", tmp_path / "proof.txt").stdout
    assert "checked with another version" in shown


# ------------------------------------------------------------------- entries
def test_an_entry_of_another_ledger_is_not_in_this_one(
    sealed: Sealed, of_act: str, tmp_path: Path
) -> None:
    done("--ledger", tmp_path / "other.db", "--as", "x", "import", *REAL)
    folder = tmp_path / "other"
    folder.mkdir()
    other = sealed_copy(tmp_path / "other.db", folder)
    theirs, ours = read(proof(other, CHERENG)), read(of_act)
    mixed = str(ours).replace(
        str(ours).split("\n\n")[-4], str(theirs).split("\n\n")[-4]
    )
    assert faults(mixed) == {"proof.inclusion"}


def test_an_act_cannot_lack_its_beginning_or_what_is_between(of_act: str) -> None:
    blocks = of_act.split("\n\n")
    entries = [n for n, block in enumerate(blocks) if block.startswith("entry ")]
    for place in entries[:-1]:
        torn = "\n\n".join([*blocks[:place], *blocks[place + 1 :]])
        assert faults(torn) == {"proof.torn"}


def test_entries_that_do_not_concern_the_act_are_strays(
    of_act: str, of_answer: str
) -> None:
    blocks, others = of_act.split("\n\n"), of_answer.split("\n\n")
    founding = next(block for block in others if block.startswith("entry "))
    first = next(n for n, block in enumerate(blocks) if block.startswith("entry "))
    assert founding not in blocks
    mixed = "\n\n".join([*blocks[:first], founding, *blocks[first:]])
    assert faults(mixed) == {"proof.stray"}
    another = of_act.replace(f"act {CHERENG}\n", "act hem/sans-numero\n", 1)
    assert faults(another) == {"proof.stray", "proof.absent"}


def test_an_act_has_no_answer(of_act: str) -> None:
    changed = of_act.replace("\nanswer\n|\n", "\nanswer\n| it was annulled\n")
    assert faults(changed) == {"proof.no-answer"}


# ------------------------------------------------------------------- signatures
def test_a_false_or_missing_signature_is_a_fault_only_with_a_key(
    of_act: str, key: PublicKey, tmp_path: Path
) -> None:
    other = new_key("someone.example").public
    namesake = new_key(key.name).public
    assert faults(of_act, other) == {"checkpoint.unsigned"}
    assert faults(of_act, namesake) == {"checkpoint.unsigned"}
    line = next(one for one in of_act.split("\n") if one.startswith("| — "))
    middle = len(line) // 2
    swapped = "A" if line[middle] != "A" else "B"
    forged = of_act.replace(line, f"{line[:middle]}{swapped}{line[middle + 1 :]}")
    assert faults(forged, key) == {"checkpoint.signature"}
    code, found = verified(tmp_path, forged)
    assert (code, found["signatures_checked"]) == (0, False)
    shown = smo("verify", "--proof", tmp_path / "proof.txt").stdout
    assert "Signatures were not checked" in shown


def test_a_fault_is_shown_with_its_line_and_the_exit_status_is_1(
    of_act: str, tmp_path: Path
) -> None:
    file = tmp_path / "proof.txt"
    file.write_text(of_act.replace("type ", "kind ", 1))
    for language, said in (
        ("en", "The proof does not hold: 1 fault"),
        ("fr", "ne tient pas"),
    ):
        result = smo("--lang", language, "verify", "--proof", file)
        assert result.exit_code == 1
        assert said in result.stdout
        assert "type …" in result.stdout
    assert smo("verify", "--proof", file, "--since", file).exit_code == 2
    assert smo("verify", "--proof", tmp_path / "none").exit_code == 1
    file.write_bytes(b"\xff")
    assert smo("verify", "--proof", file).exit_code == 1


def test_what_it_shows_and_what_not_is_said_in_french(
    of_answer: str, tmp_path: Path
) -> None:
    file = tmp_path / "proof.txt"
    file.write_text(of_answer)
    shown = done("--lang", "fr", "verify", "--proof", file)
    for words in ("La preuve tient", "aucune autre écriture", CHERENG):
        assert words in shown

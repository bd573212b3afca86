"""Whatever is changed in a proof is found, or makes it say nothing else that counts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.checking_proof import check_proof
from commands.proving import NotSealedYetError, prove_act, prove_answer
from ledger.errors import LedgerError
from ledger.events.committee import MatterDecided
from ledger.events.registration import ActRegistered
from ledger.mapper import to_stored
from ledger.proof.keys import PublicKey, new_key, read_public_key
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from ledger.storage.sealed import SealedLedger
from projections.worded import read_question
from tests.proofs import Sealed, proof, read, seal, sealed_copy, verified
from tests.shell import REAL, done, smo
from tests.tampering import unguarded

CHERENG = "chereng/2024-1-1"
WHY = ("why", "executory", CHERENG, "--at", "2024-06-30")
FREE = ("known-at ", "rules ")
"""Heads of a proof of an act by which nothing it shows depends on: see below."""


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("real")
    done("--ledger", folder / "real.db", "import", *REAL)
    return sealed_copy(folder / "real.db", folder)


@pytest.fixture(scope="module")
def key(sealed: Sealed) -> PublicKey:
    return read_public_key(sealed.public_key.read_text())


@pytest.fixture(scope="module")
def of_act(sealed: Sealed) -> str:
    return proof(sealed, CHERENG)


@pytest.fixture(scope="module")
def of_answer(sealed: Sealed) -> str:
    return proof(sealed, *WHY)


def faults(text: str, key: PublicKey | None = None) -> set[str]:
    return {one.rule for one in check_proof(text, key).verdict.faults}


def lines_changed(text: str) -> Iterator[tuple[str, str]]:
    """Drop, double and swap each line, end it otherwise, add to it, put one after."""
    lines = text.split("\n")
    for place, line in enumerate(lines[:-1]):
        before, after = lines[:place], lines[place + 1 :]
        for changed in (
            [],
            [line, line],
            [f"{line} "],
            [f" {line}"],
            [f"{line}\r"],
            [line, "x"],
            [line, "| x"],
            [line, ""],
            [line.upper() if line.upper() != line else f"{line}x"],
        ):
            yield line, "\n".join([*before, *changed, *after])
        if after[0] != line:
            yield line, "\n".join([*before, after[0], line, *after[1:]])


# ------------------------------------------------------------------- every line
def test_no_line_can_be_dropped_doubled_swapped_or_added_to(
    of_act: str, of_answer: str, key: PublicKey
) -> None:
    for text in (of_act, of_answer):
        assert faults(text, key) == set()
        for line, changed in lines_changed(text):
            if not line.startswith(FREE):
                assert faults(changed, key), (line, changed)


def test_no_mark_of_a_proof_of_an_act_can_be_changed(
    of_act: str, key: PublicKey
) -> None:
    start = 0
    for line in of_act.split("\n")[:-1]:
        for place in range(start, start + len(line) + 1):
            mark = of_act[place]
            other = chr(ord(mark) ^ 1)
            changed = f"{of_act[:place]}{other}{of_act[place + 1 :]}"
            if not line.startswith(FREE):
                assert faults(changed, key), (line, place, other)
        start += len(line) + 1


def test_no_digit_of_a_hash_can_be_changed_and_the_position_is_named(
    of_answer: str,
) -> None:
    lines = of_answer.split("\n")
    position = None
    for place, line in enumerate(lines):
        if line.startswith("entry "):
            position = int(line[6:])
        if line.startswith("proof "):
            digit = line[-1]
            changed = line[:-1] + ("0" if digit != "0" else "1")
            text = "\n".join([*lines[:place], changed, *lines[place + 1 :]])
            [wrong] = check_proof(text).verdict.faults
            assert (wrong.rule, wrong.position) == ("proof.inclusion", position)
            assert lines[(wrong.line or 0) - 1] == f"entry {position}"


def test_no_mark_of_an_answer_can_be_changed_and_the_line_is_named(
    of_answer: str,
) -> None:
    lines = of_answer.split("\n")
    first = lines.index("answer") + 1
    for place in range(first, len(lines) - 3):
        changed = f"{lines[place]}x"
        text = "\n".join([*lines[:place], changed, *lines[place + 1 :]])
        [wrong] = check_proof(text).verdict.faults
        assert (wrong.rule, wrong.line) == ("proof.answer", place + 1)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(data=st.data())
def test_noise_is_never_a_proof_nor_ends_the_program(
    data: st.DataObject, of_answer: str, key: PublicKey
) -> None:
    start = data.draw(st.integers(0, len(of_answer)))
    end = data.draw(st.integers(start, min(len(of_answer), start + 200)))
    noise = data.draw(st.text(max_size=20))
    changed = of_answer[:start] + noise + of_answer[end:]
    head = of_answer.index("checkpoint")
    if changed != of_answer and (start > head or "\n" in of_answer[start:end]):
        assert faults(changed, key)


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


# ------------------------------------------------------------------- every question
REAL_QUESTIONS = [
    *("annex 1", "annex 2", "roster comite-syndical", "roster bureau"),
    *("member hem", "member villeneuve-d-ascq", "contributions 2024"),
    *("contributions 2024 --member hem", "why regime", "why seat comite-syndical"),
    *("why member chereng", "why pending hem", f"why executory {CHERENG}"),
    *("why vote comite-syndical/2023-18", "why vacancy region-hauts-de-france"),
]


@settings(derandomize=True, deadline=None, max_examples=120)
@given(data=st.data())
def test_what_is_written_always_follows_again(
    data: st.DataObject, sealed: Sealed, key: PublicKey
) -> None:
    words, option, limit = data.draw(st.sampled_from(REAL_QUESTIONS)).partition(" --")
    day = data.draw(st.dates(*map(_day, ("2013-01-01", "2026-01-01"))))
    engine = open_ledger(str(sealed.place))
    ledger = SealedLedger(engine)
    known_at = data.draw(st.integers(1, ledger.recorder.head()))
    asked = read_question(f"{words} --at {day}{option}{limit}")
    try:
        made = prove_answer(ledger, asked, f"#{known_at}")
    except LedgerError as error:  # not known yet, then
        assert "Known:" in str(error)
    else:
        assert str(read(made.text)) == made.text
        assert check_proof(made.text, key).verdict.holds
    finally:
        engine.dispose()


def _day(text: str):  # noqa: ANN202
    from datetime import date

    return date.fromisoformat(text)

"""Whatever is changed in a proof is found, or makes it say nothing else that counts."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.checking_proof import check_proof
from ledger.proof.keys import PublicKey, read_public_key
from tests.proofs import Sealed, faults, proof, sealed_real

CHERENG = "chereng/2024-1-1"
WHY = ("why", "executory", CHERENG, "--at", "2024-06-30")
FREE = ("known-at ", "rules ")
"""Heads that nothing in a proof of an act depends on; they are tried by themselves."""


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

"""docs/verify.py and the product say the same of a proof, whatever was done to it."""

import pytest

from ledger.errors import LedgerError
from ledger.proof.keys import read_public_key
from tests.independent import PAGE, independent
from tests.proofs import Sealed, faults, proof, sealed_real

QUESTIONS = [
    ("chereng/2024-1-1",),
    ("annex", "1", "--at", "2024-06-30"),
    ("member", "hem", "--at", "2024-06-30"),
]

check_proof = independent().check_proof


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Seal the real acts once."""
    return sealed_real(tmp_path_factory.mktemp("proofs"))


def test_the_page_is_read_in_one_sitting_and_needs_nothing_else() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 200
    for name in ("ledger", "commands", "projections", "sqlalchemy", "msgspec"):
        assert f"import {name}" not in text
        assert f"from {name}" not in text


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_product_proves_the_page_believes(
    sealed: Sealed, question: tuple[str, ...]
) -> None:
    text = proof(sealed, *question)
    key = sealed.public_key.read_text()
    assert check_proof(text, key) == check_proof(text) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_they_say_the_same_of_every_line_dropped_doubled_or_changed(
    sealed: Sealed, question: tuple[str, ...]
) -> None:
    text = proof(sealed, *question)
    key = sealed.public_key.read_text()
    lines = text.splitlines(keepends=True)
    answer = next(at for at, line in enumerate(lines) if line == "answer\n")
    for at, line in enumerate(lines):
        if 0 < at < 4 or at > answer:
            continue  # a question, its version and its answer: derived by the product
        for changed in ([], [line, line], [swapped(line)]):
            told = "".join([*lines[:at], *changed, *lines[at + 1 :]])
            assert bool(check_proof(told, key)), (at, line, changed)
            assert is_refused(told, key), (at, line, changed)


def is_refused(text: str, key: str) -> bool:
    try:
        return bool(faults(text, read_public_key(key)))
    except LedgerError:
        return True


def swapped(line: str) -> str:
    """Change one mark of a line, the one in its middle."""
    at = (len(line) - 1) // 2
    return f"{line[:at]}{chr(ord(line[at]) ^ 1)}{line[at + 1 :]}"

"""What the examples answer is what they answered: no change of the house moves it."""

import json
from pathlib import Path

import pytest

from tests.frozen import KEPT, NAMES, Examples, hash_of

FROZEN: dict[str, str] = json.loads(KEPT.read_text())


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    """Build the ledger of the demonstration once."""
    return Examples(Path(tmp_path_factory.mktemp("frozen"), "demo.db"))


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_are_those_that_were_frozen(examples: Examples, name: str) -> None:
    """Compare `python -m tests.frozen DIR` with the commit before where this fails."""
    assert hash_of(examples, name) == FROZEN[name]


def test_every_answer_that_was_frozen_is_still_asked() -> None:
    assert set(FROZEN) == set(NAMES)

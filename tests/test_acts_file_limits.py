"""A file made to choke a parser is refused before one is let loose on it."""

from itertools import pairwise
from pathlib import Path

import pytest

from ledger.acts.problems import MalformedFileError, ProblemsError
from ledger.acts.reading import read_acts


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
            for old, new in pairwise("abcdefghijk")
        ),
    ],
)
def test_a_file_made_to_choke_on_is_refused_at_once(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bomb.yaml"
    file.write_text(text)
    with pytest.raises(ProblemsError) as refusal:
        read_acts(file)
    [problem] = refusal.value.problems
    assert isinstance(problem.error, MalformedFileError)

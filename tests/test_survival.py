"""A sample of each matrix: killed at any moment, on disks that fail, two at once."""

from collections.abc import Callable
from pathlib import Path

from tests.matrices.crash import Matrix
from tests.matrices.faults import Faults
from tests.matrices.secretaries import rivalry

KILLS = 20
FAULTS = 6
SECONDS = 2.5


def test_killed_at_any_moment_it_is_whole_and_holds_what_was_acknowledged(
    tmp_path: Path, new_place: Callable[[], str]
) -> None:
    matrix = Matrix(tmp_path, new_place, seed=1)
    matrix.kill(KILLS)
    assert matrix.counts["kills"] == KILLS
    assert matrix.counts["batches acknowledged, and there"] > 0
    caught = [what for what in matrix.counts if "in the middle of an import" in what]
    assert caught, "not one kill came in the middle of anything"


def test_what_does_not_fit_is_said_in_one_line_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    faults = Faults(tmp_path, seed=1)
    for _ in range(FAULTS):
        faults.limit()
    assert faults.counts["ledgers that could not grow, and are whole"] == FAULTS
    assert faults.counts["batches acknowledged, and there"] > 0
    said = [what for what in faults.counts if what.startswith("  said: ")]
    assert all("nothing of this was recorded" in what for what in said)


def test_two_who_record_at_once_lose_nothing_and_are_told_what_excludes_what(
    engine_place: str,
) -> None:
    counts = rivalry(engine_place, SECONDS)
    assert counts["rounds of both"] > 1
    assert counts["refused: reference"] >= counts["rounds of both"]
    assert counts["refused: seat"] > 0, "they never fell out over the seat"
    assert counts["turns from one to the other"] > 1, "they were not at it at once"

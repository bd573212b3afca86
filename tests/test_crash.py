"""A program that is killed leaves all of its batch or nothing, at whatever moment."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.acts import act, decision, write
from tests.shell import PROGRAM, done, environment, rows

ACTS = 5_000
ENTRIES = 2 * ACTS
POINTS = 4
"""So many in time, over all it does; and so many in the short while it writes."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write 5,000 acts of two entries each, once."""
    matter = decision("matter-decided", subject="Objet fictif")
    acts = [act(f"bureau/{number}", matter) for number in range(ACTS)]
    return write(tmp_path_factory.mktemp("acts") / "acts.json", acts)


class Whole(NamedTuple):
    """An import that nobody disturbed."""

    duration_s: float
    bytes: int


@pytest.fixture(scope="module")
def whole(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Measure an import from its start to its end."""
    place = tmp_path_factory.mktemp("whole") / "ledger.db"
    started = time.monotonic()
    with importing(file, place) as program:
        assert program.wait() == 0
    duration_s = time.monotonic() - started
    assert held(place) == ENTRIES
    return Whole(duration_s, place.stat().st_size)


@contextmanager
def importing(file: Path, place: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [*PROGRAM, "--ledger", str(place), "import", str(file)],
        env=environment(),
        stdout=subprocess.DEVNULL,
    ) as program:
        yield program


def held(place: Path) -> int:
    """Count the entries of a ledger, which opens; 0 where none was created."""
    if not place.exists():
        return 0
    done("--ledger", place, "init")
    [(count, last, tags)] = rows(
        place,
        "SELECT count(*), coalesce(max(position), 0),"
        " (SELECT count(DISTINCT position) FROM entry_tags) FROM entries",
    )
    assert count == last == tags
    return int(count)


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_at_any_time_it_leaves_all_or_nothing(
    file: Path, whole: Whole, tmp_path: Path, point: int
) -> None:
    place = tmp_path / "ledger.db"
    with importing(file, place) as program:
        time.sleep(whole.duration_s * point / (POINTS - 1))
        kill(program)
    assert held(place) in {0, ENTRIES}


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_while_it_writes_it_leaves_all_or_nothing(
    file: Path, whole: Whole, tmp_path: Path, point: int
) -> None:
    place, journal = tmp_path / "ledger.db", tmp_path / "ledger.db-wal"
    threshold = whole.bytes * (point + 1) / (POINTS + 1)
    with importing(file, place) as program:
        while program.poll() is None and size(journal) < threshold:
            time.sleep(0.001)
        kill(program)
    assert held(place) in {0, ENTRIES}
    if point == 0:
        done("--ledger", place, "import", file)
        assert held(place) == ENTRIES, "and once more completes it"


def kill(program: subprocess.Popen[bytes]) -> None:
    program.send_signal(signal.SIGKILL)
    program.wait()


def size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0

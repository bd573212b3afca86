"""How fast is everything read again and derived, against reading and decoding alone?

Usage: rereading.py [ENTRIES]. The floor is a bare scan with `sqlite3` that decodes each
event into its type and does nothing with it. Verifying hashes every entry and builds the
tree again, reads it, and compares tags, documents and guards; the fold derives who is a
member.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

import ledgers
import msgspec

from commands.verifying import verify
from ledger.events.catalogue import StoredEvent
from ledger.mapper import entries_from
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.world import world_of

PEAK = (
    "import resource, sys\n"
    "from commands.verifying import verify\n"
    "from ledger.storage.opening import open_ledger\n"
    "engine = open_ledger(sys.argv[1])\n"
    "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
    "assert verify(engine).is_whole\n"
    "print(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
)
"""Verify in a process of its own, and print its memory before and at its peak, in kB."""


class Rereadings(msgspec.Struct):
    """Seconds to read a ledger again in three ways, and the memory verifying takes.

    `ratio` is how many entries a second are verified and folded, of those a bare scan
    decodes in that time.
    """

    entries: int
    scan: float
    verify: float
    fold: float
    ratio: float
    memory_before: float
    memory_peak: float


def measure(folder: Path, entries: int, rounds: int) -> Rereadings:
    """Make a ledger of so many entries, and read it again in turn."""
    place = folder / f"reread-{entries}.db"
    count = ledgers.write_ledger(str(place), entries)
    times = [
        (_seconds(_scan, place), _seconds(_verify, place), _seconds(_fold, place))
        for _round in range(rounds)
    ]
    before, peak = _memory(place)
    return Rereadings(
        entries=count,
        scan=median(one[0] for one in times),
        verify=median(one[1] for one in times),
        fold=median(one[2] for one in times),
        ratio=median(one[0] / (one[1] + one[2]) for one in times),
        memory_before=before,
        memory_peak=peak,
    )


def _scan(place: Path) -> None:
    decode = msgspec.json.Decoder(StoredEvent).decode
    with closing(sqlite3.connect(place)) as connection:
        rows = connection.execute("SELECT * FROM entries ORDER BY position")
        for _position, _at, _by, _type, _tags, data in rows:
            decode(data)


def _verify(place: Path) -> None:
    engine = open_ledger(str(place))
    found = verify(engine)
    engine.dispose()
    assert found.is_whole, found.faults


def _fold(place: Path) -> None:
    engine = open_ledger(str(place))
    recorder = SQLRecorder(engine)
    head = recorder.head()
    world = world_of(entries_from(recorder.entries(until=head)), position=head)
    engine.dispose()
    assert world.membership.stays


def _seconds(act: Callable[[Path], None], place: Path) -> float:
    started = time.perf_counter()
    act(place)
    return time.perf_counter() - started


def _memory(place: Path) -> tuple[float, float]:
    """Tell the memory of verifying, in MiB: before it, and at its peak."""
    ran = subprocess.run(
        [sys.executable, "-c", PEAK, str(place)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    before, peak = map(int, ran.stdout.split())
    return before / 1024, peak / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
        print(measure(Path(name), asked, 3))

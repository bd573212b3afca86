"""How fast is everything read again and derived, against reading and decoding alone?

Usage: rereading.py [ENTRIES]. The floor is a bare scan with `sqlite3` that decodes each
event into its type and does nothing with it. Verifying hashes every entry and builds
the tree again, reads it, and compares tags, documents and guards. The first fold makes
the acts as known; the whole fold derives from them who is a member.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

import ledgers
import memory
import msgspec

from commands.verifying import verify
from ledger.events.catalogue import StoredEvent
from ledger.mapper import entries_from
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.acts.first_fold import acts_as_known
from projections.timelines.world import World
from terminal.gc_pause import gc_paused


class Rereadings(msgspec.Struct):
    """Seconds to read a ledger again in four ways; the peak of verifying, in MiB.

    The ratios tell how many entries a second are verified, or verified and folded, of
    those a bare scan decodes in that time.
    """

    entries: int
    scan: float
    verify: float
    first_fold: float
    fold: float
    verify_ratio: float
    first_ratio: float
    ratio: float
    memory_before: float
    memory_peak: float


def measure(folder: Path, entries: int, rounds: int) -> Rereadings:
    """Make a ledger of so many entries, and read it again in turn."""
    place = folder / f"reread-{entries}.db"
    count = ledgers.write_ledger(str(place), entries)
    ways = (_scan, _verify, _first_fold, _fold)
    with gc_paused():  # as `smo` does
        times = [[_seconds(way, place) for way in ways] for _round in range(rounds)]
    scan, verified, first, whole = (median(way) for way in zip(*times, strict=True))
    return Rereadings(
        entries=count,
        scan=scan,
        verify=verified,
        first_fold=first,
        fold=whole,
        verify_ratio=median(one[0] / one[1] for one in times),
        first_ratio=median(one[0] / (one[1] + one[2]) for one in times),
        ratio=median(one[0] / (one[1] + one[3]) for one in times),
        memory_before=memory.peak_of(memory.IMPORTS_ONLY),
        memory_peak=memory.peak_asked(place, "verify"),
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


def _first_fold(place: Path) -> None:
    engine = open_ledger(str(place))
    known = acts_as_known(entries_from(SQLRecorder(engine).entries()))
    engine.dispose()
    assert known.acts


def _fold(place: Path) -> None:
    engine = open_ledger(str(place))
    world = World(acts_as_known(entries_from(SQLRecorder(engine).entries())))
    engine.dispose()
    assert world.membership.tenures


def _seconds(way: Callable[[Path], None], place: Path) -> float:
    started = time.perf_counter()
    way(place)
    return time.perf_counter() - started


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
        print(measure(Path(name), asked, 3))

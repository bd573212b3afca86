"""Import one acts file as `smo import` does, in a process of its own, and time it.

Usage: one_import.py FILE PLACE. Prints the seconds of each phase and the peak memory
as JSON. A process of its own, so that nothing measured before weighs on it.
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec

from commands import candidates
from commands.recording import record
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from terminal.gc_pause import gc_paused

TODAY = date(2026, 1, 1)


class Import(msgspec.Struct):
    """The seconds of an import, phase by phase, its entries and memory (MiB)."""

    read: float = 0.0
    decode: float = 0.0
    judge: float = 0.0
    append: float = 0.0
    entries: int = 0
    memory_before: float = 0.0
    memory_peak: float = 0.0

    @property
    def gather(self) -> float:
        """Tell how long it took until every act was decoded and encoded."""
        return self.read + self.decode

    @property
    def record(self) -> float:
        """Tell how long it took to open the ledger, look up, judge and append."""
        return self.judge + self.append

    @property
    def whole(self) -> float:
        """Tell how long it took from the file to the last commit."""
        return self.gather + self.record


def main(file: Path, place: str) -> Import:
    """Import a file into a new ledger; the time within two calls is told apart."""
    lapsed: dict[str, float] = {"read": 0.0, "append": 0.0}
    memory_before = _peak_mib()
    with (
        gc_paused(),  # as `smo import` does
        patch.object(candidates, "read_file", _timed("read", lapsed)),
        patch.object(SQLRecorder, "append", _timed("append", lapsed)),
    ):
        started = time.perf_counter()
        gathered = candidates.gather([file])
        between = time.perf_counter()
        engine = create_ledger(place)
        recorder = SQLRecorder(engine, author="benchmark")
        outcome = record(gathered, recorder, today=TODAY)
        engine.dispose()
        ended = time.perf_counter()
    return Import(
        read=lapsed["read"],
        decode=between - started - lapsed["read"],
        judge=ended - between - lapsed["append"],
        append=lapsed["append"],
        entries=outcome.entries,
        memory_before=memory_before,
        memory_peak=_peak_mib(),
    )


def _timed(name: str, lapsed: dict[str, float]) -> Callable[..., Any]:
    """Wrap the call of that name so that it adds up what it takes."""
    calls = {"read": candidates.__dict__["read_file"], "append": SQLRecorder.append}
    call: Callable[..., Any] = calls[name]

    @wraps(call)
    def timed(*args: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return call(*args, **named)
        finally:
            lapsed[name] += time.perf_counter() - started

    return timed


def _peak_mib() -> float:
    """Tell the most memory this process has held so far. Linux counts in KiB."""
    unit = 1 if sys.platform == "darwin" else 1_024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * unit / 1_024 / 1_024


if __name__ == "__main__":
    result = main(Path(sys.argv[1]), sys.argv[2])
    print(msgspec.json.encode(result).decode())

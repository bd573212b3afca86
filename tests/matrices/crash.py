"""Killed at any moment: `python -m tests.matrices.crash --times 300`.

After each `kill -9` the ledger opens and is whole, it holds all that was acknowledged,
and no part of a batch.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from itertools import count
from pathlib import Path
from random import Random
from secrets import randbelow

from ledger.storage.opening import create_ledger
from tests.matrices.program import (
    ERRORS,
    Work,
    all_said,
    forking,
    hear,
    new_key,
    working,
)
from tests.matrices.reckoning import Held, acknowledged, held, reckon
from tests.matrices.server import server

KILLS_PER_LEDGER = 20
"""Then a new one is begun: reading one again takes the longer the more it holds."""

MOST_FIRST = 3
"""So many batches are done before the moment is chosen, at most: on any machine."""

LONGEST_S = 0.15
"""And then it is this far off, at most."""

NOTHING = Held(0, "", {}, set())


class Matrix:
    """Many kills, one after the other, and what came of them."""

    def __init__(self, folder: Path, new_place: Callable[[], str], seed: int) -> None:
        """Keep where it happens; the seed chooses the moments."""
        self._folder, self._new_place, self._seed = folder, new_place, seed
        self._randomly = Random(seed)  # noqa: S311 -- chosen again from the same seed
        self._context = forking()
        self.counts: Counter[str] = Counter()
        new_key(folder)

    def kill(self, times: int) -> None:
        """Kill so often; an AssertionError tells what did not survive."""
        place, before = "", NOTHING
        for number in range(times):
            if number % KILLS_PER_LEDGER == 0:
                place, before = self._new_place(), NOTHING
                create_ledger(place).dispose()
            before = self._kill_once(place, before, number)

    def _kill_once(self, place: str, before: Held, number: int) -> Held:
        work = Work(place, self._folder, self._seed * 100_000 + number)
        with working(self._context, work) as (process, heard):
            heard_first = hear(heard, self._randomly.randint(0, MOST_FIRST))
            time.sleep(self._randomly.uniform(0, LONGEST_S))
            assert process.is_alive(), Path(self._folder, ERRORS).read_text()
            process.kill()
            process.join()
            said = acknowledged(heard_first + all_said(heard))
        journal = Path(f"{place}-wal")
        was_hot = journal.exists() and journal.stat().st_size > 0
        after = held(place)
        arrived = reckon(before, after, said)
        self._count(said.in_flight, arrived=arrived, was_hot=was_hot)
        self.counts["batches acknowledged, and there"] += len(said.batches)
        self.counts["seals acknowledged, and there"] += len(said.seals)
        return after

    def _count(self, in_flight: str | None, *, arrived: bool, was_hot: bool) -> None:
        self.counts["kills"] += 1
        self.counts["  that left a journal with something in it"] += was_hot
        if in_flight is None:
            self.counts["  between two of them"] += 1
            return
        kind = "a seal" if in_flight.startswith("seal") else "an import"
        fate = "whole" if arrived else "absent"
        self.counts[f"  in the middle of {kind}, then {fate}"] += 1


def main(arguments: list[str]) -> None:
    """Kill on SQLite, and on PostgreSQL where there is a server for this Python."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300, help="kills on each engine")
    parser.add_argument("--seed", type=int, default=randbelow(10_000))
    parser.add_argument("--engine", choices=("sqlite", "postgresql", "both"))
    options = parser.parse_args(arguments)
    print(f"seed {options.seed}", flush=True)
    if options.engine != "postgresql":
        with tempfile.TemporaryDirectory(prefix="smo-crash-") as name:
            folder, numbers = Path(name), count(1)
            matrix = Matrix(
                folder, lambda: str(folder / f"{next(numbers)}.db"), options.seed
            )
            _run("SQLite", matrix, options.times)
    with server() if options.engine != "sqlite" else nullcontext() as new:
        if new is None:
            print("PostgreSQL: not tried")
            return
        with tempfile.TemporaryDirectory(prefix="smo-crash-") as name:
            _run("PostgreSQL", Matrix(Path(name), new, options.seed), options.times)


def _run(engine: str, matrix: Matrix, times: int) -> None:
    started = time.monotonic()
    matrix.kill(times)
    print(f"{engine}: all whole after {time.monotonic() - started:.0f} s")
    for what, number in sorted(matrix.counts.items(), key=lambda one: one[0].lstrip()):
        print(f"{number:7}  {what}")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

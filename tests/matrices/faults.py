"""Disks that are full or fail: `python -m tests.matrices.faults --times 100`.

A file may grow no further than somewhere (RLIMIT_FSIZE), or its disk is full (a tmpfs,
where one may be mounted). The program says so and what to do, with exit status 1; the
ledger is whole, and holds what was acknowledged and no part of a batch.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from secrets import randbelow

from ledger.storage.opening import create_ledger
from tests.matrices.program import (
    ERRORS,
    Work,
    all_said,
    announce,
    batch_of,
    forking,
    new_key,
    run,
    speak_into,
)
from tests.matrices.reckoning import acknowledged, held, reckon

ROOM = 400_000
"""Bytes a file may still grow, at most."""

SIZE_KB = 1024
MORE_KB = 16 * 1024

UNLIMITED = 10**12
"""Bytes no file of ours will ever have."""


def work_until_it_fails(work: Work, output: Connection, largest: int) -> None:
    """Import and seal until a command fails; its exit status is the process's."""
    speak_into(output, work.folder)
    randomly = Random(work.seed)  # noqa: S311 -- chosen again from the same seed
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for number in count(1):
        name = f"{work.seed}.{number}"
        file = batch_of(work.folder, name, randomly)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
        announce(name)
        run("--ledger", work.place, "import", file)
        announce(f"seal-{name}")
        run("--ledger", work.place, "seal", "--key", work.folder / "key")
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


class Faults:
    """Many disks that fail, and what was said."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Keep where it happens; the seed chooses when."""
        self._folder, self._seed = folder, seed
        self._randomly = Random(seed)  # noqa: S311 -- chosen again from the same seed
        self._context = forking()
        self._numbers = count(1)
        self.counts: Counter[str] = Counter()
        new_key(folder)

    def limit(self) -> None:
        """Let a new ledger's files grow to a size met by chance, and no further."""
        place = self._folder / f"{next(self._numbers)}.db"
        create_ledger(str(place)).dispose()
        largest = place.stat().st_size + self._randomly.randint(0, ROOM)
        self._fail(place, largest, lambda: None)

    def fill(self, disk: Path) -> None:
        """Let a ledger grow until its disk is full, then make room."""
        place = disk / "ledger.db"
        create_ledger(str(place)).dispose()
        self._fail(place, UNLIMITED, lambda: _enlarge(disk))

    def _fail(self, place: Path, largest: int, make_room: Callable[[], None]) -> None:
        before = held(str(place))
        seed = self._seed * 100_000 + next(self._numbers)
        heard, output = self._context.Pipe(duplex=False)
        work = Work(str(place), self._folder, seed)
        arguments = (work, output, largest)
        process = self._context.Process(target=work_until_it_fails, args=arguments)
        process.start()
        output.close()
        said = acknowledged(all_said(heard))
        process.join()
        errors = (self._folder / ERRORS).read_text()
        complaint = errors.splitlines()[-1]
        assert process.exitcode == 1, errors
        assert "Traceback" not in errors, errors
        assert complaint.startswith("Error: "), errors
        make_room()
        arrived = reckon(before, held(str(place)), said)
        assert not arrived, "what failed was recorded"
        self.counts["ledgers that could not grow, and are whole"] += 1
        self.counts["batches acknowledged, and there"] += len(said.batches)
        self.counts["seals acknowledged, and there"] += len(said.seals)
        said_so = complaint.replace(str(place), "PLACE")
        self.counts[f"  said: {said_so}"] += 1


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """Mount a disk of one megabyte; None where that is not allowed."""
    disk = folder / "disk"
    disk.mkdir()
    options = f"size={SIZE_KB}k"
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(command, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _enlarge(disk: Path) -> None:
    options = f"remount,size={MORE_KB}k"
    subprocess.run(["mount", "-o", options, str(disk)], check=True)


def main(arguments: list[str]) -> None:
    """Try files that may not grow, then full disks, and print what was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--disks", type=int, default=10, help="how many full disks")
    parser.add_argument("--seed", type=int, default=randbelow(10_000))
    options = parser.parse_args(arguments)
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="smo-faults-") as name:
        faults = Faults(Path(name), options.seed)
        for _ in range(options.times):
            faults.limit()
        _print("files that may not grow", faults.counts)
    for number in range(options.disks):
        with tempfile.TemporaryDirectory(prefix="smo-faults-") as name:
            faults = Faults(Path(name), options.seed + number)
            with small_disk(Path(name)) as disk:
                if disk is None:
                    print("full disks: not tried, no tmpfs may be mounted here")
                    return
                faults.fill(disk)
            _print("a full disk", faults.counts)


def _print(what: str, counts: Counter[str]) -> None:
    print(what)
    for said, number in counts.items():
        print(f"{number:7}  {said}")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

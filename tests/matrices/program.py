"""The program that is killed: it imports and seals on and on, and says so as `smo`.

It runs the product's own commands in a process forked from one that is warm, on real
files; what they print goes through a pipe, and is what was acknowledged.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from random import Random
from typing import NamedTuple

from cli import main
from ledger.proof.keys import new_key as new_signing_key
from terminal.key_files import write_key
from tests.acts import TODAY, act, decision, write
from tests.shell import UNSET

WARM = (
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "terminal.context",
    "terminal.importing",
    "terminal.seal",
)
"""What commands load when they are called: here once, before any process is forked."""

MOST_ACTS = 60
"""In one batch, at most."""

PATIENCE_S = 60

LARGEST_BYTES = 200_000
"""A document beside a batch is no larger."""

SEAL_EVERY = 4

ERRORS = "errors.txt"

STARTS = "? "
"""What precedes the name of a batch that begins; no command prints a line like it."""

DONE = "The ledger ends at #"

MATTER = decision("matter-decided", subject="Objet fictif")


class Work(NamedTuple):
    """What one run of the program is to do."""

    place: str
    folder: Path
    """Where it finds the key, and writes its acts files."""
    seed: int


for _module in WARM:
    import_module(_module)


def forking() -> ForkServerContext:
    """Give what forks processes off one that has all of the program loaded."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.matrices.program"])
    return context


def new_key(folder: Path) -> None:
    """Make the key that seals."""
    write_key(new_signing_key("clerk"), folder / "key")


def run(*args: object) -> None:
    """Run a command as from a shell, in this process, which ends where it fails."""
    given = ["--lang", "en", "--as", "clerk", *map(str, args)]
    try:
        main(given, prog_name="smo")
    except SystemExit as ended:
        if ended.code:
            raise


def batch_of(folder: Path, name: str, randomly: Random) -> Path:
    """Write the acts file of a batch; each act tells which of how many it is."""
    size = randomly.randint(1, MOST_ACTS)
    acts = [act(f"bureau/{name}-{number}-{size}", MATTER) for number in range(size)]
    if randomly.random() < 1 / 2:
        document = folder / f"{name}.bin"
        document.write_bytes(randomly.randbytes(randomly.randint(0, LARGEST_BYTES)))
        acts[0]["documents"] = [document.name]
        acts[0]["adopted_on"] = TODAY
    return write(folder / f"{name}.json", acts)


def work_on(work: Work, output: Connection) -> None:
    """Import batch after batch, and seal now and then, until killed."""
    for name in UNSET:
        os.environ.pop(name, None)
    speak_into(output, work.folder)
    randomly = Random(work.seed)  # noqa: S311 -- chosen again from the same seed
    for number in count(1):
        if number % SEAL_EVERY == 0:
            announce(f"seal-{work.seed}.{number}")
            run("--ledger", work.place, "seal", "--key", work.folder / "key")
            continue
        name = f"{work.seed}.{number}"
        file = batch_of(work.folder, name, randomly)
        announce(name)
        run("--ledger", work.place, "import", file)


def speak_into(output: Connection, folder: Path) -> None:
    """Say on the pipe what a command says; keep what goes wrong in a file."""
    os.dup2(output.fileno(), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    os.dup2(os.open(folder / ERRORS, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", buffering=1)


def announce(name: str) -> None:
    """Say on the pipe what begins."""
    os.write(1, f"{STARTS}{name}\n".encode())


@contextmanager
def working(
    context: ForkServerContext, work: Work
) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """Start the program; wait until its first batch begins; end it in any case."""
    heard, said = context.Pipe(duplex=False)
    process = context.Process(target=work_on, args=(work, said))
    process.start()
    said.close()
    try:
        yield process, heard
    finally:
        process.kill()
        process.join()
        heard.close()


def hear(heard: Connection, batches: int) -> bytes:
    """Listen to a program that runs until it has begun, and done so many batches."""
    read = b""
    while not read or read.count(DONE.encode()) < batches:
        assert heard.poll(PATIENCE_S), "it does not get on"
        piece = os.read(heard.fileno(), 65_536)
        assert piece, "it ended by itself"
        read += piece
    return read


def all_said(heard: Connection) -> bytes:
    """Read what a program that has ended had said."""
    read = b""
    while piece := os.read(heard.fileno(), 65_536):
        read += piece
    return read

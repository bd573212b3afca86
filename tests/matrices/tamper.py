"""The tamper matrix: touch a ledger in every way there is, and see it named.

`uv run python -m tests.matrices.tamper` prints how many ways there were, and how many
were found, on a SQLite file and on PostgreSQL; `--every-byte` flips each byte of each
cell. The page docs/verify.py, which shares no code with the product, must agree.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from commands.sealing import seal
from commands.verifying import Verification, verify
from ledger.proof.keys import SigningKey
from ledger.proof.seal_audit import Seal, read_seal
from ledger.storage.engine import Database
from ledger.storage.opening import create_ledger, open_ledger
from tests.independent import Found, check_ledger
from tests.matrices.server import server
from tests.matrices.tamper_cases import Case, cases
from tests.shell import REAL, done
from tests.tampering import contents, refill

KEY = SigningKey("registre.example/fictif", bytes(range(32)))
"""A secret everybody knows: good for this only."""

DOCUMENTED = """
- act: secretariat/fictif-piece-{number}
  documents: [piece-{number}.pdf]
  decisions:
    - type: evidence-attached
      target: chereng/2024-1-1
      document: preuve-{number}.pdf
"""


class Sealed(msgspec.Struct, frozen=True):
    """A ledger that was sealed twice and has grown since; the last seal handed over."""

    place: str
    given: Seal


class Outcome(msgspec.Struct, frozen=True):
    """What came of one way of touching."""

    case: Case
    answer: Verification
    independent: Found

    @property
    def is_found(self) -> bool:
        """Tell whether anything was found to be wrong."""
        return not self.answer.is_whole

    @property
    def is_named(self) -> bool:
        """Tell whether a position that was touched is named; without one, the table."""
        if not self.case.positions:
            tables = {one.table for one in self.answer.faults}
            return self.case.table in tables
        return bool(self.case.positions & {one.position for one in self.answer.faults})

    @property
    def is_agreed(self) -> bool:
        """Tell whether the page that shares no code names a place of this too."""
        positions = {position for position, _table, _what in self.independent}
        tables = {table for _position, table, _what in self.independent}
        if not self.case.positions:
            return self.case.table in tables
        return bool(self.case.positions & positions)


def sealed_ledger(place: str, folder: Path) -> Sealed:
    """Make a ledger of the real acts with documents, sealed twice, and grown since."""
    engine = create_ledger(place)
    for number in (1, 2, 3):
        acts = folder / f"pieces-{number}.yaml"
        acts.write_text(DOCUMENTED.format(number=number), encoding="utf-8")
        for name in ("piece", "preuve"):
            document = folder / f"{name}-{number}.pdf"
            document.write_bytes(f"%PDF {name} {number} fictif".encode())
    done("--ledger", place, "--as", "Agent fictif", "import", *REAL[:4])
    done("--ledger", place, "--as", "Agent fictif", "import", folder / "pieces-1.yaml")
    seal(engine, KEY)
    done("--ledger", place, "import", REAL[4], folder / "pieces-2.yaml")
    given = seal(engine, KEY)
    done("--ledger", place, "import", folder / "pieces-3.yaml")
    engine.dispose()
    return Sealed(place, read_seal(str(given)))


def outcomes(sealed: Sealed, *, every_byte: bool = False) -> Iterator[Outcome]:
    """Touch the ledger in every way, one after the other; it is put right each time."""
    engine = open_ledger(sealed.place)
    held = contents(engine)
    given = (str(sealed.given.note), str(KEY.public))
    try:
        with _as_file(engine, sealed.place) as (file, refresh):
            for case in cases(held, every_byte=every_byte):
                touched = [name for name in held if case.after[name] != held[name]]
                refill(engine, {name: case.after[name] for name in touched})
                answer = verify(engine, since=sealed.given, key=KEY.public)
                refresh()
                yield Outcome(case, answer, check_ledger(file, *given))
                refill(engine, {name: held[name] for name in touched})
    finally:
        engine.dispose()


@contextmanager
def _as_file(
    database: Database, place: str
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Give a ledger as the file the page reads, and what copies a server's into it."""
    if database.dialect.name == "sqlite":
        yield place, lambda: None
        return
    with tempfile.TemporaryDirectory(prefix="smo-tamper-") as folder:
        file = str(Path(folder, "copy.db"))
        copy = create_ledger(file)
        yield file, lambda: refill(copy, contents(database))
        copy.dispose()


def main(arguments: list[str]) -> int:
    """Run the matrix on both engines, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every-byte", action="store_true")
    options = parser.parse_args(arguments)
    missed = 0
    for name, opened in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with opened() as sealed:
            print(name)
            missed += _count(sealed, every_byte=options.every_byte)
    return 1 if missed else 0


def _count(sealed: Sealed, *, every_byte: bool) -> int:
    ways: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    agreed: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes(sealed, every_byte=every_byte):
        case = outcome.case
        what = (case.kind, f"{case.table}.{case.column}".rstrip("."))
        ways[what] += 1
        found[what] += outcome.is_found
        named[what] += outcome.is_named
        agreed[what] += outcome.is_agreed
    for (kind, where), count in ways.items():
        what = (kind, where)
        print(
            f"  {kind:46} {where:24} {count:5} ways, {found[what]:5} found, "
            f"{named[what]:5} named, {agreed[what]:5} by verify.py too"
        )
    totals = [one.total() for one in (ways, found, named, agreed)]
    print("  {} ways, {} found, {} named, {} by verify.py too".format(*totals))
    return totals[0] - min(totals)


@contextmanager
def _sqlite() -> Iterator[Sealed]:
    with tempfile.TemporaryDirectory(prefix="smo-tamper-") as folder:
        yield sealed_ledger(str(Path(folder, "ledger.db")), Path(folder))


@contextmanager
def _postgresql() -> Iterator[Sealed]:
    with (
        server() as new_database,
        tempfile.TemporaryDirectory(prefix="smo-tamper-") as folder,
    ):
        assert new_database is not None, "there is no PostgreSQL for this Python"
        yield sealed_ledger(new_database(), Path(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

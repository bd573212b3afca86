"""Every way to touch a ledger's tables, with the position each must be named by."""

import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, TypeAlias
from zlib import crc32

import msgspec

from ledger.proof.checkpoint import Checkpoint
from ledger.proof.keys import SigningKey
from ledger.proof.merkle import Frontier, leaf_hash
from ledger.proof.note import Note
from ledger.storage.entry import StoredEntry, hashed_form
from ledger.storage.schema import metadata
from tests.tampering import Rows, Tables, rehashed

Positions: TypeAlias = frozenset[int]

KEYS = {name: len(table.primary_key) for name, table in metadata.tables.items()}
FORGER = SigningKey("registre.example/fictif", bytes([7]) * 32)
"""Another secret under the same name."""


class Case(msgspec.Struct, frozen=True):
    """One way of touching: the tables as they are afterwards; where it must be named.

    Without a position, the table must be named.
    """

    kind: str
    table: str
    column: str
    after: Tables
    positions: Positions = frozenset()


def cases(held: Tables, *, every_byte: bool = False) -> Iterator[Case]:
    """Give all ways to touch what a ledger holds."""
    for table, rows in held.items():
        yield from _flipped(held, table, rows, every_byte=every_byte)
        yield from _dropped(held, table, rows)
        yield from _swapped(held, table, rows)
        yield from _added(held, table, rows)
        yield from _emptied(held, table, rows)
    yield from _cut(held)
    yield from _forged(held)


# ------------------------------------------------------------------- one byte
def _flipped(
    held: Tables, table: str, rows: Rows, *, every_byte: bool
) -> Iterator[Case]:
    """Flip a bit in every cell: of a byte that the cell chooses, or of each."""
    names = metadata.tables[table].columns.keys()
    for at, row in enumerate(rows):
        for place, column in enumerate(names):
            for value in _other_values(row[place], every_byte=every_byte):
                changed = (*row[:place], value, *row[place + 1 :])
                after = [*rows[:at], changed, *rows[at + 1 :]]
                if _is_possible(table, after):
                    yield _case("one byte flipped", held, table, column, after, [row])
                    if not every_byte:
                        break


def _other_values(value: Any, *, every_byte: bool) -> Iterator[Any]:
    if isinstance(value, int):
        yield from (value ^ 1 << bit for bit in (0, 1, 6, 4, 7, 12, 16))
        return
    if isinstance(value, bytes):
        for at in _places(value, every_byte=every_byte):
            yield value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
        return
    for at in _places(value.encode(), every_byte=every_byte):
        start = min(at, len(value) - 1)
        yield value[:start] + chr(ord(value[start]) ^ 1) + value[start + 1 :]


def _places(stored: bytes, *, every_byte: bool) -> Iterator[int]:
    if every_byte:
        yield from range(len(stored))
    elif stored:
        yield crc32(stored) % len(stored)


# ------------------------------------------------------------------- rows
def _dropped(held: Tables, table: str, rows: Rows) -> Iterator[Case]:
    for at, row in enumerate(rows):
        after = rows[:at] + rows[at + 1 :]
        yield _case("row deleted", held, table, "", after, [row])


def _swapped(held: Tables, table: str, rows: Rows) -> Iterator[Case]:
    """Let neighbours change places: each keeps its key, and takes the other's rest."""
    keys = KEYS[table]
    for at, (one, other) in enumerate(pairwise(rows)):
        if one[keys:] == other[keys:]:
            continue
        pair = [(*one[:keys], *other[keys:]), (*other[:keys], *one[keys:])]
        after = [*rows[:at], *pair, *rows[at + 2 :]]
        yield _case("rows swapped", held, table, "", after, [one, other])


def _added(held: Tables, table: str, rows: Rows) -> Iterator[Case]:
    """Copy each row to a key that is free, and put one in that nobody wrote."""
    for row in rows[:5] + rows[-5:]:
        copy = _rekeyed(table, row, rows)
        yield _case("row duplicated", held, table, "", [*rows, copy], [copy])
    if rows:
        forged = _rekeyed(table, _imagined(rows[-1]), rows)
        yield _case("row inserted", held, table, "", [*rows, forged], [forged])


def _emptied(held: Tables, table: str, rows: Rows) -> Iterator[Case]:
    if rows:
        yield _case("table emptied", held, table, "", [], rows)


def _cut(held: Tables) -> Iterator[Case]:
    """Cut the end off, in all tables alike, so that what is left fits together."""
    sealed = max(_size(note) for _number, note in held["checkpoints"])
    for last in range(1, sealed):
        after = {
            **held,
            "entries": held["entries"][:last],
            "tree_nodes": held["tree_nodes"][:last],
            "entry_tags": [row for row in held["entry_tags"] if row[1] <= last],
        }
        positions = frozenset(
            size
            for size in (_size(note) for _number, note in held["checkpoints"])
            if size > last
        )
        yield Case("end cut off", "entries", "", after, positions)


# ------------------------------------------------------------------- a new history
def _forged(held: Tables) -> Iterator[Case]:
    """Write history anew, with a tree that fits it, but without the key."""
    rows = held["entries"]
    sizes = sorted(_size(note) for _number, note in held["checkpoints"])
    tellings: list[tuple[str, int, Rows]] = []
    for at, row in enumerate(rows[: sizes[-1]]):
        changed = (*row[:2], f"{row[2]}x", *row[3:])
        tellings.append(("changed", at, [*rows[:at], changed, *rows[at + 1 :]]))
        tellings.append(("dropped", at, rows[:at] + rows[at + 1 :]))
        tellings.append(("inserted", at, [*rows[:at], changed, *rows[at:]]))
        if at + 1 < sizes[-1]:
            pair = [rows[at + 1], row]
            tellings.append(("reordered", at, [*rows[:at], *pair, *rows[at + 2 :]]))
    for how, at, told in tellings:
        broken = frozenset(size for size in sizes if size > at)
        after = {**held, **rehashed(told), "entry_tags": _tags_of(told)}
        yield Case(f"re-hashed: {how}", "entries", "", after, broken)
        yield Case(
            f"re-hashed and sealed by another key: {how}",
            "entries",
            "",
            {**after, "checkpoints": _resealed(held["checkpoints"], told)},
            broken,
        )


def _resealed(notes: Rows, told: Rows) -> Rows:
    """Sign checkpoints that fit another history, with another key of the same name."""
    found: Rows = []
    for number, written in notes:
        size = min(_size(written), len(told))
        edge = Frontier()
        for position, row in enumerate(told[:size], 1):
            edge.append(leaf_hash(hashed_form(StoredEntry(position, *row[1:]))))
        text = str(Checkpoint(FORGER.name, size, edge.root()))
        found.append((number, str(Note(text, (FORGER.sign(text),)))))
    return found


def _tags_of(told: Rows) -> Rows:
    return sorted(
        (tag, position)
        for position, row in enumerate(told, 1)
        for tag in dict.fromkeys(json.loads(row[4]))
    )


# ------------------------------------------------------------------- what a case is
def _case(  # noqa: PLR0913, PLR0917 -- what was, what is, what was touched
    kind: str, held: Tables, table: str, column: str, after: Rows, touched: Rows
) -> Case:
    positions = frozenset().union(*(_POSITIONS[table](held, row) for row in touched))
    return Case(kind, table, column, {**held, table: after}, positions)


def _cited_at(held: Tables, row: tuple[Any, ...]) -> Positions:
    """Tell where a document is first named."""
    named = (entry[0] for entry in held["entries"] if row[0] in entry[5])
    return frozenset({min(named, default=0)} - {0})


_POSITIONS: dict[str, Callable[[Tables, tuple[Any, ...]], Positions]] = {
    "entries": lambda _held, row: frozenset({row[0]}),
    "tree_nodes": lambda _held, row: frozenset({row[0]}),
    "entry_tags": lambda _held, row: frozenset({row[1]}),
    "documents": _cited_at,
    "checkpoints": lambda _held, _row: frozenset(),
    "ledger_format": lambda _held, _row: frozenset(),
}


def _is_possible(table: str, rows: Rows) -> bool:
    """Tell whether no two rows have one key: no database would hold that."""
    keys = [row[: KEYS[table]] for row in rows]
    return len(set(keys)) == len(keys)


def _rekeyed(table: str, row: tuple[Any, ...], rows: Rows) -> tuple[Any, ...]:
    """Give a row a key that is free: the next number, or another text."""
    if isinstance(row[0], int):
        return (max(one[0] for one in rows) + 1, *row[1:])
    if table == "documents":
        return ("0" * 64, *row[1:])
    return (f"{row[0]}-copy", *row[1:])


def _imagined(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Make a row up after another."""
    return tuple(f"{value}!" if isinstance(value, str) else value for value in row)


def _size(note: str) -> int:
    return int(note.split("\n")[1])

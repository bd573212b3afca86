"""A paper as a sequence of blocks, whatever it is then written as."""

from typing import TypeAlias

import msgspec

from papers.cell import Cell


class Title(msgspec.Struct, frozen=True):
    """A heading; the paper's own is of level 1."""

    text: str
    level: int = 2


class Line(msgspec.Struct, frozen=True):
    """A paragraph, after the label it begins with if it has one."""

    text: str
    label: str | None = None


class Listing(msgspec.Struct, frozen=True):
    """Several items, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


class Grid(msgspec.Struct, frozen=True):
    """A table: columns, rows; which columns hold numbers, which are summed."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()
    summed: frozenset[int] = frozenset()


class Rule(msgspec.Struct, frozen=True):
    """A line drawn across the page."""


Block: TypeAlias = Title | Line | Listing | Grid | Rule
Document: TypeAlias = tuple[Block, ...]


class Paper(msgspec.Struct, frozen=True):
    """A document made from the ledger: its title, its blocks, what it is a state of.

    The state stands at the foot of every page: the day, what was known, the position.
    """

    title: str
    blocks: Document
    state: str

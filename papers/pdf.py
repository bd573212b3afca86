"""Write a paper as a PDF: typeset by typst, read aloud by a screen reader (PDF/UA-1).

The template `paper.typ` is the form; every text reaches it as data, so that no name
is ever read as markup. Only the fonts typst brings are used, and no clock: the same
paper gives the same bytes on every machine.
"""

from pathlib import Path
from typing import Any

import msgspec
import typst

from papers import french
from papers.cell import Cell
from papers.document import Block, Grid, Line, Listing, Paper, Rule, Title
from papers.plain import in_lines, one_line
from papers.totals import totals

_TEMPLATE = Path(__file__).parent / "paper.typ"
_WIDE = 6
"""A table of more columns than this turns the page."""

_TALL = 600
"""A row with a longer text than this may be divided between two pages."""


def pdf(paper: Paper) -> bytes:
    """Write the paper on A4, its state and the page number at the foot of each page."""
    data = {"paper": msgspec.json.encode(_data(paper)).decode()}
    try:
        return _typeset(data, accessible=True)
    except typst.TypstError:
        # The standard admits no character that the fonts cannot draw. Such a name is
        # shown with a box for it, rather than not at all; its text stays in the file.
        return _typeset(data, accessible=False)


def _typeset(data: dict[str, str], *, accessible: bool) -> bytes:
    return typst.compile(
        _TEMPLATE,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=data,
        pdf_standards=["ua-1"] if accessible else [],
    )


# ------------------------------------------------------------------- as data
def _data(paper: Paper) -> dict[str, Any]:
    headed = any(
        isinstance(block, Title) and block.level == 1 for block in paper.blocks
    )
    own = () if headed else (Title(paper.title, 1),)
    return {
        "title": one_line(paper.title),
        "state": one_line(paper.state),
        "landscape": any(
            isinstance(block, Grid) and len(block.columns) > _WIDE
            for block in paper.blocks
        ),
        "blocks": [_block(block) for block in (*own, *_nested(paper.blocks))],
    }


def _nested(blocks: tuple[Block, ...]) -> list[Block]:
    """Let no heading skip a level: a screen reader follows them one by one."""
    level = 1
    nested: list[Block] = []
    for block in blocks:
        if isinstance(block, Title):
            level = max(1, min(block.level, level + 1))
            nested.append(Title(block.text, level))
        else:
            nested.append(block)
    return nested


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Title(text=text, level=level):
            return {"kind": "title", "text": one_line(text), "level": level}
        case Line(text=text, label=label):
            said = None if label is None else f"{one_line(label)}{french.NBSP}:"
            return {"kind": "line", "text": one_line(text), "label": said}
        case Listing(items=items, numbered=numbered):
            texts = [one_line(item) for item in items]
            return {"kind": "listing", "items": texts, "numbered": numbered}
        case Grid():
            return {"kind": "grid", **_grid(block)}
        case Rule():
            return {"kind": "rule"}


def _grid(grid: Grid) -> dict[str, Any]:
    total = totals(grid)
    return {
        "columns": [one_line(column) for column in grid.columns],
        "numbers": sorted(grid.numbers | grid.summed),
        "blank": _blank(grid),
        "rows": [_row(row) for row in grid.rows],
        "total": None if total is None else _row(total),
    }


def _blank(grid: Grid) -> list[int]:
    """Find the columns left to be filled in by hand: they need room for it."""
    return [
        place
        for place in range(len(grid.columns))
        if grid.rows and all(row[place] == "" for row in grid.rows)
    ]


def _row(cells: tuple[Cell, ...]) -> dict[str, Any]:
    texts = [in_lines(french.shown(cell)) for cell in cells]
    return {"cells": texts, "whole": max(map(len, texts), default=0) <= _TALL}

"""Papers to typeset, and what is read back from the pages they make."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from papers.cell import Cell, Euros
from papers.document import Block, Grid, Paper
from papers.pdf import pdf

REFERENCE = "departement-du-pas-de-calais/fictif-2021-056"


def paper(*blocks: Block, title: str = "Annexe 1", state: str = "État") -> Paper:
    return Paper(title, blocks, state)


def pages(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(made)).pages]


def text(*blocks: Block) -> str:
    """Read a paper's text layer; the ends of lines are no more than spaces."""
    return " ".join("\n".join(pages(pdf(paper(*blocks)))).split())


def letters(said: str) -> str:
    return "".join(said.split())


def members(count: int) -> Grid:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            number,
            f"Commune imaginaire {number:03}",
            date(2021, 3, 31),
            f"{REFERENCE}, comite-syndical/fictif-2021-{number:03}",
            Euros(Decimal("10.01") * number),
        )
        for number in range(1, count + 1)
    )
    columns = ("Rang", "Membre", "Depuis le", "Actes", "Montant dû")
    return Grid(columns, rows, frozenset({0, 4}), frozenset({4}))


def root(made: bytes) -> Any:
    """Open the tree of a PDF's objects, whose types no checker knows."""
    return PdfReader(BytesIO(made)).root_object

"""How an answer is shown: tables, lines, a document, or a way of its own."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from presentation.table import Table

if TYPE_CHECKING:  # what is shown without a document needs none of them
    from papers.document import Paper
    from papers.subjects import Subject
    from projections.timelines.world import World

Lines: TypeAlias = tuple[type[msgspec.Struct], Iterable[msgspec.Struct]]
"""What CSV has: of which kind, and one after the other."""

DOCUMENTS = ("md", "xlsx", "pdf")
"""The formats of documents, which are French whatever is spoken."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """How one answer is shown; nothing is drawn before its format is asked for.

    `told` is the answer as JSON has it, its sentences said in the language spoken.
    `whole` gives the tables of a document, where a screen is shown less. A document is
    an extract of the register about its `subject`, as known to `world`, unless the
    answer has a `paper` of its own. `texts` are the formats written in a way of their
    own, piece by piece.
    """

    told: Callable[[], msgspec.Struct]
    tables: Callable[[], list[Table]] | None = None
    lines: Callable[[], Lines] | None = None
    whole: Callable[[], list[Table]] | None = None
    world: "World | None" = None
    subject: "Callable[[], Subject] | None" = None
    paper: "Callable[[], Paper] | None" = None
    texts: Mapping[str, Callable[[], Iterable[str]]] = {}

    @property
    def formats(self) -> tuple[str, ...]:
        """List the formats it is written in, the usual one first."""
        return (
            *(("table",) if self.tables is not None else ()),
            "json",
            *(("csv",) if self.lines is not None else ()),
            *(DOCUMENTS if self.subject is not None or self.paper is not None else ()),
            *(one for one in self.texts if one not in {"table", "json", "csv"}),
        )

"""How the annexes are shown, derived or looked up; what is heavy comes only then."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from presentation.form import Form
from presentation.table import Table
from projections.register.answers import (
    Annex1,
    Annex2,
    Member,
    Transfer,
)

if TYPE_CHECKING:  # an answer that was looked up needs none
    from papers.subjects import Subject
    from projections.timelines.world import World


def form(answer: Annex1 | Annex2, world: "World") -> Form:
    """Tell how an annex is shown."""
    return msgspec.structs.replace(
        _form(answer, lambda: _drawn(answer, world)),
        world=world,
        subject=lambda: _subject(answer, world),
    )


def form_looked_up(answer: Annex1 | Annex2, statutes: Sequence[str]) -> Form:
    """Tell how an annex is shown that an index answered: as no document.

    A document cites acts, which no index knows. `statutes` is what it keeps of them.
    """
    return _form(answer, lambda: _drawn_looked_up(answer, statutes))


def _form(answer: Annex1 | Annex2, tables: Callable[[], list[Table]]) -> Form:
    lines = (
        (Member, answer.members)
        if isinstance(answer, Annex1)
        else (Transfer, answer.transfers)
    )
    return Form(
        told=lambda: answer,
        tables=tables,
        lines=lambda: lines,
    )


def _drawn(answer: Annex1 | Annex2, world: "World") -> list[Table]:
    from presentation import annex_tables  # noqa: PLC0415 -- heavy

    return annex_tables.draw(answer, annex_tables.competences_on(world, answer.at))


def _drawn_looked_up(answer: Annex1 | Annex2, statutes: Sequence[str]) -> list[Table]:
    from presentation import annex_tables  # noqa: PLC0415 -- heavy

    return annex_tables.draw(answer, annex_tables.competences_in(statutes))


def _subject(answer: Annex1 | Annex2, world: "World") -> "Subject":
    from papers.subjects import of_time  # noqa: PLC0415 -- for a document only

    title = (
        "Annexe 1 aux statuts – Membres du syndicat mixte"
        if isinstance(answer, Annex1)
        else "Annexe 2 aux statuts – Compétences transférées par chaque membre"
    )
    return of_time(title, answer.from_, answer.until, world)

"""How is it said what follows from an act that dies: what falls, what is to review?"""

from collections.abc import Iterable
from datetime import date

from ledger.language import N_
from ledger.language import translate as _
from papers.cell import Cell
from presentation import words
from presentation.table import Table, without_empty_columns
from projections.changes.consequences import WHATS, Consequence
from projections.naming.colleges import Colleges, colleges_of
from projections.naming.names import name_on
from projections.timelines.world import World

_STANDINGS = {
    "fallen": N_("falls"),
    "returned": N_("returns"),
    "to review": N_("to review"),
}


def consequences_table(
    world: World, act: str, consequences: Iterable[Consequence]
) -> Table:
    """Draw what follows from one act; a table without rows says that nothing does."""
    rows = tuple(_row(world, one) for one in consequences)
    heads = (
        *(_("Standing"), _("What"), _("Member"), _("Name"), _("Which")),
        *(_("From"), _("Until"), _("By these acts")),
    )
    title = _("What follows from {act}").format(act=act)
    note = "" if rows else _("Nothing rested on what it ends.")
    return without_empty_columns(Table(title, heads, rows, note))


def _row(world: World, one: Consequence) -> tuple[Cell, ...]:
    return (
        _(_STANDINGS[one.standing]),
        _(WHATS[one.what]),
        name_on(world, one.member, one.from_ or date.max) if one.member else "",
        world.persons.get(one.person, one.person) if one.person else "",
        _which(one, colleges_of(world)),
        one.from_,
        words.last(one.until),
        "\n".join(one.because),
    )


def _which(one: Consequence, colleges: Colleges) -> str:
    """Name the competence, the body, the office, the year, the amounts."""
    if one.what == "call":
        return _("{year}: {before} due before, {after} now").format(
            year=one.detail,
            before=words.euros(one.before) or _("not established"),
            after=words.euros(one.after) or _("not established"),
        )
    detail = one.detail or ""
    return (
        words.office(detail)
        if words.is_office(detail)
        else words.body(detail, colleges)
    )

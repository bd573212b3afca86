"""`smo annex 1`, `smo annex 2`: the annexes of the statutes on a date.

Looked up where an index answers, derived where it does not; what derives, and what
draws tables, is loaded only then.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click
import msgspec

from ledger.language import N_
from ledger.storage.lookup import Lookup
from ledger.storage.positions import Positions
from presentation.table import Table
from projections.index.annexes import (
    PARTS,
    QUESTION,
    indexed_annex_1,
    indexed_annex_2,
)
from projections.members.answers import Annex1, Annex2, Member, Transfer
from projections.moments import position_known_at
from projections.periods import Period, day_of
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, during_options, known_at_option
from terminal.printing import TEXTS, print_answer, print_text
from terminal.spoken import SpokenCommand

if TYPE_CHECKING:  # heavy, and loaded only where the answer is derived
    from projections.world import World

Answered: TypeAlias = tuple[Annex1 | Annex2, Callable[[], list[Table]]]
"""An answer, and what draws it for people."""

LINES: dict[str, type[msgspec.Struct]] = {"1": Member, "2": Transfer}


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show annex 1 (who is a member) or annex 2 (who transferred which competence) "
        "on a date, with what is pending and what it is waiting for."
    ),
)
@click.argument("annex", type=click.Choice(["1", "2"]))
@during_options
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    annex: str,
    during: Period,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    asked = desk, annex, during, known_at
    # A document cites acts, which no index knows.
    found = _looked_up(*asked) if format_ in TEXTS else None
    if found is not None:
        answer, draw = found
        lines = LINES[annex], _lines(answer)
        print_text(answer, lines=lines, draw=draw, format_=format_, output=output)
        return
    world = _asked(desk, known_at)
    answer, draw = _derived(world, annex, during)
    print_answer(
        answer,
        lines=(LINES[annex], _lines(answer)),
        draw=draw,
        world=world,
        format_=format_,
        output=output,
    )


def _lines(answer: Annex1 | Annex2) -> tuple[Member, ...] | tuple[Transfer, ...]:
    return answer.members if isinstance(answer, Annex1) else answer.transfers


def _looked_up(
    desk: Desk, annex: str, during: Period, known_at: str | None
) -> Answered | None:
    """Look the answer up; None where no index answers: of a period, none does."""
    at = during.from_
    if during != day_of(at):
        return None
    lines, position = None, 0
    with desk.looking_up() as ask:
        if ask is not None:
            position = position_known_at(known_at, Positions(ask))
            parts = PARTS[annex]
            lines = Lookup(ask).lines_known_at(QUESTION, position, parts, at)
    if lines is None:
        return None
    make = indexed_annex_1 if annex == "1" else indexed_annex_2
    try:
        answer: Annex1 | Annex2 = make(lines, at, position)
    except msgspec.MsgspecError:
        return None  # somebody wrote into it: «smo verify» says so

    def draw() -> list[Table]:
        from presentation import annex as tables  # noqa: PLC0415 -- heavy, for tables only

        competences = tables.competences_in(lines["statutes"])
        return tables.draw(answer, competences)

    return answer, draw


def _asked(desk: Desk, known_at: str | None) -> "World":
    from terminal.asking import ask  # noqa: PLC0415 -- heavy

    return ask(desk, known_at)


def _derived(world: "World", annex: str, during: Period) -> Answered:
    """Derive the answer from the entries."""
    from presentation import annex as tables  # noqa: PLC0415
    from projections.members.annexes import annex_1, annex_2  # noqa: PLC0415 -- heavy

    answer: Annex1 | Annex2 = (annex_1 if annex == "1" else annex_2)(world, during)
    return answer, lambda: tables.draw(answer, tables.competences_on(world, answer.at))

"""`smo member ID`: everything about one institution."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.statutes import Competence
from projections.members.portrait import (
    Membership,
    Portrait,
    Transfer,
    institution_named,
    portrait,
)
from projections.periods import Period, last_day
from terminal import words
from terminal.annex_tables import competences_on, draw_pending, label
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, during_options, known_at_option
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show everything about one institution: what it is called, since when it is a "
        "member, for what, who its delegates were, and what is pending. With --in, "
        "what concerns that time."
    ),
)
@click.argument("member", metavar="ID")
@during_options
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    member: str,
    during: Period,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    world = ask(desk, known_at)
    at = last_day(during)
    is_a_time = (at - during.from_).days > 0
    found = institution_named(world, member)
    answer = portrait(world, found, during if is_a_time else None, at)
    print_answer(
        answer,
        lines=(Transfer, answer.transfers),
        draw=lambda: draw(answer, at, competences_on(world, at)),
        world=world,
        format_=format_,
        output=output,
    )


def draw(answer: Portrait, at: date, competences: dict[str, Competence]) -> list[Table]:
    """Draw what is known of an institution for people."""
    labels = {
        one.competence: label(one.competence, competences) for one in answer.transfers
    }
    drawn = [_identity(answer), _times(answer, labels), _delegates(answer)]
    if answer.pending:
        drawn.append(draw_pending(answer.pending, at, competences))
    return drawn


def _identity(answer: Portrait) -> Table:
    rows = tuple(
        (
            one.name,
            words.kind(one.kind),
            one.insee,
            one.siren,
            one.population,
            one.from_,
            words.last(one.until),
        )
        for one in answer.identifiers
    )
    heads = (
        *(_("Name"), _("Kind"), "INSEE", "SIREN"),
        *(_("Population"), _("Since"), _("Until")),
    )
    note = words.known(answer.known_at)
    title = f"{answer.name} ({answer.member})"
    return without_empty_columns(Table(title, heads, rows, note))


def _times(answer: Portrait, labels: dict[str, str]) -> Table:
    times: list[tuple[str, Membership | Transfer]] = [
        *((_("membership"), one) for one in answer.membership),
        *((_("associate, without vote"), one) for one in answer.associate),
        *((labels[one.competence], one) for one in answer.transfers),
    ]
    rows = tuple(
        (
            what,
            one.from_,
            words.last(one.until),
            "\n".join(one.because),
        )
        for what, one in times
    )
    heads = (_("What"), _("Since"), _("Until"), _("By these acts"))
    is_member = bool(answer.membership or answer.transfers)
    note = "" if is_member else _("No membership is established.")
    return without_empty_columns(Table(_("Member"), heads, rows, note))


def _delegates(answer: Portrait) -> Table:
    rows = tuple(
        (
            one.name,
            one.from_,
            words.last(one.until),
            "\n".join(one.because),
        )
        for one in answer.delegates
    )
    heads = (_("Name"), _("Since"), _("Until"), _("By these acts"))
    note = "" if rows else _("No mandate has begun.")
    return without_empty_columns(Table(_("Delegates"), heads, rows, note))

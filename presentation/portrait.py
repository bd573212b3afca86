"""An institution as tables for people."""

from datetime import date

from ledger.language import translate as _
from ledger.statutes import Competence
from presentation import words
from presentation.annex import draw_pending, label
from presentation.table import Table, without_empty_columns
from projections.members.portrait import (
    Membership,
    Portrait,
    Transfer,
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

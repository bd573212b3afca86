"""An institution as tables for people."""

from ledger.language import translate as _
from ledger.statutes import Competence
from papers.subjects import of_time
from presentation import words
from presentation.annex_tables import competences_on, draw_pending, label
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from projections.periods import day_of
from projections.register.portrait import (
    Membership,
    Portrait,
    Transfer,
)
from projections.timelines.world import World


def form(answer: Portrait, world: World) -> Form:
    """Tell how what is known of an institution is shown."""
    title = f"Fiche de l’institution – {answer.name}"
    time = answer.during or day_of(answer.at)
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, competences_on(world, answer.at)),
        lines=lambda: (Transfer, answer.transfers),
        world=world,
        subject=lambda: of_time(title, time.from_, time.until, world),
    )


def draw(answer: Portrait, competences: dict[str, Competence]) -> list[Table]:
    """Draw what is known of an institution for people."""
    labels = {
        one.competence: label(one.competence, competences) for one in answer.transfers
    }
    drawn = [_identity(answer), _times(answer, labels), _delegates(answer)]
    if answer.pending:
        drawn.append(draw_pending(answer.pending, answer.at, competences))
    return drawn


def _identity(answer: Portrait) -> Table:
    heads, rows = columns(
        answer.identifiers,
        (_("Name"), lambda one: one.name),
        (_("Kind"), lambda one: words.kind(one.kind)),
        ("INSEE", lambda one: one.insee),
        ("SIREN", lambda one: one.siren),
        (_("Population"), lambda one: one.population),
        (_("Since"), lambda one: one.from_),
        (_("Until"), lambda one: words.last(one.until)),
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
            getattr(one, "terms", None) or "",
        )
        for what, one in times
    )
    heads = (_("What"), _("Since"), _("Until"), _("By these acts"), _("Terms"))
    is_member = bool(answer.membership or answer.transfers)
    note = "" if is_member else _("No membership is established.")
    return without_empty_columns(Table(_("Member"), heads, rows, note))


def _delegates(answer: Portrait) -> Table:
    heads, rows = columns(
        answer.delegates,
        (_("Name"), lambda one: one.name),
        (_("Since"), lambda one: one.from_),
        (_("Until"), lambda one: words.last(one.until)),
        (_("By these acts"), lambda one: "\n".join(one.because)),
    )
    note = "" if rows else _("No mandate has begun.")
    return without_empty_columns(Table(_("Delegates"), heads, rows, note))

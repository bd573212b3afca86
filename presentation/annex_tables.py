"""The annexes as tables for people: what is established, then what is pending."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ledger.language import translate as _
from ledger.statutes import Competence
from presentation import words
from presentation.table import Table, columns, without_empty_columns
from projections.index.statutes import InForceVersion
from projections.register.answers import (
    Annex1,
    Annex2,
    Associate,
    Member,
    Pending,
    Transfer,
)

if TYPE_CHECKING:  # an answer that was looked up needs none
    from projections.timelines.world import World


def draw(answer: Annex1 | Annex2, competences: dict[str, Competence]) -> list[Table]:
    """Draw an annex for people: what is established, then what is pending."""
    if isinstance(answer, Annex1):
        drawn = [_members(answer)]
        if answer.associates:
            drawn.append(_associates(answer))
    else:
        drawn = [_transfers(answer, competences)]
    if answer.pending:
        drawn.append(draw_pending(answer.pending, answer.at, competences))
    return drawn


def competences_on(world: "World", at: date) -> dict[str, Competence]:
    """Look up what the statutes in force say of each competence."""
    in_force = world.statutes.on(at)
    competences = in_force.rules.competences if in_force else None
    return {one.id: one for one in competences or ()}


def competences_in(lines: Sequence[str]) -> dict[str, Competence]:
    """Look up the same in the lines an index keeps of the statutes."""
    in_force = [msgspec.json.decode(line, type=InForceVersion) for line in lines]
    return {one.id: one for version in in_force for one in version.competences}


# ------------------------------------------------------------------- tables
def _members(answer: Annex1) -> Table:
    shown = words.period(answer.from_, answer.until)
    heads, rows = columns(
        answer.members,
        (_("Name"), lambda line: line.name),
        (_("Kind"), lambda line: words.kind(line.kind)),
        (_("Dept."), lambda line: line.department),
        ("SIREN", lambda line: line.siren),
        (_("Since"), lambda line: line.since),
        (_("Until"), lambda line: words.last(line.until)),
        (_("By these acts"), _cited),
    )
    version = answer.statutes or _("not established")
    notes = [
        "" if rows else _("No member on {day}.").format(day=shown),
        _star(answer.members),
        _("Statutes in force: version {version}.").format(version=version),
        words.known(answer.known_at),
    ]
    title = _("Annex 1 – Members on {day}").format(day=shown)
    return without_empty_columns(Table(title, heads, rows, _lines(notes)))


def _associates(answer: Annex1) -> Table:
    heads, rows = columns(
        answer.associates,
        (_("Name"), lambda line: line.name),
        (_("Kind"), lambda line: words.kind(line.kind)),
        (_("Since"), lambda line: line.since),
        (_("Until"), lambda line: words.last(line.until)),
        (_("By these acts"), _cited),
    )
    notes = [
        _star(answer.associates),
        _("They attend without voting, and are no members."),
    ]
    return without_empty_columns(Table(_("Associates"), heads, rows, _lines(notes)))


def _transfers(answer: Annex2, competences: dict[str, Competence]) -> Table:
    shown = words.period(answer.from_, answer.until)
    heads, rows = columns(
        answer.transfers,
        (_("Name"), lambda line: line.name),
        (_("Competence"), lambda line: label(line.competence, competences)),
        (_("Since"), lambda line: line.since),
        (_("Until"), lambda line: words.last(line.until)),
        (_("By these acts"), _cited),
    )
    notes = [
        "" if rows else _("No competence is transferred on {day}.").format(day=shown),
        _star(answer.transfers),
        words.known(answer.known_at),
    ]
    title = _("Annex 2 – Competences transferred, on {day}").format(day=shown)
    return without_empty_columns(Table(title, heads, rows, _lines(notes)))


def draw_pending(
    pending: tuple[Pending, ...], at: date, competences: dict[str, Competence]
) -> Table:
    """Draw what is pending on a day, and what it is waiting for."""
    heads, rows = columns(
        pending,
        (_("Name"), lambda one: one.name),
        (_("About"), lambda one: words.procedure(one.procedure)),
        (_("Competence"), lambda one: _article(one.competence, competences)),
        (_("Not established: missing"), _waits),
    )
    title = _("Pending on {day}").format(day=words.day(at))
    return without_empty_columns(Table(title, heads, rows))


def label(competence: str, competences: dict[str, Competence]) -> str:
    """Name a competence as the statutes do; by its id where they do not."""
    known = competences.get(competence)
    return f"{known.article} {known.label}" if known else competence


def _article(competence: str | None, competences: dict[str, Competence]) -> str:
    known = competences.get(competence or "")
    return known.article if known else competence or ""


def _waits(one: Pending) -> str:
    if one.since is not None:
        return _("nothing; it begins on {day}").format(day=words.day(one.since))
    if not one.missing:
        return _("nothing; but what was agreed ends before it begins")
    return words.missing(one.missing)


def _cited(line: Member | Associate | Transfer) -> str:
    """Name the acts; a star marks those held executory by presumption."""
    return "\n".join(
        f"{act} *" if act in line.presumed else act for act in line.because
    )


def _star(lines: Sequence[Member | Associate | Transfer]) -> str:
    is_relied_on = any(line.presumed for line in lines)
    return _("* Executory by presumption.") if is_relied_on else ""


def _lines(notes: list[str]) -> str:
    return "\n".join(note for note in notes if note)

"""What a document is of: the title of each answer in legal French, and of which state.

The state is a day or a time of the law, and what was known of it.
"""

from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

import msgspec

from papers import french
from projections.colleges import Colleges, colleges_of
from projections.deadlines.deadlines import Deadlines
from projections.findings.check import Check
from projections.journal import Journal
from projections.members.answers import Annex1, Annex2
from projections.members.portrait import Portrait
from projections.money.contributions import Contributions
from projections.money.plan import PlannedContributions
from projections.periods import day_before, day_of
from projections.register.chronicle import Chronicle
from projections.register.differences import Difference
from projections.seats.rosters import Roster
from projections.votes.ballot import Ballot
from projections.whys.changes import History
from projections.whys.explanation import Explanation
from projections.world import World

_PARIS = ZoneInfo("Europe/Paris")


Answer: TypeAlias = (
    Annex1
    | Annex2
    | Roster
    | Portrait
    | Contributions
    | PlannedContributions
    | Ballot
    | Deadlines
    | Check
    | Explanation
    | History
    | Difference
    | Chronicle
    | Journal
)

_HEADED = (Ballot, Deadlines, Check, Explanation, History)
"""Of these the first table too has something to say in its title."""


class Subject(msgspec.Struct, frozen=True):
    """The title of a document, and the state it shows.

    `says_it_all` tells that it stands for the title of the first table too.
    """

    title: str
    state: str
    says_it_all: bool


def subject(answer: Answer, world: World) -> Subject:
    """Say what a document is of."""
    title, state = _said(answer, _known(world), colleges_of(world))
    return Subject(title, state, says_it_all=not isinstance(answer, _HEADED))


def state_on(at: date, world: World) -> str:
    """Say of which day a paper shows the law, and as known when."""
    return f"{_on(at)}, {_known(world)}."


def _said(  # noqa: PLR0911 -- a kind of answer, a title
    answer: Answer, known: str, colleges: Colleges
) -> tuple[str, str]:
    match answer:
        case Annex1(from_=from_, until=until):
            title = "Annexe 1 aux statuts – Membres du syndicat mixte"
            return title, f"{_during(from_, until)}, {known}"
        case Annex2(from_=from_, until=until):
            title = "Annexe 2 aux statuts – Compétences transférées par chaque membre"
            return title, f"{_during(from_, until)}, {known}"
        case Roster(body=body, from_=from_, until=until):
            title = f"Composition {french.of_body(body, colleges)}"
            return title, f"{_during(from_, until)}, {known}"
        case Portrait(name=name, at=at, during=during):
            title = f"Fiche de l’institution – {name}"
            time = during or day_of(at)
            return title, f"{_during(time.from_, time.until)}, {known}"
        case PlannedContributions(year=year, at=at):
            return f"Plan des contributions de l’année {year}", f"{_on(at)}, {known}"
        case Contributions(year=year, at=at):
            title = f"Contributions de l’année {year}"
            return title, f"{_on(at)}, {known}"
        case Ballot(on=at):
            title = "Note préparatoire au vote"
            return title, f"{_on(at)}, {known}"
        case Deadlines(at=at):
            title = "Échéancier"
            return title, f"{_on(at)}, {known}"
        case Check(at=at):
            title = "Contrôle des actes versés au registre"
            return title, f"{_on(at)}, {known}"
        case Explanation(at=at):
            title = "Note explicative"
            return title, f"{_on(at)}, {known}"
        case History():
            title = "Évolution d’une réponse dans le temps"
            return title, f"État à toutes dates, {known}"
        case Difference():
            title = "Évolution du registre"
            return title, _compared(answer, known)
        case Chronicle(from_=first, at=at):
            title = "Historique du registre, acte par acte"
            since = f"du {french.long_day(first)} au" if first else "jusqu’au"
            return title, f"Historique {since} {french.long_day(at)}, {known}"
        case Journal(act=act):
            whole = "Journal des écritures"
            title = whole if act is None else f"{whole} de l’acte {act}"
            return title, f"Journal {known}"


def _during(from_: date, until: date | None) -> str:
    """Say of which days; the last one is included."""
    if until is None:
        return f"État depuis le {french.long_day(from_)}"
    last = day_before(until)
    if last == from_:
        return _on(last)
    return f"État du {french.long_day(from_)} au {french.long_day(last)}"


def _on(day: date) -> str:
    return f"État au {french.long_day(day)}"


def _known(world: World) -> str:
    """Say what was known: the last entry taken into account, and when it was made."""
    recorded_at = world.known.recorded_at
    if recorded_at is None:
        return "aucune écriture n’étant au registre"
    at = datetime.fromisoformat(recorded_at).astimezone(_PARIS)
    return (
        f"tel que connu au {french.long_day(at.date())} à {at.hour} h {at.minute:02} "
        f"({french.entry(world.known_at, world.known.digest)})"
    )


def _compared(answer: Difference, known: str) -> str:
    first, second = answer.from_, answer.to
    if first.known_at == second.known_at:
        return (
            f"{_on(second.at)} comparé à celui du {french.long_day(first.at)}, {known}"
        )
    return (
        f"{_on(second.at)}, tel que connu à l’{french.entry(second.known_at)}, comparé "
        f"à celui du {french.long_day(first.at)}, tel que connu à l’"
        f"{french.entry(first.known_at)}"
    )

"""Ask of a history told in Python who sits, what is owed, what is found, and why.

Answers come as short texts where a test reads them whole: `person from..until`.
"""

from datetime import date
from typing import Any

import msgspec

from projections.findings.check import check
from projections.findings.finding import Told
from projections.money.contributions import Contributions, contributions
from projections.register.rosters import Roster, roster
from projections.seats.bodies import Body
from projections.timelines.world import World
from projections.whys.changes import Change
from projections.whys.changes import History as Changes
from projections.whys.changes import history as history_of
from projections.whys.explain import explain
from projections.whys.explanation import Explanation
from projections.whys.questions import question_of
from terminal.times import read_period
from tests.acts import ENT, TODAY
from tests.spec import History


# ------------------------------------------------------------------- why
def why(told: History | World, asked: str, on: str) -> Explanation:
    """Explain an answer on a day: `why(given(…), "member avelin", "2024-06-30")`."""
    world = told.world() if isinstance(told, History) else told
    kind, *words = asked.split()
    return explain(
        world, question_of(world, kind, tuple(words)), date.fromisoformat(on)
    )


def changes(told: History | World, asked: str) -> Changes:
    """List the change points of an answer."""
    world = told.world() if isinstance(told, History) else told
    kind, *words = asked.split()
    return history_of(world, question_of(world, kind, tuple(words)))


def answers(told: History | World, asked: str) -> list[tuple[str, str, str]]:
    """List the change points of an answer, as from when it is what."""
    return [
        (str(one.from_ or "ever"), one.answer, one.says)
        for one in changes(told, asked).changes
    ]


def value(found: Explanation | Change) -> Any:
    """Give what is so, as scripts read it."""
    return msgspec.to_builtins(found.value)


def says(found: Explanation) -> list[str]:
    """List the codes of the steps, in their order."""
    return [step.says for step in found.steps]


def cited(found: Explanation, code: str) -> list[str]:
    """List `text article, version` of the steps of a code."""
    return [
        f"{step.text} {step.article}, {step.statutes}"
        for step in found.steps
        if step.says == code
    ]


def lacks(found: Explanation) -> list[str]:
    """List what is missing, as `fact from whom`."""
    return [f"{one.fact} from {one.from_}" for one in found.missing]


def acts_cited(found: Explanation) -> set[str]:
    """Collect the acts that the steps name."""
    named: set[str] = set()
    for step in found.steps:
        for name in ("act", "acts", "ruling", "rulings", "reference"):
            value = step.values.get(name)
            if isinstance(value, str):
                named.add(value)
            elif isinstance(value, tuple):
                named |= set(value)
    return named


# ------------------------------------------------------------------- seats
def body(history: History, name: str) -> Body:
    """Find a body."""
    return history.world().bodies.body(name)


def asked(history: History, name: str, when: str) -> Roster:
    """Ask who sat in a body on a day, or during a time, as at the terminal."""
    period = read_period(when)
    assert period is not None
    return roster(history.world(), name, period)


def sitting(history: History, name: str, when: str) -> list[str]:
    """List who sat in a body, by id, in alphabetical order."""
    return sorted(seat.person for seat in asked(history, name, when).seats)


def seats(history: History, name: str) -> list[str]:
    """List all seats a body ever had, as `person from..until`."""
    return sorted(
        f"{seat.person} {seat.period.from_}..{seat.period.until or ''}"
        for seat in body(history, name).seats
    )


def mandates(history: History, member: str) -> list[str]:
    """List the mandates of a member's delegates, as `person from..until`."""
    return sorted(
        f"{one.person} {one.period.from_}..{one.period.until or ''}"
        for one in history.world().delegates.mandates
        if one.member == member
    )


def vacancies(history: History, name: str, when: str) -> list[str]:
    """List the empty seats of a body as `member from..until, fill by`."""
    return [
        f"{one.member or '-'} {one.from_}..{one.until or ''}, {one.fill_by or '-'}"
        for one in asked(history, name, when).vacancies
    ]


def regimes(history: History) -> list[str]:
    """List the regimes as `kind from`."""
    return [f"{one.kind} {one.period.from_}" for one in history.world().regimes]


def day(text: str) -> date:
    """Read a date."""
    return date.fromisoformat(text)


# ------------------------------------------------------------------- associates
def association(history: History, member: str) -> list[str]:
    """List the times of an associate, as `from..until`."""
    return [
        f"{tenure.from_}..{tenure.until or ''}"
        for tenure in history.world().facts.associates.about(member)
    ]


def associates(history: History, day: str) -> list[str]:
    """List who is associated on a day."""
    found = history.world().facts.associates.on(date.fromisoformat(day))
    return sorted(tenure.member for tenure in found)


# ------------------------------------------------------------------- money
def owed(
    history: History, year: int, at: str = TODAY, member: str | None = None
) -> Contributions:
    """Ask what is owed for a year under the law in force on a day."""
    return contributions(history.world(), year, date.fromisoformat(at), member)


def lines(
    history: History, year: int, at: str = TODAY, competence: str = ENT
) -> list[str]:
    """List the lines of a competence as `member line quantity x price = amount`."""
    return [
        f"{one.member} {one.line} {one.quantity} x {one.unit_price} = {one.amount}"
        for one in owed(history, year, at).lines
        if one.competence == competence
    ]


def due(history: History, year: int, member: str, at: str = TODAY) -> str | None:
    """Tell the total of a member, None where it is not established or absent."""
    totals = owed(history, year, at).totals
    return next((one.due for one in totals if one.member == member), None)


def missing(history: History, year: int, at: str = TODAY) -> list[str]:
    """List what is missing to tell who owes what, as `member competence fact`."""
    return [
        f"{one.member} {one.competence} {fact.fact}"
        for one in owed(history, year, at).not_established
        for fact in one.missing
    ]


# ------------------------------------------------------------------- findings
def told(history: History, *rules: str, at: str = TODAY) -> list[Told]:
    """List the findings of a day, all or those of some rules."""
    found = check(history.world(), date.fromisoformat(at)).findings
    return [one for one in found if not rules or one.rule in rules]


def found(history: History, *rules: str, at: str = TODAY) -> list[str]:
    """List the findings of a day as `rule act`, of all rules or of some."""
    return [f"{one.rule} {one.act or '-'}" for one in told(history, *rules, at=at)]


def only(history: History, *rules: str, at: str = TODAY) -> Told:
    """Give the one finding there is."""
    [one] = told(history, *rules, at=at)
    return one

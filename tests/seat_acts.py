"""Write acts about seats, and ask who sits: statutes, designations, elections.

Founders carry their real ids; every person and every commune is fictional.

    given(*founded(), *seated("avelin", on="2020-03-02"))
"""

from datetime import date
from typing import Any

from ledger.acts.act import Act
from ledger.names import slug
from projections.seats.bodies import Body
from projections.seats.rosters import Roster, roster
from terminal.times import read_period
from tests.history import (
    ARTICLES,
    COMMITTEE,
    FIBRE,
    SECRETARIAT,
    History,
    act,
    complete,
    creation,
    joins,
)

REGION = "region-hauts-de-france"
NORD = "departement-du-nord"
PAS_DE_CALAIS = "departement-du-pas-de-calais"
FOUNDERS = (REGION, NORD, PAS_DE_CALAIS)
BUREAU = "bureau"
COLLEGE = "college-communal"
COLLEGE_NORD = "college-nord"
COLLEGE_PDC = "college-pas-de-calais"
START = "2019-01-01"

RULES: dict[str, Any] = {
    "competences": [
        {"id": FIBRE, "article": "4.1", "label": "Communications électroniques"},
        {"id": "numerique-educatif", "article": "4.2", "label": "Numérique éducatif"},
    ],
    "seats": {REGION: "10", NORD: "5", PAS_DE_CALAIS: "5"},
    "departments": [
        {"code": "59", "name": "Nord", "founder": NORD, "college": COLLEGE_NORD},
        {"code": "62", "name": "PdC", "founder": PAS_DE_CALAIS, "college": COLLEGE_PDC},
    ],
    "direct_seats_up_to": "4",
    "communal_college_seats": "4",
    "departmental_colleges": {"members_each": "2", "seats_each": "2"},
    "two_and_two_at_four": "departmental-colleges",
    "colleges_survive_departures": "true",
    "majorities": {
        **dict.fromkeys(("adhesion", "withdrawal"), "2/3 of votes"),
        "statutes": "2/3 of members",
        "ordinary": "1/2 of votes",
    },
    "applicant_department_weight": "3",
    "quorum": "1/2",
    "proxies_each": "1",
    "notice_days": "5",
    "second_call_days": "3",
    "vacancy_months": "1",
    "vice_presidents": "2",
    "shares": {FIBRE: {REGION: "50", NORD: "25", PAS_DE_CALAIS: "25"}},
}
"""The statutes of 2018 as data."""


# ------------------------------------------------------------------- acts
def statutes(on: str, **rules: Any) -> Act:
    """Let a version of the statutes enter into force that day."""
    adopted = {
        "type": "statutes-adopted",
        "version": on,
        "rules": rules,
        "articles": ARTICLES,
    }
    return act(f"{COMMITTEE}/statuts-{on}", adopted, **complete(on))


def founded(on: str = START, **rules: Any) -> list[Act]:
    """Create the syndicate with its three founders, and its first statutes."""
    founders = [(founder, [FIBRE]) for founder in FOUNDERS]
    return [creation(*founders, on=on), statutes(on, **(RULES | rules))]


def designates(
    member: str,
    person: Any,
    on: str,
    *,
    replaces: str | None = None,
    from_: str | None = None,
) -> Act:
    """Let an assembly designate a delegate, by an act in force that day."""
    said = {"type": "delegate-designated", "person": person}
    said |= {} if replaces is None else {"replaces": replaces}
    said |= {} if from_ is None else {"from": from_}
    name = slug(person if isinstance(person, str) else person["id"])
    return act(f"{member}/designe-{name}-{on}", said, **complete(on))


def seated(member: str, on: str, *, department: str = "59", **said: Any) -> list[Act]:
    """Let a commune join and designate, the same day, a delegate `d-<member>`."""
    described = {"department": department} | said
    joined = joins(member, on=on, number=f"adhesion-{on}", **described)
    return [*joined, designates(member, f"d-{member}", on)]


def all_seated(members: str, on: str, *, department: str = "59") -> list[Act]:
    """Let several communes, named in one text, join and designate that day."""
    return [
        one
        for member in members.split()
        for one in seated(member, on, department=department)
    ]


def vacates(person: str, on: str, seat: str = "delegate", by: str = SECRETARIAT) -> Act:
    """Let a person leave a seat."""
    said = {"type": "seat-vacated", "person": person, "seat": seat, "on": on}
    return act(f"{by}/depart-{slug(person)}-{seat}-{on}", said | {"reason": "death"})


def renews(member: str, on: str) -> Act:
    """Let the secretariat learn that an assembly was renewed."""
    said = {"type": "assembly-renewed", "member": member, "on": on}
    return act(f"{SECRETARIAT}/renouvellement-{member}-{on}", said)


def elects(college: str, on: str, *persons: str, replaces: str | None = None) -> Act:
    """Let a college elect representatives."""
    replaced = {} if replaces is None else {"replaces": replaces}
    said = [
        {"type": "representative-elected", "person": person} | replaced
        for person in persons
    ]
    return act(f"{college}/election-{on}-{slug(persons[0])}", *said, adopted_on=on)


def elects_officer(
    office: str, person: str, on: str, *, replaces: str | None = None
) -> Act:
    """Let the committee elect an officer."""
    said = {"type": "officer-elected", "office": office, "person": person}
    said |= {} if replaces is None else {"replaces": replaces}
    return act(f"{COMMITTEE}/{office}-{slug(person)}-{on}", said, **complete(on))


# ------------------------------------------------------------------- answers
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

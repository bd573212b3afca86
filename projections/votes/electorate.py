"""Who may vote on a question, on a day, and with what weight?

Statutes arts. 8.1, 8.5, 11, 15; specification section 8. The committee votes as it
stood when the session opened.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import StatutesClause
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.statutes import Department, Rules
from ledger.votes import Question
from ledger.voting_refusals import UnknownDepartmentError
from projections.seats.seats import BUREAU, Seat
from projections.votes.counting import Majority
from projections.world import World

COMMUNAL_BLOCK = "communal-block"
"""The group of the delegates and representatives of communes and EPCI."""


class Asked(msgspec.Struct, frozen=True):
    """What is put to the vote; whom it concerns, and which competence."""

    question: Question
    applicant: str | None = None
    competence: str | None = None


class Voter(msgspec.Struct, frozen=True):
    """A person who may vote, the member the seat is of, and the weight of the vote."""

    person: str
    name: str
    seat_of: str
    weight: int
    group: str


class Electorate(msgspec.Struct, frozen=True):
    """Who may vote on a question; `in_office` counts the whole body.

    `department` is the founder whose delegates' votes weigh more, if there is one.
    """

    body: str
    day: date
    asked: Asked
    voters: tuple[Voter, ...]
    in_office: tuple[str, ...]
    president: str | None
    majority: Majority
    statutes: str
    department: str | None = None

    @property
    def votes(self) -> int:
        """Tell how many votes there are, if all are cast."""
        return sum(voter.weight for voter in self.voters)

    @property
    def needed(self) -> int:
        """Tell how many votes are needed, if all are cast."""
        whole = len(self.in_office) if self.majority.base == "members" else self.votes
        return self.majority.needed(whole)

    def staying(self, recused: Collection[str]) -> set[str]:
        """List who stays for the vote, and so may hold a proxy.

        The recused leave, and the president for the accounts (CGCT L.2121-14).
        """
        leaving = {*recused}
        if self.asked.question == "accounts" and self.president is not None:
            leaving.add(self.president)
        return {*self.in_office} - leaving

    def voter(self, person: str) -> Voter | None:
        """Find a voter; None for whoever may not vote."""
        return next((one for one in self.voters if one.person == person), None)


class NoRulesError(LedgerError):
    """No statutes are in force, so no rule tells who votes."""

    sentence = N_(
        "On {day} no statutes with their rules are in force; record them first"
    )


def electorate(opened: World, body: str, asked: Asked, day: date) -> Electorate:
    """Tell who may vote on a question in a body, in the world as the session opened.

    Raises:
        NoRulesError: no statutes are in force that day.
        UnknownDepartmentError: the applicant's département is not on record.
    """
    version = opened.statutes.on(day)
    if version is None or version.rules.missing():
        raise NoRulesError(day=day)
    seats = list(seats_of(opened, body, day))
    president = _president(opened, day)
    is_weighed = body == COMMITTEE
    founder = _department(opened, asked, version.rules, day) if is_weighed else None
    weight = version.rules.applicant_department_weight or 1
    voters = [
        Voter(
            seat.person,
            opened.persons.get(seat.person, seat.person),
            seat.member,
            weight if seat.member == founder else 1,
            seat.member
            if seat.member in opened.membership.founders
            else COMMUNAL_BLOCK,
        )
        for seat in seats
        if body != COMMITTEE or _may_vote(opened, seat, asked, day, president)
    ]
    return Electorate(
        body=body,
        day=day,
        asked=asked,
        voters=tuple(voters),
        in_office=tuple(seat.person for seat in seats),
        president=president,
        majority=_majority(body, asked.question, version.rules),
        statutes=version.version,
        department=founder,
    )


# ------------------------------------------------------------------- who sits
def seats_of(world: World, body: str, day: date) -> Iterator[Seat]:
    """List who sits in a body that day, each person once: in the seat held longest."""
    found: dict[str, Seat] = {}
    for seat in world.bodies.body(body).seats:
        if seat.period.holds_on(day):
            held = found.setdefault(seat.person, seat)
            if (seat.period.from_, seat.member) < (held.period.from_, held.member):
                found[seat.person] = seat
    yield from found.values()


def _president(world: World, day: date) -> str | None:
    return next(
        (
            seat.person
            for seat in world.bodies.body(BUREAU).seats
            if seat.office == "president" and seat.period.holds_on(day)
        ),
        None,
    )


# ------------------------------------------------------------------- who votes (8.5)
def _may_vote(
    world: World, seat: Seat, asked: Asked, day: date, president: str | None
) -> bool:
    """Tell whether a member of the committee votes on this.

    On the accounts the president leaves (CGCT L.2121-14). On an ordinary matter of one
    competence only those vote whose members hold it, and the president.
    """
    if asked.question == "accounts":
        return seat.person != president
    if asked.question != "ordinary" or asked.competence is None:
        return True
    if seat.person == president:
        return True
    holders = {
        stay.member
        for stay in world.membership.transfers_on(day)
        if stay.competence == asked.competence
    }
    return bool(holders & _represented(world, seat, day))


def _represented(world: World, seat: Seat, day: date) -> set[str]:
    """Tell for whom a member of the committee sits: its member, or all its college."""
    is_founder = seat.member in world.membership.founders
    colleges = [
        body
        for name, body in world.bodies.by_id.items()
        if name not in {COMMITTEE, BUREAU}
        and any(period.holds_on(day) for period in body.existed)
        and any(
            one.person == seat.person and one.period.holds_on(day) for one in body.seats
        )
    ]
    if is_founder or not colleges:
        return {seat.member}
    represented = {
        one.member
        for body in colleges
        for one in body.seats
        if one.period.holds_on(day)
    }
    vacant = {
        one.member
        for body in colleges
        for one in body.empty
        if one.period.holds_on(day)
    }
    return represented | {member for member in vacant if member is not None}


# ------------------------------------------------------------------- weight, majority
def _department(world: World, asked: Asked, rules: Rules, day: date) -> str | None:
    """Find the founder that is the applicant's département (art. 15)."""
    if asked.question != "adhesion" or asked.applicant is None:
        return None
    timeline = world.identities.get(asked.applicant)
    identity = timeline.on(day) if timeline else None
    if identity is not None and identity.kind == "region":
        return None  # it lies in none of them more than in the others
    code = identity.department if identity else None
    if code is None:
        raise UnknownDepartmentError(applicant=asked.applicant)
    departments: tuple[Department, ...] = rules.departments or ()
    return next((one.founder for one in departments if one.code == code), None)


def majority_clause(body: str, question: Question) -> StatutesClause:
    """Tell the clause of the statutes that sets the majority of a vote."""
    if body != COMMITTEE:
        return "bureau" if body == BUREAU else "colleges"
    match question:
        case "adhesion":
            return "majority.adhesion"
        case "withdrawal":
            return "majority.withdrawal"
        case "statutes":
            return "majority.statutes"
        case _:
            return "majority.ordinary"


def _majority(body: str, question: Question, rules: Rules) -> Majority:
    majorities = rules.majorities
    assert majorities is not None, "rules that miss none have them"
    if body == BUREAU:
        return Majority.read("1/2 of members")
    if body != COMMITTEE:
        return Majority.read("1/2 of votes")
    named: dict[Literal["adhesion", "withdrawal", "statutes"], str] = {
        "adhesion": majorities.adhesion,
        "withdrawal": majorities.withdrawal,
        "statutes": majorities.statutes,
    }
    return Majority.read(
        next((text for name, text in named.items() if name == question), "")
        or majorities.ordinary
    )

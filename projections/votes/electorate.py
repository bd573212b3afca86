"""Who may vote on a question, on a day?

Statutes, clauses electorate, bureau and colleges; specification section 8. The
committee votes as it stood when the session opened.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause, StatutesClause
from ledger.language import N_
from ledger.votes import Question
from projections.reason import Competence, Institution, Person, Reason, Rule
from projections.seats.seats import BUREAU, Seat
from projections.switches import ELECTORATE_FOR_TARIFFS, Switch
from projections.timelines.world import World
from projections.votes.counting import Majority, Need, Tally, ahead, majority_of
from projections.votes.no_rules import NoRulesError, UnforcedStatutesError
from projections.votes.quorum import Leaving, leaving
from projections.votes.weights import EVEN, Weighing, weighing

DECIDES: tuple[Clause, ...] = ("electorate",)

COMMUNAL_BLOCK = "communal-block"
"""The group of the delegates and representatives of communes and EPCI."""

VOTERS = Rule(
    "vote.electorate",
    N_("{voters} persons could vote on {day}, {votes} votes in all."),
    "electorate",
)
GROUP = Rule("vote.group", N_("{name}: persons {voters}, votes {votes}."))
BLOCK = Rule("vote.group.communal", N_("Communal block: persons {voters}."))
PRESIDENT_LEAVES = Rule(
    "vote.president-leaves",
    N_("The president leaves when the accounts are voted."),
    law="CGCT",
    article="L.2121-14",
)
HOLDERS = Rule(
    "vote.holders",
    N_("Only the delegates of members that hold {competence} vote, and the president."),
    "electorate",
)
NOBODY_AHEAD = Rule("ballot.nobody", N_("Nobody sits in it that day, so nobody votes."))
EVERYBODY_AHEAD = Rule(
    "ballot.everybody", N_("All members in office vote: {count}."), "electorate"
)
HOLDERS_AHEAD = Rule(
    "ballot.holders",
    N_(
        "The matter concerns {competence}: of {in_office} members in office only those "
        "vote whose members hold it, and always the president: {count}."
    ),
    "electorate",
)
ACCOUNTS_AHEAD = Rule(
    "ballot.accounts",
    N_(
        "The president, {name}, leaves before the vote on the accounts: of {in_office} "
        "members in office {count} vote."
    ),
    law="CGCT",
    article="L.2121-14",
)
Restriction = Literal["accounts", "holders"]
"""Why some members of the committee do not vote: the president who leaves for the
accounts (CGCT L.2121-14), those whose members lack the competence (art. 8.5)."""


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


class Group(msgspec.Struct, frozen=True):
    """A founder's delegates, or the communal block: how many vote, with what weight."""

    group: str
    voters: int
    votes: int


class Electorate(msgspec.Struct, frozen=True):
    """Who may vote on a question; `in_office` counts the whole body.

    `founders` are in their order; `restriction` tells why not all in office vote.
    """

    body: str
    day: date
    asked: Asked
    voters: tuple[Voter, ...]
    in_office: tuple[str, ...]
    president: str | None
    majority: Majority
    statutes: str
    founders: tuple[str, ...]
    weighing: Weighing = EVEN
    restriction: Restriction | None = None

    @property
    def clause(self) -> StatutesClause:
        """Tell the clause the vote is governed by."""
        return "electorate" if self.restriction is not None else self.majority.clause

    @property
    def votes(self) -> int:
        """Tell how many votes there are, if all are cast."""
        return sum(voter.weight for voter in self.voters)

    @property
    def needed(self) -> int:
        """Tell how many votes are needed, if all are cast."""
        return self.need().needed

    def need(self, tally: Tally | None = None) -> Need:
        """Tell what carries the question: of those in office, or of the votes cast.

        Without a tally all votes are taken to be cast.
        """
        votes = self.votes if tally is None else tally.cast
        return self.majority.need(members=len(self.in_office), votes=votes)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Add the voters up by group: the founders in their order, the block last."""
        return groups_of(self.voters, self.founders)

    @property
    def department(self) -> str | None:
        """Tell the founder whose delegates' votes weigh more, if there is one."""
        return self.weighing.department

    @property
    def heavy(self) -> tuple[Voter, ...]:
        """List the delegates whose votes weigh more."""
        return tuple(one for one in self.voters if self.is_heavy(one))

    def is_heavy(self, voter: Voter) -> bool:
        """Tell whether somebody is a delegate of the applicant's département."""
        return self.department is not None and voter.seat_of == self.department

    @property
    def presiding(self) -> Voter | None:
        """Find the president, whose ballot decides a tie; None if without a vote."""
        return self.voter(self.president or "") if self.majority.presided else None

    def leaving(
        self, recused: Collection[str], as_representatives: Collection[str] = ()
    ) -> Leaving:
        """Tell who leaves for the vote: the recused, the president for the accounts."""
        if self.restriction == "accounts" and self.president is not None:
            recused = {*recused, self.president}
        return leaving(self.day, recused, as_representatives)

    def voter(self, person: str) -> Voter | None:
        """Find a voter; None for whoever may not vote."""
        return next((one for one in self.voters if one.person == person), None)

    @property
    def switches(self) -> tuple[Switch, ...]:
        """List the open questions that who votes relies on."""
        is_on_tariff = self.asked.question == "tariff" and self.body == COMMITTEE
        return (ELECTORATE_FOR_TARIFFS,) if is_on_tariff else ()

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say of a vote that was held who could vote, and with what weight."""
        return tuple(_held(self))

    @property
    def beforehand(self) -> tuple[Reason, ...]:
        """Say before a vote who votes, with what weight, and what is needed."""
        if not self.voters:
            return (_who_votes(self),)
        weighs = self.weighing.beforehand(
            self.day, self.majority.clause, votes=self.votes, heavy=len(self.heavy)
        )
        return (_who_votes(self), weighs, *self.needed_beforehand)

    @property
    def needed_beforehand(self) -> tuple[Reason, ...]:
        """Say before a vote which majority is needed, and what becomes of a tie."""
        president = self.presiding
        return ahead(
            self.majority,
            self.day,
            votes=self.votes,
            members=len(self.in_office),
            president=president.person if president is not None else None,
        )


def electorate(opened: World, body: str, asked: Asked, day: date) -> Electorate:
    """Tell who may vote on a question in a body, in the world as the session opened.

    Raises:
        NoRulesError: no statutes are in force that day.
        UnknownDepartmentError: the applicant's département is not on record.
    """
    version = opened.statutes.on(day)
    if version is None or version.rules.missing():
        acts = [one.act for one in opened.lacks_statutes(day) if one.act is not None]
        if version is None and acts:
            raise UnforcedStatutesError(day=day, act=acts[0])
        raise NoRulesError(day=day)
    seats = list(seats_of(opened, body, day))
    president = _president(opened, day)
    weighs = EVEN
    if body == COMMITTEE:
        put, applicant = asked.question, asked.applicant
        weighs = weighing(opened, put, applicant, version.rules, day)
    restriction = _restriction(body, asked)
    return Electorate(
        body=body,
        day=day,
        asked=asked,
        voters=tuple(
            _voter(opened, seat, weighs)
            for seat in seats
            if restriction is None or _may_vote(opened, seat, asked, day, president)
        ),
        in_office=tuple(seat.person for seat in seats),
        president=president,
        majority=majority_of(body, asked.question, version.rules),
        statutes=version.version,
        founders=opened.membership.founders,
        weighing=weighs,
        restriction=restriction,
    )


def _voter(opened: World, seat: Seat, weighs: Weighing) -> Voter:
    is_founders = seat.member in opened.membership.founders
    return Voter(
        seat.person,
        opened.persons.get(seat.person, seat.person),
        seat.member,
        weighs.of(seat.member),
        seat.member if is_founders else COMMUNAL_BLOCK,
    )


def groups_of(voters: Iterable[Voter], order: Iterable[str]) -> tuple[Group, ...]:
    """Add the voters up by group; `order` lists the founders, the block comes last."""
    sorted_out: dict[str, list[int]] = {founder: [] for founder in order}
    for voter in voters:
        sorted_out.setdefault(voter.group, []).append(voter.weight)
    return tuple(
        Group(group, len(weights), sum(weights))
        for group, weights in sorted_out.items()
        if weights
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
def _restriction(body: str, asked: Asked) -> Restriction | None:
    """Tell why not all members in office vote on this; None where all do."""
    if body != COMMITTEE:
        return None
    if asked.question == "accounts":
        return "accounts"
    is_of_some = asked.question == "ordinary" and asked.competence is not None
    return "holders" if is_of_some else None


def _may_vote(
    world: World, seat: Seat, asked: Asked, day: date, president: str | None
) -> bool:
    """Tell whether a member of the committee votes on what not all vote on.

    On the accounts the president leaves (CGCT L.2121-14). On an ordinary matter of one
    competence only those vote whose members hold it, and the president.
    """
    if asked.question == "accounts":
        return seat.person != president
    if seat.person == president:
        return True
    holders = {
        tenure.member
        for tenure in world.facts.competences.of(str(asked.competence))
        if tenure.period.holds_on(day)
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


# ------------------------------------------------------------------- what is said
def _held(found: Electorate) -> Iterator[Reason]:
    is_of_committee = found.body == COMMITTEE
    rule = VOTERS if is_of_committee else VOTERS.under(found.majority.clause)
    day, count = found.day, len(found.voters)
    yield rule.of(day, voters=count, day=day, votes=found.votes)
    for one in found.groups if is_of_committee else ():
        if one.group == COMMUNAL_BLOCK:
            yield BLOCK.of(day, voters=one.voters)
        else:
            name = Institution(one.group)
            yield GROUP.of(day, name=name, voters=one.voters, votes=one.votes)
    match found.restriction:
        case "accounts":
            yield PRESIDENT_LEAVES.of(day)
        case "holders":
            yield HOLDERS.of(day, competence=found.asked.competence)
        case None:
            pass
    if found.heavy:
        yield from found.weighing.because(day)


def _who_votes(found: Electorate) -> Reason:
    day, count, in_office = found.day, len(found.voters), len(found.in_office)
    president = found.president
    if not in_office:
        return NOBODY_AHEAD.of(day)
    if found.restriction == "accounts" and president in found.in_office:
        name = Person(president or "")
        return ACCOUNTS_AHEAD.of(day, name=name, count=count, in_office=in_office)
    if found.restriction == "holders":
        about = Competence(found.asked.competence or "")
        return HOLDERS_AHEAD.of(day, competence=about, count=count, in_office=in_office)
    is_of_committee = found.body == COMMITTEE
    clause = "electorate" if is_of_committee else found.majority.clause
    return EVERYBODY_AHEAD.under(clause).of(day, count=count)

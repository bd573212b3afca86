"""Who sits when, by the statutes of 2018: a model of its own, to vote lawfully by.

It shares no code with the product's projections: it tells, for the days the script
gets to, who is in the committee and in the colleges (art. 8.1).
"""

from datetime import date
from itertools import chain

import msgspec

SEATS = {
    "region-hauts-de-france": 10,
    "departement-du-nord": 5,
    "departement-du-pas-de-calais": 5,
}
FOUNDER_OF = {"59": "departement-du-nord", "62": "departement-du-pas-de-calais"}
COLLEGE_OF = {"59": "college-nord", "62": "college-pas-de-calais"}
COMMUNAL_COLLEGE = "college-communal"
_DIRECT, _COMMUNAL, _DEPARTMENTAL = range(3)
_DIRECT_UP_TO, _TWO = 4, 2


class Span(msgspec.Struct):
    """A time: of a membership (whom it concerns: None), a mandate or an election.

    `place` is the member's département, or the college that elected.
    """

    member: str
    person: str
    place: str
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the day is within."""
        return self.since <= day and (self.until is None or day < self.until)


class Committee:
    """Memberships, mandates and elections as the story goes by."""

    def __init__(self) -> None:
        """Begin with the founders."""
        self.tenures: list[Span] = []
        self.mandates: list[Span] = []
        self.elections: list[Span] = []
        self._awaiting: dict[str, str] = {}
        self._renewed: dict[str, date] = {}

    # --------------------------------------------------------------- what happens
    def join(self, member: str, department: str, on: date) -> None:
        """Let an institution become a member; its delegate's mandate begins."""
        self.tenures.append(Span(member, "", department, on))
        if member in self._awaiting:
            self._seat(member, self._awaiting.pop(member), on)

    def leave(self, member: str, on: date) -> None:
        """End a membership, and the delegate's mandate with it."""
        for span in chain(self.tenures, self.mandates):
            if span.member == member and span.until is None:
                span.until = on

    def resume(self, member: str, on: date) -> None:
        """Let a membership that was interrupted go on, with the same delegate."""
        for spans in (self.tenures, self.mandates):
            last = [one for one in spans if one.member == member][-1]
            spans.append(Span(member, last.person, last.place, on))

    def forget(self, member: str) -> None:
        """Let a membership be as if it had never been, and its delegates' mandates."""
        self.tenures = [one for one in self.tenures if one.member != member]
        self.mandates = [one for one in self.mandates if one.member != member]

    def designate(
        self, member: str, person: str, on: date, replaces: str | None = None
    ) -> None:
        """Give a member a delegate; one it has already continues."""
        if any(one.person == person for one in self._of(member, on)):
            self._begin_term(member, person, on)
            return
        for one in self._of(member, on):
            if replaces == one.person or member not in SEATS:
                one.until = on
        if member in SEATS or any(
            tenure.member == member for tenure in self.members(on)
        ):
            self._seat(member, person, on)
        else:
            self._awaiting[member] = person

    def renew(self, member: str, on: date) -> None:
        """Let an assembly be renewed; its delegate stays until it designates."""
        self._renewed[member] = on

    def vacate(self, person: str, on: date) -> None:
        """Let a delegate go."""
        for one in self.mandates:
            if one.person == person and one.holds_on(on):
                one.until = on

    def elect(self, college: str, person: str, on: date) -> None:
        """Let a college elect a representative among its delegates."""
        assert any(one.person == person for one in self.college(college, on))
        seats = 4 if college == COMMUNAL_COLLEGE else 2
        sitting = [one for one in self._elected(on) if one.place == college]
        assert len(sitting) < seats, f"no free seat for {person}"
        self.elections.append(Span(self.member_of(person, on), person, college, on))

    # --------------------------------------------------------------- who is who
    def members(self, day: date) -> list[Span]:
        """List the communal members on a day."""
        return [tenure for tenure in self.tenures if tenure.holds_on(day)]

    def delegate(self, member: str, day: date) -> str:
        """Tell who is a communal member's delegate."""
        [one] = self._of(member, day)
        return one.person

    def delegates(self, member: str, day: date) -> list[str]:
        """List who is a member's delegate on a day, longest first."""
        return [one.person for one in self._of(member, day)]

    def member_of(self, person: str, day: date) -> str:
        """Tell whose delegate a person is."""
        [one] = [
            one for one in self.mandates if one.person == person and one.holds_on(day)
        ]
        return one.member

    def regime(self, day: date) -> int:
        """Tell which of the three regimes the day is under; it never goes back."""
        moments = chain.from_iterable((one.since, one.until) for one in self.tenures)
        reached = _DIRECT
        for moment in sorted({one for one in moments if one and one <= day}):
            sides = [tenure.place for tenure in self.members(moment)]
            if min(sides.count("59"), sides.count("62")) >= _TWO:
                return _DEPARTMENTAL
            if len(sides) > _DIRECT_UP_TO:
                reached = _COMMUNAL
        return reached

    def college(self, name: str, day: date) -> list[Span]:
        """List the delegates that make up a college on a day."""
        regime = self.regime(day)
        places = {
            tenure.member: COMMUNAL_COLLEGE
            if regime == _COMMUNAL
            else COLLEGE_OF[tenure.place]
            for tenure in self.members(day)
        }
        return [
            one
            for one in self.mandates
            if regime != _DIRECT
            and one.holds_on(day)
            and places.get(one.member) == name
        ]

    def seated(self, day: date) -> dict[str, str]:
        """Tell who sits in the committee on a day, and for which member."""
        founders = [one for founder in SEATS for one in self._of(founder, day)]
        communal = (
            [one for one in self.mandates if one.member not in SEATS]
            if self.regime(day) == _DIRECT
            else self._elected(day)
        )
        return {
            one.person: one.member
            for one in (*founders, *communal)
            if one.holds_on(day)
        }

    def _of(self, member: str, day: date) -> list[Span]:
        return [
            one for one in self.mandates if one.member == member and one.holds_on(day)
        ]

    def _seat(self, member: str, person: str, on: date) -> None:
        assert all(one.person != person for one in self.mandates), person
        assert len(self._of(member, on)) < SEATS.get(member, 1), member
        self.mandates.append(Span(member, person, "", on))

    def _begin_term(self, member: str, person: str, on: date) -> None:
        """Let what a delegate was elected to before a renewal end (art. 8.1)."""
        if self._renewed.pop(member, on) < on:
            for one in self.elections:
                if one.person == person and one.until is None:
                    one.until = on

    def _elected(self, day: date) -> list[Span]:
        """List the representatives: elected, still delegates of the same college."""
        return [
            one
            for one in self.elections
            if one.holds_on(day)
            and any(each.person == one.person for each in self.college(one.place, day))
        ]

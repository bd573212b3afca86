"""Who took part in which vote of the committee, the bureau or a college?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.institutions import PersonName, person_id
from ledger.votes import Vote
from projections.acts_as_known import ActAsKnown
from projections.world import World

BODIES = {Authority.COMMITTEE, Authority.BUREAU, Authority.COLLEGE}
"""Whose votes are cast by persons who sit there."""


class Part(msgspec.Struct, frozen=True):
    """A person who took part in the vote on an act: by ballot, proxy or presence."""

    act: str
    body: str
    day: date
    person: str


def parts_taken(world: World) -> Iterator[Part]:
    """List who took part in which vote, by name, where names are on record."""
    sessions = _sessions(world)
    attendance = _attendance(world)
    for act in world.known.acts.values():
        if kind_of(act.authority) in BODIES and isinstance(act.vote, Vote):
            session = act.registered.session
            day = sessions.get(session or "", act.adopted_on)
            persons = [*_voters(act), *attendance.get(session or "", ())]
            if day is None:
                continue  # nobody knows who sat on an unknown day
            for person in dict.fromkeys(persons):
                yield Part(act.reference, act.authority, day, person)


def _voters(act: ActAsKnown) -> list[str]:
    vote = act.vote
    assert isinstance(vote, Vote), "asked about votes only"
    named: list[PersonName] = []
    for ballots in (vote.for_, vote.against, vote.abstentions):
        named += ballots if isinstance(ballots, tuple) else ()
    return [person_id(person) for person in named]


def _sessions(world: World) -> dict[str, date]:
    return {
        decision.session: decision.held_on
        for _act, decision in world.decisions.get(SessionConvened, ())
        if isinstance(decision, SessionConvened)
    }


def _attendance(world: World) -> dict[str, list[str]]:
    """List who was present, or voted by proxy, at each session."""
    found: dict[str, list[str]] = {}
    for _act, decision in world.decisions.get(AttendanceRecorded, ()):
        if isinstance(decision, AttendanceRecorded):
            persons = found.setdefault(decision.session, [])
            persons += [person_id(person) for person in decision.present]
            persons += [person_id(giver) for giver in decision.proxies]
    return found

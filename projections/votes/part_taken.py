"""Who took part in which vote of the committee, the bureau or a college?"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import kind_of
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.institutions import PersonName, person_id
from ledger.votes import Vote, votes_in
from projections.timelines.world import World
from projections.votes.attendees import attendees
from projections.votes.ballots import named_in
from projections.votes.judged_votes import BODIES


class Part(msgspec.Struct, frozen=True):
    """A person who took part in the vote on an act: by ballot, proxy or presence."""

    act: str
    body: str
    day: date
    person: str


def parts_taken(world: World) -> Iterator[Part]:
    """List who took part in which vote, by name, where names are on record."""
    sessions = {
        decision.session: decision.held_on
        for _act, decision in world.decided(SessionConvened)
    }
    attendance = _attendance(world)
    for act in world.known.acts.values():
        votes = [one for one in votes_in(act.vote) if isinstance(one, Vote)]
        if kind_of(act.authority) in BODIES and votes:
            session = act.registered.session
            day = sessions.get(session or "", act.adopted_on)
            present = attendance.get(session or "", ())
            named = [person for vote in votes for person in voters(vote)]
            persons = [*map(person_id, named), *present]
            if day is None:
                continue  # nobody knows who sat on an unknown day
            for person in dict.fromkeys(persons):
                yield Part(act.reference, act.authority, day, person)


def voters(vote: Vote) -> list[PersonName]:
    """List who is said by name to have voted, or to have stood back."""
    return [*named_in(vote), *vote.recused, *vote.recused_as_representatives]


def counted(sheet: AttendanceRecorded) -> list[PersonName]:
    """List who is said to have been present, or to have given or held a proxy."""
    return [*sheet.present, *sheet.proxies, *sheet.proxies.values()]


def _attendance(world: World) -> dict[str, list[str]]:
    """List who was present, or voted by proxy, at each session."""
    found: dict[str, list[str]] = {}
    who = attendees(world.known)
    for _act, sheet in world.decided(AttendanceRecorded):
        persons = found.setdefault(sheet.session, [])
        persons += map(who.meant, counted(sheet))
    return found

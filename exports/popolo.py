"""The register as Popolo has it: persons, organizations, memberships, posts, votes.

The Popolo specification's classes and code lists (popoloproject.com/specs). Texts are
French, as the acts are. A membership's `end_date` is its last day. What Popolo has no
name for is left out, but for `because`: the acts each line rests on.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from exports.popolo_organizations import Organization, organizations
from exports.popolo_seats import Membership, Post, memberships, posts
from exports.popolo_votes import Motion, Session, VoteEvent, motions, sessions, votes
from ledger.institutions import PersonName, person_id, person_name
from ledger.votes import Vote, votes_in
from projections.naming.names import sort_key
from projections.timelines.world import World


class PersonNamed(msgspec.Struct, frozen=True):
    """A person whom an act names; nothing else is known of them."""

    id: str
    name: str


class Popolo(msgspec.Struct, frozen=True):
    """The whole document. Organizations bear the names of one day, `at`."""

    at: date
    known_at: str
    persons: tuple[PersonNamed, ...]
    organizations: tuple[Organization, ...]
    posts: tuple[Post, ...]
    memberships: tuple[Membership, ...]
    events: tuple[Session, ...]
    motions: tuple[Motion, ...]
    vote_events: tuple[VoteEvent, ...]


def popolo(world: World, at: date) -> Popolo:
    """Tell everything the register holds that Popolo has a name for."""
    held, cast = memberships(world), votes(world)
    speaking = {one.person_id for one in held if one.person_id is not None}
    speaking |= {one.voter_id for event in cast for one in event.votes}
    names = _names(world)
    persons = [PersonNamed(one, names.get(one, one)) for one in speaking]
    return Popolo(
        at=at,
        known_at=world.known_at,
        persons=tuple(sorted(persons, key=lambda one: (sort_key(one.name), one.id))),
        organizations=organizations(world, at),
        posts=posts(world, at),
        memberships=held,
        events=sessions(world),
        motions=motions(world),
        vote_events=cast,
    )


def _names(world: World) -> dict[str, str]:
    """Tell what persons are called: as acts write them, else as ballots do."""
    written = {
        person_id(person): name
        for act in world.known.acts.values()
        for vote in votes_in(act.vote)
        if isinstance(vote, Vote)
        for person in _voters(vote)
        if (name := person_name(person)) is not None
    }
    named = {one: name for one, name in world.persons.items() if name != one}
    return written | named


def _voters(vote: Vote) -> Iterator[PersonName]:
    for ballots in (vote.for_, vote.against, vote.abstentions, vote.recused):
        yield from ballots if isinstance(ballots, tuple) else ()

"""Popolo motions, vote events and sessions: what was put to the vote, and how it went.

Options and results are of Popolo's code lists. Counts are persons, never weights.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from exports.popolo_organizations import body_name
from ledger.authorities import Authority, kind_of
from ledger.events.committee import SessionConvened
from ledger.institutions import person_id
from ledger.votes import SingleVote, Vote, votes_in
from projections.acts.act_state import ActState
from projections.acts.votes_taken import is_rejected
from projections.timelines.world import World

VOTING = {
    Authority.COMMITTEE,
    Authority.BUREAU,
    Authority.COLLEGE,
    Authority.INSTITUTION,
}
"""Who votes; the others decide alone."""

Option = Literal["yes", "no", "abstain", "not voting"]
Result = Literal["pass", "fail"]


class Count(msgspec.Struct, frozen=True):
    """How many persons chose an option."""

    option: Option
    value: int


class Ballot(msgspec.Struct, frozen=True):
    """Which option a person chose."""

    voter_id: str
    option: Option


class VoteEvent(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The vote by which an act was adopted or rejected."""

    id: str
    organization_id: str
    legislative_session_id: str | None = None
    motion_id: str
    start_date: date | None = None
    result: Result
    counts: tuple[Count, ...] = ()
    votes: tuple[Ballot, ...] = ()


class Motion(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An act that was put to the vote."""

    id: str
    organization_id: str
    legislative_session_id: str | None = None
    text: str | None = None
    classification: str | None = None
    on: date | None = msgspec.field(name="date", default=None)
    result: Result


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of a body."""

    id: str
    name: str
    classification: str
    organization_id: str
    start_date: date


def votes(world: World) -> tuple[VoteEvent, ...]:
    """Tell the votes on record, in order of position."""
    known = _known_sessions(world)
    return tuple(
        VoteEvent(
            id=f"{act.reference}/vote{number}",
            organization_id=act.authority,
            legislative_session_id=_session(act, known),
            motion_id=act.reference,
            start_date=act.adopted_on,
            result="fail" if is_rejected(vote) else "pass",
            counts=tuple(_counts(vote)),
            votes=tuple(_ballots(vote)),
        )
        for act in _voted(world)
        for number, vote in _numbered(act)
    )


def motions(world: World) -> tuple[Motion, ...]:
    """Tell what was put to the vote."""
    known = _known_sessions(world)
    return tuple(
        Motion(
            id=act.reference,
            organization_id=act.authority,
            legislative_session_id=_session(act, known),
            text=act.registered.title,
            classification=_question(act),
            on=act.adopted_on,
            result=_result(act),
        )
        for act in _voted(world)
    )


def sessions(world: World) -> tuple[Session, ...]:
    """Tell the sessions that were convened, by their reference."""
    return tuple(
        Session(
            id=name,
            name=f"{body_name(world, one.body, one.held_on)}, {one.held_on}",
            classification="séance",
            organization_id=one.body,
            start_date=one.held_on,
        )
        for name, one in sorted(_known_sessions(world).items())
    )


def _voted(world: World) -> Iterator[ActState]:
    """List the acts whose vote is on record, by a body Popolo is told of."""
    known = {name for name, body in world.bodies.by_id.items() if body.existed}
    known |= world.identities.keys()
    for act in world.known.acts.values():
        votes_here = kind_of(act.authority) in VOTING and act.authority in known
        if act.vote is not None and votes_here:
            yield act


def _known_sessions(world: World) -> dict[str, SessionConvened]:
    known = {name for name, body in world.bodies.by_id.items() if body.existed}
    return {
        convened.session: convened
        for _act, convened in world.decided(SessionConvened)
        if convened.body in known
    }


def _session(act: ActState, known: dict[str, SessionConvened]) -> str | None:
    session = act.registered.session
    return session if session in known else None


def _numbered(act: ActState) -> Iterator[tuple[str, SingleVote]]:
    """Give the votes of an act; those of a list with their number in the identifier."""
    for place, vote in enumerate(votes_in(act.vote), start=1):
        yield f"/{place}" if isinstance(act.vote, tuple) else "", vote


def _question(act: ActState) -> str | None:
    """Tell the question all votes of an act name; None where they differ."""
    named = {getattr(vote, "question", None) for vote in votes_in(act.vote)}
    return named.pop() if len(named) == 1 else None


def _result(act: ActState) -> Result:
    return "pass" if act.is_adopted else "fail"


def _sides(vote: Vote) -> tuple[tuple[Option, int | tuple[object, ...]], ...]:
    return (
        ("yes", vote.for_),
        ("no", vote.against),
        ("abstain", vote.abstentions),
        ("not voting", (*vote.recused, *vote.recused_as_representatives)),
    )


def _counts(vote: SingleVote) -> Iterator[Count]:
    """Count persons; `unanimous`, or a vote without ballots, counts nobody."""
    if not isinstance(vote, Vote):
        return
    counts = [
        Count(option, cast if isinstance(cast, int) else len(cast))
        for option, cast in _sides(vote)
    ]
    if any(count.value for count in counts):
        yield from (one for one in counts if one.option != "not voting" or one.value)


def _ballots(vote: SingleVote) -> Iterator[Ballot]:
    if not isinstance(vote, Vote):
        return
    for option, cast in _sides(vote):
        for person in cast if isinstance(cast, tuple) else ():
            yield Ballot(person_id(person), option)  # type: ignore[arg-type]

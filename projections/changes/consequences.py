"""What rested on an act that is dead, ended or suspended: fallen, or to be reviewed?

Specification section 10. What holds is compared with what would hold had the correction
not been made. Memberships, mandates and seats fall by themselves (and others return);
votes in which somebody sat who now did not stand, and amounts called stand: they are to
be reviewed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Literal, TypeAlias

import msgspec

from ledger.events.money import ContributionCalled
from ledger.language import N_
from projections.money.contributions import contributions
from projections.periods import day_of, without
from projections.timelines.facts import DatedFact, Reasoned
from projections.timelines.world import World
from projections.votes.part_taken import Part, parts_taken

Kind = Literal[
    "member", "competence", "delegate", "college", "committee", "bureau", "vote", "call"
]
"""What a consequence is about, in the order in which one rests on the other."""

KINDS: tuple[Kind, ...] = (
    *("member", "competence", "delegate", "college", "committee", "bureau"),
    *("vote", "call"),
)

WHATS: dict[Kind, str] = {
    "member": N_("membership"),
    "competence": N_("competence"),
    "delegate": N_("mandate as delegate"),
    "college": N_("seat in a college"),
    "committee": N_("seat in the committee"),
    "bureau": N_("office"),
    "vote": N_("vote cast"),
    "call": N_("amount called"),
}
"""How each is called, translated when it is shown."""

Standing = Literal["fallen", "returned", "to review"]


class Consequence(msgspec.Struct, frozen=True):
    """Something that follows from a correction. Amounts are those before and after."""

    standing: Standing
    what: Kind
    member: str | None = None
    person: str | None = None
    detail: str | None = None
    from_: date | None = msgspec.field(name="from", default=None)
    until: date | None = None
    before: str | None = None
    after: str | None = None
    because: tuple[str, ...] = ()


class Aftermath(msgspec.Struct, frozen=True):
    """What follows from one act that ends or interrupts others, or restores them."""

    act: str
    consequences: tuple[Consequence, ...]


class _Key(msgspec.Struct, frozen=True, order=True):
    """What can be lost or returned: a place, a member, a person, a body or office."""

    rank: int
    member: str
    person: str = ""
    detail: str = ""


_Held: TypeAlias = dict[_Key, list[DatedFact[Reasoned]]]


def consequences_of(world: World, correction: str, at: date) -> list[Consequence]:
    """Tell what follows from one act that ends or interrupts others."""
    return consequences(world.without(correction), world, at)


def aftermath(world: World, reference: str, at: date) -> tuple[Aftermath, ...]:
    """Tell what follows from an act that corrects, or from what corrects an act.

    Only what stands on a day counts: a ruling that was overturned changed nothing.
    """
    correcting = dict.fromkeys(
        voiding.place[0]
        for voiding in world.strikes.standing(at)
        if reference in {voiding.place[0], voiding.correction.target}
    )
    return tuple(
        Aftermath(act, tuple(consequences_of(world, act, at))) for act in correcting
    )


def consequences(before: World, after: World, at: date) -> list[Consequence]:
    """Tell what fell, what returned, and what is to be reviewed, from world to world.

    Amounts called are held against what is due under the law of a day.
    """
    held, holds = _holdings(before), _holdings(after)
    found = [
        *_gone("fallen", held, holds),
        *_gone("returned", holds, held),
    ]
    votes = list(_votes(before, after)) if found else []
    return [*found, *votes, *_calls(before, after, at)]


# ------------------------------------------------------------------- what is held
def _holdings(world: World) -> _Held:
    """List who is or sits where, in all times."""
    facts, found = world.facts, _Held()
    for fact in chain[DatedFact[Reasoned]](
        facts.members.facts,
        facts.competences.facts,
        facts.delegates.facts,
        facts.seats.facts,
    ):
        found.setdefault(_key(fact), []).append(fact)
    return found


def _key(fact: DatedFact[Reasoned]) -> _Key:
    kind = _kind_of(fact.key[0]) if fact.kind == "seat" else fact.kind
    detail = fact.key[-1] if fact.key else ""
    rank = KINDS.index(kind)
    return _Key(rank, fact.member or "", fact.person or "", detail)


def _kind_of(body: str) -> Kind:
    known: dict[str, Kind] = {"comite-syndical": "committee", "bureau": "bureau"}
    return known.get(body, "college")


def _gone(standing: Standing, held: _Held, holds: _Held) -> Iterator[Consequence]:
    """List the times on one side only."""
    for key in sorted(held):
        kept = [fact.period for fact in holds.get(key, ())]
        for fact in held[key]:
            for lost in without(fact.period, kept):
                yield Consequence(
                    standing,
                    KINDS[key.rank],
                    member=key.member,
                    person=key.person or None,
                    detail=key.detail or None,
                    from_=lost.from_,
                    until=lost.until,
                    because=fact.because,
                )


# ------------------------------------------------------------------- votes that stand
def _votes(before: World, after: World) -> Iterator[Consequence]:
    """List the votes in which somebody took part who sat before and now did not."""
    for part in parts_taken(after):
        if _sat(before, part) and not _sat(after, part):
            yield Consequence(
                "to review",
                "vote",
                person=part.person,
                detail=part.body,
                from_=part.day,
                until=day_of(part.day).until,
                because=(part.act,),
            )


def _sat(world: World, part: Part) -> bool:
    return any(
        seat.period.holds_on(part.day)
        for seat in world.facts.seats.by(part.person, part.body)
    )


# ------------------------------------------------------------------- amounts called
def _calls(before: World, after: World, at: date) -> Iterator[Consequence]:
    """List the calls of years for which something else is due now."""
    for year, acts in sorted(_called(after).items()):
        was, is_ = _due(before, year, at, acts), _due(after, year, at, acts)
        for member in sorted(acts):
            if was[member] != is_[member]:
                yield Consequence(
                    "to review",
                    "call",
                    member=member,
                    detail=str(year),
                    before=was[member],
                    after=is_[member],
                    because=tuple(acts[member]),
                )


def _called(world: World) -> dict[int, dict[str, list[str]]]:
    """List the acts by which amounts were called, by year and by member."""
    found: dict[int, dict[str, list[str]]] = {}
    for act, said in world.decided(ContributionCalled):
        of_year = found.setdefault(said.year, {})
        of_year.setdefault(said.member, []).append(act.reference)
    return found


def _due(
    world: World, year: int, at: date, members: Iterable[str]
) -> dict[str, str | None]:
    totals = contributions(world, year, at).totals
    due = {total.member: total.due for total in totals}
    return {member: due.get(member, "0.00") for member in members}

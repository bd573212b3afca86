"""Until when may an act be brought before the court, or taken back by its author?

CJA R.421-1 for third parties, CGCT for the prefect, CRPA for the author; designations
and elections are contested under the code électoral, R.119, instead. Only what lives is
asked about; what was rejected is a decision too. Challenges on record move these
limits (`of_challenges.py`).
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.afterwards import ActAnnulled
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated
from ledger.events.kind import Character
from projections.acts.act_state import ActState, DecisionState
from projections.acts.challenges import Challenge, challenges
from projections.acts.executory import OUTSIDE
from projections.acts.publicity import first_that_counts, lacking
from projections.deadlines.deadline import Deadline, Limit
from projections.deadlines.of_challenges import awaiting_papers, moved_by, running
from projections.limits.time_limits import (
    PROTEST_HOUR,
    appeal_ends,
    protest_ends,
    referral_of_election_ends,
    revocation_ends,
)
from projections.switches import Law
from projections.timelines.world import World

APPEAL = Law("CJA R.421-1")
ELECTORAL = Law("code électoral R.119")
REVOCATION = Law("CRPA L.242-1, L.243-3")
DEFERE_OF_SYNDICATE = Law("CGCT L.5721-4, L.3132-1")
DEFERE = {
    "region": Law("CGCT L.4142-1"),
    "departement": Law("CGCT L.3132-1"),
    "commune": Law("CGCT L.2131-6"),
    "epci": Law("CGCT L.5211-3, L.2131-6"),
    "syndicat": Law("CGCT L.5211-3, L.2131-6"),
}
"""The text that lets the prefect bring an act before the court, by its author.

Who is under no control of legality has none; and what a private body decides is no act
that a court of that law or its author undoes.
"""

DEFERE_OF_ANY = Law("CGCT L.2131-6, L.3132-1, L.4142-1")
"""Where nothing tells what kind of institution the author is."""

_ELECTORAL_KINDS = (DelegateDesignated, RepresentativeElected, OfficerElected)
"""What is an electoral operation, whoever votes it (CE 27 June 2025, 499644)."""

_OTHERS = {Authority.COURT, Authority.SECRETARIAT}
"""A ruling, a note: other remedies, or none."""


def deadlines_of_acts(world: World, at: date) -> Iterator[Deadline]:
    """List the limits of every living act, begun by a day, as they stand then."""
    made = challenges(world.known)
    for act in world.known.acts.values():
        is_later = act.adopted_on is not None and act.adopted_on > at
        if is_later or kind_of(act.authority) in _OTHERS:
            continue
        if _author_kind(world, act, at) == "private":
            continue
        known = [one for one in made.get(act.reference, ()) if one.said.on <= at]
        open_ = tuple(one.act for one in known if one.closed_on(at) is None)
        for limit in _limits(world, act, at, known):
            if limit.only_for or limit.starts is None or limit.starts <= at:
                found = _deadline(world, act, at, limit)
                yield msgspec.structs.replace(found, challenged=open_)


def _limits(
    world: World, act: ActState, at: date, known: list[Challenge]
) -> Iterator[Limit]:
    """Give the limits of what stands of an act: of its elections, and of the rest.

    A college does nothing but elect, and takes nothing back. An act of no decision
    stands.
    """
    standing = _standing(world, act, at)
    elections = [one for one in standing if isinstance(one.decision, _ELECTORAL_KINDS)]
    is_college = kind_of(act.authority) is Authority.COLLEGE
    decides = not (standing or act.proposed) or any(
        one.decision.KIND.character is not Character.PREPARES
        for one in standing
        if one not in elections
    )
    if decides and not is_college:
        for limit in _limits_of_decisions(world, act, at, known):
            yield limit
            yield from moved_by(known, limit, at)
    if elections:
        yield from _limits_of_elections(act)
    if (decides or elections) and not is_college:
        revocation = Limit(kind="revocation", by=REVOCATION, because=(act.reference,))
        yield running(revocation, "adopted_on", act.adopted_on, revocation_ends)


def _standing(world: World, act: ActState, at: date) -> list[DecisionState]:
    """List what an act decided that stands.

    What is suspended awaits judgment, and what was repealed had effects: both may still
    be brought before the court; what a court annulled, if only from a day on, may not.
    """
    annulled = {
        number
        for number, voidings in world.strikes.struck(act, at).items()
        if any(isinstance(voiding.correction, ActAnnulled) for voiding in voidings)
    }
    return [
        taken
        for taken in [*act.decisions, *act.voted_down]
        if taken.number not in annulled
    ]


def _limits_of_decisions(
    world: World, act: ActState, at: date, known: list[Challenge]
) -> Iterator[Limit]:
    because = (act.reference,)
    is_prefect_s = kind_of(act.authority) is Authority.PREFECTURE
    is_controlled = not is_prefect_s and _author_kind(world, act, at) not in OUTSIDE
    yield _appeal(world, act, is_controlled=is_controlled)
    if is_controlled:
        article = _defere_article(world, act, at)
        defere = Limit(kind="defere", by=article, because=because)
        defere = running(defere, "received_on", act.registered.received_on, appeal_ends)
        yield awaiting_papers(known, defere, at)


def _limits_of_elections(act: ActState) -> Iterator[Limit]:
    """Let anybody contest them for five days, and the prefect for fifteen."""
    because = (act.reference,)
    protest = Limit(
        kind="appeal", by=ELECTORAL, because=because, last_hour=PROTEST_HOUR
    )
    yield running(protest, "adopted_on", act.adopted_on, protest_ends)
    defere = Limit(kind="defere", by=ELECTORAL, because=because)
    received_on = act.registered.received_on
    yield running(defere, "received_on", received_on, referral_of_election_ends)


def _appeal(world: World, act: ActState, *, is_controlled: bool) -> Limit:
    """Count from the first publication that makes the act public."""
    appeal = Limit(kind="appeal", by=APPEAL, because=(act.reference,))
    if not is_controlled:  # a collection of acts, in whatever form
        days = [one.on for one in act.registered.published if one.on is not None]
        return running(appeal, "publicity", min(days, default=None), appeal_ends)
    published = world.executory[act.reference].published
    public = first_that_counts(published)
    if public is None:
        return running(appeal, lacking(published), None, appeal_ends)
    found = running(appeal, "publicity", public.on, appeal_ends)
    return msgspec.structs.replace(found, presumed=public.presumed)


def _defere_article(world: World, act: ActState, at: date) -> Law:
    if kind_of(act.authority) is not Authority.INSTITUTION:
        return DEFERE_OF_SYNDICATE
    kind = _author_kind(world, act, at)
    return DEFERE_OF_ANY if kind is None else DEFERE[kind]


def _author_kind(world: World, act: ActState, at: date) -> str | None:
    """Tell the kind of institution an author is, where it is one on record."""
    identity = world.identity_on(act.authority, at)
    return identity.kind if identity is not None else None


def _deadline(world: World, act: ActState, at: date, limit: Limit) -> Deadline:
    is_institution = kind_of(act.authority) is Authority.INSTITUTION
    what = ":designation" if limit.by is ELECTORAL else ""
    found = limit.deadline(
        world,
        at,
        member=act.authority if is_institution else None,
        id_=f"{limit.kind}:{act.reference}{what}{limit.mark}",
    )
    return msgspec.structs.replace(found, act=act.reference, title=act.registered.title)

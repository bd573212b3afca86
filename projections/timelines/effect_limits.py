"""From which day does a correction limited in time act, and what does it end?

Specification section 10: a court annuls from a day only, or suspends and lifts; an
author repeals, which never ends a membership or a transfer that is agreed.
"""

from datetime import date
from functools import cached_property

from ledger.events import afterwards
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.constitution import SyndicateCreated
from ledger.events.delegates import DelegateDesignated
from ledger.events.membership import (
    CompetenceSubstituted,
    InstitutionEnded,
    MembersMerged,
)
from ledger.language import N_
from projections.acts.act_state import Place
from projections.acts.voiding import VoidIndex, Voiding, voidings
from projections.members.proceedings import ENDING
from projections.reason import Rule
from projections.timelines.in_force import InForce

ANNULLED_FROM = Rule(
    "act.annulled-from",
    N_("{act} has no effect from {from_} on: {ruling} annulled it from that day."),
)
REPEALED = Rule(
    "act.repealed",
    N_("{act} is repealed from {from_} on: its author ended it by {ruling}."),
    law="CRPA",
    article="L.243-1",
)
REPEAL_UNDATED = Rule(
    "act.repeal-undated",
    N_(
        "{ruling} repeals {act}; since when it is in force cannot be established, and "
        "it ends nothing."
    ),
    law="CRPA",
    article="L.243-1",
)


KEPT_FOR_GOOD = (
    SyndicateCreated | MembersMerged | CompetenceSubstituted | InstitutionEnded
)
"""What began or passed on at once, and no repeal undoes."""


class EffectLimits:
    """Tells what a repeal or a deferred annulment ends by itself, and what it cannot.

    A repeal never ends a membership or a transfer that is agreed (section 10). A seat,
    once filled, is left vacant; the predecessor, whose mandate was ended, stays away.
    """

    def __init__(self, ever: InForce) -> None:
        """Read what follows from the acts as known, if nothing had been ended."""
        self.known = ever.known
        self.executory = ever.executory
        self._ever = ever

    @cached_property
    def limited(self) -> list[tuple[date, Voiding]]:
        """List the corrections that act from a day, in its order."""
        found = [
            (day, voiding)
            for voiding in voidings(self.known)
            if (day := self.limit_of(voiding)) is not None
        ]
        return sorted(found, key=lambda one: (one[0], one[1].position))

    @cached_property
    def voids(self) -> VoidIndex:
        """Tell what is void on a day, by those limits."""
        return VoidIndex(self.known, self.ends_on)

    @cached_property
    def acting(self) -> list[tuple[date, Voiding]]:
        """List the corrections that act from a day, and are not dead by then."""
        return [
            (day, voiding)
            for day, voiding in self.limited
            if not self.voids.is_dead(voiding.place, day)
        ]

    def limit_of(self, voiding: Voiding) -> date | None:
        """Tell the day from which a correction limited in time acts; None for others.

        A repeal acts from the day it names, and not before it is executory itself; one
        not known to be executory does not act.
        """
        match voiding.correction:
            case (
                afterwards.ActAnnulled(from_=since)
                | afterwards.ActSuspended(from_=since)
                | afterwards.SuspensionLifted(from_=since)
            ):
                return since
            case afterwards.ActRepealed(from_=since):
                in_force = self.executory[voiding.place[0]].on
                return max(since or in_force, in_force) if in_force else None
            case _:
                return None

    def ends_on(self, voiding: Voiding, place: Place) -> date | None:
        """Tell from which day a decision is as if it had never been taken."""
        day = self.limit_of(voiding)
        if day is None or self.leaves_vacant(place, day):
            return None
        is_repeal = isinstance(voiding.correction, afterwards.ActRepealed)
        return None if is_repeal and self.is_kept(place, day) else day

    def is_kept(self, place: Place, day: date) -> bool:
        """Tell whether a decision began something among members that no repeal ends."""
        taken = self.known.acts[place[0]].proposal(place[1])
        if taken is None:
            return False
        if isinstance(taken.decision, KEPT_FOR_GOOD):
            return True
        begun = self._begun.get((place[0], taken.position))
        return begun is not None and begun <= day

    def leaves_vacant(self, place: Place, day: date) -> bool:
        """Tell whether the decision had filled a seat by then."""
        act = self.known.acts[place[0]]
        taken = act.proposal(place[1])
        match taken.decision if taken is not None else None:
            case DelegateDesignated(from_=from_):
                in_force = self.executory[place[0]].on
                return in_force is not None and max(in_force, from_ or in_force) < day
            case RepresentativeElected() | OfficerElected():
                return act.adopted_on is not None and act.adopted_on < day
            case _:
                return False

    @cached_property
    def _begun(self) -> dict[tuple[str, int], date]:
        """Tell since when no repeal undoes what two bodies agreed, by their words.

        A membership or a transfer, once agreed; what lets go of one, once it has.
        """
        days = (
            (one, one.start if one.procedure in ENDING else one.agreed_on)
            for one in self._ever.proceedings
        )
        return {
            (side.act, side.position): day
            for one, day in days
            for side in one.sides
            if day is not None
        }

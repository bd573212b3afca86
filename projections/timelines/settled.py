"""Since when is each act in force, and which decisions are, from which day to which?

Either hangs on the other. Whether a posting makes an act public hangs on the population
of the commune in force that day (CGCT L.2131-1, IV); a population is in force until the
decision that tells it ends; it ends by a repeal once that is in force itself, perhaps
because the commune posted it.

The circle is broken along time. What is in force on a day hangs on repeals in force by
then, and no act is in force before it was made public. So they are settled in passes:
the first judges every act as if nothing had been ended, each other one by what the pass
before left in force, and settles the next repeal, in the order of days, and all that
comes before it.

On one day time does not tell: that on which a repeal is made public, is in force, and
ends what told the population it was judged by. *What an act ends still holds while the
act comes into force*: it is judged by what is in force without it. So a commune of
3,000 inhabitants may post that it repeals the decision that told them, whatever is told
beneath; one of 4,000 cannot repeal by posting what makes it as large.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from ledger.events.afterwards import ActRepealed
from projections.acts.act_state import ActState, RecordAsOf
from projections.acts.executory import Executory, executory
from projections.acts.identity import (
    Identity,
    IdentityTimeline,
    identities,
    told_of,
)
from projections.acts.publicity import AuthorOn
from projections.acts.voiding import about_which, voidings
from projections.timelines import phase_join
from projections.timelines.effect_limits import EffectLimits
from projections.timelines.in_force import InForce
from projections.timelines.phases import Phase, phases


class Settled(msgspec.Struct, frozen=True):
    """Since when each act is in force, the phases that makes, and what they hold.

    `limits` tell what of that ends from a day on. `ever` is what follows if nothing had
    been ended; `parts` what follows in each phase, and phases with the same decisions
    share it.
    """

    executory: dict[str, Executory]
    limits: EffectLimits
    phases: list[Phase]
    ever: InForce
    parts: list[InForce]

    @property
    def known(self) -> RecordAsOf:
        """Tell the acts it was settled for."""
        return self.ever.known


def settle(known: RecordAsOf, firm: Mapping[str, Executory] | None = None) -> Settled:
    """Tell since when each act is in force, by who its author was in law that day.

    What is `firm` was told before, and is not judged again.

    A pass more than there are repeals settles all. Where none does, since whether what
    two bodies agreed about had begun, and is spared, hangs on what was made public
    later, the last pass stands.
    """
    told = identities(known)
    judged = _judged(known.acts.values(), lambda act: _on(told, act))
    found = _cut(known, judged | dict(firm or {}), told)
    if found.parts == [found.ever]:
        return found
    repeals = sum(isinstance(one.correction, ActRepealed) for one in voidings(known))
    for _pass in range(1 + repeals):
        again = _judged_again(found) | dict(firm or {})
        if again == found.executory:
            break
        found = _cut(known, again, told)
    return found


def _cut(
    known: RecordAsOf,
    executory: dict[str, Executory],
    told: dict[str, IdentityTimeline],
) -> Settled:
    ever = InForce(known, executory, told)
    made = {id(known): ever}
    limits = EffectLimits(ever)
    cut = phases(limits)
    parts = [
        made.setdefault(id(phase.known), InForce(phase.known, executory))
        for phase in cut
    ]
    return Settled(executory, limits, cut, ever, parts)


def _judged_again(found: Settled) -> dict[str, Executory]:
    """Judge again the acts of whom something tells that is not always in force."""
    retold = _retold(found)
    if not retold:
        return found.executory
    acts = found.ever.known.acts.values()
    theirs = (act for act in acts if act.authority in retold)
    return found.executory | _judged(theirs, _Authors(found).of)


def _retold(found: Settled) -> set[str]:
    """List the institutions told of by acts that end, pause or return on some day."""
    known = found.ever.known
    struck = {
        reference
        for _day, voiding in found.limits.limited
        for reference in about_which(known, voiding.place[0])
        if reference in known.acts
    }
    return {
        institution
        for reference in struck
        for taken in known.acts[reference].proposed
        for institution in told_of(known.acts[reference], taken)
    }


class _Authors:
    """Tells who adopted an act, on each day, in law as it is without that act."""

    def __init__(self, found: Settled) -> None:
        self._found = found
        self._days = [phase.period.from_ for phase in found.phases]
        parts = [one.identities for one in found.parts]
        self._told = phase_join.identities(found.phases, parts)

    def of(self, act: ActState) -> AuthorOn | None:
        timeline = self._told.get(act.authority)
        if timeline is None:
            return None

        def on(day: date) -> Identity:
            place = bisect_right(self._days, day) - 1
            begun_by = self._found.phases[place].because
            if self._days[place] == day and act.reference in begun_by:
                before = self._found.parts[place - 1].identities
                return before.get(act.authority, timeline).on(day)
            return timeline.on(day)

        return on


def _on(told: dict[str, IdentityTimeline], act: ActState) -> AuthorOn | None:
    timeline = told.get(act.authority)
    return timeline.on if timeline is not None else None


def _judged(
    acts: Iterable[ActState], author: Callable[[ActState], AuthorOn | None]
) -> dict[str, Executory]:
    return {
        act.reference: executory(act.registered, act.authority, author(act))
        for act in acts
    }

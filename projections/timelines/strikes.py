"""What became of a decision, in law: who struck it, since when, and does it still hold?

A repeal that ends no membership, or an annulment after the seat was filled, is told
here too: what follows from them is the business of the phases (`phases.py`).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.events import afterwards
from projections.acts.act_state import ActState, Place
from projections.acts.voiding import (
    ANNULLED,
    LIFTED,
    LIFTED_RULING,
    NO_LONGER,
    OVERTURNED,
    REVOCATION_PENDING,
    REVOKED,
    SUSPENDED,
    VoidIndex,
    Voiding,
    acts_of,
    voidings,
)
from projections.members.proceedings import KEPT
from projections.reason import Reason, Rule, Value
from projections.timelines.effect_limits import (
    ANNULLED_FROM,
    REPEAL_UNDATED,
    REPEALED,
    EffectLimits,
)
from projections.timelines.phases import Phase


class Strikes:
    """Tells what strikes each decision on a day, and the day of each correction."""

    def __init__(self, limits: EffectLimits, phases: Sequence[Phase]) -> None:
        """Take from when corrections act, and what is in force in between."""
        self._known = limits.known
        self._limits = limits
        self._phases = phases
        self.voidings = tuple(voidings(limits.known))
        self._voids = VoidIndex(
            limits.known, lambda voiding, _place: self.limit_of(voiding)
        )

    def limit_of(self, voiding: Voiding) -> date | None:
        """Tell the day from which a correction limited in time acts."""
        return self._limits.limit_of(voiding)

    def days(self) -> Iterator[date]:
        """List the days from which something limited in time acts."""
        for voiding in self.voidings:
            day = self.limit_of(voiding)
            if day is not None:
                yield day

    def standing(self, at: date) -> list[Voiding]:
        """List the corrections that stand on a day, in order of the ledger."""
        return [
            voiding
            for voiding in self.voidings
            if not self._voids.is_dead(voiding.place, at)
        ]

    def striking(self, place: Place, at: date | None) -> tuple[Voiding, ...]:
        """List what strikes a decision on a day; without a day, for good."""
        return self._voids.striking(place, at)

    def struck(self, act: ActState, at: date) -> dict[int, tuple[Voiding, ...]]:
        """Look up what strikes the decisions of an act on a day, by their number."""
        found = {
            taken.number: self.striking((act.reference, taken.number), at)
            for taken in act.proposed
        }
        return {number: aimed for number, aimed in found.items() if aimed}

    def undone_by(self, place: Place) -> tuple[str, ...]:
        """List the acts by which a decision is as if it had never been taken.

        They are those that struck it and stand themselves; none where it lives.
        """
        return acts_of(self.striking(place, None))

    def reasons(self, voiding: Voiding) -> tuple[Reason, ...]:
        """Say what a correction makes of the act it is about, on any day asked."""
        act, number = self._known.acts[voiding.place[0]], voiding.place[1]
        rule = self._rule(voiding) if act.stands(number) else NO_LONGER
        said = _said(voiding)
        day = self.limit_of(voiding)
        if rule is not REPEALED or day is None:
            return (rule.of(None, **said),)
        repealed = REPEALED.of(None, **said | {"from_": day})
        kept = KEPT.of(None, act=voiding.correction.target)
        return (repealed, kept) if self._keeps(voiding, day) else (repealed,)

    def _rule(self, voiding: Voiding) -> Rule:  # noqa: PLR0911 -- all kinds
        match voiding.correction:
            case afterwards.ActAnnulled(from_=None):
                return ANNULLED
            case afterwards.ActAnnulled():
                return ANNULLED_FROM
            case afterwards.ActRevoked():
                return REVOCATION_PENDING if voiding.is_pending else REVOKED
            case afterwards.ActRepealed():
                return REPEAL_UNDATED if self.limit_of(voiding) is None else REPEALED
            case afterwards.ActSuspended():
                return SUSPENDED
            case afterwards.SuspensionLifted():
                return LIFTED_RULING if self._lifts_ruling(voiding) else LIFTED
            case afterwards.RulingOverturned():
                return OVERTURNED

    def _lifts_ruling(self, voiding: Voiding) -> bool:
        """Tell whether it lifts a ruling that suspends, not the act suspended."""
        target = self._known.acts[voiding.correction.target]
        return any(
            isinstance(taken.decision, afterwards.ActSuspended)
            for taken in target.proposed
        )

    def _keeps(self, repeal: Voiding, day: date) -> bool:
        """Tell whether what the repeal is about had begun by its day, and goes on."""
        target = repeal.correction.target
        on_day = next(one for one in self._phases if one.period.holds_on(day))
        return any(
            repeal.is_at((target, taken.number))
            and self._limits.is_kept((target, taken.number), day)
            for taken in on_day.known.acts[target].decisions
        )


def _said(voiding: Voiding) -> dict[str, Value]:
    values: dict[str, Value] = {
        "act": voiding.correction.target,
        "ruling": voiding.place[0],
        "from_": getattr(voiding.correction, "from_", None),
        "reason": getattr(voiding.correction, "reason", None),
    }
    return {name: value for name, value in values.items() if value is not None}

"""Who succeeded whom, who ended without heir, and who lives again, from which day?

CGCT L.2113-5: the new commune takes the place of the former in all their acts. What an
institution said before it was merged is its heir's, and before it ended, nobody's. What
its own assembly asks afterwards is its own: it lives again from that adoption, or from
the day the secretariat says it does (`institution-known`).

    alpha asks ─ merged into beta ─ beta's words ─ alpha asks again ─ …
    └ beta's from the merger                       └ alpha's own, a further life
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.authorities import authority_of
from ledger.events.membership import (
    AdhesionRequested,
    CompetenceResumptionRequested,
    CompetenceTransferRequested,
    InstitutionEnded,
    InstitutionKnown,
    MembersMerged,
    WithdrawalRequested,
)
from ledger.tags import member_of
from projections.acts.act_state import RecordAsOf

Heirs = tuple[tuple[date, str], ...]
"""The heirs of a member, one after the other, each from a day on."""

_ASKS = (
    AdhesionRequested
    | CompetenceTransferRequested
    | CompetenceResumptionRequested
    | WithdrawalRequested
)


class Gone(msgspec.Struct, frozen=True):
    """From a day on an institution is no more, by an act; None: without heir."""

    since: date
    heir: str | None
    act: str


class Restored(msgspec.Struct, frozen=True):
    """From a day on an institution lives again, by an act."""

    institution: str
    since: date
    act: str


class Line(msgspec.Struct, frozen=True):
    """Whose what was said is: the heirs, and which life of the last of them it is of.

    `ended` is how the last of them ended without heir, where it did.
    """

    heirs: Heirs = ()
    life: date = date.min
    ended: Gone | None = None


OWN = Line()
"""Of who was never merged and never ended."""


class Successions(msgspec.Struct, frozen=True):
    """The days institutions were merged or ended, and those they live again from."""

    gone: dict[str, tuple[Gone, ...]] = {}
    restored: dict[str, tuple[Restored, ...]] = {}

    def line(self, member: str, day: date) -> Line:
        """Tell whose what somebody said on a day is; an undated word, the latest."""
        if member not in self.gone:
            return OWN
        life, seen = self._life(member, day), {member}
        heirs: list[tuple[date, str]] = []
        while gone := self._next(member, life):
            if gone.heir is None:
                return Line(tuple(heirs), life, gone)
            if gone.heir in seen:
                break
            member = gone.heir
            seen.add(member)
            heirs.append((gone.since, member))
            life = self._life(member, gone.since)
        return Line(tuple(heirs), life)

    def _life(self, member: str, day: date) -> date:
        """Tell since when it lives, of all its lives, on a day."""
        lives = [one.since for one in self.restored.get(member, ()) if one.since <= day]
        return max(lives, default=date.min)

    def _next(self, member: str, life: date) -> Gone | None:
        """Find what ends a life of an institution."""
        ends = (one for one in self.gone.get(member, ()) if one.since > life)
        return next(ends, None)


def successions(known: RecordAsOf) -> Successions:
    """Tell who merged or ended, and who lives again."""
    gone: dict[str, list[Gone]] = {}
    for member, one in _gone(known):
        gone.setdefault(member, []).append(one)
    if not gone:
        return Successions()
    ends = {
        member: tuple(sorted(ended, key=lambda one: one.since))
        for member, ended in gone.items()
    }
    again: dict[str, list[Restored]] = {}
    for lived in sorted(_lives(known, ends), key=lambda one: one.since):
        before = again.setdefault(lived.institution, [])
        life = before[-1].since if before else date.min
        end = next((e for e in ends[lived.institution] if e.since > life), None)
        if end is not None and end.since < lived.since:
            before.append(lived)
    return Successions(ends, {member: tuple(lives) for member, lives in again.items()})


def heir_on(member: str, heirs: Heirs, day: date) -> str:
    """Tell who has a member's place on a day."""
    return next((heir for since, heir in reversed(heirs) if since <= day), member)


def _gone(known: RecordAsOf) -> Iterator[tuple[str, Gone]]:
    for act in known.acts.values():
        for taken in act.decisions:
            match taken.decision:
                case MembersMerged(members=members, into=into, from_=from_):
                    for member in members:
                        if member != into.id:
                            yield member, Gone(from_, str(into.id), act.reference)
                case InstitutionEnded(member=member, on=on):
                    yield member, Gone(on, None, act.reference)
                case _:
                    pass


def _lives(known: RecordAsOf, gone: Iterable[str]) -> Iterator[Restored]:
    """List what its own assembly asked, and what the secretariat says of it."""
    for act in known.acts.values():
        for taken in act.decisions:
            decision = taken.decision
            member = member_of(decision, act.reference)
            if member is None or member not in gone:
                continue
            if isinstance(decision, InstitutionKnown) and decision.from_ is not None:
                yield Restored(member, decision.from_, act.reference)
            is_own = member == authority_of(act.reference)
            if isinstance(decision, _ASKS) and is_own and act.adopted_on is not None:
                yield Restored(member, act.adopted_on, act.reference)

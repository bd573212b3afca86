"""Which decisions are in force on a day, and which are as if they had never been?

Specification section 10. A correction is itself a decision of an act, and may be dead
by another: an annulment that was overturned is as if it had never been.

So a decision is asked about from the end of the chain. A commune's request 1 is
annulled by the tribunal's ruling 2, which the court of appeal overturns by 3, which the
Conseil d'État overturns by 4:

    known        strikes 1, because of what strikes 2     request 1
    1            nothing                                  stands
    1 2          2, which nothing strikes                 is as if never
    1 2 3        nothing: 3 strikes 2                     stands
    1 2 3 4      2 again: 4 strikes 3                     is as if never

Who corrects itself in a circle strikes nothing. A suspension is no end: of the courts'
words about a decision, the last by its day counts. A revocation strikes once the day
its act is in force from is established (CGCT L.3131-1); `RecordAsOf.pending` lists
those of which it is not.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias, TypeGuard

import msgspec

from ledger.authorities import SECRETARIAT
from ledger.events import afterwards
from ledger.events.catalogue import Decision
from ledger.language import N_
from projections.acts.act_state import ActState, Place, RecordAsOf
from projections.reason import Rule

ANNULLED = Rule(
    "act.annulled",
    N_("{act} is as if it had never been: {ruling} annulled it."),
)
REVOKED = Rule(
    "act.revoked",
    N_("{act} is as if it had never been: its author took it back by {ruling}."),
    law="CRPA",
    article="L.243-3",
)
OVERTURNED = Rule(
    "act.overturned",
    N_("{ruling} overturned the ruling {act}: the first world returns."),
)
REVOCATION_PENDING = Rule(
    "act.revocation-pending",
    N_(
        "{ruling} takes {act} back; since when it is in force cannot be established, "
        "and it undoes nothing."
    ),
    law="CRPA",
    article="L.243-3",
)
SUSPENDED = Rule("act.suspended", N_("{act} is suspended from {from_} on by {ruling}."))
LIFTED = Rule(
    "act.suspension-lifted",
    N_("{act} resumes on {from_}: {ruling} lifted its suspension."),
)
LIFTED_RULING = Rule(
    "act.suspension-lifted",
    N_("What {act} suspended resumes on {from_}: {ruling} lifted it."),
)
NO_LONGER = Rule(
    "act.correction-undone",
    N_("{ruling}, which bears on {act}, itself stands no longer."),
)

Striking: TypeAlias = (
    afterwards.ActAnnulled
    | afterwards.ActRevoked
    | afterwards.ActRepealed
    | afterwards.ActSuspended
    | afterwards.SuspensionLifted
    | afterwards.RulingOverturned
)
"""The corrections that do more than put a clerical mistake right."""


class Voiding(msgspec.Struct, frozen=True):
    """A correction that ends or interrupts what another act decided.

    A revocation `is_pending` while nobody can tell since when it is in force.
    """

    place: Place
    position: int
    correction: Striking
    is_pending: bool = False

    def is_at(self, place: Place) -> bool:
        """Tell whether it is about that decision: one it numbers, or any of the act."""
        numbers: tuple[int, ...] | None = self.correction.decisions
        target, number = place
        return self.correction.target == target and (not numbers or number in numbers)


EndsOn = Callable[[Voiding, Place], date | None]
"""Tells from which day a correction leaves a decision without effect; None: never."""


def strikes(decision: Decision) -> TypeGuard[Striking]:
    """Tell whether a decision ends, interrupts or restores what another act decided."""
    return isinstance(decision, Striking)


def voidings(known: RecordAsOf) -> Iterator[Voiding]:
    """List what corrects acts, other than their clerical mistakes."""
    for act in known.acts.values():
        for taken in act.carried:
            if strikes(taken.decision):
                yield voiding_of(known, act, taken.number, taken.decision)


def voiding_of(
    known: RecordAsOf, act: ActState, number: int, correction: Striking
) -> Voiding:
    """Tell of a correction where it stands, and whether it waits for its force."""
    taken = act.proposal(number)
    assert taken is not None, "it is one of the act's"
    is_revocation = isinstance(correction, afterwards.ActRevoked)
    return Voiding(
        (act.reference, number),
        taken.position,
        correction,
        is_pending=is_revocation and act.reference in known.pending,
    )


def revoking(known: RecordAsOf) -> frozenset[str]:
    """List the acts that take others back, and must be in force to do so.

    What the secretariat records has no day of its own: it holds from its entry on.
    """
    return frozenset(
        voiding.place[0]
        for voiding in voidings(known)
        if isinstance(voiding.correction, afterwards.ActRevoked)
        and known.acts[voiding.place[0]].authority != SECRETARIAT
    )


def about_which(known: RecordAsOf, reference: str) -> frozenset[str]:
    """List the acts that an act's corrections are about, and those these are about."""
    reached: set[str] = set()
    waiting = [reference]
    while waiting:
        act = known.acts.get(waiting.pop())
        for taken in act.proposed if act is not None else ():
            if strikes(taken.decision):
                target = taken.decision.target
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
    return frozenset(reached)


def acts_of(voidings: Iterable[Voiding]) -> tuple[str, ...]:
    """List the acts by which decisions are struck, each once."""
    return tuple(dict.fromkeys(voiding.place[0] for voiding in voidings))


def is_suspension(voidings: Iterable[Voiding]) -> bool:
    """Tell whether nothing but suspensions is at work; false where nothing is."""
    kinds = {type(voiding.correction) for voiding in voidings}
    return kinds == {afterwards.ActSuspended}


def strikes_for_good(voiding: Voiding) -> bool:
    """Tell whether a correction lets its target be as if it had never been."""
    match voiding.correction:
        case afterwards.ActAnnulled(from_=from_):
            return from_ is None
        case afterwards.ActRevoked():
            return not voiding.is_pending
        case afterwards.RulingOverturned():
            return True
        case _:
            return False


def apply_voiding(known: RecordAsOf) -> None:
    """Note which decisions are as if they had never been taken, on any day.

    Every revocation is left pending: `timelines/revocations.py` tells of which the day
    they are in force from is established.
    """
    known.pending = revoking(known)
    _note_dead(known)


def with_pending(known: RecordAsOf, pending: frozenset[str]) -> RecordAsOf:
    """Read the acts with just these revocations pending, all others in force."""
    again = msgspec.structs.replace(known, pending=pending, acts=dict(known.acts))
    for reference in VoidIndex(again).targets:
        if reference in again.acts:
            act = again.acts[reference]
            again.acts[reference] = msgspec.structs.replace(act, dead=frozenset())
    _note_dead(again)
    return again


def _note_dead(known: RecordAsOf) -> None:
    voids = VoidIndex(known)
    for reference in voids.targets:
        act = known.acts.get(reference)
        if act is not None:
            act.dead = voids.dead_of(act, None)


class VoidIndex:
    """Finds who is dead on a day, by following corrections of corrections.

    Without a day, only what strikes for good counts.
    """

    def __init__(self, known: RecordAsOf, ends_on: EndsOn | None = None) -> None:
        """Sort the corrections by what they target."""
        self._by_target: dict[str, list[Voiding]] = {}
        self._found: dict[tuple[Place, date | None], tuple[Voiding, ...]] = {}
        self._ends_on = ends_on
        for voiding in voidings(known):
            self._by_target.setdefault(voiding.correction.target, []).append(voiding)

    @property
    def targets(self) -> list[str]:
        """List the acts somebody wished to end."""
        return list(self._by_target)

    def dead_of(self, act: ActState, day: date | None) -> frozenset[int]:
        """List the numbers of an act's decisions that are dead on a day."""
        numbers = (taken.number for taken in act.proposed)
        places = ((act.reference, number) for number in numbers)
        return frozenset(place[1] for place in places if self.is_dead(place, day))

    def is_dead(self, place: Place, day: date | None) -> bool:
        """Tell whether a decision has no effect on a day."""
        return bool(self.striking(place, day))

    def striking(self, place: Place, day: date | None) -> tuple[Voiding, ...]:
        """List what lets a decision have no effect on a day."""
        key = (place, day)
        if key not in self._found:
            self._found[key] = ()  # who undoes what undoes it, undoes nothing
            aimed = [
                voiding
                for voiding in self._by_target.get(place[0], ())
                if voiding.is_at(place) and not self.is_dead(voiding.place, day)
            ]
            ending = (
                voiding for voiding in aimed if self._strikes(voiding, place, day)
            )
            self._found[key] = (*ending, *self._suspending(aimed, day))
        return self._found[key]

    def _strikes(self, voiding: Voiding, place: Place, day: date | None) -> bool:
        if strikes_for_good(voiding):
            return True
        ends = isinstance(
            voiding.correction, afterwards.ActAnnulled | afterwards.ActRepealed
        )
        if day is None or self._ends_on is None or not ends:
            return False
        ends_on = self._ends_on(voiding, place)
        return ends_on is not None and ends_on <= day

    def _suspending(
        self, aimed: list[Voiding], day: date | None
    ) -> tuple[Voiding, ...]:
        """Give the last word of the courts, by its day, where it was to suspend."""
        words: list[tuple[date, int, Voiding]] = []
        for voiding in aimed:
            match voiding.correction:
                case afterwards.ActSuspended(from_=since):
                    if not self._is_lifted(voiding, day):
                        words.append((since, voiding.position, voiding))
                case afterwards.SuspensionLifted(from_=since):
                    words.append((since, voiding.position, voiding))
                case _:
                    pass
        said = [word for word in words if day is not None and word[0] <= day]
        if not said:
            return ()
        *_, last = max(said, key=lambda word: word[:2])
        return (last,) if isinstance(last.correction, afterwards.ActSuspended) else ()

    def _is_lifted(self, suspension: Voiding, day: date | None) -> bool:
        """Tell whether the ruling that suspends was itself lifted by then."""
        return any(
            isinstance(voiding.correction, afterwards.SuspensionLifted)
            and voiding.is_at(suspension.place)
            and (day is not None and voiding.correction.from_ <= day)
            and not self.is_dead(voiding.place, day)
            for voiding in self._by_target.get(suspension.place[0], ())
        )

"""Who is a member, for which competences, since when and by which acts?

The second fold: what begins and ends, in order of effect, gives each institution its
intervals `[from, until)`. They are the whole answer; nothing is stored of them.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.constitution import SyndicateCreated, SyndicateDissolved
from ledger.events.membership import MembersMerged
from projections.acts_as_known import AsKnown
from projections.executory import Executory, Missing
from projections.proceedings import ENDING, Proceeding


class Stay(msgspec.Struct, frozen=True):
    """One uninterrupted time; `until` is the first day no longer, None if open.

    `since` is the day shown: the heir of merged members keeps the earliest of theirs.
    `competence` is None for the membership itself.
    """

    member: str
    competence: str | None
    from_: date
    since: date
    until: date | None
    because: tuple[str, ...]
    presumed: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Tell whether the day is within."""
        return self.from_ <= day and (self.until is None or day < self.until)


class Membership(msgspec.Struct, frozen=True):
    """All stays, and the founders in the order of the act that created the syndicate.

    `unnamed` are the founders whose competences no act names; `undated` is what is
    missing to tell since when the founders are members.
    """

    stays: tuple[Stay, ...] = ()
    founders: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    undated: tuple[Missing, ...] = ()

    def on(self, day: date) -> list[Stay]:
        """List the memberships on a day."""
        return [
            stay
            for stay in self.stays
            if stay.competence is None and stay.holds_on(day)
        ]

    def transfers_on(self, day: date) -> list[Stay]:
        """List the competences held on a day."""
        return [stay for stay in self.stays if stay.competence and stay.holds_on(day)]


class _Change(msgspec.Struct, frozen=True):
    """Something that begins or ends on a day; `heir` takes over what `members` had."""

    day: date
    position: int
    because: tuple[str, ...]
    members: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    begins: bool = False
    founds: bool = False
    heir: str | None = None
    presumed: tuple[str, ...] = ()


class _Held(msgspec.Struct):
    """A time that has begun and not ended."""

    from_: date
    since: date
    because: tuple[str, ...]
    presumed: tuple[str, ...]


def membership(
    known: AsKnown, executory: dict[str, Executory], found: list[Proceeding]
) -> Membership:
    """Build the stays of all members from what the acts made begin and end."""
    creation = next(
        (
            (act.reference, taken.decision)
            for act in known.acts.values()
            for taken in act.decisions
            if isinstance(taken.decision, SyndicateCreated)
        ),
        None,
    )
    changes = [*_constitution(known, executory), *_agreed(found, executory)]
    fold = _Fold()
    for change in sorted(changes, key=lambda one: (one.day, one.position)):
        fold.apply(change)
    if creation is None:
        return Membership(fold.all_stays())
    reference, created = creation
    return Membership(
        fold.all_stays(),
        tuple(str(founder.institution.id) for founder in created.founders),
        tuple(
            str(founder.institution.id)
            for founder in created.founders
            if not founder.competences
        ),
        executory[reference].missing,
    )


# ------------------------------------------------------------------- changes
def _agreed(
    found: list[Proceeding], executory: dict[str, Executory]
) -> Iterator[_Change]:
    for proceeding in found:
        if proceeding.start is not None:
            presumed = [act for act in proceeding.because if executory[act].presumed]
            yield _Change(
                proceeding.start,
                proceeding.position,
                proceeding.because,
                (proceeding.member,),
                (proceeding.competence,) if proceeding.competence else (),
                begins=proceeding.procedure not in ENDING,
                presumed=tuple(presumed),
            )


def _constitution(known: AsKnown, executory: dict[str, Executory]) -> Iterator[_Change]:
    for act in known.acts.values():
        because = (act.reference,)
        for taken in act.decisions:
            day = executory[act.reference].on
            match taken.decision:
                case SyndicateCreated(founders=founders) if day is not None:
                    for founder in founders:
                        yield _Change(
                            day,
                            taken.position,
                            because,
                            (str(founder.institution.id),),
                            founder.competences,
                            begins=True,
                            founds=True,
                        )
                case MembersMerged(members=members, into=into, from_=from_):
                    yield _Change(
                        from_, taken.position, because, members, heir=str(into.id)
                    )
                case SyndicateDissolved(on=on):
                    yield _Change(on, taken.position, because)
                case _:
                    pass


# ------------------------------------------------------------------- the fold
class _Fold:
    """What is held as the days go by: by member, then by competence (None: member)."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str | None, _Held]] = {}
        self._stays: list[Stay] = []

    def apply(self, change: _Change) -> None:
        """Let one change begin or end what it names."""
        if change.heir is not None:
            self._merge(change, change.heir)
        elif change.begins:
            for member in change.members:
                self._begin(member, change)
        else:
            for member in change.members or tuple(self._held):
                self._end(member, change)

    def all_stays(self) -> tuple[Stay, ...]:
        """List all stays, those that last to this day last."""
        open_ = [
            _stay(member, competence, held, None)
            for member, holdings in self._held.items()
            for competence, held in holdings.items()
        ]
        return (*self._stays, *open_)

    def _begin(self, member: str, change: _Change) -> None:
        holdings = self._held.setdefault(member, {})
        begun = _Held(change.day, change.day, change.because, change.presumed)
        for competence in (None, *change.competences):
            holdings.setdefault(competence, begun)

    def _end(self, member: str, change: _Change) -> None:
        """End some competences, or all; with the last, the membership ends."""
        holdings = self._held.get(member, {})
        ended: list[str | None] = [
            each for each in change.competences if each in holdings
        ]
        left = [each for each in holdings if each is not None and each not in ended]
        if not change.competences or (ended and not left):
            ended = [*holdings]
        for competence in ended:
            held = holdings.pop(competence)
            if held.from_ < change.day:
                self._stays.append(_stay(member, competence, held, change))

    def _merge(self, change: _Change, heir: str) -> None:
        """Hand what the merged members held to their heir, since the earliest date."""
        inherited: dict[str | None, _Held] = {}
        for member in change.members:
            for competence, held in self._held.get(member, {}).items():
                earlier = inherited.get(competence, held)
                inherited[competence] = min(earlier, held, key=lambda one: one.since)
            self._end(member, change)
        holdings = self._held.setdefault(heir, {})
        for competence, held in inherited.items():
            own = holdings.get(competence)
            since = min(held.since, own.since) if own else held.since
            holdings[competence] = _Held(
                own.from_ if own else change.day,
                since,
                (*(own.because if own else held.because), *change.because),
                held.presumed,
            )


def _stay(
    member: str, competence: str | None, held: _Held, end: _Change | None
) -> Stay:
    because = (*held.because, *(end.because if end else ()))
    return Stay(
        member,
        competence,
        held.from_,
        held.since,
        end.day if end else None,
        tuple(dict.fromkeys(because)),
        held.presumed,
    )

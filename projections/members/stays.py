"""What do changes make of what each institution holds, interval by interval?

The second fold: what begins and ends, in order of effect (ties: position), gives each
institution its intervals `[from, until)`. They are the whole answer; nothing is stored
of them.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from projections.periods import Period


class Face(msgspec.Struct, frozen=True):
    """What is shown of a time: since when, and by which acts it began."""

    since: date
    opened: tuple[str, ...]
    presumed: tuple[str, ...] = ()


class Stay(msgspec.Struct, frozen=True):
    """One uninterrupted time; `until` is the first day no longer, None if open.

    Its face tells the day shown as its first: the heir of merged members keeps the
    earliest of theirs. `earlier` tells which faces it had until the days of such
    successions. `competence` is None for the membership itself.
    """

    member: str
    competence: str | None
    period: Period
    face: Face
    closed: tuple[str, ...] = ()
    closed_presumed: tuple[str, ...] = ()
    earlier: tuple[tuple[date, Face], ...] = ()

    @property
    def key(self) -> tuple[str, str | None]:
        """Tell what it is the time of."""
        return self.member, self.competence

    @property
    def from_(self) -> date:
        """Tell its first day."""
        return self.period.from_

    @property
    def until(self) -> date | None:
        """Tell the first day no longer; None if it is open."""
        return self.period.until

    @property
    def since(self) -> date:
        """Tell the day shown as its first."""
        return self.face.since

    @property
    def opened(self) -> tuple[str, ...]:
        """List the acts by which it began."""
        return self.face.opened

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts by which it began and ended."""
        return _once((*self.face.opened, *self.closed))

    @property
    def presumed(self) -> tuple[str, ...]:
        """List those of these acts that are held executory by presumption."""
        return _once((*self.face.presumed, *self.closed_presumed))

    def seen_on(self, day: date) -> "Stay":
        """Show it as on a day: before a succession, nothing was inherited yet."""
        for until, face in self.earlier:
            if day < until:
                return msgspec.structs.replace(self, face=face)
        return self


class Change(msgspec.Struct, frozen=True):
    """Something that begins or ends on a day; `heir` takes over what `members` had.

    What ends without naming members ends for all, and for good: the dissolution.
    """

    day: date
    position: int
    because: tuple[str, ...]
    members: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    begins: bool = False
    admits: bool = True
    heir: str | None = None
    presumed: tuple[str, ...] = ()


class _Held(msgspec.Struct):
    """A time that has begun and not ended, with what was shown of it until when."""

    from_: date
    face: Face
    earlier: tuple[tuple[date, Face], ...] = ()


def stays_from(changes: Iterable[Change]) -> tuple[Stay, ...]:
    """Fold the changes, in order of their days; stays that last to this day come last.

    Of the changes of one day, those recorded earlier come first (section 5).
    """
    fold = _Fold()
    for change in sorted(changes, key=lambda one: (one.day, one.position)):
        fold.apply(change)
    return fold.all_stays()


class _Fold:
    """What is held as the days go by: by member, then by competence (None: member)."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str | None, _Held]] = {}
        self._stays: list[Stay] = []
        self._is_dissolved = False

    def apply(self, change: Change) -> None:
        """Let one change begin or end what it names."""
        if change.heir is not None:
            self._merge(change, change.heir)
        elif change.begins:
            for member in () if self._is_dissolved else change.members:
                self._begin(member, change)
        else:
            self._is_dissolved = self._is_dissolved or not change.members
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

    def _begin(self, member: str, change: Change) -> None:
        if not change.admits and None not in self._held.get(member, {}):
            return  # who is no member has nothing to add a competence to
        holdings = self._held.setdefault(member, {})
        face = Face(change.day, change.because, change.presumed)
        for competence in (None, *change.competences):
            holdings.setdefault(competence, _Held(change.day, face))

    def _end(self, member: str, change: Change) -> None:
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

    def _merge(self, change: Change, heir: str) -> None:
        """Hand what the merged members held to their heir, since the earliest date."""
        inherited: dict[str | None, Face] = {}
        for member in change.members:
            if member == heir:
                continue
            for competence, held in self._held.get(member, {}).items():
                face = inherited.get(competence, held.face)
                inherited[competence] = min(face, held.face, key=lambda one: one.since)
            self._end(member, change)
        holdings = self._held.setdefault(heir, {})
        for competence, face in inherited.items():
            own = holdings.get(competence)
            if own is None:
                holdings[competence] = _Held(change.day, _joined(change, face))
            else:
                own.earlier = (*own.earlier, (change.day, own.face))
                is_older = face.since < own.face.since
                faces = (face, own.face) if is_older else (own.face,)
                own.face = _joined(change, *faces)


def _joined(change: Change, *faces: Face) -> Face:
    """Show what was inherited: the first's date, the acts of all."""
    return Face(
        faces[0].since,
        (*(act for face in faces for act in face.opened), *change.because),
        tuple(act for face in faces for act in face.presumed),
    )


def _stay(member: str, competence: str | None, held: _Held, end: Change | None) -> Stay:
    return Stay(
        member,
        competence,
        Period(held.from_, end.day if end else None),
        held.face,
        closed=end.because if end else (),
        closed_presumed=end.presumed if end else (),
        earlier=held.earlier,
    )


def _once(acts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(acts))

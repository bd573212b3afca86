"""What do changes make of what each institution holds, interval by interval?

The second fold: what begins and ends, in order of effect (ties: position), gives each
institution its intervals `[from, until)`. They are the whole answer; nothing is stored
of them. What made nothing begin or end is kept with the reason why.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from ledger.clauses import Clause
from ledger.language import N_
from projections.acts.act_state import Place
from projections.members.proceedings import NO_MEMBER, Proceeding
from projections.periods import Period, last_day
from projections.reason import Institution, Named, Reason, Rule

DECIDES: tuple[Clause, ...] = ("dissolution",)

AFTER_THE_END = Rule(
    "begins.after-dissolution",
    N_("It would begin on {on}, after the syndicate was dissolved."),
    "dissolution",
)
ALREADY = Rule(
    "begins.already", N_("It has begun before {on}: nothing begins anew that day.")
)
SAME_DAY = Rule(
    "begins.ended-at-once",
    N_("It ends on {on}, the very day it would begin, by {acts}: it never was."),
)
NOT_HELD = Rule(
    "ends.not-held", N_("{member} does not hold it on {on}: there is nothing to end.")
)
NOTHING_PASSED = Rule(
    "merged.nothing-held",
    N_("{member} holds nothing on {on} that could pass to {heir}."),
)

DISSOLVED = Rule(
    "member.dissolved",
    N_("The syndicate was dissolved on {on}, and every membership with it: {act}."),
    "dissolution",
)


class Cause(msgspec.Struct, frozen=True):
    """The acts by which something begins or ends, and why.

    `procedure` is the name of what they do; `position` is that of the decision that
    completed it. `places` are the decisions, `presumed` those of the acts that are held
    executory by presumption. What two bodies agreed, of one competence or several,
    tells its own reasons: `proceedings`.
    """

    procedure: str
    position: int
    acts: tuple[str, ...]
    places: tuple[Place, ...] = ()
    presumed: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()

    def about(self, competence: str | None) -> tuple[Proceeding, ...]:
        """List what was agreed of a competence; of the membership itself, all."""
        return tuple(
            one
            for one in self.proceedings
            if competence is None or one.competence in {None, competence}
        )


class Face(msgspec.Struct, frozen=True):
    """What is shown of a time: since when, and by what it began."""

    since: date
    causes: tuple[Cause, ...]

    @property
    def opened(self) -> tuple[str, ...]:
        """List the acts by which it began."""
        return _acts(self.causes)

    def shows(self, other: "Face") -> bool:
        """Tell whether nothing is shown otherwise."""
        return (self.since, self.opened) == (other.since, other.opened)


class Stay(msgspec.Struct, frozen=True):
    """One uninterrupted time; `until` is the first day no longer, None if open.

    Its face tells the day shown as its first: the heir of merged members keeps the
    earliest of theirs. `earlier` tells which faces it had until the days of such
    successions. `ended` is by what it ended. `competence` is None for the membership
    itself.
    """

    member: str
    competence: str | None
    period: Period
    face: Face
    ended: tuple[Cause, ...] = ()
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
    def causes(self) -> tuple[Cause, ...]:
        """List by what it began and ended."""
        return (*self.face.causes, *self.ended)

    @property
    def opened(self) -> tuple[str, ...]:
        """List the acts by which it began."""
        return self.face.opened

    @property
    def closed(self) -> tuple[str, ...]:
        """List the acts by which it ended."""
        return _acts(self.ended)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts by which it began and ended."""
        return _acts(self.causes)

    @property
    def presumed(self) -> tuple[str, ...]:
        """List those of these acts that are held executory by presumption."""
        return tuple(
            dict.fromkeys(act for cause in self.causes for act in cause.presumed)
        )

    def seen_in(self, asked: Period) -> "Stay":
        """Show it as on the last of its days in a time."""
        part = self.period.overlap(asked)
        return self.seen_on(last_day(part)) if part is not None else self

    def seen_on(self, day: date) -> "Stay":
        """Show it as on a day: before a succession, nothing was inherited yet."""
        for until, face in self.earlier:
            if day < until:
                return msgspec.structs.replace(self, face=face)
        return self


class AgreementInVain(msgspec.Struct, frozen=True):
    """What was decided about an institution, and made nothing begin or end.

    `on` is the day it would have, or from which it serves no more; None where that day
    is unknown. `cause` tells by which decisions, `reason` why nothing came of it.
    """

    member: str
    competence: str | None
    on: date | None
    cause: Cause
    reason: Reason


class Change(msgspec.Struct, frozen=True):
    """Something that begins or ends on a day; `heir` takes over what `members` had.

    What ends without naming members ends for all, and for good: the dissolution.
    """

    day: date
    cause: Cause
    members: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    begins: bool = False
    heir: str | None = None


class Folded(msgspec.Struct, frozen=True):
    """What changes come to: times, those that last to this day last; and nothing."""

    stays: tuple[Stay, ...]
    in_vain: tuple[AgreementInVain, ...]


class _Held(msgspec.Struct):
    """A time that has begun and not ended, with what was shown of it until when."""

    from_: date
    face: Face
    earlier: tuple[tuple[date, Face], ...] = ()


def stays_from(changes: Iterable[Change]) -> Folded:
    """Fold the changes, in order of their days.

    Of the changes of one day, those recorded earlier come first (section 5).
    """
    fold = _Fold()
    for change in sorted(changes, key=lambda one: (one.day, one.cause.position)):
        fold.apply(change)
    return Folded(fold.all_stays(), tuple(fold.in_vain))


class _Fold:
    """What is held as the days go by: by member, then by competence (None: member)."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str | None, _Held]] = {}
        self._stays: list[Stay] = []
        self._is_dissolved = False
        self.in_vain: list[AgreementInVain] = []

    def apply(self, change: Change) -> None:
        """Let one change begin or end what it names."""
        if change.heir is not None:
            self._merge(change, change.heir)
        elif change.begins:
            for member in change.members:
                self._begin(member, change)
        elif change.members:
            for member in change.members:
                self._end(member, change)
        else:
            self._is_dissolved = True
            for member in self._held:
                self._close_all(member, change)

    def all_stays(self) -> tuple[Stay, ...]:
        """List all stays, those that last to this day last."""
        open_ = [
            _stay(member, competence, held, None)
            for member, holdings in self._held.items()
            for competence, held in holdings.items()
        ]
        return (*self._stays, *open_)

    def _begin(self, member: str, change: Change) -> None:
        """Begin what is not held yet; who is no member has nothing to add to."""
        holdings = self._held.setdefault(member, {})
        is_addition = change.cause.procedure == "transfer"
        face = Face(change.day, (change.cause,))
        for competence in change.competences or (None,):
            if self._is_dissolved:
                self._note(AFTER_THE_END, change, member, competence)
            elif is_addition and None not in holdings:
                self._note(NO_MEMBER, change, member, competence)
            elif competence in holdings:
                self._note(ALREADY, change, member, competence)
            else:
                holdings.setdefault(None, _Held(change.day, face))
                holdings.setdefault(competence, _Held(change.day, face))

    def _end(self, member: str, change: Change) -> None:
        """End some competences, or all; with the last, the membership ends."""
        holdings = self._held.get(member, {})
        for competence in change.competences or (None,):
            if competence not in holdings:
                self._note(NOT_HELD, change, member, competence)
        ended = [each for each in change.competences if each in holdings]
        left = [each for each in holdings if each is not None and each not in ended]
        if not change.competences or (ended and not left):
            self._close_all(member, change)
        else:
            for competence in ended:
                self._close(member, competence, change)

    def _close_all(self, member: str, change: Change) -> None:
        for competence in tuple(self._held.get(member, {})):
            self._close(member, competence, change)

    def _close(self, member: str, competence: str | None, change: Change) -> None:
        held = self._held[member].pop(competence)
        if held.from_ < change.day:
            self._stays.append(_stay(member, competence, held, change))
        elif change.heir is None and held.face.since == change.day:
            self._never_was(member, competence, held, change)

    def _merge(self, change: Change, heir: str) -> None:
        """Hand what the merged members held to their heir, since the earliest date."""
        inherited: dict[str | None, Face] = {}
        for member in change.members:
            if member == heir:
                continue
            if not self._held.get(member):
                self._note(NOTHING_PASSED, change, member, None)
            for competence, held in self._held.get(member, {}).items():
                face = inherited.get(competence, held.face)
                inherited[competence] = min(face, held.face, key=lambda one: one.since)
            self._close_all(member, change)
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

    def _note(
        self, rule: Rule, change: Change, member: str, competence: str | None
    ) -> None:
        """Keep what a change did not do, and why."""
        told: dict[str, Named] = {"member": Institution(member)}
        if change.heir is not None:
            told["heir"] = Institution(change.heir)
        reason = rule.of(change.day, on=change.day, **told)
        self.in_vain.append(
            AgreementInVain(member, competence, change.day, change.cause, reason)
        )

    def _never_was(
        self, member: str, competence: str | None, held: _Held, change: Change
    ) -> None:
        """Keep what began, and ended the same day."""
        reason = SAME_DAY.of(change.day, on=change.day, acts=change.cause.acts)
        self.in_vain += [
            AgreementInVain(member, competence, change.day, cause, reason)
            for cause in held.face.causes
        ]


def _joined(change: Change, *faces: Face) -> Face:
    """Show what was inherited: the first's date, the acts of all."""
    causes = (cause for face in faces for cause in face.causes)
    return Face(faces[0].since, (*causes, change.cause))


def _stay(member: str, competence: str | None, held: _Held, end: Change | None) -> Stay:
    return Stay(
        member,
        competence,
        Period(held.from_, end.day if end else None),
        held.face,
        ended=(end.cause,) if end else (),
        earlier=held.earlier,
    )


def _acts(causes: Iterable[Cause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act for cause in causes for act in cause.acts))

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


class Origin(msgspec.Struct, frozen=True):
    """What is shown of a time: since when, and by what it began."""

    since: date
    causes: tuple[Cause, ...]

    @property
    def opened(self) -> tuple[str, ...]:
        """List the acts by which it began."""
        return _acts(self.causes)

    def shows(self, other: "Origin") -> bool:
        """Tell whether nothing is shown otherwise."""
        return (self.since, self.opened) == (other.since, other.opened)


class Tenure(msgspec.Struct, frozen=True):
    """One uninterrupted time; `until` is the first day no longer, None if open.

    Its origin tells the day shown as its first: the heir of merged members keeps the
    earliest of theirs. `earlier` tells which origins it showed until the days of such
    successions. `ended` is by what it ended. `competence` is None for the membership
    itself.
    """

    member: str
    competence: str | None
    period: Period
    origin: Origin
    ended: tuple[Cause, ...] = ()
    earlier: tuple[tuple[date, Origin], ...] = ()

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
        return self.origin.since

    @property
    def causes(self) -> tuple[Cause, ...]:
        """List by what it began and ended."""
        return (*self.origin.causes, *self.ended)

    @property
    def opened(self) -> tuple[str, ...]:
        """List the acts by which it began."""
        return self.origin.opened

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

    def seen_in(self, asked: Period) -> "Tenure":
        """Show it as on the last of its days in a time."""
        part = self.period.overlap(asked)
        return self.seen_on(last_day(part)) if part is not None else self

    def seen_on(self, day: date) -> "Tenure":
        """Show it as on a day: before a succession, nothing was inherited yet."""
        for until, origin in self.earlier:
            if day < until:
                return msgspec.structs.replace(self, origin=origin)
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

    Where competences are named it takes over these alone, and the members go on.
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

    tenures: tuple[Tenure, ...]
    in_vain: tuple[AgreementInVain, ...]


class _Held(msgspec.Struct):
    """A time that has begun and not ended, with what was shown of it until when."""

    from_: date
    origin: Origin
    earlier: tuple[tuple[date, Origin], ...] = ()


def tenures_from(changes: Iterable[Change]) -> Folded:
    """Fold the changes, in order of their days.

    Of the changes of one day, those recorded earlier come first (section 5).
    """
    fold = _Fold()
    for change in sorted(changes, key=lambda one: (one.day, one.cause.position)):
        fold.apply(change)
    return Folded(fold.all_tenures(), tuple(fold.in_vain))


class _Fold:
    """What is held as the days go by: by member, then by competence (None: member)."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str | None, _Held]] = {}
        self._tenures: list[Tenure] = []
        self._is_dissolved = False
        self._passed: set[tuple[str, str, str, date]] = set()
        self.in_vain: list[AgreementInVain] = []

    def apply(self, change: Change) -> None:
        """Let one change begin or end what it names."""
        if change.heir is not None and change.competences:
            self._substitute(change, change.heir)
        elif change.heir is not None:
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

    def all_tenures(self) -> tuple[Tenure, ...]:
        """List all times, those that last to this day last."""
        open_ = [
            _tenure(member, competence, held, None)
            for member, holdings in self._held.items()
            for competence, held in holdings.items()
        ]
        return (*self._tenures, *open_)

    def _begin(self, member: str, change: Change) -> None:
        """Begin what is not held yet; who is no member has nothing to add to."""
        holdings = self._held.setdefault(member, {})
        is_addition = change.cause.procedure == "transfer"
        origin = Origin(change.day, (change.cause,))
        for competence in change.competences or (None,):
            if self._is_dissolved:
                self._note(AFTER_THE_END, change, member, competence)
            elif is_addition and None not in holdings:
                self._note(NO_MEMBER, change, member, competence)
            elif competence in holdings:
                self._note(ALREADY, change, member, competence)
            else:
                holdings.setdefault(None, _Held(change.day, origin))
                holdings.setdefault(competence, _Held(change.day, origin))

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
            self._tenures.append(_tenure(member, competence, held, change))
        elif change.heir is None and held.origin.since == change.day:
            self._never_was(member, competence, held, change)

    def _merge(self, change: Change, heir: str) -> None:
        """Hand what the merged members held to their heir, since the earliest date."""
        inherited: dict[str | None, Origin] = {}
        for member in change.members:
            if member == heir:
                continue
            if not self._held.get(member):
                self._note(NOTHING_PASSED, change, member, None)
            for competence, held in self._held.get(member, {}).items():
                origin = inherited.get(competence, held.origin)
                inherited[competence] = min(
                    origin, held.origin, key=lambda one: one.since
                )
            self._close_all(member, change)
        self._inherit(heir, inherited, change)

    def _inherit(
        self, heir: str, inherited: dict[str | None, Origin], change: Change
    ) -> None:
        """Let an heir hold what it takes over, shown since the older date."""
        holdings = self._held.setdefault(heir, {})
        for competence, origin in inherited.items():
            own = holdings.get(competence)
            if own is None:
                holdings[competence] = _Held(change.day, _joined(change, origin))
            else:
                own.earlier = (*own.earlier, (change.day, own.origin))
                is_older = origin.since < own.origin.since
                origins = (origin, own.origin) if is_older else (own.origin,)
                own.origin = _joined(change, *origins)

    def _substitute(self, change: Change, heir: str) -> None:
        """Hand one competence of members to their EPCI, since the earliest date.

        Who is left without any is no member. What two acts say twice passes once.
        """
        for competence in change.competences:
            passed = (heir, competence, change.day)
            inherited: list[Origin] = []
            for member in change.members:
                held = self._held.get(member, {}).get(competence)
                if held is None or member == heir:
                    if (member, *passed) not in self._passed:
                        self._note(NOTHING_PASSED, change, member, competence)
                    continue
                self._passed.add((member, *passed))
                inherited.append(held.origin)
                others = {*self._held[member]} - {None, competence}
                for ended in (competence,) if others else (competence, None):
                    self._close(member, ended, change)
            if inherited:
                oldest = min(inherited, key=lambda one: one.since)
                self._inherit(heir, {None: oldest, competence: oldest}, change)

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
            for cause in held.origin.causes
        ]


def _joined(change: Change, *origins: Origin) -> Origin:
    """Show what was inherited: the first's date, the acts of all."""
    causes = (cause for origin in origins for cause in origin.causes)
    return Origin(origins[0].since, (*causes, change.cause))


def _tenure(
    member: str, competence: str | None, held: _Held, end: Change | None
) -> Tenure:
    return Tenure(
        member,
        competence,
        Period(held.from_, end.day if end else None),
        held.origin,
        ended=(end.cause,) if end else (),
        earlier=held.earlier,
    )


def _acts(causes: Iterable[Cause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act for cause in causes for act in cause.acts))

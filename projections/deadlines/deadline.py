"""What a deadline is: what for, since when, until when, and how it stands on a day."""

from datetime import date
from typing import Literal

import msgspec

from ledger.clauses import Clause, plainly
from projections.missing import Missing
from projections.naming.articles import cite
from projections.naming.names import name_on
from projections.switches import Law
from projections.timelines.world import World

Kind = Literal[
    "appeal", "defere", "revocation", "vacancy", "call", "contest", "prescription"
]
State = Literal["open", "overdue", "over", "settled", "not-established"]

KINDS: tuple[Kind, ...] = (
    *("appeal", "defere", "revocation"),
    *("vacancy", "call", "contest", "prescription"),
)
DUTIES: tuple[Kind, ...] = ("vacancy", "call")
"""What somebody must do by then; the others are rights, that end."""

STATES: tuple[State, ...] = ("open", "overdue", "over", "settled", "not-established")
"""In the order they are shown; *over* is a right that ended, *overdue* a duty."""


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit as it stands on a day; without a last day, what is missing.

    `id` does not change while it is open. `days_left` is negative where it is overdue.
    `title` is the act's; `seats` are the empty ones, `number` and `outstanding` the
    call's. `presumed` says that the start rests on a presumption. `last_hour` is the
    hour of Paris, `HH:MM`, at which it ends on its last day, where a text names one.
    `as_far_as_recorded`: it is over unless something not on record began it anew. `by`
    is who alone has this time; `challenged` lists the acts that record an open
    challenge of the act.
    """

    kind: Kind
    act: str | None
    member: str | None
    starts: date | None = None
    last_day: date | None = None
    open: bool
    state: State
    days_left: int | None = None
    id: str
    name: str | None = None
    article: str
    because: tuple[str, ...]
    missing: tuple[Missing, ...] = ()
    presumed: bool = False
    title: str | None = None
    seats: int | None = None
    number: str | None = None
    outstanding: str | None = None
    last_hour: str | None = None
    as_far_as_recorded: bool = False
    by: str | None = None
    challenged: tuple[str, ...] = ()


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit as it was decided: for what, by which text, from which acts.

    From when until when, the last day included, at `last_hour` if there is one; or what
    is missing to tell. `presumed` says that the start rests on a presumption;
    `only_for` is who alone has this time, `mark` tells its id from others of its kind.
    """

    kind: Kind
    by: Clause | Law
    because: tuple[str, ...]
    starts: date | None = None
    last_day: date | None = None
    missing: tuple[Missing, ...] = ()
    presumed: bool = False
    last_hour: str | None = None
    only_for: str | None = None
    mark: str = ""

    def state(self, at: date, *, is_settled: bool = False) -> State:
        """Tell how it stands on a day: a duty is overdue until somebody fulfils it."""
        if is_settled:
            return "settled"
        if self.last_day is None:
            return "not-established"
        if at <= self.last_day:
            return "open"
        return "overdue" if self.kind in DUTIES else "over"

    def days_left(self, at: date, state: State) -> int | None:
        """Count the days to the last one, where that still matters."""
        if self.last_day is None or state not in {"open", "overdue"}:
            return None
        return (self.last_day - at).days

    def deadline(
        self,
        world: World,
        at: date,
        *,
        member: str | None,
        id_: str,
        is_settled: bool = False,
    ) -> Deadline:
        """Tell it as it stands on a day, of the act it runs from where that is one."""
        state = self.state(at, is_settled=is_settled)
        return Deadline(
            kind=self.kind,
            act=self.because[0] if len(self.because) == 1 else None,
            member=member,
            starts=self.starts,
            last_day=self.last_day,
            open=state == "open",
            state=state,
            days_left=self.days_left(at, state),
            id=id_,
            name=name_on(world, member, at) if member is not None else None,
            article=self.article(world, at),
            because=self.because,
            missing=self.missing,
            presumed=self.presumed,
            last_hour=self.last_hour,
            as_far_as_recorded=state == "over",
            by=self.only_for,
        )

    def article(self, world: World, at: date) -> str:
        """Cite the text that sets it, as it is in force on a day."""
        if isinstance(self.by, Law):
            return str(self.by)
        return plainly(cite(world, self.by, at))

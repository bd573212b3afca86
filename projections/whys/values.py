"""What a question answers, by its kind: the `value` of explanations and histories."""

from datetime import date
from typing import TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from ledger.votes import Question, ReportedVote
from projections.missing import Missing
from projections.money.contributions import Total
from projections.money.prices import Line
from projections.register.rosters import RosterSeat
from projections.votes.counting import Base, Tally
from projections.votes.electorate import Voter


class Since(msgspec.Struct, frozen=True):
    """Since when it is a member, or holds a competence; it ends before `until`."""

    since: date
    until: date | None


class InForce(msgspec.Struct, frozen=True):
    """Since when an act is in force, and how that is known."""

    on: date
    basis: str


class HeldRegime(msgspec.Struct, frozen=True):
    """How the communal block is represented, since when, in which colleges."""

    regime: str
    since: date
    colleges: tuple[str, ...]


class Owed(msgspec.Struct, frozen=True):
    """What a member owes for a year, and the lines it is made of."""

    totals: tuple[Total, ...]
    lines: tuple[Line, ...]


class EmptySeat(msgspec.Struct, frozen=True):
    """A seat that is empty before `until`, and the day by which it is to be filled."""

    from_: date = msgspec.field(name="from")
    until: date | None
    fill_by: date | None


class Waits(msgspec.Struct, frozen=True):
    """What an institution waits for; None where no competence, no day is known."""

    procedure: str
    competence: str | None
    since: date | None
    missing: tuple[Missing, ...]


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """A vote as reported; as judged too, where a body of the syndicate held it.

    `carried` is None where nobody can tell; what follows it is set where it is known
    who might vote. `each` are the questions of an act that puts several, as judged.
    """

    vote: ReportedVote
    outcome: str | None
    carried: bool | UnsetType | None = UNSET
    body: str | UnsetType = UNSET
    question: Question | UnsetType | None = UNSET
    on: date | UnsetType = UNSET
    statutes: str | UnsetType = UNSET
    voters: tuple[Voter, ...] | UnsetType = UNSET
    votes: int | UnsetType = UNSET
    in_office: int | UnsetType = UNSET
    majority: str | UnsetType = UNSET
    base: Base | UnsetType = UNSET
    tally: Tally | UnsetType | None = UNSET
    needed: int | UnsetType | None = UNSET
    session: str | UnsetType | None = UNSET
    refusals: tuple[str, ...] | UnsetType = UNSET
    each: tuple["Cast", ...] | UnsetType = UNSET


Held: TypeAlias = (
    Since
    | InForce
    | HeldRegime
    | Owed
    | Cast
    | tuple[RosterSeat, ...]
    | tuple[EmptySeat, ...]
    | tuple[Waits, ...]
    | None
)
"""What is so; None where nothing is, or nobody can tell."""

"""What does each member owe for a year, by which tariff, and what is missing to tell?

Statutes art. 13.1 and conditions art. 5 (6 in the version of 2019): prices by pupil and
by service for one competence, shares of the budget for the other.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.clauses import Clause
from ledger.language import N_
from projections.missing import Missing
from projections.money.account import Account, accounts
from projections.money.cents import shown_amount, summed
from projections.money.heirs import succeeded_in
from projections.money.overlaps import Overlap, charged_for, overlaps, related
from projections.money.prices import Due, Holding, Line, dues_of
from projections.money.shares import Shared, shared, shares_on
from projections.money.subsidies import not_set_off
from projections.money.unestablished import NotEstablished, not_told
from projections.naming.names import member_rank, name_on
from projections.periods import year_up_to
from projections.reason import Reason, Rule
from projections.timelines.world import World

DECIDES: tuple[Clause, ...] = ("contributions",)

REGULARISATION = Rule(
    "contribution.regularisation",
    N_(
        "Due now: {amount}; what was called stays: {called}. The difference, {total}, "
        "is to be regularised."
    ),
    "contributions",
)

HOLDS = Rule(
    "contribution.held",
    N_(
        "{member} held {competence} from {since} on; who holds it in the year owes it "
        "({acts})."
    ),
    "contributions",
)

HELD_UNTIL = Rule(
    "contribution.held-until",
    N_(
        "{member} held {competence} from {since} to {until}; who holds it in the year "
        "owes it ({acts})."
    ),
    "contributions",
)

MAY_HOLD = Rule(
    "contribution.may-hold",
    N_(
        "Whether {member} held {competence} on a day of {year} up to the day asked "
        "about is not established; who holds it in the year owes it."
    ),
    "contributions",
)

NOT_HELD = Rule(
    "contribution.not-held",
    N_("{member} held no competence on any day of {year} up to the day asked about."),
    "contributions",
)

NOT_BEGUN = Rule(
    "contribution.year-to-come",
    N_(
        "The year {year} begins on {since}, after the day asked about; what is to be "
        "expected of it: contributions {year} --plan."
    ),
    "contributions",
)


class Total(msgspec.Struct, frozen=True):
    """A member's account of the year; None where the due is not established."""

    member: str
    name: str
    due: str | None
    called: str
    paid: str
    regularisation: str | None
    outstanding: str


class Contributions(msgspec.Struct, frozen=True):
    """The contributions of a year; `overlaps` may charge the same schools twice."""

    year: int
    at: date
    known_at: str
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    not_established: tuple[NotEstablished, ...]
    overlaps: tuple[Overlap, ...]


class Reckoning(msgspec.Struct, frozen=True, kw_only=True):
    """What a year costs whom it is asked of, under the law of a day, and why.

    The lines owed and the accounts keep their reasons; the unknown tells what is
    missing, the overlaps who may be charged twice.
    """

    year: int
    at: date
    dues: tuple[Due, ...]
    accounts: tuple[Account, ...]
    unknown: tuple[NotEstablished, ...]
    overlaps: tuple[Overlap, ...]

    def account_of(self, member: str) -> Account:
        """Find the account of a member; an empty one, where it has none."""
        found = (one for one in self.accounts if one.member == member)
        return next(found, Account(member=member, year=self.year, at=self.at))


def contributions(
    world: World, year: int, at: date, member: str | None = None
) -> Contributions:
    """Tell what is due for a year under the law in force on a day, as it is shown."""
    return shown(world, reckoned(world, year, at, member))


def reckoned(world: World, year: int, at: date, member: str | None = None) -> Reckoning:
    """Reckon what is due for a year under the law in force on a day.

    Whoever holds a competence on one day of the year, up to that day, owes the year; of
    who may hold one, what it owes is not established.
    """
    waiting = not_told(world, year, at, member)
    return of_holders(world, year, at, member, waiting)


def of_holders(
    world: World,
    year: int,
    at: date,
    member: str | None = None,
    waiting: Iterable[NotEstablished] = (),
) -> Reckoning:
    """Reckon what those owe who hold a competence; what else is not told is given."""
    among = None if member is None else related(world, member, year, at)
    owed = [*_owed(world, year, at, among)]
    dues = [one for one in owed if isinstance(one, Due)]
    unknown = [one for one in owed if isinstance(one, NotEstablished)]
    charged = charged_for([due.line for due in dues], unknown)
    unknown += waiting
    dues += not_set_off([*dues], {one.member for one in unknown})
    asked = [due for due in dues if member in {None, due.line.member}]
    missing = [one for one in unknown if member in {None, one.member}]
    kept = [
        one
        for one in accounts(world, year, at, _due_by_member(asked, missing))
        if member in {None, one.member}
    ]
    day = date(year, 12, 31)
    ranks = {one.member: member_rank(world, one.member, day) for one in kept}
    return Reckoning(
        year=year,
        at=at,
        dues=tuple(sorted(asked, key=lambda due: ranks[due.line.member])),
        accounts=tuple(sorted(kept, key=lambda one: ranks[one.member])),
        unknown=tuple(missing),
        overlaps=tuple(
            one
            for one in overlaps(world, year, at, charged)
            if member in {None, one.member, one.epci}
        ),
    )


def shown(world: World, found: Reckoning) -> Contributions:
    """Tell what was reckoned, as it is shown."""
    return Contributions(
        year=found.year,
        at=found.at,
        known_at=world.known_at,
        lines=tuple(due.line for due in found.dues),
        totals=tuple(_total(world, one) for one in found.accounts if one.is_kept),
        not_established=found.unknown,
        overlaps=found.overlaps,
    )


# ------------------------------------------------------------------- who owes
def _owed(
    world: World, year: int, at: date, among: Collection[str] | None
) -> Iterator[Due | NotEstablished]:
    """Price who holds a competence, or some of them, then divide what is shared."""
    last = min(at, date(year, 12, 31))
    shares = shares_on(world, last)
    priced_members: set[str] = set()
    for member, competence in holders(world, year, at, among):
        if competence in shares or succeeded_in(world, member, year, at, competence):
            continue
        holding = Holding(member, competence, is_first=member not in priced_members)
        priced_members.add(member)
        priced = dues_of(world, holding, year, at)
        missing = tuple(one for one in priced if isinstance(one, Missing))
        if missing:
            name = name_on(world, member, last)
            yield NotEstablished(member, name, competence, missing)
        yield from (one for one in priced if isinstance(one, Due))
    for competence, parts in shares.items():
        yield from shared(world, Shared(competence, parts), year, at)


def holders(
    world: World, year: int, at: date, among: Collection[str] | None = None
) -> list[tuple[str, str]]:
    """List who holds which competence on a day of the year: founders, then by name.

    Where some are named, only they are asked about.
    """
    days = year_up_to(year, at)
    if days is None:
        return []
    facts = world.facts.competences
    held = (
        facts.during(days)
        if among is None
        else (
            tenure
            for one in among
            for tenure in facts.about(one)
            if tenure.period.overlap(days)
        )
    )
    found = {(tenure.member, str(tenure.competence)) for tenure in held}
    return sorted(
        found, key=lambda one: (*member_rank(world, one[0], date(year, 12, 31)), one[1])
    )


# ------------------------------------------------------------------- totals
def _due_by_member(
    dues: Iterable[Due], unknown: Iterable[NotEstablished]
) -> dict[str, Decimal | None]:
    """Sum what each owes, never below zero; None where it is not established."""
    sums = summed((due.line.member, Decimal(due.line.amount)) for due in dues)
    told = {member: max(due, Decimal(0)) for member, due in sums.items()}
    return told | {one.member: None for one in unknown}


def regularised(account: Account) -> tuple[Reason, ...]:
    """Say how what is due now differs from what was called, if it does."""
    if not account.is_to_regularise or account.due is None:
        return ()
    total = shown_amount(account.due - account.called)
    called, due = shown_amount(account.called), shown_amount(account.due)
    return (REGULARISATION.of(None, total=total, amount=due, called=called),)


def _total(world: World, account: Account) -> Total:
    due, regularisation = account.due, account.regularisation
    return Total(
        member=account.member,
        name=name_on(world, account.member, date(account.year, 12, 31)),
        due=None if due is None else shown_amount(due),
        called=shown_amount(account.called),
        paid=shown_amount(account.paid),
        regularisation=None if regularisation is None else shown_amount(regularisation),
        outstanding=shown_amount(account.outstanding),
    )

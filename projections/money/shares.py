"""How is a budget divided among those the statutes name, and what falls to nobody?

Statutes art. 13.1. The parts add up to the budget, always: a share of who held the
competence on no day of the year, or of nobody, is not established.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.clauses import Clause
from ledger.language import N_
from projections.missing import Missing
from projections.money.cents import divide, shown_amount
from projections.money.prices import Due, Line
from projections.money.tariffs import Budget, budget_of
from projections.money.unestablished import NotEstablished, has_begun
from projections.naming.names import member_rank, name_on
from projections.periods import Period
from projections.reason import Rule
from projections.timelines.world import World

DECIDES: tuple[Clause, ...] = ("shares",)

SHARED = Rule(
    "contribution.share",
    N_("{line}: {share} of {total} = {amount} ({acts})."),
    "shares",
)

NOT_NAMED = Rule(
    "contribution.not-shared",
    N_("The charges of {competence} are shared among founders; {member} is not named."),
    "shares",
)

UNOWED = Rule(
    "contribution.share-unowed",
    N_(
        "{member} held {competence} on no day of {year}: its share of the budget, "
        "{amount}, is owed by nobody ({acts})."
    ),
    "shares",
)

BUDGET_LINES = ("operating", "participation", "studies")


class Shared(msgspec.Struct, frozen=True):
    """A competence whose budget is shared, and by whom: in hundredths, in order."""

    competence: str
    parts: dict[str, Decimal]

    def part_of(self, amount: Decimal, member: str) -> Decimal:
        """Divide an amount, and give the part of a member."""
        place = list(self.parts).index(member)
        return divide(amount, list(self.parts.values()))[place]


def shares_on(world: World, day: date) -> dict[str, dict[str, Decimal]]:
    """Tell each competence's shares, in the order of the founders in the statutes."""
    shares = world.statutes.rules_on(day).shares or {}
    return {
        competence: dict(
            sorted(
                parts.items(),
                key=lambda part: member_rank(world, part[0], date(day.year, 12, 31)),
            )
        )
        for competence, parts in shares.items()
    }


def shared(
    world: World, among: Shared, year: int, at: date
) -> Iterator[Due | NotEstablished]:
    """Divide a budget among those the statutes name, as far as they were members."""
    if not has_begun(year, at):
        return
    found = budget_of(world, among.competence, year, at)
    present = _present(world, among.competence, year, at)
    for member in among.parts:
        name = name_on(world, member, date(year, 12, 31))
        if found is not None and member in present:
            yield from _lines(world, member, found, among)
        elif found is not None:
            yield from _unowed(member, name, found, among)
        elif member in present:
            missing = (Missing(None, f"budget {year}"),)
            yield NotEstablished(member, name, among.competence, missing)


def _present(world: World, competence: str, year: int, at: date) -> set[str]:
    """List who held a competence on a day of the year; who may have is not left out."""
    days = Period(date(year, 1, 1), date(year + 1, 1, 1))
    facts, unnamed = world.facts, world.membership.unnamed
    may_hold = (one for member in unnamed for one in facts.members.about(member))
    return {
        tenure.member
        for tenure in (*facts.competences.of(competence), *may_hold)
        if tenure.from_ <= at and tenure.period.overlap(days)
    }


def _unowed(
    member: str, name: str, found: Budget, among: Shared
) -> Iterator[NotEstablished]:
    """Tell of a share that falls to nobody; a share of nothing is none."""
    voted = (getattr(found.budget, line) for line in BUDGET_LINES)
    parts = (among.part_of(one, member) for one in voted if one is not None)
    amount = sum(parts, Decimal(0))
    if amount:
        missing = (Missing(None, "member"),)
        yield NotEstablished(
            member, name, among.competence, missing, shown_amount(amount)
        )


def _lines(world: World, member: str, found: Budget, among: Shared) -> Iterator[Due]:
    budget = found.budget
    for line in BUDGET_LINES:
        voted: Decimal | None = getattr(budget, line)
        if voted is not None:
            amount = among.part_of(voted, member)
            made = Line(
                member=member,
                competence=budget.competence,
                line=line,
                quantity=None,
                unit_price=None,
                amount=shown_amount(amount),
                tariff=found.act,
                because=world.known.with_rectifying(found.act),
                share=f"{among.parts[member]}/100",
                base=shown_amount(voted),
            )
            reason = SHARED.of(
                None,
                amount=made.amount,
                acts=made.because,
                line=line,
                share=f"{among.parts[member]} %",
                total=made.base,
            )
            yield Due(line=made, because=(reason,))

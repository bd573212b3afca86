"""What is one member's statement for a year: the *état liquidatif* behind its calls?

Who owes, line by line by which price, on which acts and articles that rests, what was
called and paid, and what cannot be established. Pure, as every answer: the paper made
of it is `papers/statement.py`.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.events.constitution import SyndicateCreated
from projections.money.calls import Call
from projections.money.cents import shown_amount
from projections.money.contributions import Reckoning, reckoned
from projections.money.missing_sources import Sought, sought
from projections.money.overlaps import Overlap
from projections.money.payments import Payment
from projections.money.prices import Due, Line
from projections.money.unestablished import has_begun
from projections.naming.articles import cite
from projections.naming.behind import Behind, behind
from projections.naming.names import name_on
from projections.timelines.world import World


class MadeCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call; where it does not stand on the day asked about, what struck it.

    `is_suspended` tells of one that may come back; `is_later` of one issued after the
    day, which counts all the same. `position` is its place in the ledger, `pay_by` the
    last of its thirty days (conditions art. 7).
    """

    act: str
    title: str | None
    number: str | None
    amount: str
    adopted_on: date | None
    available_on: date | None
    pay_by: date | None
    stands: bool
    is_suspended: bool
    is_later: bool
    struck_by: tuple[str, ...]
    position: int


class MadePayment(msgspec.Struct, frozen=True):
    """A payment; a refund is negative."""

    act: str
    on: date
    amount: str


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who claims, or who owes, as called and registered on the day."""

    id: str | None
    name: str | None
    brand: str | None = None
    siren: str | None = None
    siret: str | None = None


class Charge(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the contributions, with the label and the unit of its tariff."""

    line: Line
    label: str | None
    unit: str | None


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """The tariff or budget that priced lines, and the article behind it.

    `conditions` is the version in force, whose article it is; None where the statutes
    share a budget. `own_year` is false where the tariff was voted for an earlier year.
    """

    act: str
    competence: str
    what: str
    from_year: int | None
    own_year: bool
    conditions: str | None
    article: str | None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One member's account of one year; None where an amount is not established.

    The calls are all that were ever made; only those that stand make up `called`. Of a
    year that `has_begun` not, nothing is due yet, and nothing is settled.
    """

    year: int
    at: date
    known_at: str
    has_begun: bool
    syndicate: Party
    member: Party
    charges: tuple[Charge, ...]
    bases: tuple[Basis, ...]
    acts: tuple[Behind, ...]
    calls: tuple[MadeCall, ...]
    payments: tuple[MadePayment, ...]
    due: str | None
    called: str
    paid: str
    regularisation: str | None
    outstanding: str
    not_established: tuple[Sought, ...]
    overlaps: tuple[Overlap, ...]
    because: tuple[str, ...]


def statement(world: World, year: int, at: date, member: str) -> Statement:
    """Draw up the statement of a member under the law in force on a day."""
    found = reckoned(world, year, at, member)
    account = found.account_of(member)
    is_told = has_begun(year, at) and account.due is not None
    rests_on = [act for due in found.dues for act in due.line.because]
    of_account = [
        *(one.reference for one in account.calls),
        *(one.act for one in account.payments),
    ]
    return Statement(
        year=year,
        at=at,
        known_at=world.known_at,
        has_begun=has_begun(year, at),
        syndicate=_syndicate(world, at),
        member=_member(world, member, min(at, date(year, 12, 31))),
        charges=tuple(_charge(due) for due in found.dues),
        bases=tuple(dict.fromkeys(_bases(world, found))),
        acts=behind(world, dict.fromkeys(rests_on)),
        calls=tuple(_made(call) for call in account.calls),
        payments=tuple(_received(payment) for payment in account.payments),
        due=_shown(account.due) if is_told else None,
        called=shown_amount(account.called),
        paid=shown_amount(account.paid),
        regularisation=_shown(account.regularisation) if is_told else None,
        outstanding=shown_amount(account.outstanding),
        not_established=tuple(
            sought(world, fact, member, one.competence, at)
            for one in found.unknown
            for fact in one.missing
        ),
        overlaps=found.overlaps,
        because=tuple(dict.fromkeys([*rests_on, *of_account])),
    )


# ------------------------------------------------------------------- who
def _syndicate(world: World, at: date) -> Party:
    for _act, said in reversed(world.on(at).decided(SyndicateCreated)):
        return Party(
            id=None,
            name=said.name,
            brand=said.brand,
            siren=said.siren or (said.siret[:9] if said.siret else None),
            siret=said.siret,
        )
    return Party(id=None, name=None)


def _member(world: World, member: str, day: date) -> Party:
    timeline = world.names.get(member)
    identity = timeline.on(day) if timeline else None
    return Party(
        id=member,
        name=name_on(world, member, day),
        siren=identity.siren if identity else None,
        siret=identity.siret if identity else None,
    )


# ------------------------------------------------------------------- what
def _charge(due: Due) -> Charge:
    priced = due.priced
    return Charge(
        line=due.line,
        label=priced.label if priced else None,
        unit=priced.unit if priced else None,
    )


def _bases(world: World, found: Reckoning) -> Iterator[Basis]:
    """Tell of each act that priced lines what it is, and by which article."""
    day = min(found.at, date(found.year, 12, 31))
    for due in found.dues:
        line, voted = due.line, due.voted
        if line.share is not None:
            yield Basis(
                act=line.tariff,
                competence=line.competence,
                what="budget",
                from_year=found.year,
                own_year=True,
                conditions=None,
                article=cite(world, "shares", day).article,
            )
        elif voted is not None:
            found_in = cite(world, "tariff", day, line.competence)
            yield Basis(
                act=line.tariff,
                competence=line.competence,
                what="tariff",
                from_year=voted.tariff.from_year,
                own_year=voted.is_of_year,
                conditions=found_in.version,
                article=found_in.article,
            )


def _made(call: Call) -> MadeCall:
    return MadeCall(
        act=call.reference,
        title=call.act.registered.title,
        number=call.said.number,
        amount=shown_amount(call.said.amount),
        adopted_on=call.act.adopted_on,
        available_on=call.said.available_on,
        pay_by=call.pay_by,
        stands=call.stands,
        is_suspended=call.is_suspended,
        is_later=call.is_later,
        struck_by=call.struck_by,
        position=call.position,
    )


def _received(payment: Payment) -> MadePayment:
    return MadePayment(payment.act, payment.on, shown_amount(payment.amount))


def _shown(amount: Decimal | None) -> str | None:
    return None if amount is None else shown_amount(amount)

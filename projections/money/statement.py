"""What is one member's statement for a year: the *état liquidatif* behind its calls?

Who owes, line by line by which price, on which acts and articles that rests, what was
called and paid, and what cannot be established. Pure, as every answer: the paper made
of it is `papers/statement.py`.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.constitution import SyndicateCreated
from ledger.events.money import SUBSIDY, SUBSIDY_CAP
from projections.articles import cite
from projections.behind import Behind, behind
from projections.money.account import MadeCall, MadePayment, calls_made, payments_made
from projections.money.contributions import Contributions, contributions
from projections.money.overlaps import Overlap
from projections.money.prices import Line
from projections.money.sought import Sought, sought
from projections.money.tariffs import tariff_of
from projections.money.unestablished import has_begun
from projections.names import name_on
from projections.world import World


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
    found = contributions(world, year, at, member)
    total = next((one for one in found.totals if one.member == member), None)
    is_begun = has_begun(year, at)
    compared = total.regularisation if total else "0.00"
    calls = calls_made(world, year, member, at)
    payments = payments_made(world, year, member, at)
    rests_on = [act for line in found.lines for act in line.because]
    of_account = [*(one.act for one in calls), *(one.act for one in payments)]
    return Statement(
        year=year,
        at=at,
        known_at=world.known_at,
        has_begun=is_begun,
        syndicate=_syndicate(world, at),
        member=_member(world, member, min(at, date(year, 12, 31))),
        charges=tuple(_charges(world, found, at)),
        bases=tuple(dict.fromkeys(_bases(world, found, at))),
        acts=behind(world, dict.fromkeys(rests_on)),
        calls=tuple(calls),
        payments=tuple(payments),
        due=(total.due if total else "0.00") if is_begun else None,
        called=total.called if total else "0.00",
        paid=total.paid if total else "0.00",
        regularisation=compared if is_begun else None,
        outstanding=total.outstanding if total else "0.00",
        not_established=tuple(
            sought(world, fact, member, one.competence, at)
            for one in found.not_established
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
def _charges(world: World, found: Contributions, at: date) -> Iterator[Charge]:
    for line in found.lines:
        voted = tariff_of(world, line.competence, found.year, at)
        priced = {one.code: one for one in voted.tariff.lines} if voted else {}
        is_priced = voted is not None and voted.act == line.tariff
        known = priced.get(line.line) if is_priced else None
        yield Charge(
            line=line,
            label=known.label if known else None,
            unit=known.unit if known else None,
        )


def _bases(world: World, found: Contributions, at: date) -> Iterator[Basis]:
    """Tell of each act that priced lines what it is, and by which article."""
    day = min(at, date(found.year, 12, 31))
    for line in found.lines:
        if line.line in {SUBSIDY, SUBSIDY_CAP}:
            continue
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
            continue
        voted = tariff_of(world, line.competence, found.year, at)
        found_in = cite(world, "tariff", day, line.competence)
        yield Basis(
            act=line.tariff,
            competence=line.competence,
            what="tariff",
            from_year=voted.tariff.from_year if voted else None,
            own_year=voted is not None and voted.tariff.from_year == found.year,
            conditions=found_in.version,
            article=found_in.article,
        )

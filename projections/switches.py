"""Which questions does the law leave open, and how are they read here?

Specification section 16. Each is one named switch: its reading, where the code reads it
so, and the article that is silent. An explanation shows those its answer relied on.
"""

from collections.abc import Callable, Iterable

import msgspec

from ledger.clauses import Citation, Clause
from ledger.language import N_


class Law(str):
    """An article of a code of law, as it is written."""

    __slots__ = ()


class Switch(msgspec.Struct, frozen=True):
    """An open question: how it is read, what is silent on it, the place in the code.

    The reading is a sentence for people, translated when it is shown. What is silent is
    a clause of the statutes or the conditions, or an article of a code of law.
    """

    name: str
    reading: str
    silent: Clause | Law
    read_in: str


class Relied(msgspec.Struct, frozen=True):
    """A switch that an answer relied on, with the article as it stood on the day."""

    name: str
    reading: str
    article: str
    read_in: str


def relied_on(
    switches: Iterable[Switch], where: Callable[[Clause], Citation]
) -> tuple[Relied, ...]:
    """Cite what is silent in each switch."""
    return tuple(
        Relied(one.name, one.reading, _cited(one.silent, where), one.read_in)
        for one in switches
    )


def _cited(silent: Clause | Law, where: Callable[[Clause], Citation]) -> str:
    if isinstance(silent, Law):
        return str(silent)
    found = where(silent)
    return found.text if found.article is None else f"{found.text} {found.article}"


TWO_AND_TWO_AT_FOUR = Switch(
    "two-and-two-at-four",
    N_("With exactly four members, two in each département, there are two colleges."),
    "regime",
    "rules.two_and_two_at_four",
)
DIRECT_AT_FOUR = Switch(
    "two-and-two-at-four",
    N_("With exactly four members, two in each département, every delegate sits."),
    "regime",
    "rules.two_and_two_at_four",
)
COLLEGES_SURVIVE = Switch(
    "colleges-after-departures",
    N_("Colleges, once created, survive the departure of members."),
    "regime",
    "rules.colleges_survive_departures",
)
ON_THE_DAY_ITSELF = Switch(
    "executory-on-the-day-itself",
    N_("An act is in force on the very day its last condition is met."),
    Law("CGCT L.2131-1, L.3131-1"),
    "projections/acts/executory.py",
)
RECEIPT_PROVES_SENDING = Switch(
    "receipt-proves-sending",
    N_(
        "What the State received on a day counts as sent that day, where the day it "
        "was sent is unknown."
    ),
    Law("CGCT L.2131-1, L.3131-1"),
    "projections/acts/executory.py",
)
MONTH_CLAMP = Switch(
    "month-clamp",
    N_("A month that has no such day ends on its last day."),
    "vacancy",
    "projections/periods.py",
)
ELECTORATE_FOR_TARIFFS = Switch(
    "electorate-for-tariffs",
    N_("All members of the committee vote on tariffs."),
    "electorate",
    "vote.question",
)
PRORATA = Switch(
    "prorata",
    N_(
        "Who holds the competence on one day owes the year; a tariff may say otherwise."
    ),
    "tariff",
    "tariff.prorata",
)
TARIFF_ENDED_IN_YEAR = Switch(
    "tariff-ended-in-year",
    N_(
        "A tariff in force on 1 January that ends or is suspended in the year counts "
        "for the whole of it."
    ),
    "tariff",
    "projections/money/in_year.py",
)
SUBSIDIES = Switch(
    "subsidies",
    N_("A subsidy is deducted from what the member owes, never below zero."),
    "tariff",
    "projections/money/subsidies.py",
)
SMALL_COMMUNE = Switch(
    "small-commune-publicity",
    N_(
        "A commune below 3,500 inhabitants is presumed to have chosen how it publishes."
    ),
    Law("CGCT L.2131-1 IV"),
    "projections/acts/publicity.py",
)
MERGER_YEAR = Switch(
    "merger-year",
    N_("The heir of merged members alone owes the year of the merger."),
    "tariff",
    "projections/money/tariffs.py",
)
RENEWAL_ENDS_ELECTED_SEATS = Switch(
    "renewal-ends-elected-seats",
    N_(
        "An elected seat rests on the mandate it was won with: it ends when its holder "
        "is installed again after a renewal."
    ),
    "colleges",
    "projections/seats/representatives.py",
)
SUSPENDED_MANDATES = Switch(
    "suspension-and-mandates",
    N_("A suspension interrupts the mandates that rest on the act; they resume after."),
    Law("CJA L.521-1"),
    "projections/timelines/phases.py",
)
REFUSAL_SPENDS_REQUEST = Switch(
    "refusal-spends-request",
    N_("What one body votes down stays asked for: a later approval answers it."),
    "adhesion",
    "projections/members/concordance.py",
)
THIRTY_DAYS = Switch(
    "thirty-days-on-every-call",
    N_("The thirty days to pay run for every call."),
    "payment",
    "call.late",
)

SWITCHES = (
    TWO_AND_TWO_AT_FOUR,
    DIRECT_AT_FOUR,
    COLLEGES_SURVIVE,
    ON_THE_DAY_ITSELF,
    RECEIPT_PROVES_SENDING,
    MONTH_CLAMP,
    ELECTORATE_FOR_TARIFFS,
    PRORATA,
    TARIFF_ENDED_IN_YEAR,
    SUBSIDIES,
    SMALL_COMMUNE,
    MERGER_YEAR,
    RENEWAL_ENDS_ELECTED_SEATS,
    SUSPENDED_MANDATES,
    REFUSAL_SPENDS_REQUEST,
    THIRTY_DAYS,
)
"""All readings; a switch whose version of the statutes may decide has one for each."""

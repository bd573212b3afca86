"""Which questions does the law leave open, and how are they read here?

Specification section 16. Each is one named switch: its reading, where the code reads it
so, and the article that is silent. An explanation shows those its answer relied on.
"""

import msgspec

from ledger.language import N_


class Switch(msgspec.Struct, frozen=True):
    """An open question: its name, how it is read, the article, the place in the code.

    The reading is a sentence for people, translated when it is shown.
    """

    name: str
    reading: str
    article: str
    read_in: str


TWO_AND_TWO_AT_FOUR = Switch(
    "two-and-two-at-four",
    N_("With exactly four members, two in each département, there are two colleges."),
    "statutes 8.1",
    "rules.two_and_two_at_four",
)
DIRECT_AT_FOUR = Switch(
    "two-and-two-at-four",
    N_("With exactly four members, two in each département, every delegate sits."),
    "statutes 8.1",
    "rules.two_and_two_at_four",
)
COLLEGES_SURVIVE = Switch(
    "colleges-after-departures",
    N_("Colleges, once created, survive the departure of members."),
    "statutes 8.1",
    "rules.colleges_survive_departures",
)
ON_THE_DAY_ITSELF = Switch(
    "executory-on-the-day-itself",
    N_("An act is in force on the very day its last condition is met."),
    "CGCT L.2131-1, L.3131-1",
    "projections/acts/executory.py",
)
MONTH_CLAMP = Switch(
    "month-clamp",
    N_("A month that has no such day ends on its last day."),
    "statutes 8.1",
    "projections/periods.py",
)
ELECTORATE_FOR_TARIFFS = Switch(
    "electorate-for-tariffs",
    N_("All members of the committee vote on tariffs."),
    "statutes 8.5",
    "vote.question",
)
PRORATA = Switch(
    "prorata",
    N_(
        "Who holds the competence on one day owes the year; a tariff may say otherwise."
    ),
    "conditions 5",
    "tariff.prorata",
)
SUBSIDIES = Switch(
    "subsidies",
    N_("A subsidy is deducted from what the member owes, never below zero."),
    "conditions 5",
    "projections/money/subsidies.py",
)
SMALL_COMMUNE = Switch(
    "small-commune-publicity",
    N_(
        "A commune below 3,500 inhabitants is presumed to have chosen how it publishes."
    ),
    "CGCT L.2131-1 IV",
    "projections/acts/executory.py",
)
MERGER_YEAR = Switch(
    "merger-year",
    N_("The heir of merged members alone owes the year of the merger."),
    "conditions 5",
    "projections/money/tariffs.py",
)
SUSPENDED_MANDATES = Switch(
    "suspension-and-mandates",
    N_("A suspension interrupts the mandates that rest on the act; they resume after."),
    "CJA L.521-1",
    "projections/timelines/phases.py",
)
THIRTY_DAYS = Switch(
    "thirty-days-on-every-call",
    N_("The thirty days to pay run for every call."),
    "conditions 7",
    "call.late",
)

SWITCHES = (
    TWO_AND_TWO_AT_FOUR,
    DIRECT_AT_FOUR,
    COLLEGES_SURVIVE,
    ON_THE_DAY_ITSELF,
    MONTH_CLAMP,
    ELECTORATE_FOR_TARIFFS,
    PRORATA,
    SUBSIDIES,
    SMALL_COMMUNE,
    MERGER_YEAR,
    SUSPENDED_MANDATES,
    THIRTY_DAYS,
)
"""All readings; a switch whose version of the statutes may decide has one for each."""

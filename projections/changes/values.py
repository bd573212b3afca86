"""What a line of the register says, by what it is about: the JSON of `smo diff`."""

from datetime import date
from typing import TypedDict

from projections.changes.lines import What


class Fact(TypedDict):
    """A missing fact, and the act it concerns."""

    act: str | None
    fact: str


class Member(TypedDict):
    """A membership, which ends before `until`."""

    since: date
    until: date | None


class Held(TypedDict):
    """A competence held, which ends before `until`."""

    competence: str
    since: date
    until: date | None


class Identity(TypedDict):
    """What an institution is called and registered as."""

    name: str
    kind: str | None
    department: str | None
    insee: str | None
    siren: str | None
    siret: str | None
    population: int | None
    epci: str | None
    epci_kind: str | None


class Pending(TypedDict):
    """What was asked or agreed and has not begun."""

    procedure: str
    competence: str | None
    since: date | None
    missing: list[Fact]


class Regime(TypedDict):
    """How the communal block is represented."""

    regime: str
    colleges: list[str]


Seat = TypedDict(
    "Seat",
    {
        "body": str,
        "office": str | None,
        "from": date,
        "until": date | None,
        "holdover": bool,
    },
)
"""A seat that is held, before `until`."""

Vacancy = TypedDict(
    "Vacancy",
    {
        "body": str,
        "office": str | None,
        "from": date,
        "until": date | None,
        "fill_by": date | None,
    },
)
"""A seat that is empty, before `until`."""


class Version(TypedDict):
    """A version of the statutes."""

    version: str
    since: date


class Conditions(TypedDict):
    """A version of the conditions of a competence."""

    competence: str
    version: str
    since: date


class Price(TypedDict):
    """A line of a tariff; a price as voted, None where it is quoted."""

    code: str
    unit: str
    price: str | None
    optional: bool


class Tariff(TypedDict):
    """A tariff of the year of the day."""

    competence: str
    from_year: int
    headcount: str
    prorata: str
    lines: list[Price]


class Budget(TypedDict):
    """A budget of the year of the day, in euros."""

    competence: str
    year: int
    operating: str | None
    participation: str | None
    studies: str | None


class Owed(TypedDict):
    """A line of what a member owes, in euros."""

    competence: str
    line: str
    amount: str


class Contribution(TypedDict):
    """What a member owes for the year of the day; None where it is not established."""

    year: int
    due: str | None
    lines: list[Owed]
    missing: list[Fact]


class Account(TypedDict):
    """What a member was called or paid for a year, in euros."""

    year: int
    amount: str


VALUES: dict[What, type] = {
    "member": Member,
    "competence": Held,
    "identity": Identity,
    "pending": Pending,
    "regime": Regime,
    "seat": Seat,
    "vacancy": Vacancy,
    "statutes": Version,
    "conditions": Conditions,
    "tariff": Tariff,
    "budget": Budget,
    "contribution": Contribution,
    "called": Account,
    "paid": Account,
}
"""What the lines about each thing say."""

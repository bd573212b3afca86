"""Money: tariffs, budgets, counts, services, subsidies, calls, payments (art. 13)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ledger import meaning
from ledger.events.event import Event
from ledger.events.kind import (
    COMMITTEE,
    INSTITUTION,
    NOTHING,
    PRESIDENT,
    SECRETARIAT,
    Character,
    DecisionKind,
    Named,
    OfAct,
    SchoolYearOf,
    YearOf,
)
from ledger.language import N_
from ledger.terms import (
    NOT_EMPTY,
    PRICE_DECIMALS,
    ContentError,
    Count,
    Part,
    SchoolYear,
    Slug,
    Text,
    Year,
    check_amounts,
    check_distinct,
    check_school_year,
)

SUBSIDY = "subsidy"
"""The line under which subsidies stand among a member's dues."""

SUBSIDY_CAP = "subsidy-cap"
"""The line of what is not set off of them: a contribution never falls below zero."""

Unit = Literal["pupil", "joining", "half-day", "school", "quote"]


class TariffLine(Part, frozen=True, kw_only=True):
    """One price, in euros with taxes. A line by quote has none."""

    code: Annotated[Slug, meaning.CODE]
    label: Annotated[Text, meaning.LABEL]
    unit: Annotated[Unit, meaning.UNIT]
    price: Annotated[Decimal | None, meaning.PRICE] = None
    optional: Annotated[bool, meaning.OPTIONAL] = False

    def __post_init__(self) -> None:
        """Verify that there is a price unless it is quoted, and a code of its own."""
        check_amounts(self.price, decimals=PRICE_DECIMALS)
        if self.code in {SUBSIDY, SUBSIDY_CAP}:
            raise ContentError(
                N_("{code} is a code of subsidies; take another"), code=self.code
            )
        if (self.price is None) != (self.unit == "quote"):
            raise ContentError(
                N_("line {code}: a price is needed, except where the unit is quote"),
                code=self.code,
            )


class QuotedLine(Part, frozen=True, kw_only=True):
    """A price read in another body's act."""

    code: Annotated[Slug | None, meaning.CODE] = None
    label: Annotated[Text | None, meaning.LABEL] = None
    unit: Annotated[Unit, meaning.UNIT]
    price: Annotated[Decimal, meaning.PRICE]
    optional: Annotated[bool, meaning.OPTIONAL] = False

    def __post_init__(self) -> None:
        """Verify the price."""
        check_amounts(self.price, decimals=PRICE_DECIMALS)


TariffLines = Annotated[tuple[TariffLine, ...], NOT_EMPTY]
QuotedLines = Annotated[tuple[QuotedLine, ...], NOT_EMPTY]


class TariffVoted(Event, frozen=True, kw_only=True, tag="tariff-voted.v1"):
    """The committee votes the prices of a competence, from a year on (art. 13.1)."""

    KIND = DecisionKind(
        label=N_("tariff"),
        by=COMMITTEE,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
        voted_as=("tariff",),
    )

    competence: Annotated[Slug, meaning.COMPETENCE]
    from_year: Annotated[Year, meaning.FROM_YEAR]
    headcount: Annotated[Literal["previous", "current"], meaning.HEADCOUNT] = "previous"
    prorata: Annotated[Literal["none", "monthly", "daily"], meaning.PRORATA] = "none"
    lines: Annotated[TariffLines, meaning.TARIFF_LINES]

    def __post_init__(self) -> None:
        """Verify that each code names one line."""
        check_distinct([line.code for line in self.lines])


class BudgetVoted(Event, frozen=True, kw_only=True, tag="budget-voted.v1"):
    """The committee votes what a competence costs in a year (art. 13.1)."""

    KIND = DecisionKind(
        label=N_("budget"),
        by=COMMITTEE,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
        voted_as=("budget",),
    )

    competence: Annotated[Slug, meaning.COMPETENCE]
    year: Annotated[Year, meaning.YEAR]
    operating: Annotated[Decimal, meaning.OPERATING]
    participation: Annotated[Decimal | None, meaning.PARTICIPATION] = None
    studies: Annotated[Decimal | None, meaning.STUDIES] = None

    def __post_init__(self) -> None:
        """Verify the amounts."""
        check_amounts(self.operating, self.participation, self.studies)


class PupilsCounted(Event, frozen=True, kw_only=True, tag="pupils-counted.v1"):
    """The pupils of the schools served in a school year."""

    KIND = DecisionKind(
        label=N_("head-count"),
        by=INSTITUTION | SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(OfAct.ADOPTED, SchoolYearOf("school_year")),
        character=Character.STATES,
    )

    member: Annotated[Slug | None, meaning.MEMBER_OR_AUTHOR] = None
    school_year: Annotated[SchoolYear, meaning.SCHOOL_YEAR]
    pupils: Annotated[Count, meaning.PUPILS]
    schools: Annotated[Count | None, meaning.SCHOOLS] = None

    def __post_init__(self) -> None:
        """Verify the school year."""
        check_school_year(self.school_year)


class OptionChosen(Event, frozen=True, kw_only=True, tag="option-chosen.v1"):
    """A member takes an optional line of the tariff; `until_year` is the last."""

    KIND = DecisionKind(
        label=N_("option taken"),
        by=INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    member: Annotated[Slug | None, meaning.MEMBER_OR_AUTHOR] = None
    line: Annotated[Slug, meaning.LINE]
    from_year: Annotated[Year, meaning.FROM_YEAR]
    until_year: Annotated[Year | None, meaning.UNTIL_YEAR] = None

    def __post_init__(self) -> None:
        """Verify that the last year is not before the first."""
        if self.until_year is not None and self.until_year < self.from_year:
            raise ContentError(
                N_("until_year is {until}, before from_year {first}"),
                until=self.until_year,
                first=self.from_year,
            )


class ServiceDelivered(Event, frozen=True, kw_only=True, tag="service-delivered.v1"):
    """Half-days, audits or quoted work done for a member."""

    KIND = DecisionKind(
        label=N_("service delivered"),
        by=PRESIDENT | SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(Named("on"),),
        character=Character.PREPARES,
    )

    member: Annotated[Slug, meaning.MEMBER]
    line: Annotated[Slug, meaning.LINE]
    on: Annotated[date, meaning.DELIVERED_ON]
    quantity: Annotated[Decimal | None, meaning.QUANTITY] = None
    amount: Annotated[Decimal | None, meaning.AMOUNT_QUOTED] = None

    def __post_init__(self) -> None:
        """Verify the quantity and the amount."""
        check_amounts(self.quantity, decimals=PRICE_DECIMALS)
        check_amounts(self.amount)


class SubsidyGranted(Event, frozen=True, kw_only=True, tag="subsidy-granted.v1"):
    """A body pays part of a member's contribution (conditions art. 5)."""

    KIND = DecisionKind(
        label=N_("subsidy"),
        by=INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
    )

    payer: Annotated[Slug, meaning.PAYER]
    member: Annotated[Slug, meaning.MEMBER]
    year: Annotated[Year, meaning.YEAR]
    amount: Annotated[Decimal, meaning.AMOUNT_GRANTED]

    def __post_init__(self) -> None:
        """Verify the amount."""
        check_amounts(self.amount)


class PriceQuoted(Event, frozen=True, kw_only=True, tag="price-quoted.v1"):
    """Prices read in another body's act: a claim, not a tariff."""

    KIND = DecisionKind(
        label=N_("price quoted"),
        by=INSTITUTION,
        bears_on=NOTHING,
        effect_from=(OfAct.IN_FORCE,),
        character=Character.STATES,
    )

    lines: Annotated[QuotedLines, meaning.QUOTED_LINES]


class ContributionCalled(
    Event, frozen=True, kw_only=True, tag="contribution-called.v1"
):
    """An amount claimed from a member; a reduction of an earlier call is negative."""

    KIND = DecisionKind(
        label=N_("contribution called"),
        by=PRESIDENT | SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(Named("available_on"), OfAct.ADOPTED, YearOf("year")),
        character=Character.STATES,
    )

    member: Annotated[Slug, meaning.MEMBER]
    year: Annotated[Year, meaning.YEAR]
    amount: Annotated[Decimal, meaning.AMOUNT_CALLED]
    number: Annotated[Text | None, meaning.NUMBER] = None
    available_on: Annotated[date | None, meaning.AVAILABLE_ON] = None

    def __post_init__(self) -> None:
        """Verify the amount."""
        check_amounts(self.amount, signed=True)


class PaymentReceived(Event, frozen=True, kw_only=True, tag="payment-received.v1"):
    """An amount a member paid; a refund is negative."""

    KIND = DecisionKind(
        label=N_("payment"),
        by=SECRETARIAT,
        bears_on=NOTHING,
        effect_from=(Named("on"),),
        character=Character.STATES,
    )

    member: Annotated[Slug, meaning.MEMBER]
    year: Annotated[Year, meaning.YEAR]
    amount: Annotated[Decimal, meaning.AMOUNT_PAID]
    on: Annotated[date, meaning.PAID_ON]

    def __post_init__(self) -> None:
        """Verify the amount."""
        check_amounts(self.amount, signed=True)

"""The scalar types of the catalogue: what a slug, a reference or an amount looks like.

Each carries, as its description, the words an error message uses for what is expected;
patterns are those of the acts file (specification section 3).
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from stdnum import luhn

from ledger.language import N_
from ledger.language import translate as _

MOST = 99_999_999
"""More than anything that is counted here."""

_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_END = r"$(?!\n)"
"""The end of a text. A `$` alone would let one new line stand behind it."""

Slug = Annotated[
    str,
    Meta(
        pattern=f"^{_SLUG}" + _END,
        description=N_("an id in lower-case letters, digits and hyphens"),
    ),
]
Reference = Annotated[
    str,
    Meta(
        pattern=f"^{_SLUG}/[0-9A-Za-z][0-9A-Za-z._-]*" + _END,
        description=N_("a reference authority/number, such as chereng/2024-1-1"),
    ),
]
SessionReference = Annotated[
    str,
    Meta(
        pattern=f"^{_SLUG}/{_SLUG}" + _END,
        description=N_("a session body/name, such as comite-syndical/2024-06-20"),
    ),
]
Text = Annotated[str, Meta(min_length=1, description=N_("a text that is not empty"))]
DepartmentCode = Annotated[
    str,
    Meta(
        pattern="^([0-9]{2}|2[AB]|97[0-9])" + _END,
        description=N_('a department code such as "59"'),
    ),
]
Insee = Annotated[
    str,
    Meta(
        pattern="^[0-9][0-9AB][0-9]{3}" + _END,
        description=N_('an INSEE code of five characters, such as "59146"'),
    ),
]
Siren = Annotated[
    str,
    Meta(pattern="^[0-9]{9}" + _END, description=N_("a SIREN number of nine digits")),
]
Siret = Annotated[
    str,
    Meta(
        pattern="^[0-9]{14}" + _END, description=N_("a SIRET number of fourteen digits")
    ),
]
Matter = Annotated[
    str,
    Meta(
        pattern=r"^[1-9]\.[0-9]{1,2}" + _END,
        description=N_("a @CTES matter of two levels, such as 5.7"),
    ),
]
PrefectureId = Annotated[
    str,
    Meta(
        pattern=r"^[0-9][0-9][0-9AB]-[0-9]{9}-[0-9]{8}-[A-Za-z0-9_-]{1,15}-[A-Z]{2}"
        + _END,
        description=N_(
            "an @CTES identifier, such as 059-200030633-20210421-2021_43-DE"
        ),
    ),
]
Sha256 = Annotated[
    str,
    Meta(
        pattern="^[0-9a-f]{64}" + _END,
        description=N_("a SHA-256 of 64 hexadecimal digits in lower case"),
    ),
]
SchoolYear = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}-[0-9]{4}" + _END,
        description=N_("a school year such as 2023-2024"),
    ),
]
Effect = Annotated[
    str,
    Meta(
        pattern=r"^(on-executory|[0-9]{4}-[0-9]{2}-[0-9]{2})" + _END,
        description=N_("a date such as 2024-06-30, or on-executory"),
    ),
]
Majority = Annotated[
    str,
    Meta(
        pattern="^[1-9][0-9]*/[1-9][0-9]* of (votes|members)" + _END,
        description=N_("a share such as 2/3 of votes, or 2/3 of members"),
    ),
]
Fraction = Annotated[
    str,
    Meta(
        pattern="^[1-9][0-9]*/[1-9][0-9]*" + _END,
        description=N_("a fraction such as 1/2"),
    ),
]
Year = Annotated[
    int, Meta(ge=1900, le=2999, description=N_("a year of four digits, such as 2024"))
]
Count = Annotated[int, Meta(ge=0, le=MOST, description=N_("a whole number, 0 or more"))]
Ordinal = Annotated[int, Meta(ge=1, description=N_("a whole number, 1 or more"))]
NOT_EMPTY = Meta(min_length=1, description=N_("a list of at least one"))
Ordinals = Annotated[tuple[Ordinal, ...], NOT_EMPTY]
Slugs = Annotated[tuple[Slug, ...], NOT_EMPTY]
Nature = Literal["DE", "AR", "AI", "CC", "BF", "AU"]
Kind = Literal[
    "region", "departement", "commune", "epci", "syndicat", "public", "private", "state"
]
EpciKind = Literal["cc", "ca", "cu", "metropole"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of an act or event: immutable, and an unknown field is an error."""


LARGEST = Decimal(10) ** 12
"""No amount is as large."""

PRICE_DECIMALS = 6


class ContentError(ValueError):
    """A value of the right form that cannot be true."""

    def __init__(self, sentence: str, **values: object) -> None:
        """Keep the sentence and its values; it is composed when it is shown."""
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        """Say the sentence in the language spoken now."""
        return _(self.sentence).format(**self.values)


@cache
def _has_check_digit(number: str) -> bool:
    return luhn.is_valid(number)


def check_identifiers(siren: str | None, siret: str | None) -> None:
    """Verify check digits (Luhn, ISO/IEC 7812-1), and that a SIRET has its SIREN."""
    if siret is not None and siren is None:
        siren = siret[:9]
    for number, name in ((siren, "SIREN"), (siret, "SIRET")):
        if number is not None and not _has_check_digit(number):
            raise ContentError(
                N_("{name} {number} has a wrong check digit; read it again"),
                name=name,
                number=number,
            )
    if siren and siret and not siret.startswith(siren):
        raise ContentError(
            N_("SIRET {siret} does not begin with the SIREN {siren}"),
            siret=siret,
            siren=siren,
        )


def check_amounts(
    *amounts: Decimal | None, signed: bool = False, decimals: int = 2
) -> None:
    """Verify that amounts are plain numbers in euros, not negative unless `signed`.

    Prices may have more decimals than cents; nothing has more than twelve digits.
    """
    for amount in amounts:
        if amount is None:
            continue
        exponent = int(amount.as_tuple().exponent) if amount.is_finite() else 1
        if exponent > 0 or abs(amount) >= LARGEST:
            raise ContentError(
                N_("{amount} is no amount; write it in digits, such as 1.30"),
                amount=f"{amount!s:.40}",
            )
        if -exponent > decimals:
            raise ContentError(
                N_("{amount} has more than {decimals} decimals"),
                amount=amount,
                decimals=decimals,
            )
        if amount.is_signed() and not (signed and amount):
            raise ContentError(
                N_("{amount} is negative; it must be 0 or more"), amount=amount
            )


def check_school_year(school_year: str) -> None:
    """Verify that a school year joins two years that follow each other."""
    first, second = school_year.split("-")
    if int(second) != int(first) + 1:
        raise ContentError(
            N_("{school_year} is no school year; it goes from one year to the next"),
            school_year=school_year,
        )


def check_effect(effect: str | None) -> None:
    """Verify that an effect, where it is a date, is one of the calendar."""
    if effect is not None and effect != "on-executory":
        day_of(effect)


def day_of(text: str) -> date:
    """Read a date of the calendar, `2024-06-30`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ContentError(
            N_("{text} is no date of the calendar; write one such as 2024-06-30"),
            text=text,
        ) from error


def check_distinct(values: Sequence[Any]) -> None:
    """Verify that no value of a list stands in it twice."""
    for place, value in enumerate(values):
        if value in values[:place]:
            raise ContentError(N_("{value} stands twice in the list"), value=value)

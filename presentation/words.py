"""The words people read: dates, kinds, facts, in the language spoken now."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal

from ledger.language import N_, spoken
from ledger.language import translate as _
from ledger.statutes import Department
from papers import cell, french
from papers.cell import Cell, Euros, Price
from projections.missing import FACTS, Missing
from projections.naming.colleges import Colleges
from projections.periods import day_before

_LOCALES = {"fr": "fr", "en": "en_GB"}
_PARIS = ZoneInfo("Europe/Paris")

_KINDS = {
    "region": N_("region"),
    "departement": N_("département"),
    "commune": N_("commune"),
    "epci": N_("EPCI"),
    "syndicat": N_("syndicat"),
    "public": N_("public body"),
    "private": N_("private body"),
    "state": N_("body of the State"),
}
_OFFICES = {
    "president": N_("president"),
    "vice-president": N_("vice-president"),
}
_BODIES = {
    "comite-syndical": N_("Committee"),
    "bureau": N_("Bureau"),
    "college-communal": N_("Communal college"),
}
_PROCEDURES = {
    "creation": N_("foundation"),
    "association": N_("admission of an associate"),
    "association-end": N_("departure of an associate"),
    "adhesion": N_("adhesion"),
    "transfer": N_("transfer of a competence"),
    "resumption": N_("resumption of a competence"),
    "withdrawal": N_("withdrawal"),
}


def shown(value: Cell) -> str:  # noqa: PLR0911 -- a kind of cell, a way to write it
    """Write a cell of a table: a count as it is, the rest as the language does."""
    locale = _LOCALES[spoken()]
    match value:
        case None:
            return ""
        case str():
            return value
        case date():
            return _dated(value, "medium")
        case Euros(amount=amount):
            return str(format_currency(amount, "EUR", locale=locale))
        case Price(price=price):
            decimals = len(str(price).partition(".")[2])
            pattern = f"#,##0.{'0' * decimals}"
            return str(format_decimal(price, pattern, locale=locale))
        case int():
            return str(value)
        case Decimal():
            return str(format_decimal(value, locale=locale))


def day(value: date | None) -> str:
    """Write a date as the language writes it; nothing for none."""
    return shown(value)


def long_day(value: date) -> str:
    """Write a date with its month in full."""
    return _dated(value, "long")


def _dated(value: date, length: Literal["medium", "long"]) -> str:
    """Write a date; the first of a month as French does."""
    written = str(format_date(value, length, locale=_LOCALES[spoken()]))
    if value.day == 1 and spoken() == "fr":
        return f"1er{written.removeprefix('1')}"
    return written


def labelled(label: str, text: str) -> str:
    """Write a label and what it is about, with the language's colon."""
    return label + _(": ") + text


def listed(texts: Iterable[str]) -> str:
    """Write several texts in one sentence."""
    return _("; ").join(texts)


def last(until: date | None) -> date | None:
    """Tell the last day included, of a time that ends before `until`."""
    return day_before(until) if until is not None else None


def last_day(until: date | None) -> str:
    """Write the last day included, of a time that ends before `until`."""
    return day(last(until))


def moment(text: str) -> str:
    """Write a stored time, UTC, as a clock in Paris shows it."""
    at = datetime.fromisoformat(text).astimezone(_PARIS)
    return str(format_datetime(at, "short", locale=_LOCALES[spoken()]))


def hour(value: str) -> str:
    """Write an hour of the day, stored as `HH:MM`: 18:00, in French 18 h 00."""
    return value.replace(":", " h ") if spoken() == "fr" else value


def known(known_at: str) -> str:
    """Say up to which entry the ledger was taken into account."""
    return _("As known at entry {known_at}.").format(known_at=known_at)


def kind(value: str | None) -> str:
    """Write the kind of an institution."""
    return _(_KINDS[value]) if value else ""


def office(value: str | None) -> str:
    """Write an office of the bureau."""
    return _(_OFFICES[value]) if value else ""


def is_office(value: str) -> bool:
    """Tell whether something is an office of the bureau."""
    return value in _OFFICES


def body(value: str, colleges: Colleges) -> str:
    """Write a body's name; its id where it has none."""
    if value in colleges:
        return _("{department} college").format(department=department(colleges[value]))
    return _(_BODIES[value]) if value in _BODIES else value


def department(value: Department) -> str:
    """Write a département as an attribute: `Nord`, in French `du Nord`."""
    return french.of_department(value) if spoken() == "fr" else value.name


def period(from_: date, until: date | None) -> str:
    """Write a time: a day alone, or the first and the last day included."""
    if last(until) == from_:
        return day(from_)
    return _("{first} to {last}").format(first=day(from_), last=last_day(until))


def procedure(value: str) -> str:
    """Write what a request or approval is about."""
    return _(_PROCEDURES[value])


def euros(amount: str | None) -> str:
    """Write an amount as the language does: 7 009,80 €."""
    return shown(cell.euros(amount))


def number(value: str | None) -> str:
    """Write a price as it was voted, with the language's decimal sign."""
    return shown(cell.price(value))


def quantity(value: int | str | None) -> str:
    """Write a quantity as the language does."""
    return shown(cell.quantity(value))


def missing(facts: tuple[Missing, ...]) -> str:
    """Write what is missing, one fact a line, with the act it concerns."""
    return "\n".join(
        f"{fact(one.fact)} ({one.act})" if one.act else fact(one.fact) for one in facts
    )


def fact(name: str) -> str:
    """Write a fact; one about a year or a line names it: `pupils 2023-2024`."""
    kind, _space, which = name.partition(" ")
    if name in FACTS or not which:
        return _(FACTS[name])
    return _(FACTS[f"{kind} {{which}}"]).format(which=which)

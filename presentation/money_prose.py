"""What moves the dues of a year, as people read it: pupils, options, services."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from ledger.authorities import authority_of
from ledger.language import translate as _
from presentation import register_words, words
from presentation.annex_tables import competences_on
from projections.changes.deeds import Deed
from projections.changes.differences import Change
from projections.naming.names import name_on
from projections.timelines.world import World

MOST = 3
"""Facts of one kind and year that are told one by one; of more, their sum."""


def told(deeds: tuple[Deed, ...], act: str, world: World, at: date) -> Iterator[str]:
    """Tell what an act says that moves dues; many of one kind in one sentence."""
    facts = [deed for deed in deeds if deed.value is not None]
    for _kind, alike in groupby(sorted(facts, key=_kind_of), key=_kind_of):
        found = list(alike)
        if len(found) > MOST:
            yield _all(found)
            continue
        for deed in found:
            said = _one(deed.type, deed.value or {}, world, at)
            if deed.member in {None, authority_of(act)}:
                yield said
            else:
                yield f"{name_on(world, deed.member or '', at)}, {said}"


def _kind_of(deed: Deed) -> tuple[str, str]:
    said = deed.value or {}
    years = said.get("school_year") or said.get("line") or said.get("year")
    return deed.type, str(years)


def _one(kind: str, said: Mapping[str, Any], world: World, at: date) -> str:
    match kind:
        case "pupils-counted":
            return _pupils(said["school_year"], said["pupils"])
        case "option-chosen":
            return _option(said)
        case "service-delivered":
            service = _("service «{line}» on {day}").format(
                line=said["line"], day=words.day(said["on"])
            )
            amounts = [words.quantity(said.get("quantity"))]
            amounts.append(words.euros(said.get("amount")))
            shown = ", ".join(amount for amount in amounts if amount)
            return words.labelled(service, shown) if shown else service
        case _:
            payer = name_on(world, said["payer"], at)
            subsidy = _("subsidy of {payer} for {year}").format(
                payer=payer, year=said["year"]
            )
            return words.labelled(subsidy, words.euros(said["amount"]))


def _pupils(years: str, pupils: int) -> str:
    counted = _("pupils {years}").format(years=years)
    return words.labelled(counted, words.quantity(pupils))


def _option(said: Mapping[str, Any]) -> str:
    first, last = said["from_year"], said.get("until_year")
    if last is None:
        text = _("option «{line}» from {first}")
    elif last == first:
        text = _("option «{line}» for {first}")
    else:
        text = _("option «{line}» from {first} to {last}")
    return text.format(line=said["line"], first=first, last=last)


def _all(deeds: list[Deed]) -> str:
    """Tell how many facts of a kind there are, and what they add up to."""
    values = [deed.value or {} for deed in deeds]
    first, count = values[0], len(deeds)
    match deeds[0].type:
        case "pupils-counted":
            pupils = sum(said["pupils"] for said in values)
            text = _("pupils {years}, of {count} members").format(
                years=first["school_year"], count=count
            )
            return words.labelled(text, words.quantity(pupils))
        case "option-chosen":
            return _("option «{line}»: {count} members").format(
                line=first["line"], count=count
            )
        case "service-delivered":
            return _("service «{line}»: delivered {count} times").format(
                line=first["line"], count=count
            )
        case _:
            amount = sum((Decimal(said["amount"]) for said in values), Decimal(0))
            text = _("{count} subsidies for {year}").format(
                count=count, year=first["year"]
            )
            return words.labelled(text, words.euros(str(amount)))


def priced(change: Change, world: World, day: date) -> str:
    """Tell which tariff or budget is in force now, or that one is no longer."""
    said = change.after or change.before or {}
    competence = register_words.competence(
        said["competence"], competences_on(world, day)
    )
    is_year_over = day.year > said.get("year", day.year)
    if change.after is None and not is_year_over:
        return (
            _("The tariff of {competence} is in force no longer")
            if change.what == "tariff"
            else _("The budget of {year} for {competence} is in force no longer")
        ).format(year=said.get("year"), competence=competence)
    if change.what == "tariff":
        prices = words.listed(register_words.prices(said))
        return _("Tariff of {competence}, {prices}").format(
            competence=competence, prices=prices
        )
    if change.after is None:
        return _("The budget of {year} for {competence} is over").format(
            year=said["year"], competence=competence
        )
    return _("Budget of {year} for {competence}: {amounts}").format(
        year=said["year"],
        competence=competence,
        amounts=words.listed(register_words.amounts(said)),
    )

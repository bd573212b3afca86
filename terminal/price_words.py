"""What an act changed in tariffs and budgets, as sentences that people read."""

from datetime import date

from ledger.language import translate as _
from projections.register.differences import Change
from projections.world import World
from terminal import register_words, words
from terminal.annex_tables import competences_on


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

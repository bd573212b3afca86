"""`smo contributions YEAR --plan`: what is missing before a year can be called."""

from datetime import date

from ledger.language import N_, ntranslate
from ledger.language import translate as _
from papers import cell
from papers.subjects import of_day
from presentation import words
from presentation.contributions import charged_twice
from presentation.explanation import holder
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from projections.money.missing_sources import Sought
from projections.money.plan import Plan, PlannedContributions, Priced
from projections.money.planned import Planned
from projections.timelines.world import World

_STATUSES = {
    "ready": N_("ready"),
    "missing": N_("incomplete"),
    "called": N_("called"),
    "nothing": N_("nothing due"),
}
_TEXTS = {
    "statutes": N_("statutes, art. {article}"),
    "conditions": N_("conditions, art. {article}"),
    "CGCT": "CGCT, art. {article}",
}


def form(answer: PlannedContributions, world: World) -> Form:
    """Tell how the plan of a year's contributions is shown."""
    title = f"Plan des contributions de l’année {answer.year}"
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer, world),
        lines=lambda: (Planned, answer.plan.members),
        world=world,
        subject=lambda: of_day(title, answer.at, world),
    )


def draw(answer: PlannedContributions, world: World) -> list[Table]:
    """Draw the plan for people: who is ready, what is missing, on which prices."""
    plan = answer.plan
    tables = [_members(answer), _missing(plan, world, answer.at), _prices(answer)]
    return [
        *(table for table in tables if table.rows or table.note),
        *charged_twice(answer.overlaps),
    ]


# ------------------------------------------------------------------- member by member
def _members(answer: PlannedContributions) -> Table:
    heads, rows = columns(
        answer.plan.members,
        (_("Name"), lambda one: one.name),
        (_("Competence"), lambda one: ", ".join(one.competences)),
        (_("State"), lambda one: _(_STATUSES[one.status])),
        (_("Time"), _times),
        (
            _("To be expected"),
            lambda one: cell.euros(one.due) or _("(not established)"),
        ),
        (_("Called"), lambda one: cell.euros(one.called)),
        (_("Regularisation"), lambda one: cell.euros(one.to_call)),
    )
    title = _("Plan of the contributions of {year}, on {day}").format(
        year=answer.year, day=words.day(answer.at)
    )
    notes = [*_totals(answer.plan), *_assumed(answer), words.known(answer.known_at)]
    sums = (_("To be expected"), _("Called"), _("Regularisation"))
    table = Table(title, heads, rows, "\n".join(notes), summed=sums)
    return without_empty_columns(table)


def _times(one: Planned) -> str:
    """Say when a member begins or ceases to hold a competence, where that is ahead."""
    said = []
    if one.pending:
        said.append(_("not established"))
    if one.begins is not None:
        said.append(_("from {day} on").format(day=words.day(one.begins)))
    if one.ends is not None:
        said.append(_("until {day}").format(day=words.day(one.ends)))
    return words.listed(said)


def _totals(plan: Plan) -> list[str]:
    ready = ntranslate(
        "{count} member ready to be called, for {amount}.",
        "{count} members ready to be called, for {amount} in all.",
        plan.ready,
    )
    missing = ntranslate(
        "{count} of whom something is missing.",
        "{count} of whom something is missing.",
        plan.missing,
    )
    called = ntranslate(
        "{count} member called, for {amount}.",
        "{count} members called, for {amount} in all.",
        plan.called,
    )
    return [
        ready.format(count=plan.ready, amount=words.euros(plan.ready_amount)),
        missing.format(count=plan.missing),
        called.format(count=plan.called, amount=words.euros(plan.called_amount)),
    ]


def _assumed(answer: PlannedContributions) -> list[str]:
    if not answer.plan.assumes_members_stay:
        return []
    return [
        _(
            "Seen from {day}: it is assumed that today's members stay, and that what "
            "is decided takes effect."
        ).format(day=words.day(answer.plan.seen_from))
    ]


# ------------------------------------------------------------------- what is missing
def _missing(plan: Plan, world: World, at: date) -> Table:
    rows = tuple(
        (
            *(one.name, words.fact(each.fact), each.act or ""),
            holder(each.from_, world, at),
            _cited(each),
        )
        for one in plan.members
        for each in one.missing
    )
    heads = (_("Name"), _("Fact"), _("Act"), _("To be had from"), _("Text"))
    return without_empty_columns(Table(_("Missing"), heads, rows))


def _cited(one: Sought) -> str:
    if one.text is None:
        return ""
    if one.article is None:
        return _("article not on record")
    if one.version is not None:
        sentence = _("conditions {version}, art. {number}")
        return sentence.format(version=one.version, number=one.article)
    return _(_TEXTS[one.text]).format(article=one.article)


# ------------------------------------------------------------------- the prices
def _prices(answer: PlannedContributions) -> Table:
    heads, rows = columns(
        answer.plan.prices,
        (_("Competence"), lambda one: one.competence),
        (_("Tariff or budget"), lambda one: _priced_by(one, answer.year)),
        (_("Act"), lambda one: one.act or ""),
    )
    return Table(_("Prices the plan rests on"), heads, rows)


def _priced_by(one: Priced, year: int) -> str:
    if one.act is None:
        return _("none on record")
    if one.what == "budget":
        return _("budget of {year}").format(year=year)
    if one.own_year:
        return _("tariff voted for {year}").format(year=year)
    return _(
        "tariff of {from_year}: none is voted for {year} itself (tariff.not-voted)"
    ).format(from_year=one.from_year, year=year)

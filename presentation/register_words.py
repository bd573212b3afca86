"""The lines of the register in words: what each is about, and what it says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ledger.language import N_
from ledger.language import translate as _
from ledger.statutes import Competence
from presentation import words
from projections.changes.lines import Value, What
from projections.missing import Missing
from projections.naming.colleges import Colleges

TITLES: dict[What, str] = {
    "member": N_("Members (annex 1)"),
    "competence": N_("Competences transferred (annex 2)"),
    "identity": N_("Names and identities"),
    "pending": N_("Pending"),
    "regime": N_("How the communal block is represented"),
    "seat": N_("Seats"),
    "vacancy": N_("Empty seats"),
    "statutes": N_("Statutes in force"),
    "conditions": N_("Conditions in force"),
    "tariff": N_("Tariff of the year"),
    "budget": N_("Budget of the year"),
    "contribution": N_("Contributions due"),
    "called": N_("Contributions called"),
    "paid": N_("Contributions paid"),
}
REGIMES = {
    "direct": N_("every delegate sits in the committee"),
    "communal-college": N_("one college elects its representatives"),
    "departmental-colleges": N_("two colleges elect their representatives"),
}
FIELDS = {
    "name": N_("name"),
    "kind": N_("kind"),
    "department": N_("département"),
    "insee": "INSEE",
    "siren": "SIREN",
    "siret": "SIRET",
    "population": N_("population"),
    "epci": N_("EPCI"),
    "epci_kind": N_("kind of EPCI"),
    "operating": N_("operating"),
    "participation": N_("participation"),
    "studies": N_("studies"),
}

Competences = Mapping[str, Competence]


def about(
    what: What, value: Value, competences: Competences, colleges: Colleges
) -> str:
    """Name what a line is about, beside the member and the person."""
    match what:
        case "competence" | "conditions" | "tariff" | "budget":
            return competence(value["competence"], competences)
        case "pending":
            named = competence(value["competence"], competences)
            procedure = words.procedure(value["procedure"])
            return f"{procedure}, {named}" if named else procedure
        case "seat" | "vacancy":
            office = words.office(value["office"])
            return office or words.body(value["body"], colleges)
        case _:
            return ""


def competence(name: str | None, competences: Competences) -> str:
    """Name a competence as the statutes do; by its id where they do not."""
    known = competences.get(name or "")
    return f"{known.article} {known.label}" if known else name or ""


def said(  # noqa: PLR0911 -- a kind of line, a wording
    what: What, value: Value | None, other: Value | None, colleges: Colleges
) -> str:
    """Write what a line says; of an identity, what differs from the other side."""
    if value is None:
        return "–"
    match what:
        case "member" | "competence":
            return _time(value["since"], value["until"])
        case "identity":
            return _identity(value, other)
        case "pending":
            return _waits(value)
        case "regime":
            named = ", ".join(words.body(one, colleges) for one in value["colleges"])
            kind = value["regime"]
            regime = _(REGIMES[kind])
            return f"{regime} ({named})" if named else regime
        case "seat":
            held = [_("holds over")] if value["holdover"] else []
            return ", ".join([_time(value["from"], value["until"]), *held])
        case "vacancy":
            return _empty(value)
        case "statutes" | "conditions":
            return _("version {version}, since {day}").format(
                version=value["version"], day=words.day(value["since"])
            )
        case "tariff":
            return "\n".join(prices(value))
        case "budget":
            return "\n".join([str(value["year"]), *amounts(value)])
        case "contribution":
            return _due(value)
        case "called" | "paid":
            return words.labelled(str(value["year"]), words.euros(value["amount"]))


def prices(value: Value) -> list[str]:
    """Write a tariff: its first year, then its prices."""
    optional, by_quote = _("optional"), _("by quote")
    lines = [
        f"{line['code']} {words.number(line['price']) or by_quote}"
        + (f" ({optional})" if line["optional"] else "")
        for line in value["lines"]
    ]
    return [_("from {year}").format(year=value["from_year"]), *lines]


def amounts(value: Value) -> list[str]:
    """Write the amounts of a budget."""
    return [
        _(FIELDS[field]) + " " + words.euros(value[field])
        for field in ("operating", "participation", "studies")
        if value[field] is not None
    ]


def missing(facts: list[dict[str, Any]]) -> str:
    """Write what is missing, one fact a line."""
    return words.missing(tuple(Missing(one["act"], one["fact"]) for one in facts))


def _time(since: date, until: date | None) -> str:
    if until is None:
        return _("since {day}").format(day=words.day(since))
    return words.period(since, until)


def _identity(value: Value, other: Value | None) -> str:
    shown = {
        field: text
        for field, text in value.items()
        if text is not None and (other is None or other[field] != text)
    }
    if not shown:
        return "–"
    if "kind" in shown:
        shown["kind"] = words.kind(shown["kind"])
    return "\n".join(_(FIELDS[field]) + f" {text}" for field, text in shown.items())


def _waits(value: Value) -> str:
    if value["since"] is not None:
        return _("begins on {day}").format(day=words.day(value["since"]))
    return missing(value["missing"])


def _empty(value: Value) -> str:
    time = _time(value["from"], value["until"])
    if value["fill_by"] is None:
        return time
    by = _("to be filled by {day}").format(day=words.day(value["fill_by"]))
    return f"{time}, {by}"


def _due(value: Value) -> str:
    year = str(value["year"])
    if value["due"] is not None:
        return words.labelled(year, words.euros(value["due"]))
    untold = words.labelled(year, _("not established"))
    return f"{untold}\n{missing(value['missing'])}"

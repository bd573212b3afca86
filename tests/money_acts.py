"""Write acts about money, and ask what is owed (statutes art. 13).

Prices and amounts are texts, as in an acts file; all of them are fictional.
"""

from datetime import date
from typing import Any

from ledger.acts.act import Act
from projections.money.contributions import Contributions, contributions
from tests.history import COMMITTEE, ENT, FIBRE, SECRETARIAT, History, act, complete

Said = dict[str, Any]


# ------------------------------------------------------------------- acts
def line(code: str, unit: str, price: str | None = None, **said: Any) -> Said:
    """Write a line of a tariff."""
    priced = {} if price is None else {"price": price}
    return {"code": code, "label": f"Ligne {code}", "unit": unit} | priced | said


def tariff(from_year: int, *lines: Said, on: str, **said: Any) -> Act:
    """Let the committee vote a tariff, in force that day."""
    number = said.pop("number", f"bareme-{from_year}-{on}")
    dates = said.pop("dates", complete(on))
    voted = {"type": "tariff-voted", "competence": ENT, "from_year": from_year}
    decision = voted | {"lines": [*lines]} | said
    return act(f"{COMMITTEE}/{number}", decision, **dates)


def base(from_year: int, price: str, on: str, **said: Any) -> Act:
    """Let the committee vote a tariff of one price by pupil."""
    return tariff(from_year, line("base", "pupil", price), on=on, **said)


def counts(
    member: str, school_year: str, pupils: int, on: str | None, **said: Any
) -> Act:
    """Let a member, or whoever is named with `by`, tell a head-count."""
    by, number = said.pop("by", member), said.pop("number", f"{school_year}-{on}")
    decision = {"type": "pupils-counted", "school_year": school_year, "pupils": pupils}
    dated = {} if on is None else {"adopted_on": on}
    named = {} if by == member else {"member": member}
    return act(f"{by}/effectifs-{member}-{number}", decision | named, **dated)


def chooses(member: str, code: str, from_year: int, until: int | None = None) -> Act:
    """Let a member take an optional line."""
    chosen = {"type": "option-chosen", "line": code, "from_year": from_year}
    limited = {} if until is None else {"until_year": until}
    dates = complete(f"{from_year - 1}-11-05")
    return act(f"{member}/option-{code}-{from_year}", chosen | limited, **dates)


def delivers(member: str, code: str, on: str, **said: Any) -> Act:
    """Let a service be delivered."""
    decision = {"type": "service-delivered", "member": member, "line": code, "on": on}
    return act(f"{SECRETARIAT}/service-{member}-{code}-{on}", decision | said)


def subsidizes(payer: str, member: str, year: int, amount: str, on: str) -> Act:
    """Let a body pay part of a member's contribution."""
    decision = {"type": "subsidy-granted", "payer": payer, "member": member}
    granted = decision | {"year": year, "amount": amount}
    return act(f"{payer}/aide-{member}-{year}", granted, **complete(on))


def calls(member: str, year: int, amount: str, on: str) -> Act:
    """Let an amount be claimed from a member."""
    decision = {"type": "contribution-called", "member": member, "year": year}
    said = decision | {"amount": amount}
    return act(f"{SECRETARIAT}/titre-{member}-{year}-{on}", said, adopted_on=on)


def pays(member: str, year: int, amount: str, on: str) -> Act:
    """Let a payment be received."""
    decision = {"type": "payment-received", "member": member, "year": year}
    said = decision | {"amount": amount, "on": on}
    return act(f"{SECRETARIAT}/recette-{member}-{year}-{on}", said)


def budget(year: int, operating: str, on: str, **said: Any) -> Act:
    """Let the committee vote what the fibre costs in a year."""
    number = said.pop("number", f"budget-{year}-{on}")
    decision = {"type": "budget-voted", "competence": FIBRE, "year": year}
    voted = decision | {"operating": operating} | said
    return act(f"{COMMITTEE}/{number}", voted, **complete(on))


# ------------------------------------------------------------------- answers
def owed(
    history: History, year: int, at: str = "2026-01-31", member: str | None = None
) -> Contributions:
    """Ask what is owed for a year under the law in force on a day."""
    return contributions(history.world(), year, date.fromisoformat(at), member)


def lines(
    history: History, year: int, at: str = "2026-01-31", competence: str = ENT
) -> list[str]:
    """List the lines of a competence as `member line quantity x price = amount`."""
    return [
        f"{one.member} {one.line} {one.quantity} x {one.unit_price} = {one.amount}"
        for one in owed(history, year, at).lines
        if one.competence == competence
    ]


def due(history: History, year: int, member: str, at: str = "2026-01-31") -> str | None:
    """Tell the total of a member, None where it is not established or absent."""
    totals = owed(history, year, at).totals
    return next((one.due for one in totals if one.member == member), None)


def missing(history: History, year: int, at: str = "2026-01-31") -> list[str]:
    """List what is missing to tell who owes what, as `member competence fact`."""
    return [
        f"{one.member} {one.competence} {fact.fact}"
        for one in owed(history, year, at).not_established
        for fact in one.missing
    ]

"""The account of a year within an *état liquidatif*: what was called, what was paid."""

from decimal import Decimal

from papers import french
from papers.cell import Cell, Euros
from papers.document import Block, Grid, Line, Title
from papers.french import NBSP
from projections.money.statement import MadeCall, Statement

_LATER = {
    "émis": "émis après cette date",
    "réduction": "réduction émise après cette date",
}


def account(found: Statement) -> list[Block]:
    """Write the calls, the payments, and how they compare with what is due."""
    return [
        Title("Compte de l’année"),
        *_calls(found.calls),
        *_payments(found),
        Line(_euros(found.called), "Appelé"),
        Line(_euros(found.paid), "Payé"),
        Line(_regularisation(found.regularisation), "Régularisation"),
        Line(_outstanding(found), "Reste à payer sur les titres émis"),
    ]


def _calls(calls: tuple[MadeCall, ...]) -> list[Block]:
    if not calls:
        return [Line("aucun au registre.", "Titres de recette émis")]
    columns = (
        *("Titre de recette", "Numéro", "Émis le", "Mis à disposition le"),
        *("À payer jusqu’au", "État", "Montant appelé"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.act, one.number, one.adopted_on, one.available_on, one.pay_by),
            _state(one),
            Euros(Decimal(one.amount if one.stands else "0.00")),
        )
        for one in calls
    )
    return [Grid(columns, rows, frozenset({6}), frozenset({6}))]


def _state(one: MadeCall) -> str:
    """Say whether a call stands; one that does not counts for nothing."""
    if one.stands:
        said = "émis" if Decimal(one.amount) >= 0 else "réduction"
        return said if not one.is_later else _LATER[said]
    by = french.listed(one.struck_by) if one.struck_by else french.UNKNOWN
    kind = "suspendu" if one.is_suspended else "privé d’effet"
    amount = french.shown(Euros(Decimal(one.amount)))
    return f"{kind} par {by} ({amount}, non compté)"


def _payments(found: Statement) -> list[Block]:
    if not found.payments:
        return [Line("aucun au registre.", "Encaissements")]
    rows = tuple(
        (one.act, one.on, Euros(Decimal(one.amount))) for one in found.payments
    )
    columns = ("Encaissement", "Reçu le", "Montant payé")
    return [Grid(columns, rows, frozenset({2}), frozenset({2}))]


def _regularisation(amount: str | None) -> str:
    if amount is None:
        return f"{french.UNKNOWN}."
    value = Decimal(amount)
    if not value:
        return f"{_euros(amount)} (le dû est égal à l’appelé)."
    sense = "à appeler en complément" if value > 0 else "à réduire ou à restituer"
    return f"{_euros(amount)} – {sense}{NBSP}; l’appelé n’est jamais recalculé."


def _outstanding(found: Statement) -> str:
    value = Decimal(found.outstanding)
    said = _euros(found.outstanding)
    if value < 0:
        said += ", trop-perçu à restituer"
    later = [Decimal(one.amount) for one in found.calls if one.stands and one.is_later]
    if not later:
        return f"{said}."
    amount = french.shown(Euros(sum(later, Decimal(0))))
    day = french.short_day(found.at)
    return f"{said}, compte tenu de {amount} appelés après le {day}."


def _euros(amount: str) -> str:
    return french.shown(Euros(Decimal(amount)))

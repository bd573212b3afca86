"""The *état liquidatif* of one member's contribution for a year, as a French paper."""

from decimal import Decimal

from ledger.events.money import SUBSIDY_CAP
from papers import french
from papers.cell import Cell, Euros, Price
from papers.document import Block, Document, Grid, Line, Listing, Paper, Title
from papers.french import NBSP
from papers.letters import euros
from papers.statement_account import account
from projections.money.cents import shown_amount
from projections.money.missing_sources import Sought
from projections.money.statement import Basis, Charge, Party, Statement
from projections.naming.behind import Behind

_BUDGET = {
    "operating": "Dépenses de fonctionnement",
    "participation": "Participation",
    "studies": "Études",
    "subsidy": "Aide accordée, à déduire",
    "subsidy-cap": "Part de la subvention non imputée",
}
_UNITS = {
    "pupil": "élève",
    "joining": "adhésion",
    "half-day": "demi-journée",
    "school": "école",
    "quote": "devis",
}
_BASES = {"computed": "établi", "certified": "certifié", "presumed": "présumé"}
_FACTS = {
    "pupils": "les effectifs scolaires de {which}",
    "budget": "le vote du budget de {which}",
    "tariff": "le vote d’un barème applicable à {which}",
    "price": "le prix de la prestation «\u00a0{which}\u00a0» au barème",
    "member": "le membre qui doit cette part",
    "quantity": "la quantité livrée",
    "amount": "le montant du devis",
    "adopted_on": "la date d’adoption de l’acte",
    "sent_on": "la date de transmission de l’acte au représentant de l’État",
    "publicity": "une publicité régulière de l’acte",
    "population": "la population de la commune",
    "request": "la délibération du membre demandant la compétence",
    "approval": "la délibération du comité syndical acceptant la demande",
}


def statement(found: Statement, state: str) -> Paper:
    """Write the statement, with what it is a state of."""
    title = f"État liquidatif – contribution de l’année {found.year} – {_named(found)}"
    return Paper(
        title=title,
        blocks=(
            Line(_party(found.syndicate, "Syndicat")),
            Title(title, 1),
            Line(_party(found.member, "Membre"), "Débiteur"),
            Line(french.day(found.at), "Droit en vigueur le"),
            *_liquidation(found),
            *_tariffs(found),
            *_acts(found.acts),
            *account(found),
            *_reserves(found),
            Line(_settled(found), "Arrêté"),
        ),
        state=state,
    )


def _named(found: Statement) -> str:
    return found.member.name or found.member.id or french.UNKNOWN


def _party(one: Party, unnamed: str) -> str:
    name = one.name or f"{unnamed}{NBSP}: {french.UNKNOWN}"
    called = f"{name} – «{NBSP}{one.brand}{NBSP}»" if one.brand else name
    siren = one.siren or french.UNKNOWN
    numbers = f"SIREN{NBSP}: {siren}"
    if one.siret:
        numbers += f", SIRET{NBSP}: {one.siret}"
    return f"{called} ({numbers})"


# ------------------------------------------------------------------- the amounts
def _liquidation(found: Statement) -> Document:
    if not found.charges:
        return (
            Title("Liquidation"),
            Line("Aucune ligne de contribution n’est établie pour l’année."),
            *([] if found.has_begun else [Line(_to_come(found))]),
        )
    columns = ("Désignation", "Quantité", "Unité", "Prix unitaire", "Part", "Montant")
    rows = tuple(_charge(one) for one in found.charges)
    grid = Grid(columns, rows, frozenset({1, 3, 5}), frozenset({5}))
    blocks: list[Block] = [Title("Liquidation"), grid]
    if found.due is None:
        blocks.append(Line("non établi, voir les réserves.", "Total dû"))
        return tuple(blocks)
    if any(one.line.line == SUBSIDY_CAP for one in found.charges):
        blocks.append(
            Line("les aides excèdent la contribution, ramenée à zéro.", "Plafonnement")
        )
    total = french.shown(Euros(Decimal(found.due)))
    blocks.append(Line(f"{total}.", f"Total dû pour l’année {found.year}"))
    return tuple(blocks)


def _charge(one: Charge) -> tuple[Cell, ...]:
    line = one.line
    return (
        one.label or _BUDGET.get(line.line, line.line),
        Decimal(line.quantity) if line.quantity is not None else None,
        _UNITS.get(one.unit or ""),
        Price(Decimal(line.unit_price)) if line.unit_price is not None else None,
        _part(one),
        Euros(Decimal(line.amount)),
    )


def _part(one: Charge) -> str | None:
    """Write the part of the year, or of the budget, that falls to the member."""
    line = one.line
    if line.share is not None and line.base is not None:
        percent = french.shown(Decimal(line.share.removesuffix("/100")))
        base = french.shown(Euros(Decimal(line.base)))
        return f"{percent}{NBSP}% de {base}"
    if line.prorata is None:
        return None
    return "année entière" if line.prorata == "1" else f"{line.prorata} de l’année"


# ------------------------------------------------------------------- what it rests on
def _tariffs(found: Statement) -> list[Block]:
    if not found.bases:
        return []
    titles = {one.act: one for one in found.acts}
    lines = tuple(_basis(one, titles[one.act]) for one in found.bases)
    return [Title("Barème ou budget appliqué"), Listing(lines)]


def _basis(one: Basis, act: Behind) -> str:
    named = f"{one.act} {_of(act)}"
    if one.what == "budget":
        cited = french.statutes_article(one.article)
        return f"budget de l’année, {named}, réparti selon les {cited}"
    version = f" (version {one.conditions})" if one.conditions else ""
    article = (
        "conditions techniques, administratives et financières"
        f"{version}, {french.article_of(one.article)}"
    )
    if one.own_year:
        return f"barème de l’année, {named}{NBSP}; {article}"
    return (
        f"barème voté pour {one.from_year}, à défaut de vote pour l’année, {named}"
        f"{NBSP}; {article}"
    )


def _of(act: Behind) -> str:
    adopted = (
        f"du {french.short_day(act.adopted_on)}"
        if act.adopted_on
        else "de date non établie"
    )
    if act.executory_on is None:
        return f"{adopted}, caractère exécutoire {french.UNKNOWN}"
    basis = _BASES[act.executory_basis or "computed"]
    return f"{adopted}, exécutoire le {french.short_day(act.executory_on)} ({basis})"


def _acts(acts: tuple[Behind, ...]) -> list[Block]:
    if not acts:
        return []
    columns = ("Acte", "Objet", "Adopté le", "Exécutoire le", "Caractère exécutoire")
    rows = tuple(
        (
            *(one.act, one.title, one.adopted_on, one.executory_on),
            _BASES[one.executory_basis] if one.executory_basis else None,
        )
        for one in acts
    )
    return [Title("Actes sur lesquels repose la liquidation"), Grid(columns, rows)]


# ------------------------------------------------------------------- what is open
def _reserves(found: Statement) -> list[Block]:
    """Say what is not established, and what may be counted twice."""
    open_ = [_missing(one) for one in found.not_established]
    open_ += [
        f"{one.name} et son EPCI, {one.epci_name}, sont tous deux redevables de la "
        f"même compétence pour l’année{NBSP}: les mêmes écoles ont pu être comptées "
        "deux fois"
        for one in found.overlaps
    ]
    return [Title("Réserves"), Listing(tuple(open_))] if open_ else []


def _missing(one: Sought) -> str:
    kind, _space, which = one.fact.partition(" ")
    fact = _FACTS.get(kind, one.fact).format(which=which)
    return f"non établi{NBSP}: {fact}" + (f" ({one.act})" if one.act else "")


def _to_come(found: Statement) -> str:
    return (
        f"L’année {found.year} n’a pas commencé au {french.short_day(found.at)}"
        f"{NBSP}: aucune contribution n’est due à ce jour."
    )


def _settled(found: Statement) -> str:
    if not found.has_begun:
        return (
            f"le présent état ne peut être arrêté{NBSP}: l’année {found.year} n’a pas "
            f"commencé. La commande «{NBSP}smo contributions {found.year} --plan{NBSP}»"
            " dit ce qui est à prévoir."
        )
    if found.due is None:
        return "le présent état ne peut être arrêté, faute des éléments ci-dessus."
    due = Decimal(found.due)
    return (
        f"le présent état est arrêté à la somme de {euros(due)} "
        f"({french.shown(Euros(Decimal(shown_amount(due))))})."
    )

"""The notice of a session (convocation), as the secretariat sends it."""

from collections.abc import Mapping

from ledger.authorities import COMMITTEE
from ledger.statutes import Department
from papers import french
from papers.document import Block, Grid, Line, Listing, Paper, Title
from papers.frame import framed, quorum
from papers.french import NBSP, Articles
from projections.session_papers.notice import Notice, NoticePaper, SecondCall
from projections.session_papers.parts import Sitting


def notice(paper: NoticePaper) -> Paper:
    """Write the notice."""
    body = (
        Line(french.day(paper.sent_on), "Convocation adressée le"),
        *_call(paper),
        *_convened_by(paper),
        Title("Ordre du jour"),
        _agenda(paper),
        Title("Quorum"),
        Line(in_office(paper.in_office, paper.vacant), "Membres en exercice"),
        Line(quorum(paper.quorum, paper.articles), "Quorum"),
        Title("Membres convoqués"),
        *_recipients(paper),
        *_associates(paper),
    )
    return framed(paper, "Convocation", body)


def in_office(count: int, vacant: int) -> str:
    """Count the members in office, and the seats that are empty."""
    if vacant == 0:
        return f"{count}, aucun siège vacant."
    return f"{count}, et {french.counted(vacant, 'siège vacant', 'sièges vacants')}."


def designated_by(one: Sitting, colleges: Mapping[str, Department]) -> str:
    """Say by whom a member of the body was designated, and elected."""
    if one.college is None:
        return one.member_name
    elected = french.of_body(one.college, colleges).removeprefix("du ")
    return f"{one.member_name}, élu(e) par le {elected}"


def named(one: Sitting) -> str:
    """Name a person, with the office held."""
    return f"{one.name}, {french.office(one.office)}" if one.office else one.name


# ------------------------------------------------------------------- the call
def _call(paper: NoticePaper) -> list[Block]:
    blocks: list[Block] = []
    if paper.second_call is not None:
        blocks.append(
            Line(_second_call(paper.second_call, paper.articles), "Seconde convocation")
        )
    if paper.notice is not None:
        blocks.append(
            Line(_delay(paper.notice, paper.articles), "Délai de convocation")
        )
    return blocks


def _convened_by(paper: NoticePaper) -> list[Block]:
    """Name the president, who convenes the committee."""
    if paper.body != COMMITTEE:
        return []
    name = paper.convened_by.name if paper.convened_by else "nom non établi"
    cited = french.statutes(paper.articles, "notice")
    return [Line(f"{name} ({cited}).", "Sur convocation du président")]


def _delay(asked: Notice, articles: Articles) -> str:
    days = french.counted(asked.days, "jour")
    needed = french.counted(asked.needed, "jour")
    kept = "délai respecté" if asked.enough else "délai non respecté"
    cited = french.statutes(articles, "notice")
    return f"{days}, {needed} au moins requis{NBSP}: {kept} ({cited})."


def _second_call(call: SecondCall, articles: Articles) -> str:
    if call.held_on is None:
        return (
            f"de la séance {call.session}, dont la convocation n’est pas au registre"
            f"{NBSP}; le quorum reste exigé."
        )
    first = f"de la séance du {french.day(call.held_on)} ({call.session})"
    if call.present is None or call.in_office is None:
        why = "dont la feuille de présence n’est pas au registre"
    else:
        there = french.counted(call.present, "membre présent", "membres présents")
        why = f"où l’on comptait {there} sur {call.in_office} en exercice"
    days = french.counted(call.days or 0, "jour")
    needed = french.counted(call.days_needed or 0, "jour")
    delay = f"{days} d’écart, {needed} au moins requis"
    then = (
        "aucun quorum n’est exigé"
        if call.lawful
        else "les conditions n’en sont pas réunies et le quorum reste exigé"
    )
    cited = french.statutes(articles, "second-call")
    return f"{first}, {why}{NBSP}; {delay}{NBSP}: {then} ({cited})."


def _agenda(paper: NoticePaper) -> Block:
    if not paper.agenda:
        return Line("L’ordre du jour n’est pas au registre.")
    return Listing(paper.agenda, numbered=True)


# ------------------------------------------------------------------- to whom
def _recipients(paper: NoticePaper) -> list[Block]:
    if not paper.recipients:
        return [Line("La composition de l’organe n’est pas établie au registre.")]
    rows = tuple(
        (str(number), named(one), designated_by(one, paper.colleges))
        for number, one in enumerate(paper.recipients, start=1)
    )
    columns = ("N°", "Nom", "Désigné(e) par")
    return [Grid(columns, rows, frozenset({0}))]


def _associates(paper: NoticePaper) -> list[Block]:
    if not paper.associates:
        return []
    cited = french.statutes(paper.articles, "associates")
    return [
        Title("Membres associés invités"),
        Line(f"Ils assistent à la séance sans prendre part au vote ({cited})."),
        Listing(tuple(one.name for one in paper.associates)),
    ]

"""The attendance sheet of a session (feuille d'émargement), blank or filled in."""

from papers import french
from papers.document import Block, Grid, Line, Listing, Paper, Title
from papers.frame import framed, quorum
from papers.french import NBSP, Articles
from papers.notice import designated_by, in_office, named
from projections.session_papers.applicants import Applicant
from projections.session_papers.attendance import AttendancePaper
from projections.session_papers.attendance import Line as Signatory

_STATES = {"present": "Présent(e)", "absent": "Absent(e)"}


def attendance(paper: AttendancePaper) -> Paper:
    """Write the sheet: to be signed, or as the attendance on record says."""
    body = (
        *_chair(paper),
        Line(in_office(paper.in_office, paper.vacant), "Membres en exercice"),
        Line(quorum(paper.quorum, paper.articles), "Quorum"),
        *_proxies(paper),
        *_applicants(paper),
        Title("Membres"),
        *_members(paper),
        *_others(paper),
    )
    return framed(paper, "Feuille d’émargement", body)


def _chair(paper: AttendancePaper) -> list[Block]:
    if paper.recorded is None:
        return [Line("Feuille à signer", "État")]
    if paper.presided_by is None:
        return [Line("non établie.", "Présidence de la séance")]
    return [Line(paper.presided_by.name, "Présidence de la séance")]


def _proxies(paper: AttendancePaper) -> list[Block]:
    if paper.proxies is None:
        return []
    return [Line(f"{paper.proxies}.", "Procurations retenues")]


# ------------------------------------------------------------------- adhesions
def _applicants(paper: AttendancePaper) -> list[Block]:
    found: list[Block] = [
        Line(_weights(one, paper.articles), "Adhésion") for one in paper.applicants
    ]
    found += [
        Line(
            f"«{NBSP}{item}{NBSP}»{NBSP}: aucune demande au registre n’y correspond, "
            "le poids des voix n’est pas établi.",
            "Adhésion à l’ordre du jour",
        )
        for item in paper.unread
    ]
    return found


def _weights(one: Applicant, articles: Articles) -> str:
    cited = french.statutes(articles, "weight")
    if one.votes is None or one.needed is None:
        return (
            f"{one.name}{NBSP}: son département n’est pas au registre, le poids des "
            f"voix n’est pas établi ({cited})."
        )
    whole = (
        f"{french.counted(one.votes, 'voix')} en tout, {one.needed} requises si toutes "
        "sont exprimées"
    )
    if one.department_name is None:
        return f"{one.name}{NBSP}: {whole} ({cited})."
    return (
        f"{one.name}{NBSP}: {french.counted(one.weight or 1, 'voix')} pour chaque "
        f"délégué {french.of_member(one.department_name)}, une pour chaque autre membre"
        f"{NBSP}; {whole} ({cited})."
    )


# ------------------------------------------------------------------- the sheet
def _members(paper: AttendancePaper) -> list[Block]:
    if not paper.lines:
        return [Line("La composition de l’organe n’est pas établie au registre.")]
    voices = [f"Voix (adhésion, {one.name})" for one in paper.applicants]
    signing = ["Signature"] if paper.recorded is None else []
    columns = (
        *("N°", "Nom", "Désigné(e) par", "Voix"),
        *voices,
        "Présence ou procuration",
        *signing,
    )
    rows = tuple(
        (
            *(
                str(number),
                named(line),
                designated_by(line, paper.colleges),
                str(line.weight),
            ),
            *(_weight(one.weight) for one in line.weights),
            _state(line),
            *("" for _each in signing),
        )
        for number, line in enumerate(paper.lines, start=1)
    )
    numbers = frozenset([0, *range(3, 4 + len(voices))])
    return [Grid(columns, rows, numbers)]


def _weight(weight: int | None) -> str:
    return french.UNKNOWN if weight is None else str(weight)


def _state(line: Signatory) -> str:
    if line.proxy is not None:
        kept = "" if line.proxy.counts else " (non retenue)"
        return f"Procuration à {line.proxy.name}{kept}"
    return _STATES.get(line.state or "", "")


def _others(paper: AttendancePaper) -> list[Block]:
    if not paper.others:
        return []
    return [
        Title("Personnes nommées qui ne sont pas en exercice"),
        Listing(tuple(one.name for one in paper.others)),
    ]

"""What frames every paper of a session: whose it is, and from what it was drawn."""

from collections.abc import Iterable

from papers import french
from papers.document import Block, Line, Paper, Rule, Title
from papers.french import NBSP, Articles
from projections.naming.syndicate import Syndicate
from projections.session_papers.parts import (
    Heading,
    Irregularity,
    Quorum,
    StatutesCited,
)


def framed(paper: Heading, title: str, body: Iterable[Block]) -> Paper:
    """Put what a paper says between its heading and what it was drawn from."""
    whole = f"{title} {french.of_body(paper.body, paper.colleges)}"
    return Paper(
        whole,
        (
            Line(called(paper.syndicate)),
            Title(whole, 1),
            Line(french.day(paper.held_on), "Séance"),
            Line(paper.session, "Référence de la séance"),
            *body,
            Rule(),
            *(
                Line(irregularity(one, paper.articles), "Irrégularité")
                for one in paper.irregular
            ),
            Line(statutes(paper.statutes), "Statuts en vigueur"),
            Line(f"{', '.join(paper.because)}.", "Établi d’après"),
        ),
        f"État au {french.long_day(paper.held_on)}, tel que connu à l’"
        f"{french.entry(paper.known_at, paper.digest)}.",
    )


def called(syndicate: Syndicate) -> str:
    """Name the syndicate, with its brand if it has one."""
    name = syndicate.name or f"Syndicat{NBSP}: {french.UNKNOWN}"
    brand = syndicate.brand
    return f"{name} – «{NBSP}{brand}{NBSP}»" if brand else name


def irregularity(one: Irregularity, articles: Articles) -> str:
    """Say which rule an act is declared to break, and why."""
    rule = french.rule(one.rule, articles)
    return f"{rule}, déclarée dans {one.act}{NBSP}: {one.reason}"


def statutes(cited: StatutesCited) -> str:
    """Cite the version, and whose text it carries over."""
    version = f"version du {_dated(cited.version)}"
    if cited.carried_from is None:
        return f"{version}."
    return (
        f"{version} (texte non versé au registre{NBSP}; les règles de la version du "
        f"{_dated(cited.carried_from)} sont reprises)."
    )


def quorum(asked: Quorum | None, articles: Articles) -> str:
    """Tell the quorum: reached or not, by which numbers and article."""
    if asked is None:
        return "les statuts n’en fixent pas pour cet organe."
    base = french.counted(asked.in_office, "membre")
    cited = french.statutes(articles, "quorum")
    if not asked.required:
        there = (
            f"{NBSP}: {french.counted(asked.present, 'présent')} sur {base} en exercice"
            if asked.present is not None
            else ""
        )
        return (
            "aucun quorum n’est exigé, s’agissant d’une seconde réunion"
            f"{there} ({cited})."
        )
    needed = (
        f"{french.counted(asked.needed, 'présence requise', 'présences requises')} sur "
        f"{base} en exercice, procurations non comptées ({cited})"
    )
    if asked.present is None:
        return f"{needed}."
    there = french.counted(asked.present, "membre présent", "membres présents")
    reached = "atteint" if asked.reached else "non atteint"
    return f"{reached}{NBSP}: {there}, {needed}."


def _dated(version: str) -> str:
    """Write a version that is a day as one."""
    parts = version.split("-")
    is_day = [len(part) for part in parts] == [4, 2, 2] and all(
        part.isdecimal() for part in parts
    )
    return "/".join(reversed(parts)) if is_day else version

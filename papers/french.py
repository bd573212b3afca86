"""The French of legal documents: dates, numbers of things, bodies, questions, rules.

They are French whatever language the terminal speaks, so nothing here is translated.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from ledger.clauses import StatutesClause
from ledger.clauses import listed as listed_articles
from ledger.language import speaking
from ledger.statutes import Department
from papers.cell import Cell, Euros, Price

NBSP = "\u00a0"
NARROW = "\u202f"
UNKNOWN = "non établi"

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_BODIES = {
    "comite-syndical": "Comité syndical",
    "bureau": "Bureau",
    "college-communal": "Collège communal",
}
_OFFICES = {"president": "président(e)", "vice-president": "vice-président(e)"}
_QUESTIONS = {
    "adhesion": "adhésion",
    "withdrawal": "retrait",
    "statutes": "modification des statuts",
    "budget": "budget",
    "accounts": "compte administratif",
    "tariff": "barème des contributions",
    "election": "élection",
    "ordinary": "affaire ordinaire",
}
_BALLOTS = {"for": "pour", "against": "contre", "abstention": "abstention"}
_MASCULINE = ("Département", "Conseil")
_FEMININE = ("Région", "Commune", "Communauté", "Métropole", "CA", "CC", "CU")
_COMING_AND_GOING: tuple[StatutesClause, ...] = (
    "majority.adhesion",
    "majority.withdrawal",
    "majority.statutes",
)
_RULES: dict[str, tuple[str, tuple[StatutesClause, ...]]] = {
    "act.dates": ("dates de l’acte", ()),
    "act.author": ("auteur de l’acte", ()),
    "act.prefecture-id": ("identifiant @CTES", ()),
    "seat.count": ("nombre de sièges", ("seats",)),
    "revocation.late": ("délai de retrait de l’acte (CRPA, art. L.243-3)", ()),
    "call.duplicate": ("numéro de titre déjà pris", ()),
    "statutes.names": ("noms cités par les statuts", ("seats", "shares")),
    "competence.unknown": ("compétence des statuts", ("competences",)),
    "department.unknown": ("département des statuts", ("regime",)),
    "institution.twice": ("code INSEE ou SIREN d’une autre collectivité", ()),
    "seat.dismissal": ("révocation d’un délégué", ("delegates",)),
    "text.damaged": ("texte altéré", ()),
    "name.characters": ("caractères des noms", ()),
    "delegation.reserved": ("attribution non délégable", ("delegation",)),
    "session.notice": ("délai de convocation", ("notice",)),
    "session.second-call": ("seconde convocation", ("second-call",)),
    "session.attendance": ("feuille de présence", ("sessions",)),
    "session.proxy": ("procurations", ("proxies",)),
    "vote.question": (
        "question mise aux voix",
        ("majority.ordinary", "electorate", *_COMING_AND_GOING),
    ),
    "vote.outcome": (
        "issue déclarée du vote",
        ("majority.ordinary", "bureau", *_COMING_AND_GOING),
    ),
    "vote.majority": (
        "majorité requise",
        ("majority.ordinary", "bureau", *_COMING_AND_GOING),
    ),
    "vote.electorate": (
        "personnes admises à voter",
        ("colleges", "proxies", "electorate"),
    ),
    "vote.quorum": ("quorum", ("quorum",)),
}

Articles = Mapping[StatutesClause, str]
"""Where each clause of the statutes stands, as far as a version on record tells."""


def day(value: date) -> str:
    """Write a date in full, with the day of the week.

    >>> day(date(2026, 6, 1))
    'lundi 1er juin 2026'
    """
    return f"{_DAYS[value.weekday()]} {long_day(value)}"


def long_day(value: date) -> str:
    """Write a date with its month in full.

    >>> long_day(date(2026, 6, 1))
    '1er juin 2026'
    """
    number = "1er" if value.day == 1 else str(value.day)
    return f"{number} {_MONTHS[value.month - 1]} {value.year:04}"


def entry(known_at: str, digest: str = "") -> str:
    r"""Name the last entry taken into account, with the head of the tree there.

    >>> entry("#3", "f84a-cd27-a9a5-3a1d")
    'écriture n°\xa03, empreinte f84a-cd27-a9a5-3a1d'
    """
    named = f"écriture n°{NBSP}{known_at.removeprefix('#')}"
    return f"{named}, empreinte {digest}" if digest else named


def shown(cell: Cell) -> str:
    r"""Write a cell of a table.

    >>> shown(Euros(Decimal("7009.8"))), shown(Price(Decimal("0.605"))), shown(None)
    ('7\u202f009,80\xa0€', '0,605', '')
    """
    match cell:
        case None:
            return ""
        case str():
            return cell
        case date():
            return short_day(cell)
        case Euros(amount=amount):
            return f"{_grouped(f'{amount:,.2f}')}{NBSP}€"
        case Price(price=price):
            return _grouped(f"{price:,}")
        case int() | Decimal():
            return _grouped(f"{cell:,}")


def short_day(value: date) -> str:
    """Write a date in numbers.

    >>> short_day(date(2026, 6, 1))
    '01/06/2026'
    """
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def counted(number: int, one: str, several: str | None = None) -> str:
    """Write a number of things; none and one are singular.

    >>> [counted(number, "membre").replace(NBSP, " ") for number in (0, 1, 2)]
    ['0 membre', '1 membre', '2 membres']
    """
    plural = several if several is not None else _plural(one)
    return f"{number}{NBSP}{one if abs(number) <= 1 else plural}"


def listed(texts: Iterable[str]) -> str:
    """Write several things in one sentence.

    >>> listed(["a", "b", "c"])
    'a, b et c'
    """
    *first, last = texts
    return f"{', '.join(first)} et {last}" if first else last


def body(name: str, colleges: Mapping[str, Department]) -> str:
    """Name a body; a college after its département; its id where it has no name."""
    if name in colleges:
        return f"Collège {of_department(colleges[name])}"
    return _BODIES.get(name, name)


def of_body(name: str, colleges: Mapping[str, Department]) -> str:
    """Say whose session it is."""
    if name in colleges or name in _BODIES:
        called = body(name, colleges)
        return f"du {called[0].lower()}{called[1:]}"
    return f"de «{NBSP}{name}{NBSP}»"


def of_department(department: Department) -> str:
    """Say whose something is, a département's, as French does of each.

    >>> of_department(Department(code="80", name="Somme", founder="s", college="c"))
    'de la Somme'
    """
    return f"{_articles_of_departments().get(department.code, 'de ')}{department.name}"


@cache
def _articles_of_departments() -> dict[str, str]:
    """Read the article of each name, as INSEE's geographic code (COG) gives it."""
    text = files("papers").joinpath("departements.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def of_member(name: str) -> str:
    """Say whose something is; a name whose gender is not known stands in quotes.

    >>> of_member("Département du Nord"), of_member("Région fictive")
    ('du Département du Nord', 'de la Région fictive')
    """
    first = name.partition(" ")[0]
    if first in _MASCULINE:
        return f"du {name}"
    return f"de la {name}" if first in _FEMININE else f"de «{NBSP}{name}{NBSP}»"


def office(name: str) -> str:
    """Name an office of the bureau."""
    return _OFFICES[name]


def question(name: str) -> str:
    """Say what was put to the vote."""
    return _QUESTIONS[name]


def ballot(side: str | None) -> str:
    """Say how somebody voted."""
    return _BALLOTS.get(side or "", "inconnue ou absente")


def rule(name: str, articles: Articles) -> str:
    """Name a rule that was broken, with its article."""
    text, clauses = _RULES[name]
    return f"{text} ({statutes(articles, *clauses)})" if clauses else text


def statutes(articles: Articles, *clauses: StatutesClause) -> str:
    """Cite clauses of the statutes.

    >>> statutes({"quorum": "8.3", "weight": "15"}, "quorum", "weight")
    'statuts, art. 8.3 et 15'
    """
    found = [articles[clause] for clause in clauses if clause in articles]
    with speaking("fr"):
        return statutes_article(listed_articles(found) if found else None)


def statutes_article(article: str | None) -> str:
    """Cite an article of the statutes, where one is on record."""
    return f"statuts, {article_of(article)}"


def article_of(article: str | None) -> str:
    """Write an article, where one is on record."""
    return f"art. {article}" if article is not None else "article absent du registre"


def _grouped(written: str) -> str:
    """Turn a number's marks, 7,009.80, into French ones."""
    return written.replace(",", NARROW).replace(".", ",")


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else f"{word}s"

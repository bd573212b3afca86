"""What the clauses of statutes and conditions are about, and how they are cited.

Code names a clause by its subject; in which article of which version it stands is data
(specification section 17): recorded with the version, or shipped with it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, TypeAlias, get_args

import msgspec

from ledger.language import N_
from ledger.language import translate as _

StatutesClause: TypeAlias = Literal[
    "members",
    "competences",
    "associates",
    "committee",
    "seats",
    "delegates",
    "vacancy",
    "regime",
    "colleges",
    "sessions",
    "notice",
    "quorum",
    "second-call",
    "proxies",
    "majority.ordinary",
    "tie",
    "delegation",
    "electorate",
    "president",
    "vice-presidents",
    "bureau",
    "contributions",
    "shares",
    "adhesion",
    "weight",
    "majority.adhesion",
    "withdrawal",
    "majority.withdrawal",
    "majority.statutes",
    "dissolution",
]
ConditionsClause: TypeAlias = Literal["transfer", "tariff", "payment", "changes"]
Clause: TypeAlias = StatutesClause | ConditionsClause
Text: TypeAlias = Literal["statutes", "conditions"]

OF_STATUTES: frozenset[Clause] = frozenset(get_args(StatutesClause))

SET_BY: dict[Clause, tuple[str, ...]] = {
    "competences": ("competences",),
    "seats": ("seats",),
    "vacancy": ("vacancy_months",),
    "regime": (
        "direct_seats_up_to",
        "communal_college_seats",
        "departmental_colleges",
        "two_and_two_at_four",
        "colleges_survive_departures",
    ),
    "colleges": ("departments",),
    "notice": ("notice_days",),
    "quorum": ("quorum",),
    "second-call": ("second_call_days",),
    "proxies": ("proxies_each",),
    "majority.ordinary": ("majorities",),
    "majority.adhesion": ("majorities",),
    "majority.withdrawal": ("majorities",),
    "majority.statutes": ("majorities",),
    "weight": ("applicant_department_weight",),
    "vice-presidents": ("vice_presidents",),
    "shares": ("shares",),
}
"""The fields of the rules by which a clause is set; who names one sets it anew."""


_ARTICLE = {
    "statutes": N_("statutes, art. {article}"),
    "conditions": N_("conditions, art. {article}"),
}


class Citation(msgspec.Struct, frozen=True):
    """Where a clause stands: the version in force on a day, and the article.

    `version` is None where none is in force, `article` where no version on record
    tells. `set_by` names the version whose article it is, where that is another: the
    one in force carries it on, or the clause is extended to it.
    """

    text: Text
    version: str | None = None
    article: str | None = None
    set_by: str | None = None


def said(citations: Iterable[Citation]) -> str:
    """Write citations in the language spoken now: `statutes, arts. 8.3 and 11`.

    What no version on record tells is said to be so.
    """
    parts = [
        _said_of([*cited])
        for _whose, cited in groupby(citations, key=lambda one: (one.text, _named(one)))
    ]
    return "; ".join(parts)


def plainly(one: Citation) -> str:
    """Write a citation for scripts: in English, without the version.

    >>> plainly(Citation("statutes", "2018-11-28", "8.3"))
    'statutes, art. 8.3'
    """
    if one.article is None:
        return f"{one.text}, article not on record"
    return f"{one.text}, art. {one.article}"


def translated(written: str) -> str:
    """Say what `plainly` wrote in the language spoken now; another text as it is."""
    text, mark, article = written.partition(", art. ")
    template = _ARTICLE.get(text) if mark else None
    if template is None:
        return _(written)
    return _(template).format(article=article)


def _said_of(cited: list[Citation]) -> str:
    first = cited[0]
    articles = [one.article for one in cited if one.article is not None]
    if not articles:
        if first.text == "statutes":
            return _("statutes, article not on record")
        return _("conditions, article not on record")
    if first.text == "conditions":
        return _("conditions {version}, art. {number}").format(
            version=_named(first), number=articles[0]
        )
    written = listed(articles)
    if len(set(articles)) == 1:
        return _("statutes, art. {article}").format(article=written)
    return _("statutes, arts. {articles}").format(articles=written)


def _named(one: Citation) -> str | None:
    """Tell the version that a citation names: of the conditions only."""
    return (one.set_by or one.version) if one.text == "conditions" else None


def listed(articles: Iterable[str]) -> str:
    """Write article numbers in their order, three or more in a row as a range.

    >>> listed(["16", "8", "9", "10", "11", "15"]), listed(["8.3", "8.5", "8.3"])
    ('8 to 11, 15 and 16', '8.3 and 8.5')
    """
    parts = [*_ranges(sorted({*articles}, key=_order))]
    if len(parts) == 1:
        return parts[0]
    # One article and a range are told apart by a comma in English: 8.3, 15 to 17.
    is_pair = len(parts) == 2 and _(" to ") in parts[1]  # noqa: PLR2004
    return ", ".join(parts[:-1]) + (_(", ") if is_pair else _(" and ")) + parts[-1]


def _ranges(articles: list[str]) -> Iterator[str]:
    """Join what follows one another: whole numbers only, three at least."""
    row: list[str] = []
    to, least = _(" to "), 3
    for article in [*articles, ""]:
        follows = row and article.isdigit() and row[-1].isdigit()
        if follows and int(article) == int(row[-1]) + 1:
            row.append(article)
            continue
        if len(row) >= least:
            yield f"{row[0]}{to}{row[-1]}"
        else:
            yield from row
        row = [article]


def _order(article: str) -> tuple[tuple[int, str], ...]:
    parts = article.split(".")
    return tuple((int(one), "") if one.isdigit() else (0, one) for one in parts)

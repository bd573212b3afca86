"""The eleven checks of SCDL Délibérations 2.1.5 that a table schema cannot state.

They are the schema's `custom_checks`, in its order. Generic validators pass them over;
here they are our own. An empty cell is compared with nothing.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

import msgspec
from stdnum.fr.siret import is_valid

from exports.matters import MATTERS
from ledger.names import slug

Cells = Mapping[str, str]

VOTES = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")

_SIRET = re.compile("[0-9]{14}")
_YEARS = re.compile("([0-9]{4})(?:/([0-9]{4}))?")
_THEMES = {slug(name) for code, name in MATTERS.items() if "." not in code}


class Check(msgspec.Struct, frozen=True):
    """One check, by the schema's name for it and the column it looks at."""

    name: str
    column: str
    passes: Callable[[Cells], bool]


def _is_siret(cells: Cells) -> bool:
    siret = cells["COLL_SIRET"]
    return not siret or bool(_SIRET.fullmatch(siret) and is_valid(siret))


def _are_years(cells: Cells) -> bool:
    written = cells["BUDGET_ANNEE"]
    years = _YEARS.fullmatch(written)
    if years is None:
        return not written
    return years[2] is None or years[1] < years[2]


def _together(*columns: str) -> Callable[[Cells], bool]:
    """Expect that all of the columns are filled, or none."""
    return lambda cells: len({bool(cells[column]) for column in columns}) == 1


def _is_received_after(cells: Cells) -> bool:
    received, adopted = cells["PREF_DATE"], cells["DELIB_DATE"]
    if not received or not adopted:
        return True
    return date.fromisoformat(received) >= date.fromisoformat(adopted)


def _at_least(column: str, other: str) -> Callable[[Cells], bool]:
    """Expect the one number not to be smaller than the other."""

    def passes(cells: Cells) -> bool:
        found = cells[column], cells[other]
        return not all(found) or int(found[0]) >= int(found[1])

    return passes


def _adds_up(cells: Cells) -> bool:
    _in_office, cast, *parts = (cells[column] for column in VOTES)
    if not cast or not all(parts):
        return True
    return int(cast) == sum(map(int, parts))


def _is_matter(cells: Cells) -> bool:
    """Expect one of the nine themes before a stroke with no space around it."""
    theme, stroke, _matter = cells["DELIB_MATIERE_NOM"].partition("/")
    is_tight = theme == theme.rstrip() and "/ " not in cells["DELIB_MATIERE_NOM"]
    return bool(stroke) and is_tight and slug(theme) in _THEMES


CHECKS = (
    Check("french-siret-value", "COLL_SIRET", _is_siret),
    Check("year-interval-value", "BUDGET_ANNEE", _are_years),
    Check(
        "cohesive-columns-value",
        "BUDGET_ANNEE",
        _together("BUDGET_ANNEE", "BUDGET_NOM"),
    ),
    Check("cohesive-columns-value", "VOTE_EFFECTIF", _together(*VOTES)),
    Check("compare-columns-value", "PREF_DATE", _is_received_after),
    Check(
        "compare-columns-value",
        "VOTE_EFFECTIF",
        _at_least("VOTE_EFFECTIF", "VOTE_REEL"),
    ),
    *(
        Check("compare-columns-value", "VOTE_REEL", _at_least("VOTE_REEL", column))
        for column in VOTES[2:]
    ),
    Check("sum-columns-value", "VOTE_REEL", _adds_up),
    Check("nomenclature-actes-value", "DELIB_MATIERE_NOM", _is_matter),
)


def failed(cells: Cells) -> list[Check]:
    """List the checks that a row does not pass."""
    return [check for check in CHECKS if not check.passes(cells)]

"""Write deliberations of a syndicate that has its numbers, and ask for their rows.

Everybody is invented; ten delegates of the Region sit in the committee.
"""

from typing import Any

from exports.scdl import Deliberation, Scdl, cells_of, scdl
from exports.scdl_checks import failed
from tests.acts import COMMITTEE, PREFECTURE, Plain, act
from tests.committee import FOUNDERS, REGION, RULES, START, delegates, statutes
from tests.spec import given

SIREN, SIRET = "200039386", "20003938600020"
NAMES = [f"Personne {number}" for number in range(10)]
DAY = "2024-02-12"


def created(**said: Any) -> Plain:
    """Create the syndicate with its numbers, or what is said instead."""
    founders = [
        {"institution": {"id": one, "name": one, "kind": "region"}} for one in FOUNDERS
    ]
    decision = {"type": "syndicate-created", "name": "Syndicat  fictif"} | said
    numbers = {"siren": SIREN, "siret": SIRET} if not said else {}
    named = decision | numbers | {"founders": founders}
    return act(f"{PREFECTURE}/creation", named, adopted_on=START)


WORLD = (created(), statutes(START, **RULES), delegates(REGION, NAMES))


def deliberation(
    number: str, *decisions: Any, by: str = COMMITTEE, **said: Any
) -> Plain:
    """Let a body deliberate, with all that is required, or what is said otherwise."""
    fields = {"title": "Objet", "matter": "5.7", "adopted_on": DAY} | said
    kept = {name: value for name, value in fields.items() if value is not None}
    return act(f"{by}/{number}", *decisions, **kept)


def asked(*acts: Plain) -> Scdl:
    """Ask for the rows of these acts and those of the foundation."""
    return scdl(given(*WORLD, *acts).world())


def row_of(one: Plain, *others: Plain) -> Deliberation:
    """Find the row of an act of the committee."""
    number = one["act"].partition("/")[2]
    [row] = [row for row in asked(one, *others).rows if row.delib_id == number]
    assert not failed(cells_of(row))
    return row


def lacks(one: Plain, *others: Plain) -> tuple[str, ...] | None:
    """Tell what keeps an act out of the file; None where it is in it."""
    found = {left.act: left.missing for left in asked(one, *others).left_out}
    return found.get(one["act"])

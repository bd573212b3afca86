"""Whose act does an @CTES identifier stand on, by what it says itself?

`059-200030633-20210421-2021_43-DE`: the département of the prefecture, the SIREN of
whoever sent it, the day of the decision, its number, its nature. All are the act's, or
the identifier was read wrongly, or belongs to another act (specification section 5).
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.constitution import SyndicateCreated
from projections.acts.act_state import ActState
from projections.timelines.world import World

Part = Literal["siren", "department", "nature", "number"]


class Stamp(msgspec.Struct, frozen=True):
    """What an identifier says; `department` has two or three digits or letters."""

    identifier: str
    department: str
    siren: str
    day: date
    number: str
    nature: str


class Misfit(msgspec.Struct, frozen=True):
    """A part of an identifier that is not the act's: what it says, and what is so."""

    part: Part
    stamp: Stamp
    said: str
    expected: str


def stamp_of(identifier: str) -> Stamp:
    """Read a well-formed identifier; its number may hold hyphens.

    >>> stamp_of("059-200030633-20210421-10-12-20BG26-DE").number
    '10-12-20BG26'
    """
    department, siren, day, rest = identifier.split("-", 3)
    number, _, nature = rest.rpartition("-")
    decided_on = date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    plain = department.removeprefix("0")
    return Stamp(identifier, plain, siren, decided_on, number, nature)


def misfits(world: World, act: ActState) -> Iterator[Misfit]:
    """List what the identifier of an act says otherwise than what is on record of it.

    What is not on record is not held against it.
    """
    identifier = act.registered.prefecture_id
    if identifier is None:
        return
    stamp = stamp_of(identifier)
    siren = _siren_on(world, act.authority, stamp.day)
    if siren is not None and siren != stamp.siren:
        yield Misfit("siren", stamp, stamp.siren, siren)
    departments = _departments_on(world, act.authority, stamp.day)
    if departments and stamp.department not in departments:
        yield Misfit("department", stamp, stamp.department, ", ".join(departments))
    if stamp.nature != act.registered.nature:
        yield Misfit("nature", stamp, stamp.nature, act.registered.nature)
    local = act.reference.partition("/")[2]
    if _digits(local) and _digits(local) != _digits(stamp.number):
        yield Misfit("number", stamp, stamp.number, local)


def sharing(world: World) -> dict[str, list[str]]:
    """List the acts on which each identifier stands that stands on several."""
    found: dict[str, list[str]] = {}
    for act in world.known.acts.values():
        if act.registered.prefecture_id is not None:
            found.setdefault(act.registered.prefecture_id, []).append(act.reference)
    return {one: acts for one, acts in found.items() if len(acts) > 1}


def _siren_on(world: World, authority: str, day: date) -> str | None:
    """Tell the SIREN of an author on a day: an institution's, or the syndicate's."""
    kind = kind_of(authority)
    if kind is Authority.INSTITUTION:
        identity = world.identity_on(authority, day)
        return identity.siren if identity is not None else None
    if not (kind.of_syndicate or kind is Authority.COLLEGE):
        return None
    for _act, created in world.decided(SyndicateCreated):
        return created.siren or (created.siret[:9] if created.siret else None)
    return None


def _departments_on(world: World, authority: str, day: date) -> tuple[str, ...]:
    """Tell the département of an author on a day; those of the syndicate's statutes."""
    if kind_of(authority) is Authority.INSTITUTION:
        identity = world.identity_on(authority, day)
        department = identity.department if identity is not None else None
        return (department,) if department is not None else ()
    rules = world.statutes.rules_on(day)
    return tuple(one.code for one in rules.departments or ())


def _digits(number: str) -> list[int]:
    """List the numbers in a number: it is written in many ways.

    >>> _digits("2021_43") == _digits("2021-043"), _digits("sans-numero")
    (True, [])
    """
    return [int(one) for one in re.findall(r"[0-9]+", number)]

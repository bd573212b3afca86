"""Which article says it, in the version in force on that day?"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

import msgspec

from ledger.events.constitution import StatutesAdopted
from ledger.statutes import Rules
from projections.acts.act_state import ActState
from projections.acts.statutes import Version
from projections.naming.articles import article_for, cite
from projections.naming.names import name_on
from projections.reason import (
    Competence,
    Institution,
    Named,
    Person,
    Reason,
    Rule,
    Step,
    Value,
)
from projections.timelines.world import World

T = TypeVar("T")


def step(world: World, rule: Rule, on: date, /, **values: Value) -> Step:
    """Make a step of a rule as it stood on a day."""
    return step_about(world, rule, (on, None), **values)


def step_about(
    world: World, rule: Rule, when: tuple[date, str | None], /, **values: Value
) -> Step:
    """Make a step of a rule as it stood on a day for a competence, where it has one."""
    on, competence = when
    version = world.statutes.on(on)
    carried = carried_from(world, version) if version else None
    found = None
    if rule.clause is not None:
        asked = (competence,) if competence is not None else ()
        found = cite(world, rule.clause, on, *asked)
        if found.text == "statutes":
            carried = found.set_by
    return Step(
        article=found.article if found is not None else rule.article,
        text=found.text if found is not None else rule.law,
        statutes=version.version if version else None,
        carried_from=carried,
        says=rule.code,
        sentence=rule.sentence,
        values=values,
        conditions=(found.set_by or found.version)
        if found is not None and found.text == "conditions"
        else None,
    )


def cited(
    world: World, reasons: Iterable[Reason], at: date, competence: str | None = None
) -> Iterator[Step]:
    """Make the steps of reasons, as seen on a day: what is known by id is named.

    Where they are about a competence, its conditions are cited.
    """
    for one in reasons:
        day = one.on or at
        values = {name: _named(world, value, day) for name, value in one.values}
        yield step_about(world, one.rule, (day, competence), **values)


def cited_of(
    world: World, act: ActState, reasons: Iterable[Reason], at: date
) -> Iterator[Step]:
    """Make the steps of reasons about an act: its author is under an article.

    What depends on the day is said as of the act's own: of its force, else its
    adoption, else the day asked.
    """
    day = world.executory[act.reference].on or act.adopted_on or at
    article = article_for(world, act, day)
    for one in cited(world, reasons, day):
        is_by_author = one.text is not None and one.article is None
        yield msgspec.structs.replace(one, article=article) if is_by_author else one


def _named(world: World, value: Value | Named, day: date) -> Value:
    match value:
        case Institution(id=id_, on=on):
            return name_on(world, id_, on or day)
        case Person(id=id_):
            return world.persons.get(id_, id_)
        case Competence(id=id_):
            return competence_label(world, id_, day)
        case tuple():
            return tuple(str(_named(world, one, day)) for one in value)
        case _:
            return value


def carried_from(world: World, version: Version) -> str | None:
    """Tell whose rules a version carries over, where its own text is not on record."""
    in_force = world.on(version.since).statutes.versions
    earlier = [one for one in in_force if one.since <= version.since]
    silent = None
    for one in reversed(earlier):
        if _has_text(world, one):
            return one.version if silent else None
        silent = one
    return None


def competence_label(world: World, competence: str, day: date) -> str:
    """Name a competence as the statutes of a day do; by its id where they do not."""
    for one in world.statutes.rules_on(day).competences or ():
        if one.id == competence:
            return f"{one.article} {one.label}"
    return competence


def once(*acts: T) -> tuple[T, ...]:
    """List acts, or what else there is, each once, in their order."""
    return tuple(dict.fromkeys(acts))


def _has_text(world: World, version: Version) -> bool:
    act = world.known.acts[version.act]
    return any(
        isinstance(taken.decision, StatutesAdopted)
        and taken.decision.version == version.version
        and taken.decision.rules not in (None, Rules())
        for taken in act.proposed
    )

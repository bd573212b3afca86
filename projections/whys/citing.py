"""Which article says it, in the version in force on that day?"""

from datetime import date
from typing import TypeVar

from ledger.events.constitution import StatutesAdopted
from ledger.statutes import Rules
from projections.conditions import LATEST, NUMBERS, conditions_on, number_of
from projections.statutes import Version
from projections.whys.explanation import Rule, Step, Value
from projections.world import World

T = TypeVar("T")
_CLAUSES = {str(number): clause for clause, number in NUMBERS[LATEST].items()}
"""What our articles of the conditions are about: they are numbered as in the latest."""


def step(world: World, rule: Rule, on: date, /, **values: Value) -> Step:
    """Make a step of a rule as it stood on a day."""
    return step_about(world, rule, (on, None), **values)


def step_about(
    world: World, rule: Rule, when: tuple[date, str | None], /, **values: Value
) -> Step:
    """Make a step of a rule as it stood on a day for a competence, where it has one."""
    on, competence = when
    version = world.statutes.on(on)
    article, conditions = rule.article, None
    if rule.text == "conditions" and article is not None:
        asked = (competence,) if competence is not None else ()
        in_force = conditions_on(world, on, *asked)
        conditions = in_force.version if in_force else None
        number = number_of(_CLAUSES[article], conditions)
        if number is None:  # that version has no such clause: the latest is extended
            conditions = LATEST
        article = str(number) if number is not None else article
    return Step(
        article=article,
        text=rule.text,
        statutes=version.version if version else None,
        carried_from=carried_from(world, version) if version else None,
        says=rule.code,
        sentence=rule.sentence,
        values=values,
        conditions=conditions,
    )


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


def rules_on(world: World, day: date) -> Rules:
    """Tell the rules of a day; empty ones where no statutes are on record."""
    version = world.statutes.on(day)
    return version.rules if version else Rules()


def competence_label(world: World, competence: str, day: date) -> str:
    """Name a competence as the statutes of a day do; by its id where they do not."""
    for one in rules_on(world, day).competences or ():
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

"""Which article says it, in the version in force on that day?"""

from datetime import date

from ledger.events.constitution import ConditionsAdopted, StatutesAdopted
from ledger.statutes import Rules
from projections.periods import day_before
from projections.statutes import Version
from projections.whys.explanation import Rule, Step, Value
from projections.world import World

OTHER_NUMBERS = {"2019-12": {"4": "5", "5": "6"}}
"""Versions of the conditions that number our articles differently."""


def step(world: World, rule: Rule, on: date, /, **values: Value) -> Step:
    """Make a step of a rule as it stood on a day."""
    version = world.statutes.on(on)
    article = rule.article
    if rule.text == "conditions" and article is not None:
        numbers = OTHER_NUMBERS.get(conditions_on(world, on) or "", {})
        article = numbers.get(article, article)
    return Step(
        article=article,
        text=rule.text,
        statutes=version.version if version else None,
        carried_from=carried_from(world, version) if version else None,
        says=rule.code,
        sentence=rule.sentence,
        values=values,
    )


def carried_from(world: World, version: Version) -> str | None:
    """Tell whose rules a version carries over, where its own text is not on record."""
    earlier = [one for one in world.statutes.versions if one.since <= version.since]
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


def conditions_on(world: World, day: date) -> str | None:
    """Tell the version of the conditions in force on a day; None before the first."""
    found = [
        (since, act.position, decision.version)
        for act, decision in world.decisions.get(ConditionsAdopted, [])
        if isinstance(decision, ConditionsAdopted)
        and (since := world.executory[act.reference].on) is not None
        and since <= day
    ]
    return max(found)[2] if found else None


def competence_label(world: World, competence: str, day: date) -> str:
    """Name a competence as the statutes of a day do; by its id where they do not."""
    for one in rules_on(world, day).competences or ():
        if one.id == competence:
            return f"{one.article} {one.label}"
    return competence


def last_included(until: date) -> date:
    """Tell the last day of a time, as people are shown it."""
    return day_before(until)


def once(*acts: str) -> tuple[str, ...]:
    """List acts, each once, in their order."""
    return tuple(dict.fromkeys(acts))


def _has_text(world: World, version: Version) -> bool:
    act = world.known.acts[version.act]
    return any(
        isinstance(taken.decision, StatutesAdopted)
        and taken.decision.version == version.version
        and taken.decision.rules not in (None, Rules())
        for taken in act.proposed
    )

"""Ask why and when, of a history told in Python: short words for what is asked."""

from datetime import date
from typing import Any

import msgspec

from projections.whys.changes import Change, history
from projections.whys.changes import History as Changes
from projections.whys.explain import explain
from projections.whys.explanation import Explanation
from projections.whys.questions import question_of
from projections.world import World
from tests.history import History


def why(told: History | World, asked: str, on: str) -> Explanation:
    """Explain an answer on a day: `why(given(…), "member avelin", "2024-06-30")`."""
    world = told.world() if isinstance(told, History) else told
    kind, *words = asked.split()
    return explain(
        world, question_of(world, kind, tuple(words)), date.fromisoformat(on)
    )


def changes(told: History | World, asked: str) -> Changes:
    """List the change points of an answer."""
    world = told.world() if isinstance(told, History) else told
    kind, *words = asked.split()
    return history(world, question_of(world, kind, tuple(words)))


def answers(told: History | World, asked: str) -> list[tuple[str, str, str]]:
    """List the change points of an answer, as from when it is what."""
    return [
        (str(one.from_ or "ever"), one.answer, one.says)
        for one in changes(told, asked).changes
    ]


def says(found: Explanation) -> list[str]:
    """List the codes of the steps, in their order."""
    return [step.says for step in found.steps]


def cited(found: Explanation, code: str) -> list[str]:
    """List `text article, version` of the steps of a code."""
    return [
        f"{step.text} {step.article}, {step.statutes}"
        for step in found.steps
        if step.says == code
    ]


def lacks(found: Explanation) -> list[str]:
    """List what is missing, as `fact from whom`."""
    return [f"{one.fact} from {one.from_}" for one in found.missing]


def acts_cited(found: Explanation) -> set[str]:
    """Collect the acts that the steps name."""
    named: set[str] = set()
    for step in found.steps:
        for name in ("act", "acts", "ruling", "rulings", "reference"):
            value = step.values.get(name)
            if isinstance(value, str):
                named.add(value)
            elif isinstance(value, tuple):
                named |= set(value)
    return named


def value(found: Explanation | Change) -> Any:
    """Give what is so, as scripts read it."""
    return msgspec.to_builtins(found.value)

"""Say the sentences of an explanation: its templates, filled in the language spoken."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from ledger.language import N_
from ledger.language import translate as _
from ledger.votes import QUESTIONS
from presentation import words
from projections.naming.colleges import colleges_of
from projections.periods import day_before
from projections.reason import Said, Step, Value
from projections.timelines.world import World
from projections.whys.changes import Change, History
from projections.whys.explanation import Explanation

_MODES = {
    "web": N_("on the web"),
    "posting": N_("by posting"),
    "paper": N_("on paper"),
    "notification": N_("by notification"),
    "unknown": N_("mode unknown"),
}
_REASONS = {
    "resignation": N_("resignation"),
    "death": N_("death"),
    "loss-of-mandate": N_("loss of mandate"),
    "dismissal": N_("dismissal"),
}
_SIDES = {
    "for": N_("for"),
    "against": N_("against"),
    "abstention": N_("abstaining"),
    "absent": N_("absent"),
}
_BUDGET = {
    "operating": N_("operating costs"),
    "participation": N_("participation"),
    "studies": N_("studies"),
}
_LISTS: dict[str, Mapping[Any, str]] = {
    "mode": _MODES,
    "reason": _REASONS,
    "side": _SIDES,
    "question": QUESTIONS,
    "line": _BUDGET,
}
_AMOUNTS = ("amount", "total", "called", "paid", "owing")
_SAID: dict[str, Callable[[Any], str]] = {
    "price": words.number,
    "quantity": words.quantity,
    "population": words.quantity,
    "limit": words.quantity,
    "procedures": lambda kinds: ", ".join(map(words.procedure, kinds)),
    **dict.fromkeys(_AMOUNTS, words.euros),
}
_ACTS = ("act", "ruling", "acts", "rulings")


def sentence(said: Said | Step | Explanation | Change, world: World) -> str:
    """Say one sentence, with its values as people read them."""
    shown = {name: _shown(name, value, world) for name, value in said.values.items()}
    return _(said.sentence).format(**shown)


def spoken(answer: Explanation, world: World) -> Explanation:
    """Fill in every sentence of an explanation."""
    steps = tuple(
        msgspec.structs.replace(one, sentence=sentence(one, world))
        for one in answer.steps
    )
    switches = tuple(
        msgspec.structs.replace(one, reading=_(one.reading)) for one in answer.switches
    )
    return msgspec.structs.replace(
        answer, sentence=sentence(answer, world), steps=steps, switches=switches
    )


def spoken_history(answer: History, world: World) -> History:
    """Fill in every sentence of a history."""
    changes = tuple(
        msgspec.structs.replace(one, sentence=sentence(one, world))
        for one in answer.changes
    )
    return msgspec.structs.replace(answer, changes=changes)


def act(reference: str, world: World) -> str:
    """Name an act with the day it was adopted."""
    known = world.known.acts.get(reference)
    if known is None or known.adopted_on is None:
        return reference
    return _("{act} of {day}").format(act=reference, day=words.day(known.adopted_on))


def _shown(name: str, value: Value, world: World) -> str:
    if value is None:
        return ""
    if name == "body":
        value = words.body(str(value), colleges_of(world))
    if name in _ACTS:
        cited = (value,) if isinstance(value, str) else value
        assert isinstance(cited, tuple), "acts are named by their references"
        return ", ".join(act(one, world) for one in cited)
    if isinstance(value, date):
        return words.day(day_before(value) if name == "until" else value)
    if name in _LISTS and value in _LISTS[name]:
        return _(_LISTS[name][str(value)])
    if name in _SAID:
        return _SAID[name](value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)

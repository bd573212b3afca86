"""Decode plain values into acts; where that fails, list every mistake."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ledger.acts.act import Act
from ledger.acts.amounts import amounts_are_digits
from ledger.acts.checking import mistakes
from ledger.acts.problems import (
    Found,
    Keys,
    MissingFieldError,
    UnexpectedValueError,
    UnknownFieldError,
    UnknownTypeError,
)
from ledger.events.catalogue import DECISIONS, Decision
from ledger.events.event import stored_name_of
from ledger.events.registration import ActRegistered
from ledger.language import translate as _
from ledger.votes import ReportedVote

ACT_FIELDS = (*ActRegistered.__struct_fields__, "vote", "decisions")
_STORED_NAMES = {name: stored_name_of(cls) for name, cls in DECISIONS.items()}


class WrongActError(Exception):
    """An act that does not fit the catalogue, with every mistake found in it."""

    def __init__(self, found: list[Found]) -> None:
        """Keep the mistakes; their keys begin inside the act."""
        super().__init__(found)
        self.found = found


def decode_act(raw: Any) -> Act:
    """Decode one act.

    Raises:
        WrongActError: with every mistake in it.
    """
    try:
        fields = {key: raw[key] for key in raw if key not in {"vote", "decisions"}}
        if "type" in fields:
            _refuse(raw)
        vote = raw.get("vote")
        return Act(
            registered=msgspec.convert(fields, ActRegistered, strict=False),
            vote=None if vote is None else _decode_vote(vote),
            decisions=tuple(map(_decode_decision, raw["decisions"])),
        )
    except (msgspec.ValidationError, TypeError, KeyError, AttributeError):
        _refuse(raw)
        raise


def _decode_vote(vote: Any) -> ReportedVote:
    return msgspec.convert(vote, ReportedVote, strict=False)  # type: ignore[no-any-return]


def _decode_decision(raw: dict[str, Any]) -> Decision:
    if not amounts_are_digits(raw, DECISIONS[raw["type"]]):
        raise msgspec.ValidationError
    # The type's own class is a hundred times quicker to convert to than the union.
    tagged = {**raw, "type": _STORED_NAMES[raw["type"]]}
    return msgspec.convert(tagged, DECISIONS[raw["type"]], strict=False)


def _refuse(raw: Any) -> None:
    """Raise with every mistake in an act, if there is one."""
    found = list(_act_mistakes(raw))
    if found:
        raise WrongActError(found)


def _act_mistakes(raw: Any) -> Iterator[Found]:
    if not isinstance(raw, dict):
        yield Found((), UnexpectedValueError(found=raw, expected=_("«act:»")))
        return
    owner = str(raw.get("act", "act"))
    known = [*ACT_FIELDS]
    for name in raw:
        if name not in known:
            yield Found((name,), UnknownFieldError(name=name, known=known, owner=owner))
    fields = {
        name: raw[name] for name in raw if name in ActRegistered.__struct_fields__
    }
    yield from mistakes(fields, ActRegistered, (), owner)
    if raw.get("vote") is not None:
        yield from mistakes(raw["vote"], ReportedVote, ("vote",))
    if "decisions" not in raw:
        yield Found((), MissingFieldError(name="decisions", owner=owner))
    elif not isinstance(raw["decisions"], list):
        expected = _("a list of decisions, which may be empty: []")
        wrong = UnexpectedValueError(found=raw["decisions"], expected=expected)
        yield Found(("decisions",), wrong)
    else:
        for number, decision in enumerate(raw["decisions"]):
            yield from _decision_mistakes(decision, ("decisions", number))


def _decision_mistakes(raw: Any, keys: Keys) -> Iterator[Found]:
    if not isinstance(raw, dict):
        yield Found(keys, UnexpectedValueError(found=raw, expected=_("«type:»")))
        return
    name = raw.get("type")
    if name is None:
        yield Found(keys, MissingFieldError(name="type", owner=_("a decision")))
    elif not isinstance(name, str) or name not in DECISIONS:
        unknown = UnknownTypeError(name=str(name), known=list(DECISIONS))
        yield Found((*keys, "type"), unknown)
    else:
        fields = {key: value for key, value in raw.items() if key != "type"}
        yield from mistakes(fields, DECISIONS[name], keys, name)

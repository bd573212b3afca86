"""Read an act or a decision again with some of its fields set anew."""

from collections.abc import Iterator
from copy import copy
from typing import Any, TypeVar

import msgspec

from ledger.acts.checking import mistakes
from ledger.acts.problems import Found, Keys, UnknownFieldError
from ledger.acts.shapes import hints_of
from ledger.events.event import Event, name_of
from ledger.events.registration import ActRegistered
from ledger.votes import ReportedVote

E = TypeVar("E", bound=Event)

FIXED = ("act", "edition")
"""What an act is known by, and the rules it was judged by, are never rectified."""


def with_fields(event: E, fields: dict[str, Any]) -> E:
    """Copy an event with some fields set, without judging whether they fit together.

    What was recorded was judged then; who reads it must never stumble over it.
    """
    changed = copy(event)
    for name, value in fields.items():
        msgspec.structs.force_setattr(changed, name, value)
    return changed


def rectified(event: E, fields: dict[str, Any]) -> E:
    """Set some fields of an event anew; a field set to nothing has its default."""
    hints = hints_of(type(event))
    own = {one.encode_name: one for one in msgspec.structs.fields(type(event))}
    values = {
        own[name].name: own[name].default
        if value is None
        else msgspec.convert(value, hints[name], strict=False)
        for name, value in fields.items()
    }
    return with_fields(event, values)


def rectified_vote(vote: Any) -> ReportedVote | None:
    """Read a vote set anew."""
    return None if vote is None else msgspec.convert(vote, ReportedVote, strict=False)


def rectification_mistakes(
    event: Event, fields: dict[str, Any], keys: Keys
) -> Iterator[Found]:
    """Find what is wrong in fields to be set: names, values, and what they make."""
    hints = hints_of(type(event))
    own = dict(fields)
    if isinstance(event, ActRegistered) and "vote" in own:
        vote = own.pop("vote")
        if vote is not None:
            yield from mistakes(vote, ReportedVote, (*keys, "vote"))
    known = [name for name in hints if name not in FIXED]
    inner: list[Found] = []
    for name, value in own.items():
        if name not in known:
            unknown = UnknownFieldError(name=name, known=known, owner=name_of(event))
            inner.append(Found((*keys, name), unknown))
        elif value is not None:
            inner += mistakes(value, hints[name], (*keys, name))
    yield from inner
    if not inner:
        plain = msgspec.to_builtins(event, builtin_types=()) | own
        kept = {name: one for name, one in plain.items() if one is not None}
        del kept["type"]
        yield from mistakes(kept, type(event), keys)

"""What was recorded, act by act, as an acts file holds it: entries, never merged.

What was rectified or learned later stays an act of its own, so that the file, recorded
into an empty ledger, gives the same entries at the same positions. Each act says under
which edition of the rules it was recorded: rules that came later refuse none of them.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from ledger.acts.fields import Document
from ledger.acts.writing import tagged, written_act
from ledger.events.afterwards import ActRectified, EvidenceAttached
from ledger.events.event import name_of
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.mapper import Entry, plain


class RecordedAct(msgspec.Struct, frozen=True):
    """An act as its entries tell it, and the documents it names."""

    fields: dict[str, Any]
    documents: tuple[Document, ...] = ()


def recorded_acts(entries: Iterable[Entry]) -> Iterator[RecordedAct]:
    """Put the entries of each act together again, in order of position."""
    for _reference, of_act in groupby(entries, key=lambda entry: entry.act):
        fields: dict[str, Any] = {}
        decisions: list[dict[str, Any]] = []
        documents: list[Document] = []
        for entry in of_act:
            match entry.event:
                case ActRegistered() as registered:
                    fields |= plain(registered)
                    fields["edition"] = registered.recorded_under
                    documents += _kept(registered.documents)
                case CommitteeVoteCast() | AssemblyVoteCast() as cast:
                    fields |= plain(cast)
                case decision:
                    decisions.append({"type": name_of(decision)} | plain(decision))
                    if isinstance(decision, EvidenceAttached):
                        documents += _kept((decision.document,))
        yield RecordedAct(fields | {"decisions": decisions}, tuple(documents))


def as_yaml(acts: Iterable[RecordedAct]) -> Iterator[str]:
    """Write the acts as YAML, one after the other."""
    empty = True
    for act in acts:
        yield (
            written_act(_exact(act.fields))
            if empty
            else ("\n" + written_act(_exact(act.fields)))
        )
        empty = False
    if empty:
        yield "[]\n"


def as_json(acts: Iterable[RecordedAct]) -> Iterator[str]:
    """Write the acts as a list in JSON, one after the other."""
    yield "["
    for count, act in enumerate(acts):
        text = msgspec.json.format(msgspec.json.encode(act.fields)).decode()
        yield f"{',' if count else ''}\n{text}"
    yield "\n]\n"


def _kept(documents: Iterable[str | Document]) -> Iterator[Document]:
    return (one for one in documents if isinstance(one, Document))


def _exact(fields: dict[str, Any]) -> dict[str, Any]:
    """Mark what a rectification sets and is no text: nothing there tells its type."""
    rectifies = name_of(ActRectified)
    decisions = [
        decision | {"set": tagged(decision["set"])}
        if decision["type"] == rectifies
        else decision
        for decision in fields["decisions"]
    ]
    return fields | {"decisions": decisions}

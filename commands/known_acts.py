"""What must be known of an act to judge others that speak of it."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

import msgspec
from eventsourcing.dcb.api import DCBEvent

from ledger.events.afterwards import ActPublished, ActTransmitted
from ledger.events.catalogue import Decision, StoredEvent
from ledger.events.event import stored_name_of
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.storage.entry import StoredEntry

_REGISTERED = stored_name_of(ActRegistered)
_EDITION = re.compile(rb',"edition":\d+(?=[,}])')
"""The field as it is stored: within a text, quotation marks have a backslash."""


class KnownAct(msgspec.Struct):
    """An act as recorded, with the dates that were learned of it.

    `struck` are the numbers of the decisions that were recorded by mistake.
    """

    fingerprint: bytes
    registered: ActRegistered
    decisions: tuple[Decision, ...]
    adopted_on: date | None
    later_dates: tuple[tuple[str, date], ...]
    struck: frozenset[int] = frozenset()


def known_act(events: Sequence[StoredEvent], summed: bytes) -> KnownAct:
    """Keep an act, given what it put into the ledger."""
    registered = cast("ActRegistered", events[0])
    dates = [
        (field, day)
        for field in ("sent_on", "received_on", "executory_on")
        if (day := getattr(registered, field)) is not None
    ]
    dates += [("published", made.on) for made in registered.published if made.on]
    decisions = tuple(
        event
        for event in events
        if not isinstance(event, ActRegistered | CommitteeVoteCast | AssemblyVoteCast)
    )
    return KnownAct(summed, registered, decisions, registered.adopted_on, tuple(dates))


def dates_learned(
    event: ActTransmitted | ActPublished,
) -> tuple[tuple[str, date], ...]:
    """List the dates an entry teaches, with the fields that hold them."""
    fields = ("sent_on", "received_on", "on")
    return tuple(
        (field, day)
        for field in fields
        if (day := getattr(event, field, None)) is not None
    )


def fingerprint(stored: Iterable[DCBEvent | StoredEntry]) -> bytes:
    """Sum up an act's entries: the same content gives the same sum.

    Under which edition of the rules it was recorded is no content of an act.
    """
    digest = hashlib.sha256()
    for event in stored:
        data = event.data if isinstance(event.data, bytes) else event.data.encode()
        if event.type == _REGISTERED:
            data = _EDITION.sub(b"", data, count=1)
        digest.update(msgspec.json.encode([event.type, data.decode()]))
    return digest.digest()

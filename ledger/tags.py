"""The tags an entry is found by: its act, and whom and what it concerns.

The act's tag comes first in every entry. Tags are written into the entry and stand
there for ever; conditions and look-ups are queries over them (specification 14).
"""

from collections.abc import Callable
from typing import Any

from ledger.authorities import Authority, authority_of, kind_of
from ledger.events.catalogue import StoredEvent
from ledger.events.constitution import SyndicateCreated
from ledger.events.membership import (
    AdhesionRequested,
    AssociateAdmitted,
    CompetenceSubstituted,
    InstitutionKnown,
    MembersMerged,
)
from ledger.institutions import PersonName, person_id

ACT = "act:"
"""How the tag of an act begins."""


def act_tag(reference: str) -> str:
    """Tag everything one act put into the ledger."""
    return f"{ACT}{reference}"


def member_tag(member: str) -> str:
    """Tag what concerns an institution."""
    return f"member:{member}"


def person_tag(person: PersonName) -> str:
    """Tag what concerns a person."""
    return f"person:{person_id(person)}"


def target_tag(reference: str) -> str:
    """Tag what a later entry says of an earlier act."""
    return f"target:{reference}"


def session_tag(session: str) -> str:
    """Tag what concerns a session."""
    return f"session:{session}"


_TAGGED_FIELDS: dict[str, Callable[[Any], str]] = {
    "target": target_tag,
    "session": session_tag,
    "person": person_tag,
    "replaces": person_tag,
    "payer": member_tag,
}
"""A field's name means one thing throughout the catalogue, so it tells its tag."""


def institution_of(reference: str) -> str | None:
    """Tell the institution that adopted an act; None where it was another authority."""
    authority = authority_of(reference)
    return authority if kind_of(authority) is Authority.INSTITUTION else None


def member_of(event: StoredEvent, reference: str) -> str | None:
    """Tell the institution an event concerns: the member it names, else its author."""
    match event:
        case AdhesionRequested():
            return event.applicant.id or institution_of(reference)
        case AssociateAdmitted() | InstitutionKnown():
            return event.institution.id
        case MembersMerged() | CompetenceSubstituted():
            return event.into.id
        case _:
            return getattr(event, "member", None) or institution_of(reference)


def tags_of(event: StoredEvent, reference: str) -> list[str]:
    """List an entry's tags, the act's first, each once."""
    tags = [act_tag(reference)]
    concerned = member_of(event, reference)
    if concerned is not None:
        tags.append(member_tag(concerned))
    match event:
        case SyndicateCreated():
            founders = [founder.institution.id for founder in event.founders]
            tags += [member_tag(founder) for founder in founders if founder]
        case MembersMerged() | CompetenceSubstituted():
            tags += [member_tag(member) for member in event.members]
        case _:
            tags += [
                tag(value)
                for field, tag in _TAGGED_FIELDS.items()
                if (value := getattr(event, field, None)) is not None
            ]
    return list(dict.fromkeys(tags))

"""Who was elected to what, by the decisions of an act?"""

from collections.abc import Iterator

import msgspec

from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.institutions import person_id
from projections.acts.act_state import ActState
from projections.session_papers.frame import Papers


class Elected(msgspec.Struct, frozen=True):
    """A person elected to an office; to a college's seat in the committee if None."""

    person: str
    name: str
    office: str | None


def elected_by(papers: Papers, act: ActState) -> Iterator[Elected]:
    """List whom an act elects, as it was adopted; nobody where it was rejected."""
    for taken in act.proposed if act.is_adopted else ():
        match taken.decision:
            case OfficerElected(person=person, office=office):
                one = papers.named(person_id(person))
                yield Elected(one.person, one.name, office)
            case RepresentativeElected(person=person):
                one = papers.named(person_id(person))
                yield Elected(one.person, one.name, None)
            case _:
                pass

"""Who was elected to what, by the decisions of an act?"""

from collections.abc import Iterable, Iterator

import msgspec

from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.institutions import person_id
from projections.acts.act_state import DecisionState
from projections.session_papers.frame import Papers


class Elected(msgspec.Struct, frozen=True):
    """A person elected to an office; to a college's seat in the committee if None."""

    person: str
    name: str
    office: str | None


def elected_by(papers: Papers, carried: Iterable[DecisionState]) -> Iterator[Elected]:
    """List whom the decisions elect that a vote carried."""
    for taken in carried:
        match taken.decision:
            case OfficerElected(person=person, office=office):
                one = papers.named(person_id(person))
                yield Elected(one.person, one.name, office)
            case RepresentativeElected(person=person):
                one = papers.named(person_id(person))
                yield Elected(one.person, one.name, None)
            case _:
                pass

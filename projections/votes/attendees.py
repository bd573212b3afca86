"""Whom does an attendance mean by a name?

Who is on record for a seat is meant also with a civility, in capitals, without accents,
or surname first, where nobody else fits; what is stored stays as it was written.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.institutions import Person, PersonName, person_id, person_name
from ledger.names import slug
from projections.acts.act_state import RecordAsOf

CIVILITIES = frozenset(("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"))

Words: TypeAlias = tuple[str, ...]


class Attendees(msgspec.Struct, frozen=True):
    """Everybody who was ever on record for a seat: the names, by id."""

    names: dict[str, str]

    def meant(self, person: PersonName) -> str:
        """Tell the id of who is meant; the slug of the name, where nobody is.

        >>> found = Attendees({"odile-ritournel": "Odile Ritournel"})
        >>> found.meant("Mme RITOURNEL Odile"), found.meant("Odile Ritourne")
        ('odile-ritournel', 'odile-ritourne')
        """
        written = person_id(person)
        if written in self.names or isinstance(person, Person):
            return written
        words = _words(written)
        for fits in (_words, lambda one: _words(slug(self.names[one]))):
            found = self._fitting(words, fits)
            if len(found) == 1:
                return found[0]
        return written

    def _fitting(self, words: Words, of: Callable[[str], Words]) -> list[str]:
        return [one for one in self.names if of(one) == words] if words else []


def attendees(known: RecordAsOf) -> Attendees:
    """List who was ever on record for a seat, whatever became of that since."""
    names: dict[str, str] = {}
    for act in known.acts.values():
        for taken in act.proposed:
            for person in _seated(taken.decision):
                one = person_id(person)
                names[one] = person_name(person) or names.get(one, one)
    return Attendees(names)


def _seated(decision: object) -> Iterable[PersonName]:
    match decision:
        case (
            DelegateDesignated(person=person, replaces=other)
            | RepresentativeElected(person=person, replaces=other)
            | OfficerElected(person=person, replaces=other)
        ):
            return (person,) if other is None else (person, other)
        case SeatVacated(person=person):
            return (person,)
        case _:
            return ()


def _words(written: str) -> Words:
    """Sort the words of a name, without a civility before them."""
    first, *rest = written.split("-")
    return tuple(sorted(rest if first in CIVILITIES else [first, *rest]))

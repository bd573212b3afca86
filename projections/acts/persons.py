"""What is a person called? The name last written in full, else the id."""

from collections.abc import Iterator

from ledger.events.catalogue import Decision
from ledger.institutions import Person, person_id, person_name
from projections.acts.act_state import RecordAsOf

_FIELDS = ("person", "replaces", "presided_by")


def person_names(known: RecordAsOf) -> dict[str, str]:
    """Tell the name of every person the decisions speak of, by id."""
    names: dict[str, str] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            for person in _named(taken.decision):
                name = person_name(person)
                if name is not None:
                    names[person_id(person)] = name
                names.setdefault(person_id(person), person_id(person))
    return names


def _named(decision: Decision) -> Iterator[str | Person]:
    for field in _FIELDS:
        person = getattr(decision, field, None)
        if isinstance(person, str | Person):
            yield person

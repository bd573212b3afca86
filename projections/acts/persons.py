"""What is a person called? The name last written in full, else the id."""

from collections.abc import Iterator

from ledger.events.catalogue import Decision
from ledger.institutions import Person, person_id, person_name
from projections.acts.act_state import ActState, RecordAsOf

_FIELDS = ("person", "replaces", "presided_by")


def person_names(known: RecordAsOf) -> dict[str, str]:
    """Tell the name of every person the decisions speak of, by id.

    A name that stood only in what was recorded by mistake is kept.
    """
    names: dict[str, str] = {}
    for act in known.acts.values():
        for id_, name in _names(act):
            if name is not None:
                names[id_] = name
            names.setdefault(id_, id_)
    for one in known.mistaken:
        for id_, name in _names(one.act):
            if name is not None and names.get(id_) == id_:
                names[id_] = name
    return names


def _names(act: ActState) -> Iterator[tuple[str, str | None]]:
    """List the persons an act names, by id, each with the name it writes in full."""
    for taken in act.decisions:
        for person in _named(taken.decision):
            yield person_id(person), person_name(person)


def _named(decision: Decision) -> Iterator[str | Person]:
    for field in _FIELDS:
        person = getattr(decision, field, None)
        if isinstance(person, str | Person):
            yield person

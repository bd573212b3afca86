"""Whom does a sheet of those present name?"""

from collections.abc import Mapping

from ledger.acts.presence import ReadPresence, UnknownAttendeeError
from ledger.acts.problems import Found
from ledger.institutions import Person, PersonName, person_id
from ledger.names import slug
from projections.votes.electorate import Electorate
from projections.votes.proxies import Sheet
from projections.world import World


def sheet_of(read: ReadPresence, opened: World, found: Electorate) -> Sheet:
    """Find the persons a sheet names, members in office first.

    Raises:
        ProblemsError: the ledger knows nobody of that name; the nearest are offered.
    """
    called = {one: opened.persons.get(one, one) for one in found.in_office}
    wrong = [
        Found(keys, _unknown(person, called))
        for keys, person in read.persons()
        if _identify(person, called, opened) is None
    ]
    read.complain(wrong)

    def known(person: PersonName) -> str:
        return _identify(person, called, opened) or person_id(person)

    said = read.said
    return Sheet(
        present=tuple(dict.fromkeys(map(known, said.present))),
        proxies=tuple(
            (known(giver), known(holder)) for giver, holder in said.proxies.items()
        ),
        recused=tuple(dict.fromkeys(map(known, said.recused))),
    )


def _identify(
    person: PersonName, called: Mapping[str, str], opened: World
) -> str | None:
    """Find a person by id; else by a name that one member in office alone bears."""
    written = person_id(person)
    if written in called:
        return written
    if not isinstance(person, Person):
        same = [one for one, name in called.items() if slug(name) == written]
        if len(same) == 1:
            return same[0]
    return written if written in opened.persons else None


def _unknown(person: PersonName, called: Mapping[str, str]) -> UnknownAttendeeError:
    """Offer names where a name was written, ids where an id was."""
    name = person.name if isinstance(person, Person) else person
    is_id = name == slug(name)
    return UnknownAttendeeError(
        name=name, known=[*(called if is_id else called.values())]
    )

"""Which session is meant? One not found is answered with the nearest."""

from collections.abc import Iterable

from ledger.errors import LedgerError, UnknownNameError
from ledger.language import N_
from ledger.names import nearest
from projections.votes.sessions import Session, Sessions
from projections.world import World

OFFERED = 5
"""So many sessions are offered for one that is none."""


class UnknownSessionError(UnknownNameError):
    """No session has that reference; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is no session the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is no session the ledger knows. Nothing is like it")


class UnconvenedSessionError(LedgerError):
    """Acts name the session, and none on record convenes it."""

    sentence = N_(
        "{acts} name the session {name}, which no act on record convenes. Record its "
        "notice with session-convened"
    )


def session_named(world: World, sessions: Sessions, reference: str) -> Session:
    """Find a session by its reference, as acts write it.

    Raises:
        UnknownSessionError: there is none.
        UnconvenedSessionError: acts name it, and none convenes it.
    """
    found = sessions.of(reference)
    if found is not None:
        return found
    naming = [
        act.reference
        for act in world.known.acts.values()
        if act.registered.session == reference
    ]
    if naming:
        shown = ", ".join(naming[:OFFERED])
        raise UnconvenedSessionError(name=reference, acts=shown)
    near = list(_near(reference, sessions.by_reference))
    raise UnknownSessionError(name=reference, known=near[:OFFERED])


def _near(reference: str, known: Iterable[str]) -> dict[str, None]:
    """List the sessions that begin so, are of that name, or are written much alike."""
    name = reference.rpartition("/")[2]
    by_name: dict[str, list[str]] = {}
    for one in known:
        by_name.setdefault(one.partition("/")[2], []).append(one)
    alike = nearest(name, by_name, most=OFFERED)
    return dict.fromkeys(
        [
            *(one for one in known if one.startswith(reference)),
            *by_name.get(name, ()),
            *(
                one
                for each, all_ in by_name.items()
                if each.startswith(name)
                for one in all_
            ),
            *nearest(reference, known, most=OFFERED),
            *(one for each in alike for one in by_name[each]),
        ]
    )

"""Since when is an act in force, and if that cannot be established, what is missing?"""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from ledger.acts.fields import Publication
from ledger.authorities import Authority, kind_of
from ledger.events.registration import ActRegistered
from projections.members.identity import Identity
from projections.missing import Missing

ELECTRONIC_SINCE = date(2022, 7, 1)
"""Publicity is electronic from then on (ordonnance 2021-1310, art. 6)."""

SMALL_COMMUNE_BELOW = 3_500
"""Inhabitants below which a commune chooses its publicity (CGCT L.2131-1, IV)."""


class Executory(msgspec.Struct, frozen=True):
    """The day an act is in force from; or None, and what is missing to tell."""

    on: date | None
    missing: tuple[Missing, ...] = ()
    presumed: bool = False


class Publicity(msgspec.Struct, frozen=True, order=True):
    """A publication that qualifies; the earliest comes first, then the undoubted."""

    on: date
    presumed: bool


_AT_ONCE = {
    Authority.PREFECTURE,
    Authority.COURT,
    Authority.COLLEGE,
    Authority.SECRETARIAT,
}
"""Whose acts take effect when adopted; the secretariat's have none of their own."""

IdentityOn = Callable[[date], Identity]


def executory(
    act: ActRegistered, authority: str, identity_on: IdentityOn | None
) -> Executory:
    """Tell when an act is in force (CGCT L.2131-1, L.3131-1, L.5721-4).

    The identity of the author is asked for where it is an institution. An act is in
    force on the day itself.
    """
    if act.executory_on is not None:
        return Executory(act.executory_on, presumed=act.executory_basis == "presumed")
    kind = kind_of(authority)
    if kind in _AT_ONCE:
        return _since_adoption(act)
    made_public = publicity(act, kind, identity_on)
    facts = [
        *(["adopted_on"] if act.adopted_on is None else []),
        *(["sent_on"] if act.sent_on is None else []),
        *(made_public if isinstance(made_public, list) else []),
    ]
    if act.adopted_on is None or act.sent_on is None or isinstance(made_public, list):
        return Executory(None, tuple(Missing(act.act, fact) for fact in facts))
    day = max(act.adopted_on, act.sent_on, made_public.on)
    return Executory(day, presumed=made_public.presumed)


def publicity(
    act: ActRegistered, kind: Authority, identity_on: IdentityOn | None
) -> Publicity | list[str]:
    """Find the first publication that qualifies, else the fact that is missing."""
    qualified: list[Publicity] = []
    fact = "publicity"
    for publication in act.published:
        for found in _qualify(publication, act, kind, identity_on):
            if isinstance(found, str):
                fact = found
            else:
                qualified.append(found)
    return min(qualified) if qualified else [fact]


def _since_adoption(act: ActRegistered) -> Executory:
    if act.adopted_on is None:
        return Executory(None, (Missing(act.act, "adopted_on"),))
    return Executory(act.adopted_on)


def _qualify(
    publication: Publication,
    act: ActRegistered,
    kind: Authority,
    identity_on: IdentityOn | None,
) -> Iterator[Publicity | str]:
    """Hold a publication against the table of the day and of the author.

    Nothing comes out where it does not qualify; a fact, where it might if one knew it.
    """
    on, mode = publication.on, publication.mode
    if on is None:
        return
    author = identity_on(on) if identity_on is not None else None
    if act.nature == "AI":
        if mode == "notification":
            yield Publicity(on, presumed=False)
    elif on < ELECTRONIC_SINCE or mode == "web":
        yield Publicity(on, presumed=False)
    elif kind is Authority.INSTITUTION and author is not None:
        if author.kind != "commune":
            return
        if author.population is None:
            if mode is not None:
                yield "population"
        elif author.population < SMALL_COMMUNE_BELOW:
            yield Publicity(on, presumed=mode in {"posting", "paper", None})

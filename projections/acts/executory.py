"""Since when is an act in force, and if that cannot be established, what is missing?"""

from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.registration import ActRegistered
from ledger.language import N_
from projections.acts.publicity import (
    Author,
    AuthorOn,
    Publicity,
    first_that_counts,
    lacking,
    publications,
)
from projections.missing import Missing
from projections.reason import Reason, Rule

ADOPTED = Rule("executory.adopted", N_("{reference} was adopted on {on}."))
NOT_ADOPTED_ON = Rule(
    "executory.adopted-on", N_("The day {act} was adopted is unknown.")
)
SENT = Rule("executory.sent", N_("{act} was sent to the State on {on}."), law="CGCT")
NOT_SENT = Rule(
    "executory.not-sent",
    N_("The day {act} was sent to the State is unknown."),
    law="CGCT",
)
NOT_PUBLISHED = Rule(
    "executory.not-published", N_("No publicity of {act} is on record."), law="CGCT"
)
CERTIFIED = Rule(
    "executory.certified",
    N_("The executive certified that {act} is in force since {on}."),
    law="CGCT",
)
PRESUMED = Rule(
    "executory.presumed", N_("{act} is presumed in force since {on}: {note}")
)
AT_ONCE = Rule(
    "executory.at-once", N_("{act} takes effect on its adoption, given its author.")
)
NO_EFFECT = Rule(
    "executory.secretariat",
    N_(
        "{act} is the secretariat's: it has no effect of its own, and teaches from its "
        "place in the ledger on."
    ),
)
LATEST = Rule(
    "executory.latest",
    N_("{act} is in force since {on}: the latest of the dates that count."),
    law="CGCT",
)

_AT_ONCE = {
    Authority.PREFECTURE,
    Authority.COURT,
    Authority.COLLEGE,
    Authority.SECRETARIAT,
}
"""Whose acts take effect when adopted; the secretariat's have none of their own."""


class Executory(msgspec.Struct, frozen=True):
    """The day an act is in force from; or None, and what is missing to tell.

    `because` says by which dates. `published` judges what made the act public, what
    counts first, then by day; nobody asks of acts that take effect when adopted.
    """

    on: date | None
    missing: tuple[Missing, ...] = ()
    presumed: bool = False
    because: tuple[Reason, ...] = ()
    published: tuple[Publicity, ...] = ()


def executory(
    act: ActRegistered, authority: str, author_on: AuthorOn | None
) -> Executory:
    """Tell when an act is in force (CGCT L.2131-1, L.3131-1, L.5721-4).

    `author_on` tells the author where it is an institution on record. An act is in
    force on the day itself.
    """
    kind = kind_of(authority)
    known_author = author_on if kind is Authority.INSTITUTION else None
    if kind in _AT_ONCE:
        found = _stated(act) or _since_adoption(act)
    else:
        published = publications(act.published, act.nature, known_author)
        found = _stated(act, published) or _by_its_dates(act, published)
    if kind is not Authority.SECRETARIAT:
        return found
    no_effect = NO_EFFECT.of(found.on or act.adopted_on, act=act.act)
    return msgspec.structs.replace(found, because=(no_effect,))


def article_of(authority: str, author: Author | None) -> str:
    """Tell the article of the CGCT by which an author's acts enter into force."""
    if kind_of(authority).of_syndicate:
        return "L.3131-1 (L.5721-4)"
    return {
        "commune": "L.2131-1",
        "epci": "L.2131-1 (L.5211-3)",
        "departement": "L.3131-1",
        "region": "L.4141-1",
    }.get(author.kind if author is not None else "", "L.2131-1")


def _stated(
    act: ActRegistered, published: tuple[Publicity, ...] = ()
) -> Executory | None:
    """Take the day somebody answers for, where one does."""
    on = act.executory_on
    if on is None:
        return None
    is_presumed = act.executory_basis == "presumed"
    reason = CERTIFIED.of(on, act=act.act, on=on)
    if is_presumed:
        reason = PRESUMED.of(on, act=act.act, on=on, note=act.note or "")
    return Executory(on, (), is_presumed, (reason,), published)


def _since_adoption(act: ActRegistered) -> Executory:
    on = act.adopted_on
    missing = (Missing(act.act, "adopted_on"),) if on is None else ()
    at_once = AT_ONCE.of(on, act=act.act)
    return Executory(on, missing, because=(_adopted(act), at_once))


def _by_its_dates(act: ActRegistered, published: tuple[Publicity, ...]) -> Executory:
    """Take the latest of adoption, sending and the first publication that counts."""
    public = first_that_counts(published)
    dates = {
        "adopted_on": act.adopted_on,
        "sent_on": act.sent_on,
        lacking(published): public.on if public is not None else None,
    }
    missing = tuple(Missing(act.act, fact) for fact, day in dates.items() if not day)
    on = None if missing else max(day for day in dates.values() if day)
    day = on or act.adopted_on
    because = [_adopted(act), _sent(act, day), *(one.reason for one in published)]
    if not published:
        because.append(NOT_PUBLISHED.of(day, act=act.act))
    if on is not None:
        because.append(LATEST.of(on, act=act.act, on=on))
    is_presumed = on is not None and public is not None and public.presumed
    return Executory(on, missing, is_presumed, tuple(because), published)


def _adopted(act: ActRegistered) -> Reason:
    if act.adopted_on is None:
        return NOT_ADOPTED_ON.of(None, act=act.act)
    return ADOPTED.of(act.adopted_on, reference=act.act, on=act.adopted_on)


def _sent(act: ActRegistered, day: date | None) -> Reason:
    if act.sent_on is None:
        return NOT_SENT.of(day, act=act.act)
    return SENT.of(day, act=act.act, on=act.sent_on)

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
RECEIVED = Rule(
    "executory.received",
    N_("{act} was received by the State on {on}: it counts as sent that day."),
    law="CGCT",
)
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

OUTSIDE = {"public", "private", "state"}
"""Kinds of institution whose acts are neither sent to the State nor made public."""

_AT_ONCE = {
    Authority.PREFECTURE,
    Authority.COURT,
    Authority.COLLEGE,
    Authority.SECRETARIAT,
}
"""Whose acts take effect when adopted; the secretariat's have none of their own."""


class Executory(msgspec.Struct, frozen=True, gc=False):
    """The day an act is in force from; or None, and what is missing to tell.

    `by` is the rule that tells the day, from what the act says. `published` judges what
    made it public, what counts first, then by day; it is empty where an act takes
    effect when adopted.
    """

    act: ActRegistered
    by: Rule
    on: date | None
    missing: tuple[Missing, ...] = ()
    presumed: bool = False
    published: tuple[Publicity, ...] = ()

    @property
    def is_sent_by_receipt(self) -> bool:
        """Tell whether only the State's receipt proves that it was sent."""
        said = self.act
        return self.by is LATEST and said.sent_on is None and _sent_on(said) is not None

    @property
    def because(self) -> tuple[Reason, ...]:
        """Say by which dates, in the order in which they are told.

        Said when somebody asks: most acts of a large ledger are never explained.
        """
        reference, day = self.act.act, self.on or self.act.adopted_on
        if self.by is CERTIFIED:
            return (self.by.of(day, act=reference, on=self.on),)
        if self.by is PRESUMED:
            note = self.act.note or ""
            return (self.by.of(day, act=reference, on=self.on, note=note),)
        if self.by is NO_EFFECT:
            return (self.by.of(day, act=reference),)
        if self.by is AT_ONCE:
            return _adopted(self.act), self.by.of(day, act=reference)
        latest = [self.by.of(day, act=reference, on=self.on)] if self.on else []
        return (
            _adopted(self.act),
            _sent(self.act, day),
            *self._made_public(day),
            *latest,
        )

    def _made_public(self, day: date | None) -> list[Reason]:
        if not self.published:
            return [NOT_PUBLISHED.of(day, act=self.act.act)]
        return [one.reason for one in self.published]


def executory(
    act: ActRegistered, authority: str, author_on: AuthorOn | None
) -> Executory:
    """Tell when an act is in force (CGCT L.2131-1, L.3131-1, L.5721-4).

    `author_on` tells the author where it is an institution on record. An act is in
    force on the day itself.
    """
    kind = kind_of(authority)
    published: tuple[Publicity, ...] = ()
    is_at_once = kind in _AT_ONCE or _is_outside(act, kind, author_on)
    if not is_at_once:
        known_author = author_on if kind is Authority.INSTITUTION else None
        published = publications(act.published, act.nature, known_author)
    if act.executory_on is not None:
        is_presumed = act.executory_basis == "presumed"
        by = PRESUMED if is_presumed else CERTIFIED
        found = Executory(act, by, act.executory_on, (), is_presumed, published)
    elif is_at_once:
        missing = _missing(act, {"adopted_on": act.adopted_on})
        found = Executory(act, AT_ONCE, act.adopted_on, missing)
    else:
        found = _by_its_dates(act, published)
    if kind is Authority.SECRETARIAT:
        return msgspec.structs.replace(found, by=NO_EFFECT)
    return found


def _is_outside(
    act: ActRegistered, kind: Authority, author_on: AuthorOn | None
) -> bool:
    """Tell whether no control of legality bears on the author's acts."""
    if kind is not Authority.INSTITUTION or author_on is None:
        return False
    return author_on(act.adopted_on or date.max).kind in OUTSIDE


def article_of(authority: str, author: Author | None) -> str:
    """Tell the article of the CGCT by which an author's acts enter into force."""
    if kind_of(authority).of_syndicate:
        return "L.3131-1 (L.5721-4)"
    return {
        "commune": "L.2131-1",
        "epci": "L.2131-1 (L.5211-3)",
        "syndicat": "L.2131-1 (L.5211-3)",
        "departement": "L.3131-1",
        "region": "L.4141-1",
    }.get(author.kind if author is not None else "", "L.2131-1")


def _by_its_dates(act: ActRegistered, published: tuple[Publicity, ...]) -> Executory:
    """Take the latest of adoption, sending and the first publication that counts."""
    public = first_that_counts(published)
    dates = {
        "adopted_on": act.adopted_on,
        "sent_on": _sent_on(act),
        lacking(published): public.on if public is not None else None,
    }
    missing = _missing(act, dates)
    if missing or public is None:
        return Executory(act, LATEST, None, missing, published=published)
    on = max(day for day in dates.values() if day is not None)
    return Executory(act, LATEST, on, (), public.presumed, published)


def _missing(act: ActRegistered, dates: dict[str, date | None]) -> tuple[Missing, ...]:
    return tuple(Missing(act.act, fact) for fact, day in dates.items() if day is None)


def _adopted(act: ActRegistered) -> Reason:
    if act.adopted_on is None:
        return NOT_ADOPTED_ON.of(None, act=act.act)
    return ADOPTED.of(act.adopted_on, reference=act.act, on=act.adopted_on)


def _sent_on(act: ActRegistered) -> date | None:
    """Tell the day it was sent; unknown, that of its receipt, which proves sending."""
    return act.sent_on or act.received_on


def _sent(act: ActRegistered, day: date | None) -> Reason:
    sent_on = _sent_on(act)
    if sent_on is None:
        return NOT_SENT.of(day, act=act.act)
    rule = SENT if act.sent_on is not None else RECEIVED
    return rule.of(day, act=act.act, on=sent_on)

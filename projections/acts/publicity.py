"""Which publication of an act makes it public, and why does another not?

CGCT L.2131-1 for communes and, by L.5211-3, for EPCI; L.3131-1 for Départements and, by
L.5721-4, for the syndicate; L.4141-1 for the Region.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

import msgspec

from ledger.acts.fields import Publication
from ledger.language import N_
from projections.reason import Reason, Rule, Value

ELECTRONIC_SINCE = date(2022, 7, 1)
"""Publicity is electronic from then on (ordonnance 2021-1310, art. 6)."""

SMALL_COMMUNE_BELOW = 3_500
"""Inhabitants below which a commune chooses its publicity (CGCT L.2131-1, IV)."""

NO_DAY = Rule(
    "publicity.no-day",
    N_("Made public ({mode}) on a day that is not stated: it does not count."),
    law="CGCT",
)
ANY_MODE = Rule(
    "publicity.before-2022",
    N_("Made public on {on} ({mode}), before {since}: any mode counted."),
    law="CGCT",
)
WEB = Rule(
    "publicity.web", N_("Made public on the web on {on}: it counts."), law="CGCT"
)
SMALL = Rule(
    "publicity.small-commune",
    N_(
        "Made public on {on} ({mode}): with {population} inhabitants, below {limit}, "
        "the commune may so choose."
    ),
    law="CGCT",
)
LARGE = Rule(
    "publicity.not-on-the-web",
    N_(
        "Made public on {on} ({mode}): it does not count at {population} inhabitants; "
        "from {limit} on, only the web does since {since}."
    ),
    law="CGCT",
)
NOT_WEB = Rule(
    "publicity.web-only",
    N_(
        "Made public on {on} ({mode}): it does not count; only the web does since "
        "{since}."
    ),
    law="CGCT",
)
UNKNOWN_SIZE = Rule(
    "publicity.population-unknown",
    N_(
        "Made public on {on} ({mode}): whether it counts depends on the population, "
        "which is not on record."
    ),
    law="CGCT",
)
SYNDICAT = Rule(
    "publicity.syndicat",
    N_(
        "Made public on {on} ({mode}), on or after {since}, by a syndicat: it counts, "
        "as its assembly chose."
    ),
    law="CGCT",
)
NOTIFIED = Rule("publicity.notified", N_("Notified on {on}: it counts."), law="CGCT")
NOT_NOTIFIED = Rule(
    "publicity.not-notified",
    N_("Made public on {on} ({mode}): an individual act counts once notified."),
    law="CGCT",
)

_SINCE_ELECTRONIC = (ANY_MODE, SMALL, LARGE, NOT_WEB, UNKNOWN_SIZE, SYNDICAT)
"""Rules that hang on whether publicity was electronic by then."""


PRESUMED_MODES = {"posting", "paper", None}
"""Modes that count only where the author's assembly chose them."""


class Author(Protocol):
    """What the law asks of an institution that makes its acts public."""

    @property
    def kind(self) -> str:
        """Tell whether it is a commune, an EPCI, …."""

    @property
    def population(self) -> int | None:
        """Tell its inhabitants; None where they are not on record."""


AuthorOn = Callable[[date], Author]
"""Tells who an institution is in law on a day."""


class Publicity(msgspec.Struct, frozen=True, gc=False):
    """Whether one publication counts, and by which rule.

    `presumed`: it counts if a small commune chose this mode. `population` is the one it
    was judged by, in inhabitants; None where that does not matter, or is not on record.
    """

    publication: Publication
    rule: Rule
    counts: bool = False
    presumed: bool = False
    population: int | None = None

    @property
    def on(self) -> date | None:
        """Tell its day; None where it is not stated."""
        return self.publication.on

    @property
    def lacks(self) -> str | None:
        """Tell the fact that would tell whether it counts, where nobody can."""
        return "population" if self.rule is UNKNOWN_SIZE else None

    @property
    def reason(self) -> Reason:
        """Say it, as of its day."""
        said: dict[str, Value] = {"mode": self.publication.mode or "unknown"}
        if self.on is not None:
            said["on"] = self.on
        if self.rule in _SINCE_ELECTRONIC:
            said["since"] = ELECTRONIC_SINCE
        if self.population is not None:
            said |= {"population": self.population, "limit": SMALL_COMMUNE_BELOW}
        return self.rule.of(self.on, **said)


def publicity(
    publication: Publication, nature: str, author_on: AuthorOn | None
) -> Publicity:
    """Hold a publication against the table of its day and of its author.

    `author_on` is None where the author is no institution: a body of the syndicate.
    """
    on, mode = publication.on, publication.mode
    if on is None:
        return Publicity(publication, NO_DAY)
    if nature == "AI":
        is_notified = mode == "notification"
        rule = NOTIFIED if is_notified else NOT_NOTIFIED
        return Publicity(publication, rule, counts=is_notified)
    if on < ELECTRONIC_SINCE:
        return Publicity(publication, ANY_MODE, counts=True)
    if mode == "web":
        return Publicity(publication, WEB, counts=True)
    return _of_author(publication, author_on(on) if author_on is not None else None)


def _of_author(publication: Publication, author: Author | None) -> Publicity:
    """Judge another mode than the web by its author, since publicity is electronic."""
    if author is not None and author.kind == "syndicat":
        is_presumed = publication.mode in PRESUMED_MODES
        return Publicity(publication, SYNDICAT, counts=True, presumed=is_presumed)
    if author is None or author.kind != "commune":
        return Publicity(publication, NOT_WEB)
    return _of_commune(publication, author.population)


def publications(
    published: Iterable[Publication], nature: str, author_on: AuthorOn | None
) -> tuple[Publicity, ...]:
    """Judge all publications of an act: those that count first, then by day."""
    found = (publicity(one, nature, author_on) for one in published)
    return tuple(sorted(found, key=lambda one: (not one.counts, one.on or date.max)))


def first_that_counts(published: Iterable[Publicity]) -> Publicity | None:
    """Find what made an act public; of one day, what is not presumed."""
    counting = [one for one in published if one.counts]
    return min(
        counting, key=lambda one: (one.on or date.max, one.presumed), default=None
    )


def lacking(published: Iterable[Publicity]) -> str:
    """Tell which fact is missing where no publication counts."""
    return next((one.lacks for one in published if one.lacks), "publicity")


def _of_commune(publication: Publication, population: int | None) -> Publicity:
    """Judge another mode than the web, since publicity is electronic."""
    mode = publication.mode
    if population is None:
        return Publicity(publication, UNKNOWN_SIZE if mode else NOT_WEB)
    if population >= SMALL_COMMUNE_BELOW:
        return Publicity(publication, LARGE, population=population)
    is_presumed = mode in PRESUMED_MODES
    return Publicity(
        publication, SMALL, counts=True, presumed=is_presumed, population=population
    )

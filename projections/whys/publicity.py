"""Which publication of an act counts, and why does another not?

CGCT L.2131-1 for communes and, by L.5211-3, for EPCI; L.3131-1 for Départements and, by
L.5721-4, for the syndicate; L.4141-1 for the Region.
"""

from datetime import date

from ledger.acts.fields import Publication
from ledger.authorities import COMMITTEE, Authority, kind_of
from ledger.language import N_
from projections.acts.as_known import ActAsKnown
from projections.acts.executory import ELECTRONIC_SINCE, SMALL_COMMUNE_BELOW
from projections.members.identity import Identity
from projections.reason import Rule, Value
from projections.world import World

NO_DAY = Rule(
    "publicity.no-day",
    N_("Made public ({mode}) on a day that is not stated: it does not count."),
)
ANY_MODE = Rule(
    "publicity.before-2022",
    N_("Made public on {on} ({mode}), before {since}: any mode counted."),
)
WEB = Rule("publicity.web", N_("Made public on the web on {on}: it counts."))
SMALL = Rule(
    "publicity.small-commune",
    N_(
        "Made public on {on} ({mode}): with {population} inhabitants, below {limit}, "
        "the commune may so choose."
    ),
)
LARGE = Rule(
    "publicity.not-on-the-web",
    N_(
        "Made public on {on} ({mode}): it does not count at {population} inhabitants; "
        "from {limit} on, only the web does since {since}."
    ),
)
NOT_WEB = Rule(
    "publicity.web-only",
    N_(
        "Made public on {on} ({mode}): it does not count; only the web does since "
        "{since}."
    ),
)
UNKNOWN_SIZE = Rule(
    "publicity.population-unknown",
    N_(
        "Made public on {on} ({mode}): whether it counts depends on the population, "
        "which is not on record."
    ),
)
NOTIFIED = Rule("publicity.notified", N_("Notified on {on}: it counts."))
NOT_NOTIFIED = Rule(
    "publicity.not-notified",
    N_("Made public on {on} ({mode}): an individual act counts once notified."),
)

COUNTS = frozenset({ANY_MODE.code, WEB.code, SMALL.code, NOTIFIED.code})


def verdict(
    world: World, act: ActAsKnown, publication: Publication
) -> tuple[Rule, dict[str, Value]]:
    """Tell whether a publication counts: the rule of the day and of the author."""
    on, mode = publication.on, publication.mode
    values: dict[str, Value] = {"mode": mode or "unknown"}
    if on is None:
        return NO_DAY, values
    values["on"] = on
    if act.registered.nature == "AI":
        return (NOTIFIED if mode == "notification" else NOT_NOTIFIED), values
    if on < ELECTRONIC_SINCE:
        return ANY_MODE, values | {"since": ELECTRONIC_SINCE}
    if mode == "web":
        return WEB, values
    return _not_on_the_web(author_on(world, act, on), publication, values)


def _not_on_the_web(
    author: Identity | None, publication: Publication, values: dict[str, Value]
) -> tuple[Rule, dict[str, Value]]:
    """Tell what becomes of another mode than the web, since it is electronic."""
    values |= {"since": ELECTRONIC_SINCE}
    if author is None or author.kind != "commune":
        return NOT_WEB, values
    if author.population is None:
        return (UNKNOWN_SIZE if publication.mode is not None else NOT_WEB), values
    values |= {"population": author.population, "limit": SMALL_COMMUNE_BELOW}
    return (SMALL if author.population < SMALL_COMMUNE_BELOW else LARGE), values


def author_on(world: World, act: ActAsKnown, day: date) -> Identity | None:
    """Tell who adopted an act, where it was an institution."""
    timeline = world.identities.get(act.authority)
    is_institution = kind_of(act.authority) is Authority.INSTITUTION
    return timeline.on(day) if timeline and is_institution else None


def article_for(world: World, act: ActAsKnown, day: date) -> str:
    """Tell the article of the CGCT by which an author's acts enter into force."""
    if kind_of(act.authority).of_syndicate or act.authority == COMMITTEE:
        return "L.3131-1 (L.5721-4)"
    author = author_on(world, act, day)
    kind = author.kind if author is not None else ""
    return {
        "commune": "L.2131-1",
        "epci": "L.2131-1 (L.5211-3)",
        "departement": "L.3131-1",
        "region": "L.4141-1",
    }.get(kind, "L.2131-1")

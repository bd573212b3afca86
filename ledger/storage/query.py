"""Which positions match a query? Asked in statements that no engine finds too long."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem
from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    exists,
    select,
    union,
)

from ledger.storage.schema import entries, entry_tags

TAGS_PER_BRANCH = 400

BRANCHES_PER_STATEMENT = 60
"""SQLite takes 500 branches and 32,766 values in a statement; fewer are quicker."""

_also = entry_tags.alias("also")


class Span(msgspec.Struct, frozen=True):
    """The positions looked at: those after the one, up to and with the other."""

    after: int
    until: int

    def holds(self, position: Column[int]) -> ColumnElement[bool]:
        """Say in SQL that a position is within."""
        return (position > self.after) & (position <= self.until)


def matching_positions(
    connection: Connection, query: DCBQuery | None, span: Span, limit: int | None = None
) -> Sequence[int]:
    """List the positions that match, in order, and no more of them than the limit."""
    items = _items(query)
    if not items:
        # Positions have no gaps: there is nothing to look up.
        return range(span.after + 1, span.until + 1)[:limit]
    found: set[int] = set()
    for statement in _statements(items, span):
        if limit is not None:
            found.update(
                connection.scalars(statement.order_by("position").limit(limit))
            )
        else:
            found.update(connection.scalars(statement))
    return sorted(found)[:limit]


def anything_matches(
    connection: Connection, query: DCBQuery | None, span: Span
) -> bool:
    """Tell whether any position matches."""
    if span.after >= span.until:
        return False
    items = _items(query)
    return not items or any(
        connection.execute(statement.limit(1)).first() is not None
        for statement in _statements(items, span)
    )


def _items(query: DCBQuery | None) -> list[DCBQueryItem]:
    """List the items one must look for; none when everything matches."""
    if query is None or any(not (item.types or item.tags) for item in query.items):
        return []
    return query.items


def _statements(
    items: list[DCBQueryItem], span: Span
) -> Iterator[CompoundSelect[tuple[int]]]:
    """Put the branches together, as many to a statement as are quick."""
    # A UNION, because each branch then uses its own index; an OR would use none.
    branches = list(_branches(items, span))
    for start in range(0, len(branches), BRANCHES_PER_STATEMENT):
        yield union(*branches[start : start + BRANCHES_PER_STATEMENT])


def _branches(items: list[DCBQueryItem], span: Span) -> Iterator[Select[tuple[int]]]:
    """Turn the items into as few selects as can be.

    All items without a tag are one, and so are all of one tag that want the same types;
    only an item of several tags needs a select of its own.
    """
    types: set[str] = set()
    lone_tags: dict[tuple[str, ...], set[str]] = defaultdict(set)
    several_tags: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for item in items:
        wanted, tags = tuple(sorted(set(item.types))), tuple(sorted(set(item.tags)))
        if not tags:
            types.update(wanted)
        elif len(tags) == 1:
            lone_tags[wanted].update(tags)
        else:
            several_tags.add((wanted, tags))
    if types:
        yield select(entries.c.position).where(
            entries.c.type.in_(sorted(types)), span.holds(entries.c.position)
        )
    for wanted, alternatives in lone_tags.items():
        chosen = sorted(alternatives)
        for start in range(0, len(chosen), TAGS_PER_BRANCH):
            tag_is = entry_tags.c.tag.in_(chosen[start : start + TAGS_PER_BRANCH])
            yield _tagged(tag_is, (), wanted, span)
    for wanted, (first, *others) in sorted(several_tags):
        yield _tagged(entry_tags.c.tag == first, others, wanted, span)


def _tagged(
    tag_is: ColumnElement[bool],
    others: Sequence[str],
    types: Sequence[str],
    span: Span,
) -> Select[tuple[int]]:
    """Select what carries one tag, all the other tags, and is of one of the types."""
    position = entry_tags.c.position
    # What carries two of the alternative tags must not count twice against a limit.
    found = select(position).distinct().where(tag_is, span.holds(position))
    for tag in others:
        found = found.where(
            exists().where(_also.c.tag == tag, _also.c.position == position)
        )
    if types:
        found = found.where(
            exists().where(entries.c.position == position, entries.c.type.in_(types))
        )
    return found

"""Cite, in refusals, the articles of the statutes in force when the act was adopted."""

from collections.abc import Callable, Iterator
from datetime import date

from commands.candidates import Gathered
from commands.foreseeing import Foreseen
from ledger.clauses import Citation, Clause
from ledger.refusals import RefusedError
from projections.naming.articles import cite
from projections.timelines.world import World


def cite_refusals(batch: Gathered, foreseen: Foreseen, today: date) -> None:
    """Look up where the clauses stand that a batch breaks, as its own acts say, too.

    An act without a day is cited by the statutes of today.
    """
    refused = [*_refused(batch)]
    if not any(error.clauses for error, _day in refused):
        return
    for error, day in refused:
        error.citing(_where(foreseen.world, day or today))


def _where(world: World, day: date) -> Callable[[Clause], Citation]:
    return lambda clause: cite(world, clause, day)


def _refused(batch: Gathered) -> Iterator[tuple[RefusedError, date | None]]:
    days = {
        (one.file, one.number): one.act.registered.adopted_on
        for one in batch.candidates
        if one.act is not None
    }
    for file, found in batch.found.items():
        for one in found:
            if isinstance(one.error, RefusedError):
                yield one.error, days.get((file, int(one.keys[0])))

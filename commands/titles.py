"""Refuse calls numbered as another call for the same year (specification section 9)."""

from collections.abc import Iterator, Sequence
from datetime import date

from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import Candidate
from commands.foreseeing import world_after, world_with
from commands.known import Ledger
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.events.event import Event, stored_name_of
from ledger.events.money import ContributionCalled
from ledger.refusals import DuplicateCallError
from projections.money.calls import repeated

CALLING: tuple[type[Event], ...] = (ContributionCalled,)
"""The kinds of entry that give a call its number."""


def concerns_titles(act: Act) -> bool:
    """Tell whether an act makes a call that has a number."""
    return bool(_numbers([act]))


def judge_titles(
    ledger: Ledger, batch: Sequence[Candidate], *, head: int
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Find the calls of a batch whose number another call has for that year.

    Only where the ledger holds such a number is all of it read, to tell whether its
    call was struck since, or rectified.
    """
    numbers = _numbers([one.act for one in batch if one.act is not None])
    rows = ledger.entries(
        DCBQuery([DCBQueryItem(types=[*map(stored_name_of, CALLING)])]), until=head
    )
    is_mentioned = any(number in row.data for row in rows for number in numbers)
    world = (
        world_with(ledger, batch, head=head)
        if is_mentioned
        else world_after([], batch, head=head)
    )
    found = repeated(world, date.max)
    for candidate in batch:
        wrong = [
            Found(
                ("decisions", call.number - 1, "number"),
                DuplicateCallError(
                    number=call.said.number, year=call.said.year, act=first.reference
                ),
            )
            for call, first in found
            if call.reference == candidate.reference
        ]
        if wrong:
            yield candidate, wrong


def _numbers(acts: Sequence[Act]) -> set[str]:
    return {
        decision.number
        for act in acts
        for decision in act.decisions
        if isinstance(decision, ContributionCalled) and decision.number is not None
    }

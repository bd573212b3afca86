"""Refuse calls numbered as another call for the same year (specification section 9)."""

from collections.abc import Iterator, Sequence
from datetime import date

from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import Candidate
from commands.foreseeing import Foreseen, world_after
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.events.event import Event, stored_name_of
from ledger.events.money import ContributionCalled
from ledger.mapper import entries_from
from ledger.refusals import DuplicateCallError
from projections.money.calls import repeated
from projections.timelines.world import World

CALLING: tuple[type[Event], ...] = (ContributionCalled,)
"""The kinds of entry that give a call its number."""


def concerns_titles(act: Act) -> bool:
    """Tell whether an act makes a call that has a number."""
    return bool(_numbers([act]))


def judge_titles(
    foreseen: Foreseen,
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Find the calls of a batch whose number another call has for that year.

    Only where the ledger holds such a number is all of it read, to tell whether its
    call was struck since, or rectified. A call of the batch is refused for what was
    said when its turn came: a number rectified below it is for `check` to find.
    """
    ledger, batch, head = foreseen.ledger, foreseen.batch, foreseen.head
    numbers = _numbers([one.act for one in batch if one.act is not None])
    rows = ledger.entries(
        DCBQuery([DCBQueryItem(types=[*map(stored_name_of, CALLING)])]), until=head
    )
    is_mentioned = any(number in row.data for row in rows for number in numbers)
    recorded = [*entries_from(ledger.entries(until=head))] if is_mentioned else []
    world = world_after(recorded, batch, head=head)
    suspects = {call.reference for call, _first in repeated(world, date.max)}
    for place, candidate in enumerate(batch):
        if candidate.reference not in suspects:
            continue
        turn = world_after(recorded, batch[: place + 1], head=head)
        wrong = [*_repeated_by(candidate.reference, turn)]
        if wrong:
            yield candidate, wrong


def _repeated_by(reference: str, world: World) -> Iterator[Found]:
    """Find the calls of an act whose number another had when its turn came."""
    for call, first in repeated(world, date.max):
        if call.reference == reference:
            yield Found(
                ("decisions", call.number - 1, "number"),
                DuplicateCallError(
                    number=call.said.number, year=call.said.year, act=first.reference
                ),
            )


def _numbers(acts: Sequence[Act]) -> set[str]:
    return {
        decision.number
        for act in acts
        for decision in act.decisions
        if isinstance(decision, ContributionCalled) and decision.number is not None
    }

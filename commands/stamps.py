"""Refuse @CTES identifiers that carry another's SIREN, or stand on another act."""

from collections.abc import Iterable, Iterator, Sequence

from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import Candidate
from commands.foreseeing import Foreseen, world_with
from commands.known import Ledger
from ledger.acts.act import Act
from ledger.acts.problems import Found, Keys
from ledger.events.afterwards import ActRectified, ActTransmitted
from ledger.events.constitution import SyndicateCreated
from ledger.events.event import Event, stored_name_of
from ledger.events.membership import IdentityChanged
from ledger.events.registration import ActRegistered
from ledger.refusals import ForeignStampError, RefusedError, SharedStampError
from projections.naming.stamps import misfits, sharing
from projections.timelines.world import World

_HOLDING: tuple[type[Event], ...] = (ActRegistered, ActTransmitted, ActRectified)
STAMPING: tuple[type[Event], ...] = (*_HOLDING, IdentityChanged, SyndicateCreated)
"""The kinds of entry that may hold an identifier, or tell the SIREN it is held to."""


def concerns_stamps(act: Act) -> bool:
    """Tell whether an act gives an identifier, its own or another's."""
    return any(True for _stamped in _stamped(act))


def judge_stamps(
    foreseen: Foreseen,
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Find the identifiers of a batch that belong to another author, or another act.

    Only where one may stand in the ledger already is all of it read, to tell whether it
    still does; else what tells who the authors are. What is wrong by the whole batch is
    judged again as known when its turn came.
    """
    ledger, batch, head = foreseen.ledger, foreseen.batch, foreseen.head
    asked = {
        identifier
        for one in batch
        if one.act is not None
        for _keys, _target, identifier in _stamped(one.act)
    }
    is_mentioned = _is_mentioned(ledger, asked, head=head)

    def known_after(acts: Sequence[Candidate]) -> World:
        if is_mentioned:
            return world_with(ledger, acts, head=head)
        return foreseen.after(acts)

    world = known_after(batch) if is_mentioned else foreseen.world
    shared = sharing(world)
    for place, candidate in enumerate(batch):
        if candidate.act is None or not [*_wrong(world, candidate.act, shared)]:
            continue
        then = known_after(batch[: place + 1])
        if found := [*_wrong(then, candidate.act, sharing(then))]:
            yield candidate, found


def _stamped(act: Act) -> Iterator[tuple[Keys, str, str]]:
    """List the identifiers an act gives: where, of which act, and which."""
    if act.registered.prefecture_id is not None:
        yield ("prefecture_id",), act.reference, act.registered.prefecture_id
    for number, decision in enumerate(act.decisions):
        keys = ("decisions", number)
        match decision:
            case ActTransmitted(prefecture_id=str() as identifier):
                yield (*keys, "prefecture_id"), decision.target, identifier
            case ActRectified(decision=None, set={"prefecture_id": str() as given}):
                yield (*keys, "set"), decision.target, given
            case _:
                pass


def _is_mentioned(ledger: Ledger, asked: Iterable[str], *, head: int) -> bool:
    """Tell whether an entry of the ledger holds one of the identifiers."""
    holding = DCBQuery([DCBQueryItem(types=[*map(stored_name_of, _HOLDING)])])
    rows = ledger.entries(holding, until=head)
    return any(one in row.data for row in rows for one in asked)


def _wrong(world: World, act: Act, shared: dict[str, list[str]]) -> Iterator[Found]:
    for keys, target, identifier in _stamped(act):
        stamped = world.known.acts.get(target)
        if stamped is None or stamped.registered.prefecture_id != identifier:
            continue  # refused for another reason, or given anew by a later entry
        error: RefusedError
        for misfit in misfits(world, stamped):
            if misfit.part == "siren":
                error = ForeignStampError(
                    identifier=identifier,
                    said=misfit.said,
                    siren=misfit.expected,
                    authority=stamped.authority,
                    day=misfit.stamp.day,
                )
                yield Found(keys, error)
        others = [one for one in shared.get(identifier, ()) if one != target]
        if others:
            error = SharedStampError(identifier=identifier, other=others[0], act=target)
            yield Found(keys, error)

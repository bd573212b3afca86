"""Refuse sessions and votes that break the rule of their day (specification 8)."""

from collections.abc import Iterable, Iterator

from commands.candidates import Candidate
from commands.progress import Progress, silent
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.authorities import kind_of
from ledger.events.committee import AttendanceRecorded, SessionConvened
from ledger.events.constitution import PowersDelegated
from ledger.voting_refusals import ReservedPowerError
from projections.timelines.world import World
from projections.votes.judged_sessions import attended, convened, proxies
from projections.votes.judged_votes import BODIES, Judge
from projections.votes.reserved import is_reserved


def concerns_votes(act: Act) -> bool:
    """Tell whether judging an act needs to know who sat: a vote, or a session."""
    votes = act.vote is not None and kind_of(act.authority) in BODIES
    return votes or any(
        isinstance(decision, SessionConvened | AttendanceRecorded)
        for decision in act.decisions
    )


def unlawful(
    world: World, batch: Iterable[Candidate], progress: Progress = silent
) -> Iterator[tuple[Candidate, Found]]:
    """Find what a vote or a session of the batch breaks, once all of it is known."""
    judge = Judge(world, in_hindsight=False)
    concerned = [
        (candidate, act)
        for candidate in batch
        if (act := candidate.act) is not None and concerns_votes(act)
    ]
    for count, (candidate, act) in enumerate(concerned, start=1):
        for judged in judge.judge(world.known.acts[act.reference]):
            for error in judged.refusals:
                yield candidate, Found(("vote",), error)
        for number, decision in enumerate(act.decisions):
            keys = ("decisions", number)
            match decision:
                case SessionConvened(session=reference):
                    for error in convened(judge, reference):
                        yield candidate, Found(keys, error)
                case AttendanceRecorded(session=reference):
                    for error in attended(judge, reference):
                        yield candidate, Found(keys, error)
                    for error in proxies(judge, reference):
                        yield candidate, Found((*keys, "proxies"), error)
                case _:
                    pass
        progress("voted", count, len(concerned))


def reserved(act: Act) -> Iterator[Found]:
    """Find the powers that may not be delegated (art. 8.4)."""
    for number, decision in enumerate(act.decisions):
        if isinstance(decision, PowersDelegated):
            for place, matter in enumerate(decision.matters):
                if is_reserved(matter):
                    keys = ("decisions", number, "matters", place)
                    yield Found(keys, ReservedPowerError(matter=matter))

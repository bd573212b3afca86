"""A vote is recorded while others record what it rests on: it is judged again."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent
from sqlalchemy import Engine

from ledger.acts.problems import ProblemsError
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import COMMITTEE, Plain, act, decision
from tests.committee import NORD, designates
from tests.spec import new_ledger, run
from tests.test_recording import Overtaken
from tests.test_why_votes import ALL, DAY, HOUSE

PATIENCE_S = 60

MATTER = decision("matter-decided", subject="Rien de grave")
SUCCESSOR = designates(NORD, "n9", "2020-01-06", replaces="n0")
_RECEIVED = {"member": "avelin", "year": "2020", "amount": "12.00"}
PAID = act("secretariat/1", decision("payment-received", on="2020-05-04", **_RECEIVED))

_met: list[Barrier] = []


def voted(*persons: str) -> Plain:
    """Let the committee vote by name."""
    vote = {"question": "ordinary", "for": [*persons], "outcome": "adopted"}
    return act(f"{COMMITTEE}/vote", MATTER, adopted_on=DAY, vote=vote)


class Patient(SQLRecorder):
    """A recorder that lets the other program record before its first append."""

    appends = 0

    def append(
        self,
        events: Sequence[DCBEvent],
        condition: DCBAppendCondition | None = None,
        *,
        documents: Mapping[str, bytes] | None = None,
    ) -> int:
        """Wait until the other has recorded, once."""
        self.appends += 1
        if self.appends == 1:
            _met[0].wait(PATIENCE_S)  # this vote has been judged
            _met[0].wait(PATIENCE_S)  # the other has recorded
        return super().append(events, condition, documents=documents)


# ------------------------------------------------------------------- two programs
@pytest.fixture
def two_programs() -> Iterator[Executor]:
    """Keep two processes that start from nothing, as two users' do."""
    context = get_context("spawn")
    with ProcessPoolExecutor(
        2, context, initializer=introduce, initargs=(context.Barrier(2),)
    ) as pool:
        yield pool


def introduce(barrier: Barrier) -> None:
    _met.append(barrier)


def record_the_vote(place: str, persons: tuple[str, ...]) -> tuple[int, str]:
    """Record a vote; tell how often it was judged to be right, and what came of it."""
    engine = open_ledger(place)
    recorder = Patient(engine, author="one")
    try:
        said = ", ".join(run(recorder, [voted(*persons)]).recorded)
    except ProblemsError as error:
        said = "; ".join(str(one.error.args[1]) for one in error.problems)
    engine.dispose()
    return recorder.appends, said


def record_meanwhile(place: str, other: Plain) -> None:
    """Record something between the judging and the append of the vote."""
    engine = open_ledger(place)
    _met[0].wait(PATIENCE_S)
    run(SQLRecorder(engine, author="two"), [other])
    _met[0].wait(PATIENCE_S)
    engine.dispose()


def at_once(
    pool: Executor, place: str, persons: tuple[str, ...], other: Plain
) -> tuple[int, str]:
    vote = pool.submit(record_the_vote, place, persons)
    meanwhile = pool.submit(record_meanwhile, place, other)
    meanwhile.result(2 * PATIENCE_S)
    return vote.result(2 * PATIENCE_S)


def test_a_vote_is_judged_again_once_a_voter_was_replaced_meanwhile(
    two_programs: Executor, engine_place: str, ledger_engine: Engine
) -> None:
    run(SQLRecorder(ledger_engine), HOUSE)
    appends, said = at_once(two_programs, engine_place, ALL, SUCCESSOR)
    assert appends == 1, "judged again, it is not recorded"
    assert "vote.electorate: n0 may not vote" in said
    types = [entry.type for entry in SQLRecorder(ledger_engine).entries()]
    assert types[-1] == "delegate-designated.v1"


def test_a_vote_that_is_lawful_all_the_same_is_recorded_after_it_was_judged_again(
    two_programs: Executor, engine_place: str, ledger_engine: Engine
) -> None:
    run(SQLRecorder(ledger_engine), HOUSE)
    appends, said = at_once(two_programs, engine_place, ("r0", "r1"), SUCCESSOR)
    assert (appends, said) == (2, f"{COMMITTEE}/vote")


# ------------------------------------------------------------------- one program
@pytest.mark.parametrize(("other", "appends"), [(PAID, 1), (SUCCESSOR, 2)])
def test_only_what_bears_on_a_vote_lets_it_be_judged_again(
    other: Plain, appends: int
) -> None:
    with new_ledger() as recorder:
        run(recorder, HOUSE)
        overtaken = Overtaken(recorder, [other])
        assert run(overtaken, [voted("r0", "r1")]).recorded == [f"{COMMITTEE}/vote"]
        assert overtaken.appends == appends

"""One batch, all or nothing; others may be recording at the same time."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent
from eventsourcing.persistence import IntegrityError

from commands.recording import ATTEMPTS, record
from ledger.acts.problems import ProblemsError
from ledger.errors import BusyLedgerError
from ledger.storage.recorder import SQLRecorder
from tests.acts import Plain, act, decision, request
from tests.spec import LAST_DAY, gathered, given, new_ledger, run

MATTER = decision("matter-decided", subject="Rien de grave")


class Overtaken(SQLRecorder):
    """A ledger in which somebody else records just before each append."""

    def __init__(self, inner: SQLRecorder, *others: Sequence[Plain]) -> None:
        """Share the ledger, and keep what the others record before each append."""
        vars(self).update(vars(inner))
        self._inner, self._others = inner, list(others)
        self.appends = 0

    def append(
        self,
        events: Sequence[DCBEvent],
        condition: DCBAppendCondition | None = None,
        *,
        documents: Mapping[str, bytes] | None = None,
    ) -> int:
        """Let the others be quicker."""
        self.appends += 1
        if self._others:
            run(self._inner, self._others.pop(0))
        return super().append(events, condition, documents=documents)


# ------------------------------------------------------------------- the batch
def test_a_batch_is_recorded_in_the_order_given() -> None:
    given().when(request("bourg", "2024-1"), act("bourg/2"), act("bureau/1")).records(
        "bourg/2024-1", "bourg/2", "bureau/1"
    )


def test_what_comes_later_in_a_batch_may_be_spoken_of_before() -> None:
    sent = decision("act-transmitted", target="bourg/2024-1", sent_on="2024-01-01")
    approved = decision("adhesion-approved", member="bourg", competences=["ent"])
    given().when(
        act("secretariat/1", sent),
        act("comite-syndical/1", approved),
        request("bourg", "2024-1"),
    ).records("secretariat/1", "comite-syndical/1", "bourg/2024-1")


def test_one_refusal_stops_the_whole_batch_and_all_are_told() -> None:
    early = act("bureau/1", adopted_on="2024-02-01", sent_on="2024-01-01")
    wrong = act("nobody/1", {"type": "nothing"})
    with new_ledger() as recorder:
        with pytest.raises(ProblemsError) as caught:
            run(recorder, [act("bureau/2"), early, wrong])
        assert len(caught.value.problems) == 3
        assert recorder.head() == 0


def test_an_act_its_vote_and_its_decisions_are_entries_in_this_order() -> None:
    with new_ledger() as recorder:
        run(recorder, [act("bureau/1", MATTER, MATTER, vote="unanimous")])
        assert [entry.type for entry in recorder.entries()] == [
            "act-registered.v1",
            "assembly-vote-cast.v1",
            "matter-decided.v1",
            "matter-decided.v1",
        ]


@pytest.mark.parametrize(
    ("author", "stored"),
    [
        ("comite-syndical", "committee-vote-cast.v1"),
        ("bureau", "assembly-vote-cast.v1"),
        ("college-nord", "assembly-vote-cast.v1"),
    ],
)
def test_a_vote_is_the_committee_s_or_another_assembly_s(
    author: str, stored: str
) -> None:
    with new_ledger() as recorder:
        run(recorder, [act(f"{author}/1", vote={"for": 3})])
        assert [entry.type for entry in recorder.entries()][1] == stored


def test_an_empty_batch_records_nothing() -> None:
    given().when().adds_nothing()


def test_a_large_batch_is_guarded_and_recorded_as_a_small_one() -> None:
    acts = [act(f"bureau/{number}") for number in range(100)]
    given(act("bureau/7")).when(*acts).records(
        *(f"bureau/{number}" for number in range(100) if number != 7)
    )


# ------------------------------------------------------------------- the others
@pytest.mark.parametrize("size", [1, 100])
def test_what_another_recorded_meanwhile_is_passed_over(size: int) -> None:
    acts = [act(f"bureau/{number}", MATTER) for number in range(size)]
    with new_ledger() as recorder:
        overtaken = Overtaken(recorder, [acts[0]])
        outcome = run(overtaken, acts)
        assert outcome.skipped == ["bureau/0"]
        assert len(outcome.recorded) == size - 1
        assert recorder.head() == 2 * size


def test_a_reference_another_used_meanwhile_is_refused() -> None:
    with new_ledger() as recorder:
        overtaken = Overtaken(recorder, [act("bureau/1", title="Le leur")])
        with pytest.raises(ProblemsError, match="1 problem"):
            run(overtaken, [act("bureau/1", title="Le nôtre"), act("bureau/2")])
        assert recorder.head() == 1, "theirs only"


def test_a_namesake_another_designated_meanwhile_is_refused() -> None:
    designated = decision("delegate-designated", person="Ada Fictive")
    with new_ledger() as recorder:
        run(recorder, [request("bourg", "2024-1"), request("val", "2024-1")])
        head = recorder.head()
        overtaken = Overtaken(recorder, [act("bourg/2", designated)])
        with pytest.raises(ProblemsError):
            run(overtaken, [act("val/2", designated)])
        assert recorder.head() == head + 2


def test_a_date_another_learned_meanwhile_is_held_against_ours() -> None:
    dated = decision("act-dated", target="bureau/1", adopted_on="2024-06-01")
    sent = decision("act-transmitted", target="bureau/1", sent_on="2024-05-31")
    with new_ledger() as recorder:
        run(recorder, [act("bureau/1")])
        overtaken = Overtaken(recorder, [act("secretariat/1", dated)])
        with pytest.raises(ProblemsError):
            run(overtaken, [act("secretariat/2", sent)])


def test_what_has_nothing_to_do_with_ours_does_not_stop_it() -> None:
    with new_ledger() as recorder:
        overtaken = Overtaken(recorder, [act("bureau/1")])
        assert run(overtaken, [act("bureau/2")]).recorded == ["bureau/2"]
        assert overtaken.appends == 1


def test_whoever_is_overtaken_again_and_again_gives_up_and_says_so() -> None:
    class Busy(Overtaken):
        """A ledger that is never still."""

        def append(self, *_args: Any, **_options: Any) -> int:
            """Refuse."""
            self.appends += 1
            raise IntegrityError

    with new_ledger() as recorder:
        busy = Busy(recorder)
        with pytest.raises(BusyLedgerError, match=f"{ATTEMPTS} attempts"):
            record(gathered([act("bureau/1")]), busy, today=LAST_DAY)
        assert busy.appends == ATTEMPTS
        assert recorder.head() == 0

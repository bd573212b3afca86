"""From entries with gaps a question gets an answer, or a reason why there is none."""

from collections import defaultdict
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.mapper import Entry, entries_from
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.acts.first_fold import acts_as_known
from projections.proven.provenance import provenance
from projections.proven.query_text import answer_to, as_text, read_question, with_ids
from projections.timelines.world import world_of
from tests.acts import act
from tests.spec import entries_of

QUESTIONS = [
    *("annex 1", "annex 2", "roster comite-syndical", "roster college-nord"),
    *("roster bureau", "member chereng", "contributions 2024", "why regime"),
    *("why seat comite-syndical", "why vacancy ca-lens-lievin"),
    *("why member ca-caudresis-catesis", "why pending hem"),
    "why contribution 2024 ca-caudresis-catesis",
    *("why executory comite-syndical/2023-18", "why vote comite-syndical/2023-18"),
]
DAYS = ["2019-06-30", "2021-10-01", "2022-06-30", "2024-06-30", "2026-01-01"]


@pytest.fixture(scope="module")
def whole(demonstration: Path) -> list[Entry]:
    engine = open_ledger(str(demonstration))
    found = list(entries_from(SQLRecorder(engine).entries()))
    engine.dispose()
    return found


@settings(derandomize=True, deadline=None, max_examples=40)
@given(data=st.data())
def test_whatever_acts_are_left_out_or_cut_short_a_question_can_be_put(
    data: st.DataObject, whole: list[Entry]
) -> None:
    acts: dict[str, list[Entry]] = defaultdict(list)
    for one in whole:
        acts[one.act].append(one)
    random = data.draw(st.randoms(use_true_random=False))
    share = data.draw(st.sampled_from([0.1, 0.5, 0.9]))
    kept = [
        one
        for entries in acts.values()
        if random.random() < share
        for one in entries[: random.choice([None, None, 1, len(entries) - 1 or 1])]
    ]
    world = world_of(sorted(kept, key=lambda one: one.position), position=len(whole))
    for words in QUESTIONS:
        asked = read_question(f"{words} --at {data.draw(st.sampled_from(DAYS))}")
        with suppress(LedgerError):
            assert as_text(answer_to(world, with_ids(world, asked))).startswith("{")


def test_a_rectified_decision_that_is_not_there_is_left_alone() -> None:
    rectified = {
        "type": "act-rectified",
        "target": "bureau/1",
        "decision": 2,
        "set": {"subject": "other"},
        "reason": "typing",
    }
    said = [{"type": "matter-decided", "subject": one} for one in ("one", "two")]
    acts = act("bureau/1", *said), act("secretariat/1", rectified)
    history = entries_of(acts)
    [second] = [one for one in history if getattr(one.event, "subject", "") == "two"]
    known = acts_as_known(one for one in history if one is not second)
    [left] = known.acts["bureau/1"].decisions
    assert getattr(left.decision, "subject", None) == "one"
    whole = acts_as_known(history).acts["bureau/1"].decisions
    assert getattr(whole[1].decision, "subject", None) == "other"


def test_the_grounds_of_an_answer_grow_from_the_acts_it_names_to_all(
    whole: list[Entry],
) -> None:
    world = world_of(whole, position=len(whole))
    asked = read_question("why member chereng --at 2024-06-30")
    found = list(provenance(whole, world, answer_to(world, asked)))
    sizes = [len(one) for one in found]
    assert sizes == sorted({*sizes})
    assert found[-1] == whole
    assert {"chereng/2024-1-1", "prefecture-du-nord/2013-07-04"} <= {
        one.act for one in found[0]
    }
    for fewer, more in pairwise(found):
        assert {one.position for one in fewer} < {one.position for one in more}
    positions = defaultdict(list)
    for one in found[0]:
        positions[one.act].append(one.position)
    for reference, kept in positions.items():
        assert kept == [one.position for one in whole if one.act == reference]

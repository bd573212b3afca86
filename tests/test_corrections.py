"""What becomes of an act (specification section 10): as if never, or as rectified."""

from datetime import date
from typing import Any

from hypothesis import given as hypothetically
from hypothesis import strategies as st

from projections.register.portrait import institution_named, portrait
from tests.acts import APPEAL, COURT, act, complete, decision
from tests.answers import why
from tests.random_histories import DAYS, HISTORIES, day_text
from tests.spec import History, given
from tests.test_moments import AGREED, ASKED, SENT
from tests.test_time_property import FEWER, lines, waiting, world

DAY = "2024-06-30"
BEFORE = given(ASKED, AGREED, SENT)


def corrected(*corrections: tuple[str, dict[str, Any]]) -> History:
    acts = [act(author, decision) for author, decision in corrections]
    return given(ASKED, AGREED, SENT, *acts)


def annulled(number: int, target: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return f"{COURT}/{number}", {"type": "act-annulled", "target": target, **fields}


def overturned(number: int, target: str) -> tuple[str, dict[str, Any]]:
    return f"{APPEAL}/{number}", {"type": "ruling-overturned", "target": target}


# ------------------------------------------------------------------- as if never
def test_an_annulled_approval_is_as_if_it_had_never_been_also_for_past_dates() -> None:
    assert BEFORE.members(DAY) == ["avelin"]
    after = corrected(annulled(1, "comite-syndical/1"))
    assert after.members(DAY) == after.members("2024-03-11") == []
    [(member, _competence, missing)] = after.waiting(DAY)
    assert (member, missing) == ("avelin", ["approval"])


def test_an_earlier_moment_still_shows_the_first_world() -> None:
    after = corrected(annulled(1, "comite-syndical/1"))
    last = BEFORE.world().known.position
    assert after.as_known_at(last).members(DAY) == ["avelin"]


def test_a_revoked_act_is_as_if_it_had_never_been() -> None:
    revoked = decision("act-revoked", target="avelin/1")
    after = given(ASKED, AGREED, SENT, act("avelin/9", revoked, **complete(DAY)))
    assert after.members(DAY) == after.members("2024-03-11") == []
    assert [missing for *_, missing in after.waiting(DAY)] == [["request"]]


def test_a_partial_annulment_leaves_the_other_decisions_alone() -> None:
    after = corrected(annulled(1, "avelin/1", decisions=[1]))
    assert after.members(DAY) == []
    kept = act(
        "avelin/2",
        {"type": "matter-decided", "subject": "Rien"},
        {"type": "assembly-renewed", "on": "2024-05-01"},
    )
    acts = [kept, act(*annulled(1, "avelin/2", decisions=[1]))]
    known = given(ASKED, *acts).world().known
    assert [taken.number for taken in known.acts["avelin/2"].decisions] == [2]


def test_who_is_told_of_only_by_a_dead_act_is_still_found_and_named() -> None:
    after = corrected(annulled(1, "avelin/1"))
    on = date.fromisoformat(DAY)
    assert institution_named(after.world(), "Commune de Avelin") == "avelin"
    assert portrait(after.world(), "avelin", None, on).kind == "commune"
    [waits] = after.pending(DAY)
    assert (waits.name, waits.since) == ("Commune de Avelin", None)
    assert why(after, "member avelin", DAY).answer == "not established"


def test_an_overturned_annulment_is_void_and_the_first_world_returns() -> None:
    after = corrected(annulled(1, "comite-syndical/1"), overturned(1, f"{COURT}/1"))
    assert after.annex_1(DAY).members == BEFORE.annex_1(DAY).members


def test_an_overturning_overturned_lets_the_annulment_stand() -> None:
    after = corrected(
        annulled(1, "comite-syndical/1"),
        overturned(1, f"{COURT}/1"),
        ("conseil-d-etat/1", {"type": "ruling-overturned", "target": f"{APPEAL}/1"}),
    )
    assert after.members(DAY) == []


def test_a_correction_may_be_recorded_before_what_it_corrects() -> None:
    one = act(*overturned(1, f"{COURT}/1"))
    other = act(*annulled(1, "comite-syndical/1"))
    assert given(one, other, SENT, AGREED, ASKED).members(DAY) == ["avelin"]


# ------------------------------------------------------------------- rectified
def rectification(number: int, target: str, **fields: Any) -> Any:
    said = {"type": "act-rectified", "target": target, "reason": "Coquille", **fields}
    return f"secretariat/r{number}", said


def test_a_rectified_act_reads_as_corrected_from_that_entry_on() -> None:
    after = corrected(
        rectification(
            1,
            "comite-syndical/1",
            set={"executory_on": "2024-04-02", "executory_basis": "certified"},
        )
    )
    [line] = after.annex_1(DAY).members
    assert str(line.since) == "2024-04-02"
    last = BEFORE.world().known.position
    [line] = after.as_known_at(last).annex_1(DAY).members
    assert str(line.since) == "2024-03-11"


def test_a_decision_is_rectified_by_its_number() -> None:
    after = corrected(
        rectification(1, "avelin/1", decision=1, set={"effect": "2024-05-06"})
    )
    [line] = after.annex_1(DAY).members
    assert str(line.since) == "2024-05-06"


def test_what_was_learned_can_be_rectified_too() -> None:
    after = corrected(
        rectification(1, "secretariat/1", decision=1, set={"sent_on": "2024-03-18"})
    )
    [line] = after.annex_1(DAY).members
    assert str(line.since) == "2024-03-18"


def test_of_two_rectifications_the_later_holds_and_one_may_correct_the_other() -> None:
    first = rectification(1, "avelin/1", decision=1, set={"effect": "2024-05-06"})
    second = rectification(2, "avelin/1", decision=1, set={"effect": "2024-05-13"})
    third = rectification(
        3, "secretariat/r2", decision=1, set={"set": {"effect": "2024-05-20"}}
    )
    [line] = corrected(first, second).annex_1(DAY).members
    assert str(line.since) == "2024-05-13"
    [line] = corrected(first, second, third).annex_1(DAY).members
    assert str(line.since) == "2024-05-20"


def test_a_rectification_that_is_undone_is_as_if_it_had_never_been() -> None:
    first = rectification(1, "avelin/1", decision=1, set={"effect": "2024-05-06"})
    second = rectification(2, "avelin/1", decision=1, set={"effect": "2024-05-13"})
    for number, since in (("r1", "2024-05-13"), ("r2", "2024-05-06")):
        undone = annulled(1, f"secretariat/{number}")
        [line] = corrected(first, second, undone).annex_1(DAY).members
        assert str(line.since) == since
        voided = overturned(1, f"{COURT}/1")
        [line] = corrected(first, second, undone, voided).annex_1(DAY).members
        assert str(line.since) == "2024-05-13"


def test_who_rectified_an_act_is_known_as_long_as_the_rectification_stands() -> None:
    first = rectification(1, "avelin/1", decision=1, set={"effect": "2024-05-06"})
    second = rectification(2, "avelin/1", set={"title": "Adhésion"})
    undone = annulled(1, "secretariat/r1")
    for said, by in (
        ((), ()),
        ((first, second), ("secretariat/r1", "secretariat/r2")),
        ((first, second, undone), ("secretariat/r2",)),
    ):
        assert corrected(*said).world().known.acts["avelin/1"].rectified_by == by


def test_an_annulment_rectified_by_what_it_annuls_is_no_annulment_of_it() -> None:
    ruling = annulled(1, "secretariat/r1")
    first = rectification(1, ruling[0], decision=1, set={"target": "comite-syndical/1"})
    assert corrected(first, ruling).annex_1(DAY).members == ()


# ------------------------------------------------------------------- laws
@FEWER
@hypothetically(acts=HISTORIES, day=DAYS, data=st.data())
def test_annulling_equals_the_history_without_and_overturning_equals_never(
    acts: list[dict[str, Any]], day: int, data: st.DataObject
) -> None:
    found = data.draw(st.sampled_from(acts))["act"]
    on = date.fromisoformat(day_text(day))
    ruling = {
        "act": f"{COURT}/1",
        "decisions": [{"type": "act-annulled", "target": found}],
    }
    voided = {
        "act": f"{APPEAL}/1",
        "decisions": [{"type": "ruling-overturned", "target": f"{COURT}/1"}],
    }
    without = [one for one in acts if one["act"] != found]
    assert lines(world([*acts, ruling]), on) == lines(world(without), on)
    again, never = world([*acts, ruling, voided]), world(acts)
    assert lines(again, on) == lines(never, on)
    assert waiting(again, on) == waiting(never, on)

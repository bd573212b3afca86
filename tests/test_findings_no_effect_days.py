"""On which day is a decision that moves nothing told, and which is not (section 11)?"""

from tests.acts import (
    act,
    approval,
    base,
    complete,
    counts,
    creation,
    decision,
    joins,
    learned,
    repealed,
    request,
    ruling,
)
from tests.committee import designates
from tests.test_findings_no_effect import BEFORE, LATE, LEFT, OVER, TARGET, swallowed


def test_nothing_is_told_of_before_its_day() -> None:
    late = designates("avelin", "Ada", "2022-01-10", from_="2022-03-01")
    assert swallowed((*LEFT, late), late["act"], "2022-02-28") == []
    assert len(swallowed((*LEFT, late), late["act"], "2022-03-01")) == 1
    joined = approval("avelin", "8", **complete("2022-01-10", "2022-03-01"))
    again = (*BEFORE, request("avelin", "7", **LATE), joined)
    assert swallowed(again, joined["act"], "2022-02-28") == []
    assert len(swallowed(again, joined["act"], "2022-03-01")) == 1


def test_what_takes_effect_on_the_day_of_the_dissolution_comes_too_late() -> None:
    for on, told_of in (("2021-06-29", 0), ("2021-06-30", 1)):
        voted = base(2022, "1.00", on)
        assert len(swallowed((*OVER, voted), voted["act"])) == told_of


def test_a_request_that_was_refused_is_answered() -> None:
    refused = approval("avelin", "6", **complete("2020-01-20"))
    refused = {**refused, "vote": {"for": 1, "against": 20, "outcome": "rejected"}}
    early = request("avelin", "0", **complete("2020-01-10"))
    history = (BEFORE[0], early, refused, *BEFORE[1:])
    assert swallowed(history, early["act"]) == []
    unanswered = (BEFORE[0], early, *BEFORE[1:])
    told_of = [swallowed(unanswered, one) for one in (early["act"], TARGET)]
    assert sorted(map(len, told_of)) == [0, 1]


def test_who_joins_the_year_a_school_year_ends_in_owes_for_its_count() -> None:
    joined = (creation(), *joins("avelin", on="2023-03-01"))
    count = counts("avelin", "2022-2023", 9, "2023-03-06")
    assert swallowed((*joined, count), count["act"]) == []
    early = counts("avelin", "2021-2022", 9, "2023-03-06")
    assert len(swallowed((*joined, early), early["act"])) == 1


def test_a_repeal_waits_for_the_day_it_is_in_force() -> None:
    late = repealed(TARGET, "2022-01-10", dates=complete("2022-01-10", "2022-03-01"))
    assert swallowed((*BEFORE, late), late["act"], "2022-02-28") == []
    assert len(swallowed((*BEFORE, late), late["act"], "2022-03-01")) == 1


def test_of_what_is_rectified_only_what_is_dead_is_told() -> None:
    two = act("avelin/d", decision("matter-decided", subject="x"), REST, **LATE)
    gone = ruling("act-annulled", "avelin/d", 4, decisions=["1"])
    for number, told_of in (("1", 1), ("2", 0)):
        fields = {"set": {"subject": "y"}, "reason": "Coquille", "decision": number}
        said = learned("r", "act-rectified", target="avelin/d", **fields)
        assert len(swallowed((*BEFORE, two, gone, said), said["act"])) == told_of


REST = decision("matter-decided", subject="z")


def test_who_has_left_meanwhile_is_not_told_to_be_a_member_still() -> None:
    idle = designates("avelin", "Ada", "2021-03-01")
    [said] = swallowed((*LEFT, idle), idle["act"])
    assert said.endswith("Commune de Avelin is no member on 2021-03-01")

"""What a correction makes of an act is told as it was decided (section 10)."""

from tests.acts import (
    APPROVAL,
    AVELIN,
    COURT,
    LATER,
    PAUSED,
    RESUMED,
    Plain,
    act,
    annulled_from,
    repealed,
    suspended,
)
from tests.answers import says, why
from tests.committee import founded
from tests.spec import given

DAY = "2024-01-01"


def told(*acts: Plain, of: str) -> list[str]:
    found = says(why(given(*acts), f"executory {of}", DAY))
    return [code for code in found if code.startswith("act.")]


def test_a_repeal_keeps_what_the_act_began_among_members() -> None:
    assert told(*AVELIN, repealed(APPROVAL, PAUSED), of=APPROVAL) == [
        "act.repealed",
        "act.repeal-keeps",
    ]


def test_a_repeal_keeps_nothing_of_a_request_that_began_nothing() -> None:
    request = AVELIN[0]
    ended = repealed(request["act"], PAUSED)
    assert told(request, ended, of=request["act"]) == ["act.repealed"]


def test_a_suspended_repeal_keeps_nothing_of_what_never_began() -> None:
    request = AVELIN[0]
    ended = repealed(request["act"], PAUSED)
    pause = suspended(ended["act"], LATER)
    assert told(request, ended, pause, of=request["act"]) == [
        "act.repealed",
        "act.suspended",
    ]


def test_a_repeal_keeps_nothing_of_what_a_court_had_ended_by_then() -> None:
    ended = repealed(APPROVAL, RESUMED)
    assert told(*AVELIN, annulled_from(APPROVAL), ended, of=APPROVAL) == [
        "act.annulled-from",
        "act.repealed",
    ]


def test_lifting_the_suspension_of_an_act_and_of_a_ruling_are_told_apart() -> None:
    pause = suspended(APPROVAL)
    lifted = {"type": "suspension-lifted", "target": APPROVAL, "from": RESUMED}
    of_ruling = lifted | {"target": pause["act"]}
    for said, sentence in (
        (lifted, "{act} resumes on {from_}: {ruling} lifted its suspension."),
        (of_ruling, "What {act} suspended resumes on {from_}: {ruling} lifted it."),
    ):
        ruling = act(f"{COURT}/2", said, adopted_on="2025-02-03")
        found = why(given(*founded(), *AVELIN, pause, ruling), "member avelin", DAY)
        [step] = [one for one in found.steps if one.says == "act.suspension-lifted"]
        assert step.sentence == sentence
        assert found.answer == "yes"

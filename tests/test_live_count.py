"""The live count: who is there, whose proxies count, what is needed of those."""

from datetime import date

from ledger.votes import Question
from projections.timelines.world import World
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judge
from projections.votes.live_count import Live, Sheet, live_count
from projections.votes.proxies import (
    GIVEN_TWICE,
    GIVER_THERE,
    GIVER_VOTELESS,
    HOLDER_ABSENT,
    HOLDER_VOTELESS,
    ONE_TOO_MANY,
)
from tests.acts import COMMITTEE, act
from tests.committee import BUREAU, NORD, OFFICERS, REGION, full_house
from tests.spec import given
from tests.test_ballot import HELD, house

REGION_TEN = tuple(f"region-{number}" for number in range(1, 11))
NORD_FIVE = tuple(f"nord-{number}" for number in range(1, 6))
BLOCK = ("d-avelin", "d-beuvry", "d-xaffevillers", "d-ypreville")


def counted(
    sheet: Sheet,
    question: Question = "adhesion",
    *,
    body: str = COMMITTEE,
    world: World | None = None,
) -> Live:
    judge = Judge(world or house())
    asked = Asked(question, "carvin" if question == "adhesion" else None)
    found = judge.electorate(body, asked, date.fromisoformat(HELD))
    return live_count(judge, found, sheet)


def refused(live: Live) -> list[tuple[str, str | None]]:
    return [(one.giver, one.reason) for one in live.proxies if not one.counts]


# ------------------------------------------------------------------- quorum
def test_half_of_those_in_office_is_enough() -> None:
    quorum = counted(Sheet((*REGION_TEN, "nord-1", "nord-2"))).quorum
    assert quorum is not None
    assert (quorum.present, quorum.needed, quorum.missing) == (12, 12, 0)
    assert quorum.reached


def test_proxies_do_not_count_towards_the_quorum() -> None:
    live = counted(Sheet((*REGION_TEN, "nord-1"), (("nord-2", "nord-1"),)))
    assert live.quorum is not None
    assert (live.quorum.missing, live.quorum.reached) == (1, False)
    assert len(live.voters) == 12
    assert live.steps[0].says == "ballot.no-quorum"


def test_who_is_recused_is_in_office_and_not_there() -> None:
    live = counted(Sheet((*REGION_TEN, "nord-1"), recused=("nord-1", "nord-2")))
    assert live.quorum is not None
    assert (live.quorum.present, live.quorum.in_office) == (10, 24)
    assert [one.person for one in live.voters if one.group == NORD] == []


def test_a_second_call_on_record_needs_no_quorum() -> None:
    def called(number: int, held_on: str, **said: str) -> dict[str, str]:
        session = {"type": "session-convened", "session": f"{COMMITTEE}/{number}"}
        return session | {"body": COMMITTEE, "held_on": held_on, **said}

    first = called(1, "2024-06-10", sent_on="2024-06-01")
    nobody = {"type": "attendance-recorded", "session": f"{COMMITTEE}/1", "present": []}
    second = called(2, HELD, sent_on="2024-06-11", second_call_of=f"{COMMITTEE}/1")
    sessions = act(f"{COMMITTEE}/sessions", first, nobody, second)
    live = counted(
        Sheet(("nord-1",)),
        "budget",
        world=given(*full_house(OFFICERS[0]), sessions).world(),
    )
    assert live.quorum is not None
    assert not live.quorum.required
    assert live.steps[0].says == "ballot.second-call"


def test_no_quorum_is_laid_down_for_the_bureau() -> None:
    live = counted(Sheet(("region-1",)), "ordinary", body=BUREAU)
    assert live.quorum is None
    assert (live.votes, live.blocking) == (1, ((REGION,),))


# ------------------------------------------------------------------- proxies
def test_a_proxy_held_by_a_member_present_votes_with_the_givers_weight() -> None:
    live = counted(Sheet(("region-1",), (("nord-1", "region-1"),)))
    assert [(one.person, one.weight, one.proxy_held_by) for one in live.voters] == [
        ("region-1", 1, None),
        ("nord-1", 3, "region-1"),
    ]
    assert live.votes == 4


def test_one_holds_one_proxy() -> None:
    given_to_one = (("nord-1", "region-1"), ("nord-2", "region-1"))
    assert refused(counted(Sheet(("region-1",), given_to_one))) == [
        ("nord-1", ONE_TOO_MANY.sentence),
        ("nord-2", ONE_TOO_MANY.sentence),
    ]


def test_an_absent_holder_votes_for_nobody() -> None:
    sheet = Sheet(("region-1",), (("nord-1", "nord-2"),))
    assert refused(counted(sheet)) == [("nord-1", HOLDER_ABSENT.sentence)]


def test_a_recused_holder_votes_for_nobody() -> None:
    sheet = Sheet(("nord-2",), (("nord-1", "nord-2"),), recused=("nord-2",))
    live = counted(sheet)
    assert refused(live) == [("nord-1", HOLDER_VOTELESS.sentence)]
    assert live.voters == ()


def test_a_recused_giver_has_no_proxy() -> None:
    sheet = Sheet(("nord-2",), (("nord-1", "nord-2"),), recused=("nord-1",))
    assert refused(counted(sheet)) == [("nord-1", GIVER_VOTELESS.sentence)]


def test_the_president_who_leaves_for_the_accounts_holds_no_proxy() -> None:
    sheet = Sheet(("region-1", "nord-1"), (("nord-2", "region-1"),))
    live = counted(sheet, "accounts")
    assert refused(live) == [("nord-2", HOLDER_VOTELESS.sentence)]
    assert [one.person for one in live.voters] == ["nord-1"]


def test_who_is_present_votes_once_whatever_proxy_was_given() -> None:
    live = counted(Sheet(("nord-1", "nord-2"), (("nord-1", "nord-2"),)))
    assert refused(live) == [("nord-1", GIVER_THERE.sentence)]
    assert live.votes == 6


def test_a_giver_votes_once_only() -> None:
    twice = (("nord-1", "region-1"), ("nord-1", "region-2"))
    live = counted(Sheet(("region-1", "region-2"), twice))
    assert refused(live) == [("nord-1", GIVEN_TWICE.sentence)] * 2
    assert live.votes == 2


# ------------------------------------------------------------------- what it takes
def test_who_has_no_seat_has_no_vote() -> None:
    live = counted(Sheet(("nord-1", "d-carvin")))
    assert live.without_seat == ("d-carvin",)
    assert [one.person for one in live.voters] == ["nord-1"]


def test_what_is_needed_and_who_blocks_follow_from_those_there() -> None:
    live = counted(Sheet((*REGION_TEN, *BLOCK)))
    assert (live.votes, live.needed) == (14, 10)
    assert live.blocking == ((REGION,),)


def test_statutes_need_the_same_number_whoever_is_there() -> None:
    live = counted(Sheet((*REGION_TEN, *BLOCK)), "statutes")
    assert (live.votes, live.needed) == (14, 16)
    assert live.blocking == ((),)


def test_without_the_president_a_tie_is_decided_by_nobody() -> None:
    without = counted(Sheet(("region-2", "nord-1")), "budget")
    assert without.blocking == ((REGION,), (NORD,))
    with_president = counted(Sheet(("region-1", "nord-1")), "budget")
    assert with_president.blocking == ((REGION,),)

"""Quorum, proxies, notice, second calls (art. 8.3)."""

from typing import Any

import pytest

from ledger.session_refusals import (
    AbsentHolderError,
    EarlySecondCallError,
    NeedlessSecondCallError,
    PresentGiverError,
    SecondProxyError,
    ShortNoticeError,
    UnknownAttendeeError,
)
from ledger.voting_refusals import (
    AbsentVoterError,
    NoQuorumError,
    OrdinaryMajorityError,
)
from tests.acts import COMMITTEE, Plain, act, decision
from tests.committee import (
    AT_SESSION,
    DAY,
    EVERYBODY,
    HOUSE,
    NUMBER,
    SESSION,
    attended,
    convenes,
    decided,
    held,
    vote,
)
from tests.spec import given

ADOPTED = f"comite-syndical/{NUMBER}"
TWELVE = EVERYBODY[:12]
ELEVEN = EVERYBODY[:11]


def put(voters: list[str]) -> Plain:
    return decided(vote(voters), **AT_SESSION)


# ------------------------------------------------------------------- quorum
def test_half_of_the_members_in_office_make_a_quorum() -> None:
    given(*HOUSE, *held(SESSION, *TWELVE)).when(put(TWELVE)).records(ADOPTED)


def test_one_less_than_half_makes_none() -> None:
    asked = given(*HOUSE, *held(SESSION, *ELEVEN)).when(put(ELEVEN))
    [error] = asked.refused(NoQuorumError)
    assert "11 members were present" in str(error)
    assert "of 24 in office, and 12 are needed" in str(error)
    assert error.cited() == "statutes, art. 8.3"
    rejected = decided(vote(ELEVEN, outcome="rejected"), **AT_SESSION)
    asked = given(*HOUSE, *held(SESSION, *ELEVEN)).when(rejected)
    assert asked.rules_broken() == {"vote.quorum", "vote.outcome"}


def test_proxies_make_no_quorum() -> None:
    session = held(SESSION, *ELEVEN, proxies={"pdc-5": "region-1", "pdc-4": "region-2"})
    asked = given(*HOUSE, *session).when(put([*ELEVEN, "pdc-5", "pdc-4"]))
    asked.refused(NoQuorumError)


def test_of_an_odd_number_the_greater_half_is_needed() -> None:
    gone = decision("seat-vacated", person="d-ypreville", on="2020-06-01")
    left = act("secretariat/depart", gone | {"reason": "death"})
    given(*HOUSE, left, *held(SESSION, *TWELVE)).when(put(TWELVE)).records(ADOPTED)
    given(*HOUSE, left, *held(SESSION, *ELEVEN)).when(put(ELEVEN)).refused(
        NoQuorumError
    )


def test_strangers_who_were_present_make_no_quorum() -> None:
    excused = [{"rule": "session.attendance", "reason": "fictif"}]
    session = held(SESSION, *ELEVEN, "Une spectatrice", irregular=excused)
    given(*HOUSE, *session).when(put(ELEVEN)).refused(NoQuorumError)


def test_without_a_session_on_record_quorum_is_not_judged() -> None:
    given(*HOUSE).when(decided(vote(["region-1"]))).records(ADOPTED)
    given(*HOUSE).when(put(["region-1"])).records(ADOPTED)
    given(*HOUSE, convenes(SESSION)).when(put(["region-1"])).records(ADOPTED)
    of_bureau = convenes("bureau/2020-06-18")
    there = attended("bureau/2020-06-18", "region-1")
    asked = decided(vote(["region-1"]), session="bureau/2020-06-18")
    given(*HOUSE, of_bureau, there).when(asked).records(ADOPTED)


def test_the_attendance_may_stand_later_in_the_same_file() -> None:
    asked = [put(ELEVEN), *held(SESSION, *ELEVEN)]
    given(*HOUSE).when(*asked).refused(NoQuorumError)
    given().when(put(ELEVEN), *held(SESSION, *ELEVEN), *HOUSE).refused(NoQuorumError)
    asked = [put(TWELVE), *held(SESSION, *TWELVE)]
    given(*HOUSE).when(*asked).records(*(one["act"] for one in asked))


def test_unanimous_is_what_those_were_who_were_there() -> None:
    there = given(*HOUSE, *held(SESSION, *TWELVE))
    there.when(decided("unanimous", **AT_SESSION)).records(ADOPTED)
    nobody = given(*HOUSE, *held(SESSION))
    nobody.when(decided("unanimous", **AT_SESSION)).refused(
        NoQuorumError, OrdinaryMajorityError
    )


# ------------------------------------------------------------------- proxies
def test_a_member_holds_one_proxy_and_no_more() -> None:
    present = [one for one in EVERYBODY if one not in {"pdc-4", "pdc-5"}]
    both = attended(SESSION, *present, proxies={"pdc-4": "pdc-1", "pdc-5": "pdc-1"})
    [error] = given(*HOUSE, convenes(SESSION)).when(both).refused(SecondProxyError)
    assert "pdc-1 holds 2 proxies" in str(error)
    each = attended(SESSION, *present, proxies={"pdc-4": "pdc-1", "pdc-5": "pdc-2"})
    given(*HOUSE, convenes(SESSION)).when(each).records(each["act"])


@pytest.mark.parametrize("holder", ["pdc-4", "Une spectatrice"])
def test_a_proxy_is_held_by_a_member_who_is_present(holder: str) -> None:
    absent = {"pdc-4", "pdc-5"}
    present = [one for one in EVERYBODY if one not in absent] + ["Une spectatrice"]
    asked = attended(SESSION, *present, proxies={"pdc-5": holder})
    given(*HOUSE, convenes(SESSION)).when(asked).refused(
        UnknownAttendeeError, AbsentHolderError
    )


def test_who_is_present_votes_in_person_and_gives_no_proxy() -> None:
    asked = attended(SESSION, *EVERYBODY, proxies={"pdc-5": "pdc-1"})
    [error] = given(*HOUSE, convenes(SESSION)).when(asked).refused(PresentGiverError)
    assert "pdc-5 is among those present" in str(error)


def test_two_who_hold_each_others_proxy_are_both_told() -> None:
    each = {"pdc-5": "pdc-4", "pdc-4": "pdc-5"}
    asked = attended(SESSION, *EVERYBODY, proxies=each)
    given(*HOUSE, convenes(SESSION)).when(asked).refused(
        PresentGiverError, PresentGiverError
    )
    others = [one for one in EVERYBODY if one not in each]
    asked = attended(SESSION, *others, proxies=each)
    given(*HOUSE, convenes(SESSION)).when(asked).refused(
        AbsentHolderError, AbsentHolderError
    )


def test_of_two_proxies_held_by_one_neither_counts_whatever_their_order() -> None:
    present = [one for one in EVERYBODY if one not in {"pdc-4", "pdc-5"}]
    excused = [{"rule": "session.proxy", "reason": "fictif"}]
    for givers in (["pdc-4", "pdc-5"], ["pdc-5", "pdc-4"]):
        both = dict.fromkeys(givers, "pdc-1")
        session = [convenes(SESSION)]
        session.append(attended(SESSION, *present, proxies=both, irregular=excused))
        for giver in givers:
            asked = put([*present, giver])
            given(*HOUSE, *session).when(asked).refused(AbsentVoterError)
        given(*HOUSE, *session).when(put(present)).records(ADOPTED)


# ------------------------------------------------------------------- notice
def test_a_session_is_called_five_days_before() -> None:
    late = convenes(SESSION, sent_on="2020-06-14")
    [error] = given(*HOUSE).when(late).refused(ShortNoticeError)
    assert "4 day(s) before, and 5 are needed" in str(error)
    given(*HOUSE).when(convenes(SESSION, sent_on="2020-06-13")).records(late["act"])
    of_bureau = convenes("bureau/1", DAY, sent_on=DAY)
    given(*HOUSE).when(of_bureau).records(of_bureau["act"])


def test_what_is_known_as_irregular_is_recorded_and_stays_visible() -> None:
    named = [{"rule": "session.notice", "reason": "Urgence (fictif)"}]
    asked = convenes(SESSION, sent_on="2020-06-14") | {"irregular": named}
    given(*HOUSE).when(asked).records(asked["act"])
    other = convenes(SESSION, sent_on="2020-06-14") | {
        "irregular": [{"rule": "vote.quorum", "reason": "Autre règle (fictif)"}]
    }
    given(*HOUSE).when(other).refused(ShortNoticeError)


# ------------------------------------------------------------------- second calls
def second(days: int, **said: Any) -> list[Plain]:
    """Call a second session so many days after, attended by one."""
    on = f"2020-06-{18 + days}"
    session = f"{COMMITTEE}/{on}"
    call = convenes(session, sent_on=on, second_call_of=SESSION, **said)
    return [call, attended(session, "region-1")]


def at_second(days: int) -> Plain:
    on = f"2020-06-{18 + days}"
    session = {"session": f"comite-syndical/{on}"}
    return decided(vote(["region-1"]), on=on, **session)


def test_a_second_call_after_three_days_needs_no_quorum_and_no_notice() -> None:
    asked = [*held(SESSION, *ELEVEN), *second(3), at_second(3)]
    given(*HOUSE).when(*asked).records(*(one["act"] for one in asked))


def test_strangers_at_the_first_session_do_not_stop_a_second_call() -> None:
    excused = [{"rule": "session.attendance", "reason": "fictif"}]
    first = held(SESSION, *ELEVEN, "Une spectatrice", irregular=excused)
    asked = [*first, *second(3), at_second(3)]
    given(*HOUSE).when(*asked).records(*(one["act"] for one in asked))


def test_a_second_call_after_two_days_is_refused_and_needs_its_quorum() -> None:
    asked = [*second(2), at_second(2)]
    before = given(*HOUSE, *held(SESSION, *ELEVEN))
    found = before.when(*asked).refused(EarlySecondCallError, NoQuorumError)
    assert "2 day(s) after" in str(found[0])
    assert "3 are needed" in str(found[0])


@pytest.mark.parametrize(
    "first",
    [held(SESSION, *TWELVE), [convenes(SESSION)], []],
    ids=["a quorum", "no attendance", "no session"],
)
def test_a_second_call_is_for_want_of_a_quorum(first: list[Plain]) -> None:
    before = given(*HOUSE, *first)
    before.when(second(3)[0]).refused(NeedlessSecondCallError)
    before.when(*second(3), at_second(3)).refused(
        NeedlessSecondCallError, NoQuorumError
    )


def test_a_second_call_follows_a_session_of_the_same_body() -> None:
    of_bureau = convenes("bureau/1", DAY)
    there = attended("bureau/1", "region-1")
    call = convenes(
        f"{COMMITTEE}/2020-06-21", sent_on="2020-06-21", second_call_of="bureau/1"
    )
    given(*HOUSE, of_bureau, there).when(call).refused(NeedlessSecondCallError)


def test_a_first_session_from_before_the_statutes_stops_nothing() -> None:
    before = f"{COMMITTEE}/2018-12-20"
    first = convenes(before, sent_on="2018-12-10")
    there = attended(before, "region-1")
    call = convenes(
        f"{COMMITTEE}/2019-06-21", sent_on="2019-06-21", second_call_of=before
    )
    given(*HOUSE, first, there).when(call).refused(NeedlessSecondCallError)


def test_a_convocation_that_came_to_nothing_is_no_convocation() -> None:
    call = {"session": SESSION, "body": "comite-syndical"}
    dates = {"sent_on": "2020-06-17", "held_on": DAY}
    said = decision("session-convened", **call, **dates)
    asked = act("president/appel", said, vote={"outcome": "rejected"})
    given(*HOUSE).when(asked).records("president/appel")

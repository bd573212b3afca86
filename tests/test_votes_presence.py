"""Who was there for a question: names, arrivals, departures (art. 8.3)."""

from itertools import permutations

import pytest

from ledger.session_refusals import (
    PresentGiverError,
    SecondProxyError,
    UnknownAttendeeError,
)
from ledger.voting_refusals import AbsentVoterError, NoQuorumError
from projections.votes.attendees import Attendees
from projections.votes.sessions import Attendance
from tests.acts import COMMITTEE, Plain
from tests.answers import found, says, why
from tests.committee import (
    AT_SESSION,
    EVERYBODY,
    HOUSE,
    SESSION,
    attended,
    convenes,
    decided,
    held,
    vote,
)
from tests.spec import given

FIRST, SECOND, THIRD = (f"{COMMITTEE}/{number}" for number in (1, 2, 3))
ORDER = [FIRST, SECOND, THIRD]
TWELVE, ELEVEN = EVERYBODY[:12], EVERYBODY[:11]
LAST = TWELVE[-1]


def put(voters: list[str], reference: str = FIRST) -> Plain:
    number = reference.partition("/")[2]
    return decided(vote(voters), number=number, **AT_SESSION)


# ------------------------------------------------------------------- names
@pytest.mark.parametrize(
    "written",
    [
        "Odile Ritournel",
        "odile-ritournel",
        "Mme Odile RITOURNEL",
        "RITOURNEL Odile",
        "Madame Odile Ritournel",
        "Monsieur odile ritournel",
        "Mlle. Odile Ritournel",
    ],
)
def test_a_name_is_meant_with_its_civility_in_capitals_or_surname_first(
    written: str,
) -> None:
    known = Attendees({"odile-ritournel": "Odile Ritournel", "paul-doux": "Paul Doux"})
    assert known.meant(written) == "odile-ritournel"


@pytest.mark.parametrize("written", ["Odile Ritourne", "Odile", "Mme", "Odile R."])
def test_a_name_that_does_not_fit_is_nobodys(written: str) -> None:
    known = Attendees({"odile-ritournel": "Odile Ritournel"})
    assert known.meant(written) not in known.names


def test_a_name_two_bear_is_neithers() -> None:
    known = Attendees({"odile-1": "Odile Ritournel", "odile-2": "Odile Ritournel"})
    assert known.meant("Mme Odile Ritournel") not in known.names


def test_an_attendance_names_the_delegate_it_must_mean() -> None:
    written = [*ELEVEN, f"Mme {LAST.upper()}"]
    sheet = attended(SESSION, *written, presided_by="M. REGION 1")
    given(*HOUSE, convenes(SESSION)).when(sheet).records(sheet["act"])
    history = [*HOUSE, convenes(SESSION), sheet]
    given(*history).when(put(TWELVE)).records(FIRST)


def test_a_typing_error_in_an_attendance_is_told_with_the_nearest() -> None:
    sheet = attended(SESSION, *ELEVEN, "nort-2")
    [error] = given(*HOUSE, convenes(SESSION)).when(sheet).refused(UnknownAttendeeError)
    assert "Did you mean «nord-2»?" in str(error)
    chaired = attended(SESSION, *TWELVE, presided_by="regio-1")
    given(*HOUSE, convenes(SESSION)).when(chaired).refused(UnknownAttendeeError)
    excused = [{"rule": "session.attendance", "reason": "fictif"}]
    forced = attended(SESSION, *ELEVEN, "nort-2", irregular=excused)
    given(*HOUSE, convenes(SESSION)).when(forced).records(forced["act"])


def test_who_sat_by_an_act_of_the_same_batch_is_known() -> None:
    sheet = attended(SESSION, *TWELVE)
    given(*HOUSE[:1]).when(*HOUSE[1:], convenes(SESSION), sheet).records(
        *(one["act"] for one in [*HOUSE[1:], convenes(SESSION), sheet])
    )


# ------------------------------------------------------------------- arrivals
def arriving(at: str, order: list[str] = ORDER) -> list[Plain]:
    return held(SESSION, *TWELVE, arrived={LAST: at}, order=order)


def leaving(after: str, order: list[str] = ORDER) -> list[Plain]:
    return held(SESSION, *TWELVE, left={LAST: after}, order=order)


def test_who_arrived_later_was_not_there_before() -> None:
    house = [*HOUSE, *arriving(SECOND)]
    given(*house).when(put(ELEVEN)).refused(NoQuorumError)
    given(*house).when(put(TWELVE)).refused(AbsentVoterError, NoQuorumError)
    given(*house).when(put(TWELVE, SECOND)).records(SECOND)
    given(*house).when(put(TWELVE, THIRD)).records(THIRD)


def test_who_left_was_there_until_then() -> None:
    house = [*HOUSE, *leaving(SECOND)]
    given(*house).when(put(TWELVE)).records(FIRST)
    given(*house).when(put(TWELVE, SECOND)).records(SECOND)
    given(*house).when(put(ELEVEN, THIRD)).refused(NoQuorumError)
    assert found(given(*house, put(TWELVE)), "vote.quorum", "vote.electorate") == []


def test_of_an_act_outside_the_order_nobody_can_tell_who_was_there() -> None:
    house = [*HOUSE, *arriving(SECOND, order=[SECOND, THIRD])]
    given(*house).when(put(TWELVE)).refused(NoQuorumError)
    asked = put(ELEVEN) | {"irregular": [{"rule": "vote.quorum", "reason": "fictif"}]}
    assert len(found(given(*house, asked), "session.order")) == 1
    assert "session.order" in says(
        why(given(*house, asked), f"vote {FIRST}", "2020-12-31")
    )
    assert found(given(*house, put(TWELVE, SECOND)), "session.order") == []


def test_without_any_order_the_act_of_the_arrival_is_told_all_the_same() -> None:
    house = [*HOUSE, *arriving(SECOND, order=[])]
    given(*house).when(put(TWELVE, SECOND)).records(SECOND)
    given(*house).when(put(TWELVE, THIRD)).refused(NoQuorumError)


def test_the_order_may_name_acts_that_are_not_recorded_yet() -> None:
    sheet = arriving(SECOND)
    given(*HOUSE).when(*sheet).records(*(one["act"] for one in sheet))


# ------------------------------------------------------------------- proxies
def test_a_proxy_counts_once_its_giver_has_left() -> None:
    given_ = {"pdc-5": "region-1"}
    sheet = held(
        SESSION, *EVERYBODY, left={"pdc-5": FIRST}, proxies=given_, order=ORDER
    )
    given(*HOUSE).when(*sheet).records(*(one["act"] for one in sheet))
    house = [*HOUSE, *sheet]
    given(*house).when(put(EVERYBODY)).records(FIRST)
    given(*house).when(put(EVERYBODY, SECOND)).records(SECOND)
    gone = attended(SESSION, *EVERYBODY, left={"pdc-5": FIRST}, order=ORDER)
    given(*HOUSE, convenes(SESSION), gone).when(put(EVERYBODY, SECOND)).refused(
        AbsentVoterError
    )


def test_a_proxy_counts_no_more_once_its_holder_has_left() -> None:
    there = [one for one in EVERYBODY if one != "pdc-5"]
    given_ = {"pdc-5": "region-2"}
    sheet = held(SESSION, *there, left={"region-2": FIRST}, proxies=given_, order=ORDER)
    house = [*HOUSE, *sheet]
    given(*house).when(put(EVERYBODY)).records(FIRST)
    rest = [one for one in there if one != "region-2"]
    given(*house).when(put([*rest, "pdc-5"], SECOND)).refused(AbsentVoterError)
    given(*house).when(put(rest, SECOND)).records(SECOND)


def test_who_is_there_throughout_gives_no_proxy() -> None:
    sheet = attended(SESSION, *EVERYBODY, proxies={"pdc-5": "pdc-1"}, order=ORDER)
    given(*HOUSE, convenes(SESSION)).when(sheet).refused(PresentGiverError)


def test_two_proxies_are_too_many_only_while_both_givers_are_away() -> None:
    there = [one for one in EVERYBODY if one != "pdc-4"]
    both = {"pdc-4": "pdc-1", "pdc-5": "pdc-1"}
    away = attended(SESSION, *there, proxies=both, left={"pdc-5": FIRST}, order=ORDER)
    given(*HOUSE, convenes(SESSION)).when(away).refused(SecondProxyError)
    last = attended(SESSION, *there, proxies=both, left={"pdc-5": THIRD}, order=ORDER)
    given(*HOUSE, convenes(SESSION)).when(last).records(last["act"])


# ------------------------------------------------------------------- the count
def test_a_count_that_does_not_close_is_told() -> None:
    house = [*HOUSE, *held(SESSION, *TWELVE)]
    assert found(given(*house, put(TWELVE)), "vote.count") == []
    assert len(found(given(*house, put(ELEVEN)), "vote.count")) == 1
    apart = decided(vote(ELEVEN, recused=[LAST]), number="1", **AT_SESSION)
    assert found(given(*house, apart), "vote.count") == []
    blank = decided(vote(ELEVEN, [], [LAST]), number="1", **AT_SESSION)
    assert found(given(*house, blank), "vote.count") == []
    alike = decided("unanimous", number="1", **AT_SESSION)
    assert found(given(*house, alike), "vote.count") == []


# ------------------------------------------------------------------- every presence
def naive(person: str, act_: str, order: tuple[str, ...], sheet: Plain) -> bool | None:
    """Walk through the session: the door opens and closes before each act."""
    first, last = sheet["arrived"].get(person), sheet["left"].get(person)
    if first in {None, act_} and last in {None, act_}:
        return True
    if {one for one in (act_, first, last) if one} <= {*order}:
        is_there = first is None
        for one in order:
            is_there = is_there or one == first
            if one == act_:
                return is_there
            if one == last:
                return False
    return None


def test_whoever_comes_and_goes_is_there_as_a_walk_through_shows() -> None:
    orders = [order for size in range(4) for order in permutations("abc", size)]
    for order in orders:
        for first in (None, *"abc"):
            for last in (None, *"abc"):
                both = bool(first and last) and {first, last} <= {*order}
                if both and order.index(str(first)) > order.index(str(last)):
                    continue  # left before arriving: no such day
                for act_ in "abc":
                    arrived = {"p": first} if first else {}
                    left = {"p": last} if last else {}
                    sheet = Attendance(
                        "s/1",
                        frozenset(["p"]),
                        arrived=arrived,
                        left=left,
                        order=order,
                    ).at(act_)
                    expected = naive(
                        "p", act_, order, {"arrived": arrived, "left": left}
                    )
                    told = None if "p" in sheet.untold else "p" in sheet.present
                    if expected is not None:
                        assert told is expected, (order, first, last, act_)
                    elif told is not None:
                        assert told is False, (order, first, last, act_)

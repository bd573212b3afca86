"""What may not be struck, and what may not be said of what was (section 10)."""

from ledger.refusals import (
    ReusedStrikeError,
    StruckTargetDecisionError,
    StruckTargetError,
    UnknownTargetDecisionError,
    UnknownTargetError,
    UnrecordedStrikeError,
)
from tests.acts import FIBRE, act, complete, creation, learned, matter, request
from tests.spec import given
from tests.test_struck import strikes

ASKED = request("avelin", "1", **complete("2020-03-02"))
OTHER = request("avelin", "1", FIBRE, **complete("2020-03-02"))
THREE = act("avelin/7", matter("Une"), matter("Deux"), matter("Trois"))
SENT = learned("8", "act-transmitted", target="avelin/1", sent_on="2020-03-05")
BEFORE = (creation(), ASKED, THREE)


def test_nothing_is_said_of_an_act_that_was_struck() -> None:
    struck = given(*BEFORE, strikes("1", "avelin/1"))
    struck.when(SENT).refused(StruckTargetError)
    struck.when(strikes("2", "avelin/1")).refused(StruckTargetError)
    given(*BEFORE).when(strikes("1", "avelin/1"), SENT).refused(StruckTargetError)
    given(*BEFORE).when(SENT, strikes("1", "avelin/1")).records(
        "secretariat/8", "secretariat/1"
    )


def test_nothing_is_said_of_a_decision_that_was_struck() -> None:
    struck = given(*BEFORE, strikes("1", "avelin/7", 2))
    struck.when(strikes("2", "avelin/7", 2)).refused(StruckTargetDecisionError)
    struck.when(strikes("2", "avelin/7", 4)).refused(UnknownTargetDecisionError)
    struck.when(strikes("2", "avelin/7", 3)).records("secretariat/2")
    struck.when(strikes("2", "avelin/7")).records("secretariat/2")


def test_what_is_not_recorded_cannot_be_struck() -> None:
    given(*BEFORE).when(strikes("1", "avelin/9")).refused(UnknownTargetError)


def test_an_act_strikes_neither_itself_nor_what_comes_after() -> None:
    given(*BEFORE).when(strikes("1", "secretariat/1")).refused(UnrecordedStrikeError)
    later = act("avelin/8", matter())
    given(*BEFORE).when(strikes("1", "avelin/8"), later).refused(UnrecordedStrikeError)
    given(*BEFORE).when(later, strikes("1", "avelin/8")).records(
        "avelin/8", "secretariat/1"
    )


def test_a_strike_is_not_struck_once_the_reference_is_used_again() -> None:
    struck = given(*BEFORE, strikes("1", "avelin/1"))
    struck.when(strikes("2", "secretariat/1")).records("secretariat/2")
    anew = given(*struck.acts, OTHER)
    anew.when(strikes("2", "secretariat/1")).refused(ReusedStrikeError)
    free = given(*anew.acts, strikes("3", "avelin/1"))
    free.when(strikes("4", "secretariat/1")).records("secretariat/4")
    back = given(*free.acts, strikes("4", "secretariat/1"))
    back.when(strikes("5", "secretariat/3")).refused(ReusedStrikeError)
    assert back.world().known.acts["avelin/1"].position == 3


def test_a_strike_of_a_strike_returns_nothing_to_a_place_that_is_taken() -> None:
    chain = given(*BEFORE, strikes("1", "avelin/1"), strikes("2", "secretariat/1"))
    again = given(*chain.acts, strikes("3", "secretariat/2"), OTHER)
    assert again.world().known.acts["avelin/1"].registered == (
        given(creation(), OTHER).world().known.acts["avelin/1"].registered
    )
    again.when(strikes("4", "secretariat/3")).refused(ReusedStrikeError)

"""The number of a call is given once in a year (specification section 9)."""

from ledger.refusals import DuplicateCallError, FuturePaymentError
from tests.acts import SECRETARIAT, TODAY, Plain, act, decision, joins, learned, pays
from tests.answers import found
from tests.committee import founded
from tests.spec import given

AVELIN = [
    *founded(),
    *joins("avelin", on="2020-03-02"),
    *joins("beuvry", on="2020-03-02"),
]


def called(number: str, name: str, year: int = 2024, **said: str) -> Plain:
    """Claim an amount by a numbered call."""
    told = {"member": "avelin", "amount": "10.00"} | said
    one = decision("contribution-called", year=year, number=number, **told)
    return act(f"{SECRETARIAT}/{name}", one, adopted_on="2024-05-02")


FIRST = called("T-1", "titre-1")


def test_a_number_used_for_the_year_already_is_refused() -> None:
    again = called("T-1", "titre-2", member="beuvry", amount="20.00")
    [error] = given(*AVELIN, FIRST).when(again).refused(DuplicateCallError)
    assert FIRST["act"] in str(error)
    given(*AVELIN).when(FIRST, again).refused(DuplicateCallError)


def test_a_number_used_twice_in_one_act_is_refused() -> None:
    one, other = called("T-1", "titre-1"), called("T-1", "titre-2", amount="20.00")
    both = one | {"decisions": [*one["decisions"], *other["decisions"]]}
    given(*AVELIN).when(both).refused(DuplicateCallError)
    given(*AVELIN).when(both).refused_at((0, "decisions", 1, "number"))


def test_another_number_another_year_or_none_is_recorded() -> None:
    other, year = called("T-2", "titre-2"), called("T-1", "titre-3", 2023)
    plain = called("T-1", "titre-4")
    del plain["decisions"][0]["number"]
    asked = given(*AVELIN, FIRST).when(other, year, plain)
    asked.records(other["act"], year["act"], plain["act"])


def test_the_same_act_again_is_no_second_call() -> None:
    given(*AVELIN, FIRST).when(FIRST).adds_nothing()


def test_a_number_of_a_call_that_was_struck_is_free_again() -> None:
    struck = learned("1", "act-struck", target=FIRST["act"], reason="Saisi par erreur")
    again = called("T-1", "titre-2")
    given(*AVELIN, FIRST, struck).when(again).records(again["act"])


def test_a_number_of_a_call_that_was_annulled_is_not_free() -> None:
    court = "tribunal-administratif-de-lille/1"
    ruled = act(court, decision("act-annulled", target=FIRST["act"]))
    given(*AVELIN, FIRST, ruled).when(called("T-1", "titre-2")).refused(
        DuplicateCallError
    )


def test_a_number_rectified_since_does_not_refuse_the_call_it_was_given_to() -> None:
    other = called("T-2", "titre-2")
    said = {"target": other["act"], "decision": 1, "set": {"number": "T-1"}}
    number = learned("1", "act-rectified", reason="Mal relevé", **said)
    history = given(*AVELIN).when(FIRST, other, number)
    history.records(FIRST["act"], other["act"], number["act"])
    given(*AVELIN, FIRST).when(other, number).records(other["act"], number["act"])
    again = called("T-1", "titre-3")
    given(*AVELIN, FIRST).when(other, number, again).refused(DuplicateCallError)


def test_a_number_that_is_set_right_further_down_is_no_second_one() -> None:
    again = called("T-1", "titre-2")
    said = {"target": again["act"], "decision": 1, "set": {"number": "T-2"}}
    number = learned("1", "act-rectified", reason="Mal relevé", **said)
    asked = given(*AVELIN).when(FIRST, again, number)
    asked.records(FIRST["act"], again["act"], number["act"])


def test_a_call_may_be_recorded_as_irregular_and_is_found_as_such() -> None:
    excuse = [{"rule": "call.duplicate", "reason": "Donné deux fois"}]
    again = called("T-1", "titre-2") | {"irregular": excuse}
    given(*AVELIN, FIRST).when(again).records(again["act"])
    history = given(*AVELIN, FIRST, again)
    assert found(history, "call.duplicate") == [f"call.duplicate {again['act']}"]


def test_a_number_recorded_twice_by_an_earlier_version_is_found() -> None:
    again = called("T-1", "titre-2")
    history = given(*AVELIN, FIRST, again, called("T-2", "titre-3"))
    assert found(history, "call.duplicate") == [f"call.duplicate {again['act']}"]
    assert found(history, "call.duplicate", at="2024-05-01") == []


# ------------------------------------------------------------------- payments
def test_a_payment_of_a_day_that_has_not_come_is_refused() -> None:
    late = pays("avelin", 2024, "10.00", "2026-02-01")
    given(*AVELIN).when(late).refused(FuturePaymentError)
    given(*AVELIN).when(late).refused_at((0, "decisions", 0, "on"))
    today = pays("avelin", 2024, "10.00", TODAY)
    given(*AVELIN).when(today).records(today["act"])

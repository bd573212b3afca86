"""The dates of an act are in the order in which things happen to an act (act.dates)."""

import pytest

from ledger.refusals import (
    BeforeAdoptionError,
    ConvenedAfterAdoptionError,
    FutureAdoptionError,
)
from tests.acts import Plain, act, decision
from tests.spec import given


def excused(rule: str) -> Plain:
    return {"irregular": [{"rule": rule, "reason": "Ainsi au registre (fictif)"}]}


def later(name: str, target: str, **fields: object) -> Plain:
    return act("secretariat/1", decision(name, target=target, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"sent_on": "2024-05-01"},
        {"received_on": "2024-05-01"},
        {"published": [{"on": "2024-06-02"}, {"on": "2024-05-01"}]},
        {"executory_on": "2024-05-01", "executory_basis": "certified"},
    ],
)
def test_nothing_happens_to_an_act_before_its_adoption(fields: Plain) -> None:
    early = act("comite-syndical/1", adopted_on="2024-06-01", **fields)
    given().when(early).refused(BeforeAdoptionError)
    given().when({**early, **excused("act.dates")}).records("comite-syndical/1")


def test_on_the_day_of_its_adoption_everything_may_happen() -> None:
    day = "2024-06-01"
    published = [{"on": day, "mode": "web"}]
    dates = dict.fromkeys(("convened_on", "adopted_on", "sent_on", "received_on"), day)
    swift = act("comite-syndical/1", published=published, **dates)
    given().when(swift).records("comite-syndical/1")


def test_a_body_is_convened_before_it_decides() -> None:
    dates = {"convened_on": "2024-06-02", "adopted_on": "2024-06-01"}
    late = act("comite-syndical/1", **dates)
    given().when(late).refused(ConvenedAfterAdoptionError)
    given().when({**late, **excused("act.dates")}).records("comite-syndical/1")


def test_an_act_is_recorded_once_it_is_adopted() -> None:
    today, tomorrow = "2026-01-31", "2026-02-01"
    given().when(act("bureau/1", adopted_on=today)).records("bureau/1")
    given().when(act("bureau/1", adopted_on=tomorrow)).refused(FutureAdoptionError)


def test_every_wrong_date_of_an_act_is_told_at_once() -> None:
    dates = {"sent_on": "2024-05-01", "received_on": "2024-05-02"}
    early = act("comite-syndical/1", adopted_on="2024-06-01", **dates)
    given().when(early).refused(BeforeAdoptionError, BeforeAdoptionError)
    given().when(early).refused_at((0, "sent_on"), (0, "received_on"))


def test_what_is_learned_of_an_act_comes_after_its_adoption() -> None:
    known = act("bureau/1", adopted_on="2024-06-01")
    sent = later("act-transmitted", "bureau/1", sent_on="2024-05-31")
    shown = later("act-published", "bureau/1", on="2024-05-31")
    for early in (sent, shown):
        given(known).when(early).refused(BeforeAdoptionError)
        given(known).when({**early, **excused("act.dates")}).records("secretariat/1")


def test_an_adoption_learned_late_comes_before_what_is_known() -> None:
    known = act("bureau/1", sent_on="2024-05-31")
    dated = later("act-dated", "bureau/1", adopted_on="2024-06-01")
    given(known).when(dated).refused(BeforeAdoptionError)
    given(act("bureau/1")).when(dated).records("secretariat/1")


def test_an_adoption_learned_late_comes_before_what_was_learned_of_it() -> None:
    sent = act(
        "secretariat/0",
        decision("act-transmitted", target="bureau/1", sent_on="2024-05-31"),
    )
    dated = later("act-dated", "bureau/1", adopted_on="2024-06-01")
    given(act("bureau/1"), sent).when(dated).refused(BeforeAdoptionError)
    given(act("bureau/1")).when(sent, dated).refused(BeforeAdoptionError)


def test_a_date_learned_is_held_against_the_adoption_learned_before() -> None:
    dated = act(
        "secretariat/0",
        decision("act-dated", target="bureau/1", adopted_on="2024-06-01"),
    )
    sent = later("act-transmitted", "bureau/1", sent_on="2024-05-31")
    given(act("bureau/1"), dated).when(sent).refused(BeforeAdoptionError)


def test_an_adoption_learned_late_is_not_in_the_future() -> None:
    dated = later("act-dated", "bureau/1", adopted_on="2026-02-01")
    given(act("bureau/1")).when(dated).refused(FutureAdoptionError)

"""What may not be said of an act later: too late, or setting what does not exist."""

import pytest

from ledger.acts.problems import UnexpectedValueError, UnknownFieldError
from ledger.refusals import LateRevocationError, NotARulingError
from tests.acts import act, decision, request
from tests.spec import given

BOURG = {**request("bourg", "2024-1"), "adopted_on": "2023-10-31"}


def revoking(day: str) -> dict[str, object]:
    revoked = decision("act-revoked", target=BOURG["act"])
    return act("bourg/2", revoked, adopted_on=day)


def test_an_act_is_revoked_until_the_same_day_four_months_later_clamped() -> None:
    given(BOURG).when(revoking("2024-02-29")).records("bourg/2")
    given(BOURG).when(revoking("2024-03-01")).refused(LateRevocationError)


def test_a_late_revocation_is_recorded_where_its_irregularity_is_accepted() -> None:
    reason = {"irregular": [{"rule": "revocation.late", "reason": "Ancien (fictif)"}]}
    given(BOURG).when({**revoking("2024-03-01"), **reason}).records("bourg/2")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"competence": ["x"]}, UnknownFieldError),
        ({"competences": []}, UnexpectedValueError),
        ({"effect": "2024-02-30x"}, UnexpectedValueError),
    ],
)
def test_a_rectification_sets_fields_that_exist_to_values_that_may_stand_there(
    fields: dict[str, object], error: type[Exception]
) -> None:
    said = decision(
        "act-rectified", target=BOURG["act"], decision=1, set=fields, reason="Coquille"
    )
    given(BOURG).when(act("secretariat/1", said)).refused(error)


def test_a_reference_is_never_rectified() -> None:
    said = decision(
        "act-rectified", target=BOURG["act"], set={"act": "bourg/9"}, reason="Coquille"
    )
    given(BOURG).when(act("secretariat/1", said)).refused(UnknownFieldError)


def test_only_what_a_court_ruled_can_be_overturned() -> None:
    def overturned(target: str) -> dict[str, object]:
        said = decision("ruling-overturned", target=target)
        return act("conseil-d-etat/1", said, adopted_on="2024-06-03")

    annulled = decision("act-annulled", target=BOURG["act"])
    ruling = act("tribunal-administratif-de-lille/1", annulled, adopted_on="2024-02-05")
    given(BOURG, ruling).when(overturned(ruling["act"])).records("conseil-d-etat/1")
    given(BOURG).when(overturned(BOURG["act"])).refused(NotARulingError)


def test_importing_the_original_again_after_a_rectification_resurrects_nothing() -> (
    None
):
    said = decision(
        "act-rectified",
        target=BOURG["act"],
        set={"adopted_on": "2023-10-30"},
        reason="Coquille",
    )
    rectified = act("secretariat/1", said)
    given(BOURG, rectified).when(BOURG, rectified).adds_nothing()
    annulled = decision("act-annulled", target=BOURG["act"])
    ruling = act("tribunal-administratif-de-lille/1", annulled, adopted_on="2024-02-05")
    given(BOURG, ruling).when(BOURG).adds_nothing()

"""Each request and approval serves once: who left must ask, and be agreed to, anew."""

import pytest

from tests.acts import (
    ENT,
    FIBRE,
    Plain,
    agrees,
    approval,
    asks,
    complete,
    joins,
    leaves,
    request,
)
from tests.spec import given

MARCH = "2020-03-02"
REJECTED = {"question": "adhesion", "for": 4, "against": 20, "outcome": "rejected"}


@pytest.fixture
def gone() -> list[Plain]:
    """Give a member that joined, then left on 2022-01-03."""
    return [*joins("avelin", on=MARCH), *leaves("avelin", on="2022-01-03")]


def test_a_member_that_left_and_asks_again_is_pending_approval(
    gone: list[Plain],
) -> None:
    history = given(*gone, request("avelin", "2", **complete("2022-06-01")))
    assert history.members("2022-06-01") == []
    assert history.waiting("2022-06-01") == [("avelin", ENT, ["approval"])]


def test_an_approval_after_leaving_alone_is_pending_request(gone: list[Plain]) -> None:
    history = given(*gone, approval("avelin", "2", **complete("2022-06-01")))
    assert history.members("2022-06-01") == []
    assert history.waiting("2022-06-01") == [("avelin", ENT, ["request"])]


def test_a_new_request_and_a_new_approval_open_membership_again(
    gone: list[Plain],
) -> None:
    history = given(*gone, *joins("avelin", on="2022-06-01", number="2"))
    assert history.times("avelin") == ["2020-03-02..2022-01-03", "2022-06-01.."]


def test_an_old_second_approval_does_not_serve_after_leaving(gone: list[Plain]) -> None:
    spare = approval("avelin", "spare", **complete("2020-06-01"))
    asked = request("avelin", "2", **complete("2022-06-01"))
    history = given(*gone, spare, asked)
    assert history.members("2022-06-01") == []
    assert history.waiting("2022-06-01") == [("avelin", ENT, ["approval"])]


def test_an_old_second_request_does_not_serve_after_leaving(gone: list[Plain]) -> None:
    spare = request("avelin", "spare", **complete("2020-02-01"))
    agreed = approval("avelin", "2", **complete("2022-06-01"))
    history = given(*gone, spare, agreed)
    assert history.members("2022-06-01") == []
    assert history.waiting("2022-06-01") == [("avelin", ENT, ["request"])]


def test_what_leaving_makes_useless_was_still_pending_until_then() -> None:
    asked = asks("avelin", "2", "competence-transfer", FIBRE, **complete("2021-01-04"))
    left = leaves("avelin", on="2022-01-03")
    history = given(*joins("avelin", on=MARCH), asked, *left)
    assert history.waiting("2021-06-01") == [("avelin", FIBRE, ["approval"])]
    assert history.waiting("2022-01-03") == []


def test_a_withdrawal_not_established_leaves_what_was_asked_to_be_answered() -> None:
    history = given(
        *joins("avelin", on=MARCH),
        asks("avelin", "2", "competence-transfer", FIBRE, **complete("2021-01-04")),
        asks("avelin", "3", "withdrawal", **complete("2021-02-01")),
        agrees("avelin", "3", "withdrawal-approved", adopted_on="2021-03-01"),
        agrees(
            "avelin", "4", "competence-transferred", FIBRE, **complete("2021-04-01")
        ),
    )
    assert history.times("avelin", FIBRE) == ["2021-04-01.."]


def test_a_request_the_committee_refused_waits_for_an_approval_still() -> None:
    asked = request("avelin", "1", **complete(MARCH))
    refused = approval("avelin", "1", vote=REJECTED, **complete("2020-06-01"))
    history = given(asked, refused)
    assert history.waiting("2020-05-31") == [("avelin", ENT, ["approval"])]
    assert history.waiting("2020-06-01") == [("avelin", ENT, ["approval"])]
    again = [*joins("avelin", on="2020-09-01", number="2")]
    assert given(asked, refused, *again).times("avelin") == ["2020-09-01.."]

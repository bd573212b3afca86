"""What falls on the very day an institution ends."""

from tests.acts import approval, complete, creation, request
from tests.answers import found
from tests.spec import given
from tests.test_substitution import ON, ends


def test_what_would_begin_on_the_day_of_the_end_never_begins() -> None:
    asked = request("croix", "1", effect=ON, **complete("2024-06-03"))
    agreed = approval("croix", "1", **complete("2024-07-01"))
    history = given(creation(), asked, agreed, ends("croix"))
    assert history.times("croix") == []
    codes = [one.reason.rule.code for one in history.world().in_vain_of["croix"]]
    assert "agreement.spent" in codes


def test_what_is_asked_on_the_day_of_the_end_is_no_further_life() -> None:
    asked = request("croix", "1", **complete(ON))
    agreed = approval("croix", "1", **complete("2025-02-03"))
    history = given(creation(), ends("croix"), asked, agreed)
    assert history.times("croix") == []
    assert found(history, "institution.restored") == []

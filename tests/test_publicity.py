"""Which publication makes an act public? The table of section 5, case by case."""

from typing import Any

import pytest

from projections.acts.executory import Executory
from tests.acts import COMMITTEE, Plain, act, request
from tests.spec import given

BEFORE, SINCE = "2022-06-30", "2022-07-01"
ADOPTED = "2022-06-01"
MODES = ["web", "posting", "paper", "notification", None]

SMALL = {"population": 3_499}
LARGE = {"population": 3_500}
UNKNOWN: dict[str, Any] = {}
EPCI = {"kind": "epci", "population": 900}
DEPARTEMENT = {"kind": "departement"}
REGION = {"kind": "region"}

RIGHT, PRESUMED = "by right", "by presumption"


def published(day: str | None, mode: str | None) -> dict[str, str]:
    """Write a publication; None is not known."""
    made = {"on": day, "mode": mode}
    return {field: value for field, value in made.items() if value is not None}


def request_of(author: dict[str, Any], *made: dict[str, str], **fields: Any) -> Plain:
    """Let an author ask to join, adopted and sent the same day unless said."""
    dates = {"adopted_on": ADOPTED, "sent_on": ADOPTED} | fields
    return request("avelin", "1", applicant=author, published=[*made], **dates)


def told_of(one: Plain, *others: Plain) -> tuple[str | None, str | list[str]]:
    """Tell the day an act is in force and how sure that is, or what is missing."""
    found: Executory = given(one, *others).executory(one["act"])
    if found.on is None:
        return None, [missing.fact for missing in found.missing]
    return str(found.on), PRESUMED if found.presumed else RIGHT


# ------------------------------------------------------------------- the table
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("author", [SMALL, LARGE, UNKNOWN, EPCI, DEPARTEMENT, REGION])
def test_until_july_2022_any_mode_of_publication_serves_an_institution(
    author: dict[str, Any], mode: str | None
) -> None:
    assert told_of(request_of(author, published(BEFORE, mode))) == (BEFORE, RIGHT)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("body", [COMMITTEE, "bureau", "president"])
def test_until_july_2022_any_mode_of_publication_serves_the_syndicate(
    body: str, mode: str | None
) -> None:
    one = act(
        f"{body}/1",
        adopted_on=ADOPTED,
        sent_on=ADOPTED,
        published=[published(BEFORE, mode)],
    )
    assert told_of(one) == (BEFORE, RIGHT)


@pytest.mark.parametrize("author", [SMALL, LARGE, UNKNOWN, EPCI, DEPARTEMENT, REGION])
def test_since_july_2022_the_web_serves_every_institution(
    author: dict[str, Any],
) -> None:
    assert told_of(request_of(author, published(SINCE, "web"))) == (SINCE, RIGHT)


@pytest.mark.parametrize("mode", ["posting", "paper", "notification", None])
@pytest.mark.parametrize("author", [LARGE, EPCI, DEPARTEMENT, REGION])
def test_since_july_2022_nothing_but_the_web_serves_a_large_author(
    author: dict[str, Any], mode: str | None
) -> None:
    one = request_of(author, published(SINCE, mode))
    assert told_of(one) == (None, ["publicity"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("body", [COMMITTEE, "bureau", "president"])
def test_since_july_2022_nothing_but_the_web_serves_the_syndicate(
    body: str, mode: str | None
) -> None:
    one = act(
        f"{body}/1",
        adopted_on=ADOPTED,
        sent_on=ADOPTED,
        published=[published(SINCE, mode)],
    )
    is_web = mode == "web"
    assert told_of(one) == ((SINCE, RIGHT) if is_web else (None, ["publicity"]))


@pytest.mark.parametrize(
    ("mode", "surely"),
    [
        ("web", RIGHT),
        ("posting", PRESUMED),
        ("paper", PRESUMED),
        ("notification", RIGHT),
        (None, PRESUMED),
    ],
)
def test_since_july_2022_any_mode_serves_a_small_commune_posting_by_presumption(
    mode: str | None, surely: str
) -> None:
    assert told_of(request_of(SMALL, published(SINCE, mode))) == (SINCE, surely)


@pytest.mark.parametrize("mode", ["posting", "paper", "notification"])
def test_since_july_2022_another_mode_of_a_commune_of_unknown_size_misses_that_size(
    mode: str,
) -> None:
    one = request_of(UNKNOWN, published(SINCE, mode))
    assert told_of(one) == (None, ["population"])


def test_a_mode_not_said_by_a_commune_of_unknown_size_misses_publicity() -> None:
    assert told_of(request_of(UNKNOWN, published(SINCE, None))) == (
        None,
        ["publicity"],
    )


@pytest.mark.parametrize(
    ("population", "day", "answer"),
    [
        (3_499, BEFORE, (BEFORE, RIGHT)),
        (3_500, BEFORE, (BEFORE, RIGHT)),
        (3_499, SINCE, (SINCE, PRESUMED)),
        (3_500, SINCE, (None, ["publicity"])),
    ],
)
def test_3499_and_3500_inhabitants_posted_only(
    population: int, day: str, answer: tuple[str | None, str | list[str]]
) -> None:
    one = request_of({"population": population}, published(day, "posting"))
    assert told_of(one) == answer


def test_an_institution_nothing_describes_is_served_by_the_web_only() -> None:
    dates = {"adopted_on": ADOPTED, "sent_on": ADOPTED}
    posted = act("avelin/1", **dates, published=[published(SINCE, "posting")])
    online = act("avelin/2", **dates, published=[published(SINCE, "web")])
    assert told_of(posted) == (None, ["publicity"])
    assert told_of(online) == (SINCE, RIGHT)


# ------------------------------------------------------------------- individual acts
@pytest.mark.parametrize("day", [BEFORE, SINCE])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("author", [SMALL, LARGE, UNKNOWN, EPCI])
def test_an_individual_act_is_made_public_by_notification_only(
    author: dict[str, Any], mode: str | None, day: str
) -> None:
    one = request_of(author, published(day, mode), nature="AI")
    is_notified = mode == "notification"
    assert told_of(one) == ((day, RIGHT) if is_notified else (None, ["publicity"]))


def test_an_individual_act_of_the_president_is_made_public_by_notification() -> None:
    one = act(
        "president/1",
        nature="AI",
        adopted_on=ADOPTED,
        sent_on=ADOPTED,
        published=[published(ADOPTED, "web"), published(SINCE, "notification")],
    )
    assert told_of(one) == (SINCE, RIGHT)


# ------------------------------------------------------------------- which publication
def test_a_publication_without_a_date_does_not_qualify() -> None:
    one = request_of(LARGE, published(None, "web"))
    assert told_of(one) == (None, ["publicity"])


def test_the_first_publication_that_qualifies_counts() -> None:
    one = request_of(
        LARGE,
        published("2022-07-02", "posting"),
        published("2022-07-05", "web"),
        published("2022-07-04", "web"),
        published(None, "web"),
    )
    assert told_of(one) == ("2022-07-04", RIGHT)


def test_a_small_communes_earlier_posting_counts_before_the_web() -> None:
    one = request_of(
        SMALL, published("2022-07-04", "web"), published("2022-07-02", "posting")
    )
    assert told_of(one) == ("2022-07-02", PRESUMED)


def test_posted_and_on_the_web_that_day_nothing_is_presumed() -> None:
    one = request_of(SMALL, published(SINCE, "posting"), published(SINCE, "web"))
    assert told_of(one) == (SINCE, RIGHT)


def test_the_web_serves_a_commune_of_unknown_size_that_also_posted() -> None:
    one = request_of(
        UNKNOWN, published("2022-07-02", "posting"), published("2022-07-04", "web")
    )
    assert told_of(one) == ("2022-07-04", RIGHT)

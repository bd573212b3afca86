"""Until when are designations and elections contested? Code électoral, R.119."""

from datetime import date
from typing import Any

import pytest

from projections.deadlines.deadline import Deadline
from tests.acts import COMMITTEE, COURT, Plain, act, decision
from tests.spec import given
from tests.test_deadlines import asked, of

ADOPTED, RECEIVED = "2024-03-05", "2024-03-08"
PROTEST_ENDS, REFERRAL_ENDS = "2024-03-11", "2024-03-25"
"""10 March 2024 is a Sunday; so is the 24th, and the 23rd a Saturday."""

DESIGNATED = decision("delegate-designated", person="Nadia Petit")
REPRESENTATIVE = decision("representative-elected", person="Nadia Petit")
OFFICER = decision("officer-elected", office="president", person="Nadia Petit")
OTHER = decision("matter-decided", subject="Rien")
CONVENED = decision(
    "session-convened",
    session=f"{COMMITTEE}/2024-04-02",
    body=COMMITTEE,
    sent_on=ADOPTED,
    held_on="2024-04-02",
)


def adopted(authority: str, *decisions: Plain, **fields: Any) -> Plain:
    dates = {
        "adopted_on": ADOPTED,
        "received_on": RECEIVED,
        "published": [{"on": ADOPTED, "mode": "web"}],
    } | fields
    known = {field: value for field, value in dates.items() if value is not None}
    return act(f"{authority}/1", *decisions, **known)


def listed(*acts: Plain, at: str = RECEIVED) -> list[str]:
    """List all deadlines as texts, with the text of law they rest on."""
    found = asked(given(*acts), at, is_all=True).deadlines
    return [f"{one.kind} {one.starts}..{one.last_day} {one.article}" for one in found]


PROTEST = f"appeal {ADOPTED}..{PROTEST_ENDS} code électoral R.119"
REFERRAL = f"defere {RECEIVED}..{REFERRAL_ENDS} code électoral R.119"
REVOCATION = f"revocation {ADOPTED}..2024-07-05 CRPA L.242-1, L.243-3"


# ------------------------------------------------------------------- which acts
@pytest.mark.parametrize(
    ("authority", "said"), [("hem", DESIGNATED), (COMMITTEE, OFFICER)]
)
def test_it_is_contested_for_five_days_and_by_the_prefect_for_fifteen(
    authority: str, said: Plain
) -> None:
    assert listed(adopted(authority, said)) == [PROTEST, REFERRAL, REVOCATION]


def test_a_college_s_election_has_these_limits_and_no_other() -> None:
    assert listed(adopted("college-nord", REPRESENTATIVE)) == [PROTEST, REFERRAL]


def test_an_act_that_decides_other_things_too_has_both() -> None:
    assert listed(adopted("hem", OTHER, DESIGNATED)) == [
        PROTEST,
        REFERRAL,
        "appeal 2024-03-05..2024-05-06 CJA R.421-1",
        "defere 2024-03-08..2024-05-10 CGCT L.2131-6, L.3132-1, L.4142-1",  # Ascension
        REVOCATION,
    ]


def test_an_act_that_besides_only_prepares_has_no_other() -> None:
    assert listed(adopted(COMMITTEE, OFFICER, CONVENED)) == [
        *(PROTEST, REFERRAL, REVOCATION),
    ]


def test_each_limit_of_an_act_has_an_id_of_its_own() -> None:
    both = given(adopted("hem", OTHER, DESIGNATED))
    found = asked(both, RECEIVED).deadlines
    assert len({one.id for one in found}) == len(found) == 5


def test_an_election_that_a_court_annulled_is_contested_no_more() -> None:
    part = {"type": "act-annulled", "target": "hem/1", "decisions": [2]}
    found = listed(adopted("hem", OTHER, DESIGNATED), act(f"{COURT}/1", part))
    assert PROTEST not in found
    assert len(found) == 3


def test_an_election_that_was_voted_down_is_one_too() -> None:
    vote = {"question": "election", "for": 3, "against": 9, "outcome": "rejected"}
    assert PROTEST in listed(adopted(COMMITTEE, OFFICER, vote=vote))


# ------------------------------------------------------------------- which days
def one(kind: str, at: str, **fields: Any) -> Deadline:
    history = given(adopted("college-nord", REPRESENTATIVE, **fields))
    return of("college-nord/1", asked(history, at, is_all=True))[kind]


def test_it_is_contested_until_18_00_of_the_last_day() -> None:
    assert one("appeal", ADOPTED).last_hour == "18:00"
    assert one("defere", RECEIVED).last_hour is None
    assert one("appeal", PROTEST_ENDS).open
    assert one("appeal", "2024-03-12").state == "over"


@pytest.mark.parametrize(
    ("adopted_on", "last"),
    [
        ("2024-03-06", "2024-03-11"),  # not franc
        ("2024-05-03", "2024-05-10"),  # 8 May, and Ascension the day after
        ("2024-12-20", "2024-12-26"),  # Christmas
        ("2024-10-27", "2024-11-04"),  # All Saints, a Friday
    ],
)
def test_the_fifth_day_moves_off_days_nobody_works(adopted_on: str, last: str) -> None:
    found = one("appeal", adopted_on, adopted_on=adopted_on)
    assert found.last_day == date.fromisoformat(last)


def test_the_prefect_s_time_begins_when_it_receives_the_act() -> None:
    found = one("defere", "2024-12-31", received_on=None)
    assert (found.starts, found.state) == (None, "not-established")
    assert [missing.fact for missing in found.missing] == ["received_on"]


def test_a_publication_changes_nothing() -> None:
    assert one("appeal", ADOPTED, published=None).last_day == date(2024, 3, 11)


def test_without_its_day_nothing_is_guessed() -> None:
    found = one("appeal", "2024-12-31", adopted_on=None)
    assert (found.last_day, found.state) == (None, "not-established")
    assert [missing.fact for missing in found.missing] == ["adopted_on"]

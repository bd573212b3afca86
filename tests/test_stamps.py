"""An @CTES identifier belongs to its act (specification section 5)."""

from typing import Any

import pytest

from ledger.refusals import ForeignStampError, SharedStampError
from projections.naming.stamps import stamp_of
from tests.acts import SIREN, Plain, act, creation, decision, institution, learned
from tests.answers import found, only
from tests.committee import designates
from tests.spec import given

OURS, OTHERS = "215901463", "200030633"
DAY, STAMPED = "2024-02-12", "20240212"
RULE = "act.prefecture-id"
ID = f"059-{OURS}-{STAMPED}-2024_7-DE"


def asked(number: str = "2024-7", **fields: Any) -> Plain:
    """Let a commune ask to join; the identifier is its own, or what is said."""
    applicant = institution("avelin", siren=OURS)
    said = decision(
        "adhesion-requested", applicant=applicant, competences=["numerique-educatif"]
    )
    return act(f"avelin/{number}", said, **{"adopted_on": DAY, **fields})


def transmitted(number: str = "1", **said: Any) -> Plain:
    return learned(number, "act-transmitted", target="avelin/2024-7", **said)


# ------------------------------------------------------------------- refused
def test_a_number_may_hold_hyphens() -> None:
    stamp = stamp_of(f"059-{OURS}-{STAMPED}-10-12-20BG26-DE")
    assert (stamp.number, stamp.nature, stamp.department) == (
        *("10-12-20BG26", "DE"),
        "59",
    )
    number = asked(
        "10-12-20BG26", prefecture_id=f"059-{OURS}-{STAMPED}-10-12-20BG26-DE"
    )
    given(creation()).when(number).records("avelin/10-12-20BG26")
    assert found(given(creation(), number), RULE) == []


def test_a_neighbour_s_identifier_is_refused_on_the_act_and_when_learned() -> None:
    foreign = ID.replace(OURS, OTHERS)
    given(creation()).when(asked(prefecture_id=foreign)).refused(ForeignStampError)
    given(creation(), asked()).when(transmitted(prefecture_id=foreign)).refused(
        ForeignStampError
    )
    given(creation()).when(asked(prefecture_id=ID)).records("avelin/2024-7")
    given(creation(), asked()).when(transmitted(prefecture_id=ID)).records(
        "secretariat/1"
    )


def test_the_siren_is_that_of_the_day_of_the_act() -> None:
    for from_, refused in (("2024-02-12", []), ("2024-02-13", [ForeignStampError])):
        changed = decision("identity-changed", from_=from_, siren=OTHERS)
        history = given(creation(), asked(), act("avelin/siren", changed))
        told = transmitted(prefecture_id=ID.replace(OURS, OTHERS))
        history.when(told).refused(*refused)


def test_what_was_right_in_its_turn_is_recorded_with_what_follows_it() -> None:
    changed = decision("identity-changed", from_=DAY, siren=OTHERS)
    later = act("avelin/siren", changed)
    given(creation()).when(asked(prefecture_id=ID), later).records(
        "avelin/2024-7", "avelin/siren"
    )
    told = transmitted(prefecture_id=ID)
    given(creation()).when(asked(), later, told).refused(ForeignStampError)


def test_the_syndicate_s_bodies_stamp_with_its_own_siren() -> None:
    body = act("comite-syndical/2024-7", adopted_on=DAY)
    stamped = f"059-{SIREN}-{STAMPED}-2024_7-DE"
    given(creation()).when({**body, "prefecture_id": stamped}).records(
        "comite-syndical/2024-7"
    )
    given(creation()).when({**body, "prefecture_id": ID}).refused(ForeignStampError)


def test_where_no_siren_is_on_record_nothing_is_held_against_it() -> None:
    unknown = decision(
        "adhesion-requested",
        applicant=institution("avelin"),
        competences=["numerique-educatif"],
    )
    one = act("avelin/2024-7", unknown, adopted_on=DAY, prefecture_id=ID)
    given(creation()).when(one).records("avelin/2024-7")


def test_an_identifier_stands_on_one_act_only() -> None:
    first = asked(prefecture_id=ID)
    second = designates("avelin", "Zoé Fictive", DAY)
    second |= {"prefecture_id": ID, "adopted_on": DAY}
    [error] = given(creation(), first).when(second).refused(SharedStampError)
    assert (error.values["other"], error.values["act"]) == (
        "avelin/2024-7",
        second["act"],
    )
    given(creation()).when(first, second).refused(SharedStampError)
    again = transmitted(prefecture_id=ID)
    given(creation(), first).when(again).records("secretariat/1")


def test_who_accepts_it_records_it_and_check_says_so() -> None:
    excused: dict[str, Any] = {
        "irregular": [{"rule": RULE, "reason": "Tampon mal lu (fictif)"}]
    }
    foreign = asked(prefecture_id=ID.replace(OURS, OTHERS), **excused)
    given(creation()).when(foreign).records("avelin/2024-7")
    assert only(given(creation(), foreign), RULE).severity == "irregularity"


# ------------------------------------------------------------------- found
@pytest.mark.parametrize(
    ("identifier", "message"),
    [
        (ID, None),
        (ID.replace("059", "062", 1), "is of the département 62; on record: 59"),
        (ID.replace("-DE", "-AR"), "tells the nature AR, not DE"),
        (ID.replace("2024_7", "2024_8"), "tells the number 2024_8, not 2024-7"),
        (ID.replace("2024_7", "2024-007"), None),
        (ID.replace(OURS, OTHERS), f"carries the SIREN {OTHERS}, not {OURS}"),
    ],
)
def test_what_an_identifier_tells_otherwise_is_a_notice(
    identifier: str, message: str | None
) -> None:
    history = given(creation(), asked(prefecture_id=identifier))
    if message is None:
        assert found(history, RULE) == []
    else:
        finding = only(history, RULE)
        assert (finding.severity, finding.act) == ("notice", "avelin/2024-7")
        assert message in finding.message


def test_a_region_is_of_no_one_departement() -> None:
    one = act(
        "region-fictive/7", adopted_on=DAY, prefecture_id=ID.replace("2024_7", "7")
    )
    assert found(given(creation(), one), RULE) == []


def test_a_number_without_digits_is_not_compared() -> None:
    history = given(creation(), asked("sans-numero", prefecture_id=ID))
    assert found(history, RULE) == []


def test_an_identifier_that_stands_twice_is_told_of_both() -> None:
    other = asked("2024-7bis", prefecture_id=ID.replace("2024_7", "2024_7"))
    history = given(creation(), asked(prefecture_id=ID), other)
    assert found(history, RULE) == [f"{RULE} avelin/2024-7", f"{RULE} avelin/2024-7bis"]


# ------------------------------------------------------------------- transmissions
def test_two_transmissions_that_disagree_are_found_and_two_that_agree_are_not() -> None:
    first = transmitted("1", sent_on="2024-02-14", received_on="2024-02-15")
    again = transmitted("2", sent_on="2024-02-14", prefecture_id=ID)
    other = transmitted("3", received_on="2024-02-16")
    rule = "transmission.differs"
    assert found(given(creation(), asked(), first, again), rule) == []
    finding = only(given(creation(), asked(), first, again, other), rule)
    assert (finding.severity, finding.act) == ("notice", "avelin/2024-7")
    assert "secretariat/3" in finding.message
    assert "2024-02-16; before it, 2024-02-15" in finding.message
    own = asked(sent_on="2024-02-13")
    assert found(given(creation(), own, first), rule) == [f"{rule} avelin/2024-7"]

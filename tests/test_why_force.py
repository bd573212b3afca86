"""Why is an act in force since that day, or why not (CGCT L.2131-1, L.3131-1)?"""

from typing import Any

import pytest

from tests.acts import act, complete, institution, request
from tests.answers import cited, lacks, says, value, why
from tests.spec import History, given

DAY = "2024-06-30"
SENT = {"adopted_on": "2024-02-05", "sent_on": "2024-02-06"}
AFTER = "2024-02-07"


def asked(*published: dict[str, Any], **said: Any) -> History:
    """Let a body ask to join; `applicant` says what it is."""
    applicant = said.pop("applicant", {"population": "3499"})
    return given(
        request("avelin", "1", applicant=applicant, published=[*published], **said)
    )


@pytest.mark.parametrize(
    ("kind", "article"),
    [
        ("commune", "L.2131-1"),
        ("epci", "L.2131-1 (L.5211-3)"),
        ("departement", "L.3131-1"),
        ("region", "L.4141-1"),
    ],
)
def test_each_author_has_its_article(kind: str, article: str) -> None:
    dates = {**SENT, "published": [{"on": AFTER, "mode": "web"}]}
    history = given(request("avelin", "1", applicant={"kind": kind}, **dates))
    assert cited(why(history, "executory avelin/1", DAY), "executory.latest") == [
        f"CGCT {article}, None"
    ]


def test_the_dates_lead_to_the_latest_of_them() -> None:
    found = why(
        asked(
            {"on": AFTER, "mode": "web"}, {"on": "2024-03-04", "mode": "web"}, **SENT
        ),
        "executory avelin/1",
        DAY,
    )
    assert says(found) == [
        "executory.adopted",
        "executory.sent",
        "publicity.web",
        "publicity.web",
        "executory.latest",
    ]
    day = str(found.steps[-1].values["on"])
    assert value(found) == {"on": day, "basis": "computed"}


def test_a_small_communes_posting_is_a_presumption_and_a_reading() -> None:
    found = why(
        asked({"on": AFTER, "mode": "posting"}, **SENT), "executory avelin/1", DAY
    )
    assert value(found)["basis"] == "presumed"
    assert "small-commune-publicity" in [one.name for one in found.switches]
    [behind] = found.acts
    assert behind.executory_basis == "presumed"


def test_posting_does_not_count_at_3500_inhabitants() -> None:
    history = asked(
        {"on": AFTER, "mode": "posting"}, applicant={"population": "3500"}, **SENT
    )
    found = why(history, "executory avelin/1", DAY)
    assert found.answer == "not established"
    assert "publicity.not-on-the-web" in says(found)
    assert lacks(found) == ["publicity from avelin"]


def test_an_assumption_shows_its_note() -> None:
    given_ = {
        "executory_on": "2024-02-05",
        "executory_basis": "presumed",
        "note": "ici",
    }
    found = why(given(request("avelin", "1", **given_)), "executory avelin/1", DAY)
    assert (says(found), found.acts[0].note) == (["executory.presumed"], "ici")
    certified = {"executory_on": "2024-02-05", "executory_basis": "certified"}
    other = why(given(request("avelin", "1", **certified)), "executory avelin/1", DAY)
    assert (says(other), other.acts[0].note) == (["executory.certified"], None)
    assert other.switches == ()


def test_what_is_in_force_later_is_not_yet() -> None:
    history = given(request("avelin", "1", **complete("2024-09-02")))
    found = why(history, "executory avelin/1", DAY)
    assert (found.answer, found.says) == ("no", "executory.later")


def test_an_annulled_act_is_as_if_it_had_never_been() -> None:
    ruling = act(
        "tribunal-administratif-de-lille/1",
        {"type": "act-annulled", "target": "avelin/1"},
        adopted_on="2024-05-06",
    )
    history = given(request("avelin", "1", **complete("2024-02-05")), ruling)
    found = why(history, "executory avelin/1", DAY)
    assert (found.answer, found.says) == ("no", "executory.undone")
    assert found.because == ("avelin/1", "tribunal-administratif-de-lille/1")
    of_court = why(history, "executory tribunal-administratif-de-lille/1", DAY)
    assert of_court.answer == "yes"
    assert says(of_court)[-2:] == ["executory.at-once", "act.annulled"]


def test_the_secretariat_has_no_date_of_effect() -> None:
    told = act(
        "secretariat/1",
        {
            "type": "identity-changed",
            "member": "avelin",
            "from": "2024-01-01",
            "name": institution("a")["name"],
        },
    )
    found = why(given(told), "executory secretariat/1", DAY)
    assert (found.answer, found.value, lacks(found)) == ("no", None, [])
    assert found.acts[0].executory_on is None


# ------------------------------------------------------------------- votes
def voted(vote: Any) -> History:
    decision = {"type": "matter-decided", "subject": "X"}
    said = {} if vote is None else {"vote": vote}
    return given(act("comite-syndical/1", decision, **complete("2024-02-05"), **said))


def test_a_vote_is_told_as_it_was_recorded() -> None:
    names = {
        "question": "statutes",
        "for": ["A B", "C D"],
        "against": ["E F"],
        "recused": ["G H"],
        "president": "for",
        "outcome": "adopted",
    }
    found = why(voted(names), "vote comite-syndical/1", DAY)
    assert [found.values[side] for side in ("for_", "against", "abstentions")] == [
        2,
        1,
        0,
    ]
    assert cited(found, "vote.question") == ["statutes None, None"]
    assert says(found)[1:6] == [
        *("vote.names", "vote.names", "vote.recused", "vote.president", "vote.declared")
    ]
    assert "vote.no-rules" in says(found)[6:]


def test_a_rejected_act_has_no_effect() -> None:
    vote = {"question": "ordinary", "for": "1", "against": "2", "outcome": "rejected"}
    found = why(voted(vote), "vote comite-syndical/1", DAY)
    assert "vote.rejected" in says(found)
    in_force = why(voted(vote), "executory comite-syndical/1", DAY)
    assert (in_force.answer, in_force.says) == ("no", "executory.voted-down")


def test_unanimity_an_unknown_vote_and_one_to_come_are_told_apart() -> None:
    asked_ = "vote comite-syndical/1"
    assert why(voted("unanimous"), asked_, DAY).says == "vote.unanimous"
    unknown = why(voted(None), asked_, DAY)
    assert (unknown.answer, lacks(unknown)) == (
        "not established",
        ["vote from comite-syndical"],
    )
    assert why(voted("unanimous"), asked_, "2024-01-01").says == "vote.later"

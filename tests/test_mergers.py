"""What becomes of members that merge, and of all when the syndicate is dissolved?"""

from tests.acts import (
    ENT,
    FIBRE,
    PREFECTURE,
    Plain,
    act,
    approval,
    complete,
    creation,
    institution,
    joins,
    request,
)
from tests.spec import given

ON = "2025-01-01"
A, B = "2020-03-02", "2022-01-03"


def merge(*members: str, into: str = "celle-neuve") -> Plain:
    return act(
        f"{PREFECTURE}/fusion",
        {
            "type": "members-merged",
            "members": [*members],
            "into": institution(into),
            "from": ON,
        },
        adopted_on="2024-11-04",
    )


def test_the_heir_succeeds_the_merged_and_keeps_the_earliest_date() -> None:
    history = given(
        *joins("avelin", ENT, on=A),
        *joins("beuvry", ENT, FIBRE, on=B),
        merge("avelin", "beuvry"),
    )
    assert history.members("2024-12-31") == ["avelin", "beuvry"]
    assert history.members(ON) == ["celle-neuve"]
    assert history.times("celle-neuve") == [f"{ON}.."]
    [fibre, ent] = history.annex_2(ON).transfers
    assert (fibre.competence, str(fibre.since)) == (FIBRE, B)
    assert (ent.competence, str(ent.since)) == (ENT, A)


def test_the_times_of_the_merged_end_by_the_order_that_merges_them() -> None:
    history = given(*joins("avelin", on=A), merge("avelin"))
    [line] = history.annex_1("2024-12-31").members
    assert str(line.until) == ON
    assert line.because[-1] == "prefecture-du-nord/fusion"
    assert history.times("avelin", ENT) == [f"{A}..{ON}"]


def test_the_heirs_line_names_the_acts_of_the_oldest_and_the_merger() -> None:
    history = given(
        *joins("avelin", on=B), *joins("beuvry", on=A), merge("avelin", "beuvry")
    )
    [line] = history.annex_1(ON).members
    assert (line.name, str(line.since), line.until) == (
        "Commune de Celle-neuve",
        A,
        None,
    )
    assert line.because == (
        "beuvry/adhesion",
        "comite-syndical/beuvry-adhesion",
        "prefecture-du-nord/fusion",
    )


def test_an_heir_that_was_a_member_stays_one_and_takes_the_earlier_date() -> None:
    history = given(
        *joins("avelin", ENT, on=A),
        *joins("beuvry", FIBRE, on=B),
        merge("avelin", into="beuvry"),
    )
    assert history.times("beuvry") == [f"{B}.."]
    assert history.holders(ON) == [("beuvry", FIBRE), ("beuvry", ENT)]
    [line] = history.annex_1(ON).members
    assert str(line.since) == A
    assert line.because == (
        "avelin/adhesion",
        "comite-syndical/avelin-adhesion",
        "beuvry/adhesion",
        "comite-syndical/beuvry-adhesion",
        "prefecture-du-nord/fusion",
    )


def test_before_the_merger_an_heir_shows_its_own_date_and_acts() -> None:
    history = given(
        *joins("avelin", on=A), *joins("beuvry", on=B), merge("avelin", into="beuvry")
    )
    [_avelin, line] = history.annex_1("2024-12-31").members
    assert (str(line.since), line.until) == (B, None)
    assert line.because == ("beuvry/adhesion", "comite-syndical/beuvry-adhesion")


def test_an_heir_named_among_the_merged_does_not_end_by_absorbing_the_others() -> None:
    history = given(
        *joins("avelin", on=A),
        *joins("beuvry", on=B),
        merge("avelin", "beuvry", into="beuvry"),
    )
    assert history.times("avelin") == [f"{A}..{ON}"]
    assert history.times("beuvry") == [f"{B}.."]
    assert str(history.annex_1(ON).members[0].since) == A


def test_one_that_merges_without_being_a_member_leaves_nothing_to_its_heir() -> None:
    history = given(*joins("avelin", on=A), merge("beuvry"))
    assert history.members(ON) == ["avelin"]


def test_the_dissolution_ends_every_membership_for_good() -> None:
    ended = act(
        f"{PREFECTURE}/dissolution",
        {"type": "syndicate-dissolved", "on": ON},
        adopted_on="2024-11-04",
    )
    history = given(
        creation(),
        *joins("avelin", on=A),
        ended,
        *joins("beuvry", on="2025-03-03"),
    )
    assert history.members("2024-12-31") == ["region-fictive", "avelin"]
    assert history.members(ON) == []
    assert history.holders(ON) == []
    assert history.members("2025-03-03") == []


# ------------------------------------------------------------------- what was under way
def test_what_both_agreed_before_a_merger_and_begins_after_it_is_the_heirs() -> None:
    asked = request("avelin", "1", effect="2025-03-03", **complete("2024-03-04"))
    history = given(
        asked, approval("avelin", "1", **complete("2024-05-06")), merge("avelin")
    )
    assert history.times("avelin") == []
    assert history.times("celle-neuve") == ["2025-03-03.."]


def test_a_request_of_a_merged_member_waits_in_the_name_of_its_heir() -> None:
    history = given(request("avelin", "1", **complete("2024-03-04")), merge("avelin"))
    assert history.waiting("2024-12-31") == [("avelin", ENT, ["approval"])]
    assert history.waiting(ON) == [("celle-neuve", ENT, ["approval"])]


def test_the_committee_may_answer_the_heir_what_the_merged_member_asked() -> None:
    history = given(
        request("avelin", "1", **complete("2024-03-04")),
        merge("avelin"),
        approval("celle-neuve", "1", **complete("2025-03-03")),
    )
    assert history.times("celle-neuve") == ["2025-03-03.."]
    assert history.waiting("2025-06-30") == []


def test_an_approval_for_one_never_answers_what_another_asked_before_they_merged() -> (
    None
):
    history = given(
        request("avelin", "1", **complete("2024-03-04")),
        approval("beuvry", "1", **complete("2024-03-04")),
        merge("avelin", into="beuvry"),
    )
    assert history.times("beuvry") == []

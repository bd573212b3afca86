"""What is an institution called and registered as, on a date?"""

import pytest

from tests.acts import (
    PREFECTURE,
    Plain,
    act,
    creation,
    institution,
    joins,
    learned,
    request,
)
from tests.spec import given

JOINED = "2020-03-02"


def changed(number: str, since: str, **said: str) -> Plain:
    named = {"member": "avelin", "from": since}
    return learned(number, "identity-changed", **named | said)


def names_of(*acts: Plain, on: list[str]) -> list[str]:
    history = given(*joins("avelin", on=JOINED), *acts)
    return [history.annex_1(day).members[0].name for day in on]


def test_a_rename_shows_the_name_of_the_day_that_is_asked_about() -> None:
    renamed = changed("1", "2022-01-01", name="Commune d'Avelin-le-Neuf")
    assert names_of(renamed, on=["2021-12-31", "2022-01-01"]) == [
        "Commune de Avelin",
        "Commune d'Avelin-le-Neuf",
    ]


def test_names_hold_from_the_day_they_name_whenever_they_are_recorded() -> None:
    later = changed("1", "2023-01-01", name="Troisième")
    earlier = changed("2", "2022-01-01", name="Deuxième")
    days = [JOINED, "2022-01-01", "2023-01-01"]
    assert names_of(later, earlier, on=days) == names_of(earlier, later, on=days)
    assert names_of(later, earlier, on=days)[1:] == ["Deuxième", "Troisième"]


def test_of_two_names_from_one_day_the_one_recorded_later_holds() -> None:
    first = changed("1", "2022-01-01", name="Erreur")
    second = changed("2", "2022-01-01", name="Vrai")
    assert names_of(first, second, on=["2022-01-01"]) == ["Vrai"]


def test_a_commune_that_becomes_another_kind_and_number_shows_those_of_the_day() -> (
    None
):
    before = {"kind": "epci", "siren": "200030633", "name": "CC de la Fiction"}
    history = given(
        *joins("avelin", on=JOINED, **before),
        changed("1", "2022-01-01", name="CA de la Fiction", siren="215901463"),
        changed("2", "2023-01-01", department="62"),
    )
    lines = [
        history.annex_1(day).members[0]
        for day in ("2021-12-31", "2022-01-01", "2023-01-01")
    ]
    shown = [(line.name, line.kind, line.department, line.siren) for line in lines]
    assert shown == [
        ("CC de la Fiction", "epci", "59", "200030633"),
        ("CA de la Fiction", "epci", "59", "215901463"),
        ("CA de la Fiction", "epci", "62", "215901463"),
    ]


def test_a_commune_may_become_an_epci_member_of_another_nature() -> None:
    history = given(
        *joins("avelin", on=JOINED), changed("1", "2022-01-01", kind="epci")
    )
    kinds = [history.annex_1(day).members[0].kind for day in (JOINED, "2022-01-01")]
    assert kinds == ["commune", "epci"]


def test_what_introduced_an_institution_holds_for_the_days_before() -> None:
    asked = request("avelin", "1", adopted_on=JOINED)
    timeline = given(asked).world().identities["avelin"]
    assert timeline.on(timeline.days[0]).name == "Commune de Avelin"


def test_the_earliest_description_introduces_whichever_was_recorded_first() -> None:
    early = request("avelin", "1", adopted_on="2019-01-07", applicant={"name": "A"})
    late = request(
        "avelin",
        "2",
        adopted_on="2021-01-04",
        applicant={"name": "B", "population": 900},
    )
    there, back = (
        given(*acts).world().identities["avelin"].identities
        for acts in ([early, late], [late, early])
    )
    assert there == back
    assert [one.population for one in there] == [None, None, 900]


def test_a_siret_tells_the_siren_and_a_new_siren_ends_an_old_siret() -> None:
    asked = request(
        "avelin", "1", adopted_on=JOINED, applicant={"siret": "20003938600020"}
    )
    moved = changed("1", "2022-01-01", siren="215901463")
    timeline = given(asked, moved).world().identities["avelin"]
    numbers = [(one.siren, one.siret) for one in timeline.identities[1:]]
    assert numbers == [("200039386", "20003938600020"), ("215901463", None)]


def test_a_change_known_before_any_description_shows_the_id_until_there_is_one() -> (
    None
):
    """One batch may record a change before the act that introduces its member."""
    moved = changed("1", "2022-01-01", name="Commune d'Avelin-le-Neuf")
    history = given(moved, request("avelin", "1", adopted_on=JOINED))
    assert history.as_known_at(2).world().identities == {}
    [pending] = history.pending("2022-01-01")
    assert pending.name == "Commune d'Avelin-le-Neuf"


def test_an_institution_that_no_act_describes_is_shown_by_its_id() -> None:
    agreed = act(
        "comite-syndical/1",
        {"type": "adhesion-approved", "member": "avelin", "competences": ["c"]},
    )
    [pending] = given(agreed).pending(JOINED)
    assert pending.name == "avelin"


def test_the_heir_is_described_by_the_order_that_merges() -> None:
    merged = act(
        f"{PREFECTURE}/fusion",
        {
            "type": "members-merged",
            "members": ["avelin"],
            "into": institution("celle", siren="215901463"),
            "from": "2025-01-01",
        },
        adopted_on="2024-11-04",
    )
    [line] = given(*joins("avelin", on=JOINED), merged).annex_1("2025-01-01").members
    assert (line.name, line.siren) == ("Commune de Celle", "215901463")


@pytest.mark.parametrize("day", ["2013-07-04", "2024-01-01"])
def test_a_founder_is_described_by_the_order_of_creation(day: str) -> None:
    [line] = given(creation()).annex_1(day).members
    assert (line.name, line.kind) == ("region-fictive", "region")

"""The annexes: in which order, with which fields?"""

import json
from typing import Any

import msgspec

from tests.acts import COMMITTEE, ENT, FIBRE, act, creation, joins, request
from tests.spec import given

DAY = "2024-06-30"


# ------------------------------------------------------------------- order
def test_founders_come_in_their_order_then_the_others_by_name_without_accents() -> None:
    others = {
        "e": "Commune d'Écaillon",
        "z": "Commune de Zuydcoote",
        "a": "commune d'Ecaille",
        "o": "Commune d'Œuilly",
        "p": "Commune d'Ohlain",
    }
    joined = [
        one
        for member, name in others.items()
        for one in joins(member, on="2020-03-02", name=name)
    ]
    history = given(
        *joined, creation(("zone-fictive", [FIBRE]), ("aire-fictive", [FIBRE]))
    )
    assert history.members(DAY) == ["zone-fictive", "aire-fictive", *"aeopz"]
    transfers = [member for member, _competence in history.holders(DAY)]
    assert transfers == history.members(DAY)


def test_a_member_with_two_competences_has_two_lines_in_annex_2() -> None:
    history = given(*joins("avelin", ENT, FIBRE, on="2020-03-02"))
    assert history.holders(DAY) == [("avelin", FIBRE), ("avelin", ENT)]


def test_those_that_wait_come_by_name_too() -> None:
    history = given(
        request("z", "1", adopted_on="2024-01-08", applicant={"name": "Écaillon"}),
        request("a", "1", adopted_on="2024-01-08", applicant={"name": "Zuydcoote"}),
        request("m", "1", adopted_on="2024-01-08", applicant={"name": "Ecaille"}),
    )
    assert [one.member for one in history.pending(DAY)] == ["m", "z", "a"]


# ------------------------------------------------------------------- fields
def test_the_fields_of_annex_1_are_those_scripts_rely_on() -> None:
    history = given(*joins("avelin", on="2020-03-02", siren="215901463"))
    assert plain(history.annex_1(DAY)) == {
        "annex": 1,
        "at": DAY,
        "from": DAY,
        "until": "2024-07-01",
        "known_at": "#4",
        "statutes": None,
        "members": [
            {
                "member": "avelin",
                "name": "Commune de Avelin",
                "kind": "commune",
                "department": "59",
                "siren": "215901463",
                "since": "2020-03-02",
                "until": None,
                "because": ["avelin/adhesion", "comite-syndical/avelin-adhesion"],
                "presumed": [],
            }
        ],
        "associates": [],
        "pending": [],
    }


def test_the_fields_of_annex_2_are_those_scripts_rely_on() -> None:
    asked = request("avelin", "1", effect="2024-09-01", adopted_on="2024-01-08")
    history = given(*joins("beuvry", on="2020-03-02"), asked)
    assert plain(history.annex_2(DAY)) == {
        "annex": 2,
        "at": DAY,
        "from": DAY,
        "until": "2024-07-01",
        "known_at": "#6",
        "transfers": [
            {
                "member": "beuvry",
                "name": "Commune de Beuvry",
                "competence": ENT,
                "since": "2020-03-02",
                "until": None,
                "because": ["beuvry/adhesion", "comite-syndical/beuvry-adhesion"],
                "presumed": [],
            }
        ],
        "pending": [
            {
                "member": "avelin",
                "name": "Commune de Avelin",
                "competence": ENT,
                "procedure": "adhesion",
                "since": None,
                "missing": [
                    {"act": "avelin/1", "fact": "sent_on"},
                    {"act": "avelin/1", "fact": "publicity"},
                    {"act": None, "fact": "approval"},
                ],
            }
        ],
    }


def test_an_act_held_executory_by_presumption_is_named_as_such() -> None:
    asked, agreed = joins("avelin", on="2020-03-02")
    presumed = act(
        f"{COMMITTEE}/1",
        {"type": "adhesion-approved", "member": "avelin", "competences": [ENT]},
        adopted_on="2020-03-02",
        executory_on="2020-03-02",
        executory_basis="presumed",
        note="Ni envoi ni publicité au dossier.",
    )
    assert given(asked, agreed).annex_1(DAY).members[0].presumed == ()
    assert given(asked, presumed).annex_1(DAY).members[0].presumed == (
        "comite-syndical/1",
    )


def plain(answer: Any) -> Any:
    return json.loads(msgspec.json.encode(answer))

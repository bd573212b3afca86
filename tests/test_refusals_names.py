"""Names that mean nothing: what the statutes and the register do not have."""

import pytest

from commands.texts import damaged
from ledger.acts.decoding import decode_act
from ledger.naming_refusals import (
    DismissedAloneError,
    LostSignError,
    MisreadTextError,
    MixedScriptsError,
    RulesNameNobodyError,
    RulesNameNoCompetenceError,
    TwiceKnownError,
    UnknownCompetenceError,
    UnknownDepartmentError,
    UnseenSignError,
)
from ledger.refusals import RefusedError
from tests.acts import COMMITTEE, ENT, Plain, act, decision, institution, learned
from tests.committee import NORD, REGION, RULES, designates, founded, statutes
from tests.spec import given

FOUNDED = founded()
SHARES = RULES["shares"]
RESEAUX = next(iter(SHARES))


def excused(one: Plain, rule: str) -> Plain:
    return one | {"irregular": [{"rule": rule, "reason": "Ainsi au registre (fictif)"}]}


def asks(member: str, competence: str = ENT, **said: str) -> Plain:
    applicant = institution(member) | {"department": "59"} | said
    asked = decision(
        "adhesion-requested", applicant=applicant, competences=[competence]
    )
    return act(f"{member}/2024-1", asked, adopted_on="2024-03-04")


def refused_and_excused(one: Plain, error: type[RefusedError], *before: Plain) -> None:
    """Expect a refusal, that says its rule may be named, and that this records it."""
    history = given(*before)
    [said] = history.when(one).refused(error)
    assert said.is_excusable
    assert getattr(said, "since", 1) == 2, "what was recorded before stays"
    history.when(excused(one, said.rule)).records(one["act"])


# ------------------------------------------------------------------- statutes.names
@pytest.mark.parametrize(
    "rules",
    [
        {"seats": {"region-haut-de-france": "10"}},
        {"shares": {RESEAUX: {"region-haut-de-france": "100"}}},
        {"departments": [{**RULES["departments"][0], "founder": "departement-nord"}]},
    ],
)
def test_rules_name_institutions_that_are_on_record(rules: Plain) -> None:
    wrong = statutes("2021-03-01", **rules)
    refused_and_excused(wrong, RulesNameNobodyError, *FOUNDED)


def test_rules_share_the_cost_of_their_own_competences() -> None:
    shares = {"communication-electronique": SHARES[RESEAUX]}
    wrong = statutes("2021-03-01", shares=shares)
    refused_and_excused(wrong, RulesNameNoCompetenceError, *FOUNDED)


def test_the_nearest_name_is_offered() -> None:
    wrong = statutes("2021-03-01", seats={"region-haut-de-france": "10"})
    [said] = given(*FOUNDED).when(wrong).refused(RulesNameNobodyError)
    assert f"Did you mean «{REGION}»?" in str(said)


def test_rules_recorded_before_the_creation_name_whom_they_will() -> None:
    given().when(statutes("2019-01-01", **RULES)).records(
        statutes("2019-01-01", **RULES)["act"]
    )


# ------------------------------------------------------------------- competence.unknown
def test_a_competence_is_one_of_the_statutes() -> None:
    refused_and_excused(
        asks("lieu", "numerique-educative"), UnknownCompetenceError, *FOUNDED
    )
    given(*FOUNDED).when(asks("lieu")).records("lieu/2024-1")


def test_the_competence_of_each_vote_of_a_list_is_looked_at() -> None:
    votes = [
        {"question": "ordinary", "competence": ENT},
        {"question": "adhesion", "competence": "numerique-educative"},
    ]
    said = decision("matter-decided", subject="Une affaire")
    asked = act(f"{COMMITTEE}/8", said, adopted_on="2024-03-04", vote=votes)
    broken = ("vote.majority", "vote.question")
    owned = [{"rule": rule, "reason": "essai (fictif)"} for rule in broken]
    whole = asked | {"irregular": owned}
    given(*FOUNDED).when(whole).refused(UnknownCompetenceError)
    votes[1]["competence"] = ENT
    given(*FOUNDED).when(whole).records(f"{COMMITTEE}/8")


def test_statutes_need_not_be_in_force_to_name_competences() -> None:
    created, adopted, *_ = FOUNDED
    kept = ("sent_on", "published", "executory_on", "executory_basis", "note")
    unsent = {name: one for name, one in adopted.items() if name not in kept}
    given(created, unsent).when(asks("lieu", "ent-2")).refused(UnknownCompetenceError)


def test_before_the_first_rules_nobody_can_tell_the_competences() -> None:
    early = asks("lieu", "autre") | {"adopted_on": "2018-01-01"}
    given(*FOUNDED).when(early).records("lieu/2024-1")
    given().when(asks("lieu", "autre")).records("lieu/2024-1")


@pytest.mark.parametrize("on", ["2024-03-04", None])
def test_a_version_of_the_act_s_own_day_or_of_an_unknown_one_may_name_it(
    on: str | None,
) -> None:
    other = [*RULES["competences"], {"id": "autre", "article": "4", "label": "Autre"}]
    named = decision("statutes-adopted", version="2024", rules={"competences": other})
    dated = {"adopted_on": on} if on else {}
    version = act(f"{COMMITTEE}/statuts-2024", named, **dated)
    history = given(*FOUNDED, version)
    history.when(asks("lieu", "autre")).records("lieu/2024-1")
    history.when(asks("val", "autres")).refused(UnknownCompetenceError)


def test_a_competence_that_an_annulled_version_alone_names_is_none() -> None:
    other = [*RULES["competences"], {"id": "autre", "article": "4", "label": "Autre"}]
    later = statutes("2021-03-01", competences=other)
    annulled = act(
        "tribunal-administratif-de-lille/1",
        decision("act-annulled", target=later["act"]),
        adopted_on="2022-01-03",
    )
    asked = asks("lieu", "autre")
    given(*FOUNDED, later).when(asked).records("lieu/2024-1")
    typing_error = asks("val", "autres")
    given(*FOUNDED, later).when(typing_error).refused(UnknownCompetenceError)
    history = given(*FOUNDED, later, annulled)
    history.when(typing_error).refused(UnknownCompetenceError)


# ------------------------------------------------------------------- department.unknown
def test_a_member_is_of_a_departement_of_the_statutes() -> None:
    refused_and_excused(asks("lieu", department="80"), UnknownDepartmentError, *FOUNDED)
    moves = decision(
        "identity-changed", **{"member": "lieu", "from": "2024-05-01"}, department="80"
    )
    history = given(*FOUNDED, asks("lieu"))
    history.when(act("secretariat/1", moves)).refused(UnknownDepartmentError)


# ------------------------------------------------------------------- institution.twice
@pytest.mark.parametrize(
    "code", [{"insee": "59146"}, {"siren": "215901463"}], ids=["insee", "siren"]
)
def test_a_code_is_of_one_institution_at_a_time(code: Plain) -> None:
    first = asks("chereng", **code)
    again = asks("commune-de-chereng", **code)
    refused_and_excused(again, TwiceKnownError, *FOUNDED, first)
    given(*FOUNDED).when(first, again).refused(TwiceKnownError)
    given(*FOUNDED, first).when(asks("chereng-2", insee="59147")).records(
        "chereng-2/2024-1"
    )


def test_a_code_that_was_given_up_may_be_given_to_another() -> None:
    first = asks("chereng", insee="59146")
    given_up = decision(
        "identity-changed", **{"member": "chereng", "from": "2024-05-01"}, insee="59147"
    )
    told = act("secretariat/1", given_up)
    again = asks("cherengois", insee="59146") | {"adopted_on": "2024-05-01"}
    given(*FOUNDED, first, told).when(again).records("cherengois/2024-1")
    early = again | {"adopted_on": "2024-04-30"}
    given(*FOUNDED, first, told).when(early).refused(TwiceKnownError)


def test_an_heir_takes_the_code_of_whom_it_succeeds() -> None:
    heir = institution("grand-chereng", department="59", insee="59146")
    merged = decision(
        "members-merged", members=["chereng"], into=heir, **{"from": "2025-01-01"}
    )
    history = given(*FOUNDED, asks("chereng", insee="59146"))
    history.when(act("prefecture-du-nord/9", merged)).records("prefecture-du-nord/9")


def test_an_heir_bears_its_code_from_its_merger_on() -> None:
    heir = institution("grand-chereng", department="59", insee="59999")
    merged = decision(
        "members-merged", members=["chereng"], into=heir, **{"from": "2025-01-01"}
    )
    history = given(*FOUNDED, asks("chereng"), act("prefecture-du-nord/9", merged))
    history.when(asks("lieu", insee="59999")).records("lieu/2024-1")
    late = asks("lieu", insee="59999") | {"adopted_on": "2025-03-03"}
    history.when(late).refused(TwiceKnownError)


def test_a_code_is_free_once_its_bearer_has_ended() -> None:
    ended = decision("institution-ended", member="chereng", on="2025-01-01")
    gone = act("prefecture-du-nord/9", ended, adopted_on="2024-12-02")
    history = given(*FOUNDED, asks("chereng", insee="59146"), gone)
    again = asks("cherengois", insee="59146")
    early = again | {"adopted_on": "2024-12-31"}
    history.when(early).refused(TwiceKnownError)
    history.when(again | {"adopted_on": "2025-01-01"}).records("cherengois/2024-1")


def test_an_identity_that_changes_takes_no_code_of_another() -> None:
    changed = decision(
        "identity-changed", **{"member": "val", "from": "2024-05-01"}, insee="59146"
    )
    history = given(*FOUNDED, asks("chereng", insee="59146"), asks("val"))
    history.when(act("secretariat/1", changed)).refused(TwiceKnownError)


# ------------------------------------------------------------------- seat.dismissal
def dismisses(person: str, *others: Plain, by: str = NORD, **said: str) -> Plain:
    left = {"person": person, "reason": "dismissal", "on": "2024-03-04"} | said
    return act(f"{by}/fin", decision("seat-vacated", **left), *others)


def names(person: str, **said: str) -> Plain:
    return decision("delegate-designated", person=person, **said)


SEATED = [*FOUNDED, designates(NORD, "Ada Fictive", "2020-01-06")]


def test_a_founder_dismisses_a_delegate_only_with_the_successor() -> None:
    refused_and_excused(dismisses("Ada Fictive"), DismissedAloneError, *SEATED)
    for successor in (
        names("Basile Fictif"),
        names("Basile Fictif", replaces="Ada Fictive"),
    ):
        together = dismisses("Ada Fictive", successor)
        given(*SEATED).when(together).records(f"{NORD}/fin")


@pytest.mark.parametrize(
    "other",
    [names("Ada Fictive"), names("Basile Fictif", replaces="Carole Fictive")],
)
def test_who_replaces_somebody_else_is_no_successor(other: Plain) -> None:
    given(*SEATED).when(dismisses("Ada Fictive", other)).refused(DismissedAloneError)


def test_each_dismissal_needs_a_successor_of_its_own() -> None:
    both = [*SEATED, designates(NORD, "Denis Fictif", "2020-01-07")]
    second = decision(
        "seat-vacated", person="Denis Fictif", reason="dismissal", on="2024-03-04"
    )
    given(*both).when(dismisses("Ada Fictive", second, names("Basile Fictif"))).refused(
        DismissedAloneError
    )


def test_who_learns_of_a_dismissal_cannot_tell_the_successor() -> None:
    told = dismisses("Ada Fictive", by="secretariat")
    given(*SEATED).when(told).refused(DismissedAloneError)


def test_a_resignation_an_office_and_a_commune_need_no_successor() -> None:
    for left in (
        dismisses("Ada Fictive", reason="resignation"),
        dismisses("Ada Fictive", seat="vice-president"),
    ):
        given(*SEATED).when(left).records(f"{NORD}/fin")
    commune = [*FOUNDED, asks("lieu"), designates("lieu", "Eve Fictive", "2024-03-05")]
    given(*commune).when(dismisses("Eve Fictive", by="lieu")).records("lieu/fin")


# ------------------------------------------------------------------- texts and names
def named(person: str) -> Plain:
    return act("lieu/2", names(person))


LIEU = [*FOUNDED, asks("lieu")]


@pytest.mark.parametrize(
    ("person", "error"),
    [
        ("Zo\ufffd Fictive", LostSignError),
        ("ZoÃ© Fictive", MisreadTextError),
        ("Zoé Sacré-CÅ“ur", MisreadTextError),
        ("Zoé dâ€™Ascq", MisreadTextError),
        ("Zoé\u200b Fictive", UnseenSignError),
        ("Zoé \u202eevitciF", UnseenSignError),
        ("Zoé\ue000 Fictive", UnseenSignError),
        ("Zoé\x07 Fictive", UnseenSignError),
        ("Z\u043eé Fictive", MixedScriptsError),
    ],
)
def test_a_name_is_as_its_bearer_writes_it(
    person: str, error: type[RefusedError]
) -> None:
    refused_and_excused(named(person), error, *LIEU)


@pytest.mark.parametrize(
    "person",
    [
        "Zoé Fictive",
        "Zoe\u0301 Fictive",
        "Éléonore D’ÂGÉ",
        "Œuvre ÇÀ-ÉTÉ",
        "N° 1 «\u00a0ÉTÉ\u00a0»",
        "Ольга Fictive",
    ],
)
def test_what_people_are_called_is_not_refused(person: str) -> None:
    given(*LIEU).when(named(person)).records("lieu/2")


def test_what_was_meant_is_offered() -> None:
    [said] = given(*LIEU).when(named("ZoÃ© Fictive")).refused(MisreadTextError)
    assert "Did you mean «Zoé Fictive»?" in str(said)


def test_titles_and_all_names_of_an_act_are_looked_at() -> None:
    bad = "ZoÃ©"
    one = act(
        f"{COMMITTEE}/1",
        decision(
            "attendance-recorded",
            session=f"{COMMITTEE}/2024",
            present=[bad],
            proxies={bad: bad},
            presided_by={"id": "zoe", "name": bad},
        ),
        title=bad,
        vote={"for": [bad], "recused": [bad]},
    )
    keys = [found.keys for found in damaged(decode_act(one))]
    assert keys == [
        ("title",),
        ("vote", "for", 0),
        ("vote", "recused", 0),
        ("decisions", 0, "present", 0),
        ("decisions", 0, "proxies", bad),
        ("decisions", 0, "proxies", bad),
        ("decisions", 0, "presided_by", "name"),
    ]


def test_a_text_of_its_own_may_say_what_it_likes() -> None:
    quoting = learned("1", "matter-decided", subject="Essai") | {"note": "ZoÃ© \u200b"}
    assert not [*damaged(decode_act(quoting))]

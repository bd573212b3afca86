"""What is refused at recording, by which rule, and what excuses it."""

from pathlib import Path

import pytest

from ledger import refusals
from ledger.refusals import (
    BeforeAdoptionError,
    IncompleteRulesError,
    NamesakeError,
    NoOrderError,
    NotItsOwnError,
    NotTheAuthorError,
    RefusedError,
    ReusedReferenceError,
    UnknownMemberError,
    UnknownTargetDecisionError,
    UnknownTargetError,
    UnnamedMemberError,
    WrongAuthorError,
)
from tests.acts import Plain, act, decision, institution, request
from tests.committee import RULES
from tests.spec import given

BOURG = request("bourg", "2024-1")
VAL = request("val", "2024-1")
MATTER = decision("matter-decided", subject="Rien de grave")
STATUTES = decision("statutes-adopted", version="2018", rules=RULES)


def excused(rule: str) -> Plain:
    return {"irregular": [{"rule": rule, "reason": "Ainsi au registre (fictif)"}]}


def later(name: str, target: str, **fields: object) -> Plain:
    return act("secretariat/1", decision(name, target=target, **fields))


# ------------------------------------------------------------------- act.reference
def test_a_reference_is_never_used_for_other_content() -> None:
    other = act("bureau/1", title="Autre")
    given(act("bureau/1")).when(other).refused(ReusedReferenceError)
    given().when(act("bureau/1"), other).refused(ReusedReferenceError)


def test_the_same_content_again_is_passed_over() -> None:
    same = act("bureau/1", MATTER, title="Le même", vote="unanimous")
    given(same).when(same).adds_nothing()
    given().when(same, same).records("bureau/1")
    given(same).when(act("bureau/2"), same).records("bureau/2")


def test_content_written_otherwise_is_still_the_same() -> None:
    explicit = {**act("bureau/1", MATTER), "nature": "DE", "published": []}
    given(act("bureau/1", MATTER)).when(explicit).adds_nothing()


# ------------------------------------------------------------------- act.author
def test_a_body_decides_what_is_its_own() -> None:
    approved = decision("adhesion-approved", member="bourg", competences=["ent"])
    wrong = act("bureau/1", approved)
    given(BOURG).when(wrong).refused(WrongAuthorError)
    given(BOURG).when({**wrong, **excused("act.author")}).records("bureau/1")


@pytest.mark.parametrize(
    "foreign",
    [
        decision("assembly-renewed", member="val", on="2024-01-01"),
        decision("subsidy-granted", payer="val", member="bourg", year=2024, amount=1),
        decision(
            "adhesion-requested", applicant=institution("val"), competences=["ent"]
        ),
    ],
)
def test_an_institution_decides_for_itself(foreign: Plain) -> None:
    asked = act("bourg/2", foreign)
    given(BOURG, VAL).when(asked).refused(NotItsOwnError)
    given(BOURG, VAL).when({**asked, **excused("act.author")}).records("bourg/2")


def test_only_its_author_takes_an_act_back() -> None:
    for name in ("act-revoked", "act-repealed"):
        own = act("bourg/2", decision(name, target="bourg/2024-1"))
        given(BOURG).when(own).records("bourg/2")
        other = act("val/2", decision(name, target="bourg/2024-1"))
        given(BOURG, VAL).when(other).refused(NotTheAuthorError)


# ------------------------------------------------------------------- act.target
def test_one_speaks_of_acts_that_are_known() -> None:
    sent = later("act-transmitted", "bourg/2024-2", sent_on="2024-01-01")
    [error] = given(BOURG).when(sent).refused(UnknownTargetError)
    assert "Did you mean «bourg/2024-1»?" in str(error)
    given(BOURG).when({**sent, **excused("act.author")}).refused(UnknownTargetError)


def test_one_speaks_of_decisions_that_are_there() -> None:
    court = "tribunal-administratif-de-lille/1"
    third = act(court, decision("act-annulled", target="bourg/2024-1", decisions=[2]))
    given(BOURG).when(third).refused(UnknownTargetDecisionError)
    given().when(BOURG, third).refused(UnknownTargetDecisionError)
    first = act(court, decision("act-annulled", target="bourg/2024-1", decisions=[1]))
    given(BOURG).when(first).records(court)
    rectified = {"decision": 2, "set": {"effect": "2024-01-01"}, "reason": "Plume"}
    wrong = later("act-rectified", "bourg/2024-1", **rectified)
    given(BOURG).when(wrong).refused(UnknownTargetDecisionError)


# ------------------------------------------------------------------- member.unknown
def test_a_member_is_somebody_known() -> None:
    approved = decision("competence-transferred", member="bourgg", competences=["ent"])
    asked = act("comite-syndical/1", approved)
    [error] = given(BOURG).when(asked).refused(UnknownMemberError)
    assert "Did you mean «bourg»?" in str(error)


def test_only_an_order_states_its_own_effect() -> None:
    said = {"member": "bourg", "effect": "2024-01-01"}
    for kind in (
        decision("withdrawal-approved", **said),
        decision("competence-resumed", competences=["ent"], **said),
    ):
        given(BOURG).when(act("comite-syndical/1", kind)).refused(NoOrderError)
        given(BOURG).when(act("prefecture-du-nord/1", kind)).records(
            "prefecture-du-nord/1"
        )


def test_an_author_is_a_body_or_somebody_known() -> None:
    given().when(act("bourg/2")).refused(UnknownMemberError)
    given(BOURG).when(act("bourg/2")).records("bourg/2")


def test_an_applicant_of_a_vote_is_somebody_known() -> None:
    vote = {"for": 3, "applicant": "bourg"}
    asked = act("comite-syndical/1", MATTER, vote=vote)
    given().when(asked).refused(UnknownMemberError)
    given(BOURG).when(asked).records("comite-syndical/1")


def test_a_decision_about_a_member_by_another_names_it() -> None:
    counted = decision("pupils-counted", school_year="2023-2024", pupils=3)
    given(BOURG).when(act("secretariat/1", counted)).refused(UnnamedMemberError)
    given(BOURG).when(act("bourg/2", counted)).records("bourg/2")


def test_whoever_enters_by_a_decision_is_known() -> None:
    founder = {"institution": institution("hameau")}
    created = decision("syndicate-created", name="Fictif", founders=[founder])
    merged = decision(
        "members-merged",
        members=["bourg"],
        into=institution("hameau"),
        **{"from": "2024-01-01"},
    )
    admitted = decision("associate-admitted", institution=institution("hameau"))
    for entry in (
        act("prefecture-du-nord/1", created),
        act("prefecture-du-nord/1", merged),
        act("comite-syndical/1", admitted),
    ):
        given(BOURG, entry).when(act("hameau/1")).records("hameau/1")


# ------------------------------------------------------------------- person.namesake
def designated(member: str, person: object) -> Plain:
    return act(f"{member}/2", decision("delegate-designated", person=person))


def test_two_members_that_designate_the_same_name_say_whom_they_mean() -> None:
    first = designated("bourg", "Ada Fictive")
    for person in ("Ada Fictive", "ada-fictive", "ADA FICTIVE"):
        second = designated("val", person)
        given(BOURG, VAL, first).when(second).refused(NamesakeError)
        given(BOURG, VAL).when(first, second).refused(NamesakeError)
    for identity in ("ada-fictive", "ada-fictive-du-val"):
        named = designated("val", {"id": identity, "name": "Ada Fictive"})
        given(BOURG, VAL, first).when(named).records("val/2")


def test_a_bare_name_is_refused_where_another_member_wrote_the_id() -> None:
    first = designated("bourg", {"id": "ada-fictive", "name": "Ada Fictive"})
    second = designated("val", "Ada Fictive")
    given(BOURG, VAL, first).when(second).refused(NamesakeError)


def test_a_member_may_designate_the_same_person_again() -> None:
    first = designated("bourg", "Ada Fictive")
    again = act("bourg/3", decision("delegate-designated", person="ada-fictive"))
    given(BOURG, first).when(again).records("bourg/3")


# ------------------------------------------------------------------- statutes.rules
def test_the_first_rules_of_the_statutes_are_whole() -> None:
    part = decision("statutes-adopted", version="2018", rules={"quorum": "1/2"})
    partial = act("comite-syndical/2", part)
    [error] = given().when(partial).refused(IncompleteRulesError)
    assert "quorum" not in str(error)
    assert "notice_days" in str(error)
    whole = act("comite-syndical/1", STATUTES)
    given(whole).when(partial).records("comite-syndical/2")
    given().when(whole, partial).records("comite-syndical/1", "comite-syndical/2")


# ------------------------------------------------------------------- what excuses
@pytest.mark.parametrize(
    ("irregular", "error"),
    [
        (act("bourgg/2"), UnknownMemberError),
        (later("act-transmitted", "bourg/9", sent_on="2024-01-01"), UnknownTargetError),
        (act("bourg/2024-1", title="Autre"), ReusedReferenceError),
        (designated("val", "Ada Fictive"), NamesakeError),
    ],
)
def test_no_irregularity_excuses_what_makes_the_ledger_wrong(
    irregular: Plain, error: type[RefusedError]
) -> None:
    rules_named = ("act.dates", "act.author", "seat.count", "vote.majority")
    reasons = [{"rule": rule, "reason": "Ancien"} for rule in rules_named]
    before = (BOURG, VAL, designated("bourg", "Ada Fictive"))
    given(*before).when({**irregular, "irregular": reasons}).refused(error)


def test_one_irregularity_does_not_excuse_another() -> None:
    early = act("comite-syndical/1", adopted_on="2024-06-01", sent_on="2024-05-01")
    asked = {**early, **excused("act.author")}
    given().when(asked).refused(BeforeAdoptionError)


def test_every_refusal_is_tested() -> None:
    classes = {
        name
        for name, value in vars(refusals).items()
        if isinstance(value, type) and issubclass(value, RefusedError)
        if "sentence" in vars(value)
    }
    tests = Path(__file__).parent.glob("test_*.py")
    tested = " ".join(file.read_text(encoding="utf-8") for file in tests)
    assert {name for name in classes if f".refused({name}" not in tested} == set()

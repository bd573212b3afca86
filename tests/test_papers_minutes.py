"""The table of votes: asked of whom, by which majority, counted and decided how."""

from typing import Any

from papers.markdown import markdown
from papers.minutes import minutes
from projections.session_papers.frame import Papers
from projections.session_papers.minutes import MinutesPaper, minutes_paper
from projections.session_papers.voted_acts import Needed, Sides, VotedAct
from tests.acts import COMMITTEE, COURT, Plain, act, complete, matter, request, ruling
from tests.committee import (
    OF_FOUNDERS,
    OF_NORD,
    OF_PDC,
    OFFICERS,
    REGIONALS,
    founders_seated,
    held,
)
from tests.spec import given

HELD = "2022-06-16"
SESSION = f"{COMMITTEE}/{HELD}"
SEATED = [*founders_seated(), OFFICERS[0], *held(SESSION, *OF_FOUNDERS)]
ADOPTED = {"session": SESSION, **complete(HELD)}
ASKED = request("avelin", "1", **complete("2022-03-01"))
APPROVED = {
    "type": "adhesion-approved",
    "member": "avelin",
    "competences": ["numerique-educatif"],
}


def table(*acts: Plain) -> MinutesPaper:
    return minutes_paper(Papers(given(*SEATED, *acts).world(), SESSION))


def line(*acts: Plain) -> VotedAct:
    [one] = table(*acts).acts
    return one


def written(*acts: Plain) -> str:
    return markdown(minutes(table(*acts))).replace("\u00a0", " ")


def voted(
    *decisions: dict[str, Any], irregular: tuple[Any, ...] = (), **vote: Any
) -> Plain:
    named = {"for": vote.pop("for_", OF_FOUNDERS)} | vote
    told = decisions or (matter(),)
    said = {"title": "Un titre", "irregular": [*irregular]}
    return act(f"{COMMITTEE}/1", *told, vote=named, **said, **ADOPTED)


def test_an_ordinary_matter_needs_more_for_than_against() -> None:
    one = line(voted(for_=REGIONALS, against=OF_NORD, abstentions=OF_PDC))
    assert (one.question, one.adopted, one.carried) == ("ordinary", True, True)
    assert one.votes == Sides(10, 5, 5)
    assert one.needed == Needed("1/2", "votes", 8, 15, "8.3")
    text = written(voted(for_=REGIONALS, against=OF_NORD, abstentions=OF_PDC))
    assert "| 1 | Un titre | 10 | 5 | 5 | Adoptée |" in text
    assert (
        "majorité absolue des suffrages exprimés (statuts, art. 8.3) : 8 voix" in text
    )
    assert "**Se sont abstenus :** pdc-1, pdc-2, pdc-3, pdc-4 et pdc-5." in text


def test_an_adhesion_is_counted_in_votes_and_in_persons() -> None:
    act_ = voted(APPROVED, for_=[*REGIONALS, *OF_NORD], against=OF_PDC)
    one = line(ASKED, act_)
    assert (one.question, one.applicant) == ("adhesion", "avelin")
    assert one.votes == Sides(25, 5, 0)
    assert one.persons == Sides(15, 5, 0)
    assert one.needed == Needed("2/3", "votes", 20, 30, "15")
    assert one.electorate is not None
    assert (one.electorate.votes, one.electorate.weight) == (30, 3)
    text = written(ASKED, act_)
    assert "| Pour | 25 | 15 |" in text
    assert "à raison de 3 voix pour chaque délégué" in text


def test_statutes_are_held_against_the_members() -> None:
    changed = {"type": "statutes-adopted", "version": "2022-06-16"}
    one = line(voted(changed, for_=OF_FOUNDERS[:14], against=OF_FOUNDERS[14:]))
    assert one.needed == Needed("2/3", "members", 14, 20, "17")
    assert "deux tiers des membres en exercice (statuts, art. 17)" in written(
        voted(changed, for_=OF_FOUNDERS[:14], against=OF_FOUNDERS[14:])
    )


def test_in_a_tie_the_presidents_ballot_is_told() -> None:
    tied = voted(for_=OF_FOUNDERS[:10], against=OF_FOUNDERS[10:])
    one = line(tied)
    assert (one.tie, one.casting_vote, one.carried) == (True, "for", True)
    assert "voix prépondérante du président : pour." in written(tied)
    clear = line(voted())
    assert (clear.tie, clear.casting_vote) == (False, None)


def test_a_rejection_is_told_as_one() -> None:
    refused = voted(for_=OF_NORD, against=REGIONALS, outcome="rejected")
    one = line(refused)
    assert (one.adopted, one.carried, one.elected) == (False, False, ())
    assert "**Issue :** Rejetée (statuts, art. 8.3)." in written(refused)


def test_an_outcome_against_the_rule_is_told_and_listed_for_review() -> None:
    wrong = voted(for_=OF_NORD, against=REGIONALS, outcome="adopted")
    one = line(wrong)
    assert (one.adopted, one.carried, one.to_review) == (
        True,
        False,
        ("vote.majority",),
    )
    text = written(wrong)
    assert "alors que la majorité n’est pas atteinte" in text
    assert "**À réexaminer :** majorité requise" in text


def test_an_irregularity_declared_is_told_with_its_reason() -> None:
    broken = {"rule": "vote.majority", "reason": "Usage | ancien"}
    wrong = voted(
        for_=OF_NORD, against=REGIONALS, outcome="adopted", irregular=(broken,)
    )
    one = line(wrong)
    assert [(each.rule, each.reason) for each in one.irregular] == [
        ("vote.majority", "Usage | ancien")
    ]
    assert one.to_review == ()
    assert "Usage \\| ancien" in written(wrong)


def test_who_is_recused_is_named_and_leaves_the_quorum() -> None:
    apart = voted(for_=OF_FOUNDERS[2:], recused=["region-1", "region-2"])
    one = line(apart)
    assert one.recused == ("region-1", "region-2")
    assert one.quorum is not None
    assert (one.quorum.in_office, one.quorum.needed) == (20, 10)
    text = written(apart)
    assert "region-1 et region-2 (CGCT, art. L.2131-11)." in text
    assert "10 présences requises sur 20 membres en exercice" in text


def test_unanimity_is_told_as_recorded() -> None:
    one = line(act(f"{COMMITTEE}/1", matter(), vote="unanimous", **ADOPTED))
    assert (one.unanimous, one.votes, one.persons) == (True, None, None)
    text = written(act(f"{COMMITTEE}/1", matter(), vote="unanimous", **ADOPTED))
    assert "sans dénombrement des suffrages" in text
    assert "Adoptée à l’unanimité" in text


def test_numbers_without_the_departements_share_weigh_nobody_knows_what() -> None:
    one = line(ASKED, voted(APPROVED, for_=14, against=6))
    assert (one.votes, one.carried) == (None, None)
    assert one.persons == Sides(14, 6, 0)
    assert one.names is None
    text = written(ASKED, voted(APPROVED, for_=14, against=6))
    assert "le poids des suffrages n’est pas établi." in text
    assert "que la majorité ait été atteinte n’est pas établi" in text


def test_an_act_without_a_vote_says_so() -> None:
    one = line(act(f"{COMMITTEE}/1", matter(), **ADOPTED))
    assert (one.voted, one.adopted, one.votes) == (False, None, None)
    text = written(act(f"{COMMITTEE}/1", matter(), **ADOPTED))
    assert "aucun vote n’est au registre pour cet acte." in text
    assert "Sans vote au registre" in text


def test_a_matter_of_one_competence_names_it() -> None:
    one = line(voted(competence="communications-electroniques"))
    assert one.competence_label == "4.1 Communications électroniques"
    assert "compétence 4.1 Communications électroniques (statuts, art. 8.5)" in written(
        voted(competence="communications-electroniques")
    )


def test_who_was_elected_is_named() -> None:
    elects = {
        "type": "officer-elected",
        "office": "vice-president",
        "person": "nord-1",
    }
    one = line(voted(elects))
    assert [(each.person, each.office) for each in one.elected] == [
        ("nord-1", "vice-president")
    ]
    assert "nord-1 (vice-président(e))." in written(voted(elects))


def test_an_act_annulled_since_keeps_its_vote_and_says_by_what() -> None:
    annulled = ruling("act-annulled", f"{COMMITTEE}/1", on="2023-01-10")
    one = line(voted(), annulled)
    assert one.votes == Sides(20, 0, 0)
    assert one.undone_by == (f"{COURT}/1",)
    assert "privé d’effet, en tout ou partie, par tribunal" in written(
        voted(), annulled
    )


def test_a_session_without_acts_says_so() -> None:
    assert table().acts == ()
    assert "Aucun acte adopté à cette séance n’est au registre." in written()


def test_acts_of_another_session_are_not_told() -> None:
    other = act(
        f"{COMMITTEE}/2", matter(), **ADOPTED | {"session": f"{COMMITTEE}/2022-12-08"}
    )
    assert [one.act for one in table(voted(), other).acts] == [f"{COMMITTEE}/1"]

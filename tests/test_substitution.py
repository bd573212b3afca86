"""What begins and ends by law: orders, substitutions, ends, and further lives.

CGCT L.5721-6-3, L.5214-21, L.5215-22, L.5216-7, L.5217-7, L.2113-5; specification
sections 4 and 6. Everybody is invented, but for the name of the métropole.
"""

import pytest

from ledger.refusals import NoOrderError, NotItsOwnError, WrongAuthorError
from projections.register.portrait import portrait
from tests.acts import (
    ENT,
    FIBRE,
    PREFECTURE,
    SECRETARIAT,
    Plain,
    act,
    admits,
    agrees,
    approval,
    asks,
    complete,
    creation,
    decision,
    institution,
    joins,
    request,
)
from tests.answers import (
    association,
    day,
    found,
    lacks,
    mandates,
    only,
    says,
    why,
)
from tests.spec import given

A, B, ON, DAY = "2020-03-02", "2022-01-03", "2025-01-01", "2025-06-30"
MEL = institution("mel", name="Métropole", kind="epci", epci_kind="metropole")


def substitutes(*members: str, by: str = PREFECTURE, number: str = "mel") -> Plain:
    """Let the métropole take the place of communes for the ENT."""
    said = {"members": [*members], "into": MEL, "competence": ENT}
    taken = decision("competence-substituted", **said, from_=ON)
    return act(f"{by}/{number}", taken, adopted_on="2024-11-04")


def ends(member: str, on: str = ON) -> Plain:
    said = decision("institution-ended", member=member, on=on)
    return act(f"{PREFECTURE}/fin-{member}", said, adopted_on="2024-11-04")


def orders(member: str, what: str, *competences: str, **said: str) -> Plain:
    named = {"competences": [*competences]} if competences else {}
    ordered = decision(what, member=member, **named, **said)
    return act(f"{PREFECTURE}/ordre-{member}", ordered, adopted_on="2021-05-03")


TWO = (*joins("avelin", ENT, FIBRE, on=A), *joins("beuvry", ENT, on=B))
TAKEN = (creation(), *TWO, substitutes("avelin", "beuvry"))


# ------------------------------------------------------------------- substitution
def test_an_epci_takes_one_competence_over_with_the_earliest_date() -> None:
    history = given(*TAKEN)
    assert history.holders("2024-12-31") == [
        ("region-fictive", FIBRE),
        ("avelin", FIBRE),
        ("avelin", ENT),
        ("beuvry", ENT),
    ]
    assert history.holders(ON) == [
        ("region-fictive", FIBRE),
        ("avelin", FIBRE),
        ("mel", ENT),
    ]
    [line] = [one for one in history.annex_2(ON).transfers if one.member == "mel"]
    assert str(line.since) == A
    assert line.because[-1] == f"{PREFECTURE}/mel"


def test_a_commune_left_without_competence_is_no_member_and_the_other_stays() -> None:
    history = given(*TAKEN)
    assert history.times("beuvry") == [f"{B}..{ON}"]
    assert history.times("avelin") == [f"{A}.."]
    assert history.times("mel") == [f"{ON}.."]
    assert history.members(ON) == ["region-fictive", "avelin", "mel"]


def test_mandates_of_who_is_no_member_end_and_the_epci_designates_one() -> None:
    designated = [
        act(
            f"{one}/d",
            decision("delegate-designated", person=f"D {one}"),
            **complete(B),
        )
        for one in ("avelin", "beuvry")
    ]
    history = given(*TAKEN, *designated)
    assert mandates(history, "beuvry") == [f"d-beuvry {B}..{ON}"]
    assert mandates(history, "avelin") == [f"d-avelin {B}.."]
    empty = [one for one in history.world().delegates.vacancies if one.member == "mel"]
    assert [str(one.period.from_) for one in empty] == [ON]


def test_a_commune_may_join_again_for_another_competence() -> None:
    again = joins("beuvry", FIBRE, on="2025-03-03", number="2")
    history = given(*TAKEN, *again)
    assert history.times("beuvry") == [f"{B}..{ON}", "2025-03-03.."]
    assert ("beuvry", FIBRE) in history.holders(DAY)
    assert ("mel", ENT) in history.holders(DAY)


def test_an_epci_that_holds_it_already_only_takes_the_earlier_date() -> None:
    own = joins("mel", ENT, on="2021-01-04", kind="epci")
    history = given(creation(), *TWO, *own, substitutes("avelin", "beuvry"))
    assert history.times("mel", ENT) == ["2021-01-04.."]
    [line] = [one for one in history.annex_2(ON).transfers if one.member == "mel"]
    assert str(line.since) == A


def test_what_the_epci_and_the_state_both_tell_passes_once() -> None:
    twice = substitutes("avelin", "beuvry", by="mel", number="1")
    history = given(*TAKEN, twice)
    assert history.holders(ON) == given(*TAKEN).holders(ON)
    assert [*history.world().in_vain_of.get("avelin", ())] == []


def test_who_does_not_hold_it_has_nothing_to_pass_on() -> None:
    history = given(creation(), *joins("avelin", FIBRE, on=A), substitutes("avelin"))
    assert history.members(ON) == ["region-fictive", "avelin"]
    [one] = history.world().in_vain_of["avelin"]
    assert one.reason.rule.code == "merged.nothing-held"


def test_why_tells_the_substitution_of_both() -> None:
    history = given(*TAKEN)
    for asked in ("member beuvry", f"competence mel {ENT}", "member mel"):
        assert "competence.substituted" in says(why(history, asked, DAY)), asked


def test_only_the_epci_told_it() -> None:
    rule = "substitution.unconfirmed"
    told = substitutes("avelin", "beuvry", by="mel", number="1")
    one = only(given(creation(), *TWO, told), rule)
    assert (one.act, one.member, one.severity) == ("mel/1", "mel", "unknown")
    assert found(given(*TAKEN, told), rule) == []
    part = substitutes("avelin")
    assert found(given(creation(), *TWO, told, part), rule) == [f"{rule} mel/1"]


def test_an_epci_tells_its_own_substitution_only() -> None:
    other = substitutes("avelin", by="beuvry", number="s")
    given(creation(), *TWO).when(other).refused(NotItsOwnError)
    from_committee = substitutes("avelin", by="comite-syndical", number="s")
    given(creation(), *TWO).when(from_committee).refused(WrongAuthorError)
    given(creation(), *TWO).when(substitutes("avelin")).records(f"{PREFECTURE}/mel")


# ------------------------------------------------------------------- ends
def test_the_end_of_an_institution_ends_all_it_held_without_heir() -> None:
    history = given(creation(), *TWO, ends("avelin"))
    assert history.times("avelin") == [f"{A}..{ON}"]
    assert history.times("avelin", FIBRE) == [f"{A}..{ON}"]
    assert history.members(ON) == ["region-fictive", "beuvry"]
    assert "member.institution-ended" in says(why(history, "member avelin", DAY))


def test_the_end_of_an_associate_ends_its_association() -> None:
    history = given(creation(), admits("croix", A), ends("croix"))
    assert association(history, "croix") == [f"{A}..{ON}"]
    assert history.world().in_vain_of.get("croix") is None


def test_what_had_been_asked_before_the_end_serves_no_more() -> None:
    asked = request("croix", "1", **complete("2024-06-03"))
    late = approval("croix", "1", **complete("2025-02-03"))
    history = given(creation(), asked, ends("croix"), late)
    assert history.times("croix") == []
    assert history.waiting("2024-12-31") == [("croix", ENT, [])]
    assert history.waiting(ON) == []
    alone = given(creation(), asked, ends("croix"))
    assert alone.waiting("2024-12-31") == [("croix", ENT, ["approval"])]
    assert alone.waiting(ON) == []


# ------------------------------------------------------------------- further lives
def test_a_commune_restored_after_its_merger_is_itself_again() -> None:
    merger = decision(
        "members-merged",
        members=["avelin"],
        into=institution("celle-neuve"),
        from_="2021-01-01",
    )
    merged = act(f"{PREFECTURE}/fusion", merger, adopted_on="2020-11-04")
    again = joins("avelin", on="2025-03-10", number="2")
    history = given(creation(), *joins("avelin", on=A), merged, *again)
    assert history.times("avelin") == [f"{A}..2021-01-01", "2025-03-10.."]
    assert history.times("celle-neuve") == ["2021-01-01.."]
    one = only(history, "institution.restored")
    assert (one.act, one.member, one.severity) == ("avelin/2", "avelin", "notice")
    assert found(history, "institution.restored", at="2025-03-09") == []


def test_what_was_asked_before_the_merger_stays_the_heirs() -> None:
    merger = decision(
        "members-merged",
        members=["avelin"],
        into=institution("celle-neuve"),
        from_="2021-01-01",
    )
    history = given(
        creation(),
        request("avelin", "1", **complete(A)),
        act(f"{PREFECTURE}/fusion", merger, adopted_on="2020-11-04"),
        request("avelin", "2", FIBRE, **complete("2025-03-10")),
        approval("celle-neuve", "3", **complete("2025-04-07")),
    )
    assert history.times("celle-neuve") == ["2025-04-07.."]
    assert history.waiting(DAY) == [("avelin", FIBRE, ["approval"])]


def test_the_secretariat_tells_from_which_day_it_lives_again() -> None:
    lives = decision(
        "institution-known", institution=institution("avelin"), from_="2025-02-01"
    )
    again = act(f"{SECRETARIAT}/1", lives)
    asked = request("avelin", "2", **complete("2025-03-10"))
    agreed = approval("avelin", "2", **complete("2025-03-11"))
    told = given(creation(), *joins("avelin", on=A), ends("avelin"), again)
    assert [one.act for one in [only(told, "institution.restored")]] == [
        f"{SECRETARIAT}/1"
    ]
    history = given(*told.acts, asked, agreed)
    assert history.times("avelin") == [f"{A}..{ON}", "2025-03-11.."]
    assert found(history, "institution.restored") == [
        f"institution.restored {SECRETARIAT}/1"
    ]


# ------------------------------------------------------------------- orders
def test_the_state_lets_a_member_go_on_the_day_it_says() -> None:
    asked = asks("avelin", "2", "withdrawal", **complete("2021-04-05"))
    dated = orders("avelin", "withdrawal-approved", effect="2021-07-01")
    assert given(*TWO, asked, dated).times("avelin") == [f"{A}..2021-07-01"]
    at_once = orders("avelin", "withdrawal-approved")
    assert given(*TWO, asked, at_once).times("avelin") == [f"{A}..2021-05-03"]
    told = found(given(*TWO, asked, dated), "withdrawal.order", "vote.unknown")
    assert [one for one in told if PREFECTURE in one] == []


def test_an_order_needs_no_request_and_says_so() -> None:
    ordered = orders("avelin", "competence-resumed", ENT, effect="2021-07-01")
    history = given(*TWO, ordered)
    assert history.times("avelin", ENT) == [f"{A}..2021-07-01"]
    assert history.times("avelin") == [f"{A}.."]
    one = only(history, "withdrawal.order")
    assert (one.act, one.severity) == (f"{PREFECTURE}/ordre-avelin", "unknown")
    explained = says(why(history, f"competence avelin {ENT}", DAY))
    assert {"order.unasked", "resumption.ordered", "order.ends"} <= {*explained}


def test_a_request_after_the_order_is_no_request_before_it() -> None:
    late = asks("avelin", "2", "withdrawal", **complete("2021-06-01"))
    dated = orders("avelin", "withdrawal-approved", effect="2021-07-01")
    history = given(*TWO, dated, late)
    assert history.times("avelin") == [f"{A}..2021-07-01"]
    assert found(history, "withdrawal.order") == [
        f"withdrawal.order {PREFECTURE}/ordre-avelin"
    ]


def test_only_an_order_states_its_own_effect() -> None:
    agreed = agrees("avelin", "2", "withdrawal-approved", **complete("2021-06-01"))
    [said] = agreed["decisions"]
    dated = agreed | {"decisions": [said | {"effect": "2021-07-01"}]}
    given(creation(), *TWO).when(dated).refused(NoOrderError)


# ------------------------------------------------------------------- who is known
def test_an_approval_recorded_before_its_request_waits_for_it() -> None:
    agreed = approval("croix", "1", **complete("2024-06-03"))
    given(creation(), *TWO).when(agreed).records("comite-syndical/1")
    history = given(creation(), agreed)
    assert history.waiting(DAY) == [("croix", ENT, ["request"])]
    assert lacks(why(history, "pending croix", DAY)) == ["request from croix"]


def test_who_was_made_known_may_pay_and_be_merged() -> None:
    known = decision(
        "institution-known", institution=institution("cci", kind="public", name="CCI")
    )
    told = act(f"{SECRETARIAT}/1", known)
    pays = decision(
        "subsidy-granted", payer="cci", member="avelin", year="2024", amount="10"
    )
    granted = act("cci/1", pays, adopted_on="2024-02-05")
    given(creation(), *TWO, told).when(granted).records("cci/1")


@pytest.mark.parametrize("kind", ["public", "private", "state"])
def test_acts_of_bodies_outside_the_control_of_legality_count_at_once(
    kind: str,
) -> None:
    known = decision("institution-known", institution=institution("cci", kind=kind))
    said = act(
        "cci/1", decision("matter-decided", subject="x"), adopted_on="2024-02-05"
    )
    history = given(creation(), act(f"{SECRETARIAT}/1", known), said)
    assert str(history.executory("cci/1").on) == "2024-02-05"


def test_a_syndicat_publishes_as_it_chose_and_that_is_presumed() -> None:
    who = institution("sivu", kind="syndicat", name="SIVU")
    known = act(f"{SECRETARIAT}/1", decision("institution-known", institution=who))
    said = act(
        "sivu/1",
        decision("matter-decided", subject="x"),
        adopted_on="2024-02-05",
        sent_on="2024-02-06",
        published=[{"on": "2024-02-07", "mode": "posting"}],
    )
    history = given(creation(), known, said)
    force = history.executory("sivu/1")
    assert (str(force.on), force.presumed) == ("2024-02-07", True)
    one = only(history, "act.presumed")
    assert "a syndicat" in one.message


# ------------------------------------------------------------------- an EPCI's
def test_an_epci_and_its_commune_that_hold_one_competence_are_found() -> None:
    rule = "adhesion.exclusive"
    mel = joins("mel", ENT, on=A, kind="epci", siren="200093201")
    for named in ("mel", "200093201"):
        inside = joins("beuvry", ENT, on=B, epci=named)
        history = given(creation(), *mel, *inside)
        one = only(history, rule)
        assert (one.act, one.member) == ("comite-syndical/beuvry-adhesion", "beuvry")
        assert (one.severity, found(history, rule, at=A)) == ("irregularity", [])
    apart = joins("beuvry", FIBRE, on=B, epci="mel")
    assert found(given(creation(), *mel, *apart), rule) == []
    first = joins("beuvry", ENT, on="2019-01-07", epci="mel")
    assert only(given(creation(), *mel, *first), rule).member == "mel"


def test_a_communaute_de_communes_needs_its_communes() -> None:
    rule = "adhesion.communes"
    joined = joins("cc-fictive", ENT, on=A, kind="epci", epci_kind="cc")
    one = only(given(creation(), *joined), rule)
    assert (one.act, one.severity) == ("cc-fictive/adhesion", "unknown")
    other = joins("ca-fictive", ENT, on=A, kind="epci", epci_kind="ca")
    assert found(given(creation(), *other), rule) == []


# ------------------------------------------------------------------- terms
def test_on_which_terms_a_member_left_is_told() -> None:
    asked = asks("avelin", "2", "withdrawal", **complete("2021-04-05"))
    agreed = act(
        "comite-syndical/2",
        decision("withdrawal-approved", member="avelin", terms="Reprise des emprunts"),
        **complete("2021-05-03"),
    )
    history = given(creation(), *TWO, asked, agreed)
    shown = portrait(history.world(), "avelin", None, day(DAY))
    assert [one.terms for one in shown.membership] == ["Reprise des emprunts"]
    explained = why(history, "member avelin", DAY)
    [step] = [one for one in explained.steps if one.says == "withdrawal.terms"]
    assert step.values["terms"] == "Reprise des emprunts"
    other = portrait(history.world(), "beuvry", None, day(DAY))
    assert [one.terms for one in other.membership] == [None]


def test_who_is_known_by_an_approval_alone_has_a_portrait() -> None:
    history = given(creation(), approval("croix", "1", **complete("2024-06-03")))
    shown = portrait(history.world(), "croix", None, day(DAY))
    assert (shown.kind, [one.missing[0].fact for one in shown.pending]) == (
        None,
        ["request"],
    )


def test_the_vote_on_who_is_not_known_yet_waits_as_well() -> None:
    vote = {"for": "20", "against": "0", "applicant": "croix"}
    agreed = approval("croix", "1", vote=vote, **complete("2024-06-03"))
    given(creation(), *TWO).when(agreed).records("comite-syndical/1")

"""The rules as a whole: each is named, explained, and told in one order."""

import re
from typing import get_args

from ledger.clauses import ConditionsClause, StatutesClause
from ledger.excusable import ExcusableRule
from ledger.refusals import RefusedError
from ledger.shipped import shipped_articles
from projections.findings.check import RULES
from projections.findings.finding import Finding, Severity
from projections.findings.irregular import RULES_EXCUSED, SOURCES
from tests.acts import BOTH, SIREN, act, asks_to_join, complete
from tests.answers import found, only, told
from tests.committee import founded
from tests.spec import given

OF_THE_SPECIFICATION = {
    *("adhesion.effect", "adhesion.conditions", "adhesion.conditions-version"),
    *("adhesion.wording", "adhesion.delegate", "adhesion.competence"),
    *("act.adopted-on", "act.transmission", "act.publicity", "act.presumed"),
    *("vote.unknown", "session.unknown", "session.half-year", "price.differs"),
    *("session.order", "vote.count", "institution.restored"),
    *("substitution.unconfirmed", "adhesion.communes", "adhesion.exclusive"),
    *("tariff.not-voted", "contribution.overlap", "call.late", "vacancy.late"),
    *("vote.review", "revocation.not-in-force", "act.struck"),
    "decision.no-effect",
    *("act.prefecture-id", "transmission.differs"),
    "challenge.open",
    *("adhesion.refused-before", "withdrawal.order", "pupils.implausible"),
    *("tariff.retroactive", "call.not-owed", "shares.unowed"),
    *("payment.exceeds", "payment.negative", "call.duplicate"),
    *("adhesion.exclusive", "adhesion.communes", "institution.restored"),
    "substitution.unconfirmed",
}
BOTH_VERSIONS = ("2023-18", "2019-12")
OUR_OWN = {
    *("conditions.unknown", "competence.unknown", "line.unknown"),
    *("session.attendance", "call.available-on", "irregular", "unlawful", "newer"),
    *("correction.fallen", "call.review", "seat.taken", "seat.unknown"),
}


def test_there_is_every_rule_of_the_specification() -> None:
    assert {rule.rule for rule in RULES} == OF_THE_SPECIFICATION | OUR_OWN


def test_a_rule_says_how_grave_it_is_what_it_saw_why_and_what_to_do() -> None:
    assert [rule.__name__ for rule in RULES if not says_it_all(rule)] == []


def says_it_all(rule: type[Finding]) -> bool:
    texts = (rule.sentence, rule.remedy)
    return (
        bool(rule.article) != bool(rule.clauses)
        and rule.severity in get_args(Severity)
        and all(text and not text.endswith(".") for text in texts)
        and re.fullmatch(r"[a-z]+(\.[a-z-]+)?", rule.rule) is not None
        and bool(rule.__doc__)
    )


def test_each_class_is_listed_once() -> None:
    def leaves(kind: type[Finding]) -> list[type[Finding]]:
        below = [leaf for each in kind.__subclasses__() for leaf in leaves(each)]
        return below or [kind]

    assert sorted(rule.__name__ for rule in RULES) == sorted(
        {leaf.__name__ for leaf in leaves(Finding)}
    )


# ------------------------------------------------------------------- articles
def test_the_conditions_of_2019_number_the_articles_one_further() -> None:
    new, old = (shipped_articles(SIREN, "conditions", one) for one in BOTH_VERSIONS)
    assert (old["transfer"], new["transfer"]) == ("5", "4")
    assert (old["tariff"], new["tariff"]) == ("6", "5")
    assert "payment" not in old


def test_articles_that_ship_are_of_one_syndicate_and_of_the_versions_named() -> None:
    assert not shipped_articles("200038386", "conditions", "2023-18")
    assert not shipped_articles(None, "statutes", "2018-11-28")
    assert not shipped_articles(SIREN, "conditions", "2031-1")


def test_every_article_that_ships_is_that_of_a_clause_there_is() -> None:
    statutes = shipped_articles(SIREN, "statutes", "2018-11-28")
    assert {*statutes} == {*get_args(StatutesClause)}
    for version in BOTH_VERSIONS:
        conditions = shipped_articles(SIREN, "conditions", version)
        assert {*conditions} <= {*get_args(ConditionsClause)}


def test_an_article_that_a_refusal_cites_is_the_one_cited_here() -> None:
    def below(kind: type[RefusedError]) -> list[type[RefusedError]]:
        return [kind, *(leaf for each in kind.__subclasses__() for leaf in below(each))]

    refusals = [one for one in below(RefusedError) if one.article or one.clauses]
    cited = [one for one in refusals if one.rule in SOURCES]
    assert {"act.dates", "seat.count", "vote.quorum"} <= {one.rule for one in cited}
    assert [
        one for one in cited if (one.clauses or one.article) not in SOURCES[one.rule]
    ] == []
    assert ("majority.adhesion",) in SOURCES["vote.majority"]
    assert SOURCES["session.notice"] == (("notice",),)


# ------------------------------------------------------------------- irregular
def test_every_rule_that_may_be_excused_has_an_article() -> None:
    assert set(SOURCES) == set(get_args(ExcusableRule)) == set(RULES_EXCUSED)


def test_a_refusal_recorded_as_irregular_stays_visible_under_its_own_name() -> None:
    excused = [
        {"rule": "vote.quorum", "reason": "Neuf présents"},
        {"rule": "act.dates", "reason": "Date illisible"},
    ]
    matter = {"type": "matter-decided", "subject": "Divers"}
    late = act("comite-syndical/1", matter, irregular=excused, **complete("2020-02-03"))
    findings = told(given(late), "vote.quorum", "act.dates")
    assert [(one.rule, one.severity, one.article) for one in findings] == [
        ("act.dates", "irregularity", "CGCT, arts. L.2131-1 and L.3131-1"),
        ("vote.quorum", "irregularity", "statutes, article not on record"),
    ]
    assert [one.message.rpartition(": ")[2] for one in findings] == [
        "Date illisible",
        "Neuf présents",
    ]
    assert only(given(late), "act.dates").act == "comite-syndical/1"
    assert found(given(late), "vote.quorum", at="2020-02-02") == []


# ------------------------------------------------------------------- the order
def test_findings_come_in_the_order_of_the_acts_then_of_the_rules() -> None:
    history = given(
        *founded("2019-01-01"),
        *BOTH,
        asks_to_join("zeta", "2024-02-12", effect=None, approves_conditions=None),
        asks_to_join("avelin", "2024-01-15", effect=None),
    )
    listed = found(history, at="2024-06-30")
    assert [one for one in listed if "adhesion" in one] == [
        "adhesion.conditions zeta/adhesion",
        "adhesion.effect zeta/adhesion",
        "adhesion.effect avelin/adhesion",
    ]
    assert listed[-1].endswith(" -")


def test_an_empty_ledger_has_no_findings() -> None:
    assert told(given()) == []

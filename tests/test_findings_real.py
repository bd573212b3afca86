"""The real acts, and what `smo check` finds in them: the table of conformity.

Four deliberations ask to join; each finding is listed, with its severity and article.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.shell import REAL, done, smo

CA2C = "ca-caudresis-catesis/2021-43"
VILLENEUVE = "villeneuve-d-ascq/2023-12-19"
CHERENG = "chereng/2024-1-1"
HEM = "hem/sans-numero"
IN_FORCE = "CGCT, arts. L.2131-1 and L.3131-1"

Finding = dict[str, Any]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts once."""
    place = tmp_path_factory.mktemp("check") / "real.db"
    done("--ledger", place, "import", *REAL)
    return place


@pytest.fixture(scope="module")
def answer(place: Path) -> Finding:
    """Ask as scripts do, on the day of the specification's section 15."""
    result = smo("--ledger", place, "check", "--at", "2024-06-30", "--json")
    assert result.exit_code == 1
    found: Finding = json.loads(result.stdout)
    return found


def about(answer: Finding, act: str) -> list[tuple[str, str, str]]:
    return [
        (one["rule"], one["severity"], one["article"])
        for one in answer["findings"]
        if one["act"] == act
    ]


def message(answer: Finding, act: str, rule: str) -> str:
    [said] = [
        one["message"]
        for one in answer["findings"]
        if (one["act"], one["rule"]) == (act, rule)
    ]
    return str(said)


# ------------------------------------------------------------------- the four requests
def test_the_caudresis_states_no_effect_takes_note_only_and_designates_nobody(
    answer: Finding,
) -> None:
    assert about(answer, CA2C) == [
        ("adhesion.conditions", "irregularity", "conditions 2019-12, art. 5"),
        ("adhesion.delegate", "notice", "statutes, art. 8.1"),
        ("adhesion.effect", "irregularity", "conditions 2019-12, art. 5"),
    ]
    assert message(answer, CA2C, "adhesion.conditions") == (
        f"{CA2C} cites the conditions 2019-12 without approving them"
    )


def test_villeneuve_approves_no_conditions_and_quotes_what_is_no_tariff(
    answer: Finding,
) -> None:
    assert about(answer, VILLENEUVE) == [
        ("act.publicity", "unknown", IN_FORCE),
        ("act.transmission", "unknown", IN_FORCE),
        ("adhesion.conditions", "irregularity", "conditions 2023-18, art. 4"),
        ("price.differs", "irregularity", "conditions 2023-18, art. 5"),
    ]
    assert message(answer, VILLENEUVE, "price.differs") == (
        f"{VILLENEUVE} quotes 1.35 € by pupil, 60.00 € once on joining, which is no "
        "tariff: for 5148 pupils 7009.80 €, against 6692.40 € due for 2024 by "
        "comite-syndical/2023-18; it differs by 317.40 €"
    )
    assert message(answer, VILLENEUVE, "act.publicity") == (
        f"What is on record of the publicity of {VILLENEUVE} is not enough: by posting "
        "on 2023-12-22, on the web on a day not stated"
    )


def test_chereng_approves_no_conditions_and_is_not_shown_to_be_in_force(
    answer: Finding,
) -> None:
    assert about(answer, CHERENG) == [
        ("act.publicity", "unknown", IN_FORCE),
        ("act.transmission", "unknown", IN_FORCE),
        ("adhesion.conditions", "irregularity", "conditions 2023-18, art. 4"),
    ]


def test_hem_is_undated_approves_older_conditions_and_words_the_competence_its_way(
    answer: Finding,
) -> None:
    assert about(answer, HEM) == [
        ("act.adopted-on", "unknown", IN_FORCE),
        ("act.publicity", "unknown", IN_FORCE),
        ("act.transmission", "unknown", IN_FORCE),
        ("adhesion.conditions-version", "irregularity", "conditions 2023-18, art. 4"),
        ("adhesion.wording", "notice", "statutes, arts. 4 and 15"),
    ]
    assert message(answer, HEM, "adhesion.conditions-version") == (
        f"{HEM}, which has no date, rests on the conditions 2019-12; on 2024-06-30 the "
        "version 2023-18 is in force"
    )


def test_an_undated_request_is_held_against_the_conditions_of_the_day_asked(
    place: Path,
) -> None:
    asked = smo("--ledger", place, "check", "--at", "2022-06-30", "--json")
    rules = [rule for rule, *_ in about(json.loads(asked.stdout), HEM)]
    assert [rule for rule in rules if rule.startswith("adhesion")] == [
        "adhesion.wording"
    ]


# ------------------------------------------------------------------- the syndicate
def test_every_act_of_the_committee_lacks_its_vote_its_session_and_its_publicity(
    answer: Finding,
) -> None:
    found = Counter(
        one["rule"]
        for one in answer["findings"]
        if (one["act"] or "").startswith("comite-syndical/")
    )
    assert found == {
        "act.presumed": 6,
        "session.unknown": 6,
        "vote.unknown": 6,
        "tariff.not-voted": 4,
    }


def test_no_tariff_was_voted_from_2020_to_2023(answer: Finding) -> None:
    found = [
        (one["article"], one["message"][:67])
        for one in answer["findings"]
        if one["rule"] == "tariff.not-voted"
    ]
    said = "No tariff of «numerique-educatif» was voted for"
    assert [(article, text[: len(said) + 5]) for article, text in found] == [
        ("conditions 2019-12, art. 6", f"{said} 2020"),
        ("conditions 2019-12, art. 6", f"{said} 2021"),
        ("conditions 2019-12, art. 6", f"{said} 2022"),
        ("conditions 2023-18, art. 5", f"{said} 2023"),
    ]


def test_what_is_about_no_act_comes_last_and_is_not_held_against_anybody(
    answer: Finding,
) -> None:
    last = [one for one in answer["findings"] if one["act"] is None]
    assert answer["findings"][-len(last) :] == last
    assert Counter((one["rule"], one["severity"]) for one in last) == {
        ("session.half-year", "unknown"): 7,
        ("vacancy.late", "unknown"): 3,
    }
    assert answer["known_at"] == "#38"

"""The real acts, from their files through SQLite to the terminal's answer."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.acts import ENT, joins, leaves

EXAMPLES = Path(__file__).parent.parent / "examples" / "real"
DAY = "2024-06-30"

Missing = list[tuple[str | None, str]]


def smo(place: str, *args: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "--ledger", place, *args])


@pytest.fixture
def nothing(tmp_path: Path) -> str:
    place = str(tmp_path / "nothing.db")
    assert smo(place, "init").exit_code == 0
    return place


@pytest.fixture
def real(tmp_path: Path) -> str:
    place = str(tmp_path / "real.db")
    imported = smo(place, "import", *map(str, sorted(EXAMPLES.glob("*.yaml"))))
    assert imported.exit_code == 0, imported.output
    return place


def asked(place: str, annex: str, day: str) -> Any:
    answer = smo(place, "annex", annex, "--at", day, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


def shown(place: str, annex: str, day: str) -> str:
    answer = smo(place, "annex", annex, "--at", day)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


# ------------------------------------------------------------------- section 15
def founder(member: str, name: str, kind: str, code: str | None, siren: str) -> Any:
    return {
        "member": member,
        "name": name,
        "kind": kind,
        "department": code,
        "siren": siren,
        "since": "2013-07-04",
        "until": None,
        "because": ["prefecture-du-nord/2013-07-04"],
        "presumed": [],
    }


FOUNDERS = [
    founder(
        "region-hauts-de-france", "Région Hauts-de-France", "region", None, "200053742"
    ),
    founder(
        "departement-du-nord", "Département du Nord", "departement", "59", "225900018"
    ),
    founder(
        "departement-du-pas-de-calais",
        "Département du Pas-de-Calais",
        "departement",
        "62",
        "226200012",
    ),
]


def joiner(member: str, name: str, missing: Missing) -> Any:
    return {
        "member": member,
        "name": name,
        "competence": ENT,
        "procedure": "adhesion",
        "since": None,
        "missing": [{"act": act, "fact": fact} for act, fact in missing],
    }


JOINERS = [
    joiner(
        "ca-caudresis-catesis", "CA du Caudrésis et du Catésis", [(None, "approval")]
    ),
    joiner(
        "chereng",
        "Commune de Chéreng",
        [
            ("chereng/2024-1-1", "sent_on"),
            ("chereng/2024-1-1", "publicity"),
            (None, "approval"),
        ],
    ),
    joiner(
        "hem",
        "Commune de Hem",
        [
            ("hem/sans-numero", "adopted_on"),
            ("hem/sans-numero", "sent_on"),
            ("hem/sans-numero", "publicity"),
            (None, "approval"),
        ],
    ),
    joiner(
        "villeneuve-d-ascq",
        "Commune de Villeneuve-d'Ascq",
        [
            ("villeneuve-d-ascq/2023-12-19", "sent_on"),
            ("villeneuve-d-ascq/2023-12-19", "publicity"),
            (None, "approval"),
        ],
    ),
]


def test_on_2024_06_30_there_are_three_founders_and_four_joiners_wait(
    real: str,
) -> None:
    assert asked(real, "1", DAY) == {
        "annex": 1,
        "at": DAY,
        "from": DAY,
        "until": "2024-07-01",
        "known_at": "#38",
        "statutes": "2022-01-19",
        "members": FOUNDERS,
        "associates": [],
        "pending": JOINERS,
    }


def test_on_2024_06_30_only_the_founders_hold_a_competence(real: str) -> None:
    answer = asked(real, "2", DAY)
    held = [
        (line["member"], line["competence"], line["since"])
        for line in answer["transfers"]
    ]
    assert held == [
        (line["member"], "communications-electroniques", "2013-07-04")
        for line in FOUNDERS
    ]
    assert answer["pending"] == JOINERS


def test_those_that_asked_later_do_not_wait_earlier_save_the_undated_one(
    real: str,
) -> None:
    waiting = [one["member"] for one in asked(real, "1", "2022-01-01")["pending"]]
    assert waiting == ["ca-caudresis-catesis", "hem"]


@pytest.mark.parametrize(
    ("day", "version"),
    [("2018-11-28", None), ("2018-11-29", "2018-11-28"), (DAY, "2022-01-19")],
)
def test_annex_1_tells_the_statutes_in_force_on_its_date(
    real: str, day: str, version: str | None
) -> None:
    assert asked(real, "1", day)["statutes"] == version


# ------------------------------------------------------------------- for people
def test_a_person_reads_who_is_a_member_and_what_is_awaited(real: str) -> None:
    table = shown(real, "1", DAY)
    for line in [*FOUNDERS, *JOINERS]:
        assert line["name"] in table
    assert "4 Jul 2013" in table
    assert table.count("(hem/sans-numero)") == 3
    assert "#38" in table


@pytest.mark.parametrize("annex", ["1", "2"])
def test_an_empty_ledger_says_so_in_words(nothing: str, annex: str) -> None:
    table = shown(nothing, annex, DAY)
    assert "No " in table
    assert "30 Jun 2024" in table
    assert "#0" in table


@pytest.mark.parametrize(
    ("annex", "words"),
    [
        ("1", "No member on 3 Jul 2013."),
        ("2", "No competence is transferred on 3 Jul 2013."),
    ],
)
def test_a_day_before_the_syndicate_says_so_in_words(
    real: str, annex: str, words: str
) -> None:
    assert words in shown(real, annex, "2013-07-03")


def test_an_empty_ledger_answers_scripts_with_empty_lists(nothing: str) -> None:
    assert asked(nothing, "1", DAY) == {
        "annex": 1,
        "at": DAY,
        "from": DAY,
        "until": "2024-07-01",
        "known_at": "#0",
        "statutes": None,
        "members": [],
        "associates": [],
        "pending": [],
    }


def test_people_are_shown_the_last_day_included_and_scripts_the_first_day_no_longer(
    tmp_path: Path,
) -> None:
    place, file = str(tmp_path / "ledger.db"), tmp_path / "acts.json"
    acts = [*joins("avelin", on="2020-03-02"), *leaves("avelin", on="2022-01-03")]
    file.write_text(json.dumps(acts))
    assert smo(place, "import", str(file)).exit_code == 0
    assert "2 Jan 2022" in shown(place, "1", "2021-06-01")
    assert "3 Jan 2022" not in shown(place, "1", "2021-06-01")
    [line] = asked(place, "1", "2021-06-01")["members"]
    assert line["until"] == "2022-01-03"

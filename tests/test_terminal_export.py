"""`smo export scdl` and `popolo` at the terminal: files, notes, languages."""

import csv
import json
from pathlib import Path

import pytest
from frictionless import Resource, Schema, system

from exports.scdl_checks import failed
from tests.acts import act, decision, write
from tests.shell import REAL, done, smo

SCHEMA = Path(__file__).parent / "data" / "scdl_deliberations_2.1.5.schema.json"
SIRET = "20003938600020"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration's ledger, once."""
    place = tmp_path_factory.mktemp("export") / "demo.db"
    done("--ledger", place, "demo")
    return place


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Record deliberations whose titles are formulas, and some that lack something."""
    founder = {"institution": {"id": "nord", "name": "Nord", "kind": "departement"}}
    created = decision(
        "syndicate-created", name="=cmd|' /C calc'!A0", siret=SIRET, founders=[founder]
    )
    titles = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "-5", 'un "mot", et\ndeux']
    said = {"matter": "5.7", "adopted_on": "2024-02-12"}
    acts = [
        act("prefecture-du-nord/1", created, nature="AU", adopted_on="2013-07-04"),
        *(
            act(f"bureau/{number}", title=title, **said)
            for number, title in enumerate(titles)
        ),
        act("bureau/sans-titre", **said),
        act("bureau/sans-rien"),
    ]
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", write(tmp_path / "acts.yaml", acts))
    return place


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def assert_valid(path: Path) -> None:
    """Validate a file as users of the schema do, and by its custom checks."""
    with system.use_context(trusted=True):
        resource = Resource(
            path=str(path),
            format="csv",
            encoding="utf-8",
            schema=Schema.from_descriptor(str(SCHEMA)),
        )
        report = resource.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert [row for row in read(path) if failed(row)] == []


def test_the_deliberations_of_the_demonstration_are_valid_open_data(
    demo: Path, tmp_path: Path
) -> None:
    target = tmp_path / "deliberations.csv"
    result = smo("--ledger", demo, "export", "scdl", "--output", target)
    assert result.exit_code == 0
    assert not result.stdout
    assert_valid(target)
    rows = read(target)
    assert len(rows) > 50
    assert {row["COLL_SIRET"] for row in rows} == {SIRET}
    assert sum(bool(row["VOTE_REEL"]) for row in rows) > 50
    assert f"{len(rows)} deliberations written." in result.stderr
    assert "chereng/2024-1-1" in result.stderr
    again = done("--ledger", demo, "--lang", "fr", "export", "scdl")
    assert again == target.read_text(encoding="utf-8")


def test_a_wrong_file_would_not_be_valid(demo: Path, tmp_path: Path) -> None:
    """The validator is one: a date that is none, a column too few."""
    text = done("--ledger", demo, "export", "scdl")
    for wrong, reason in (
        (text.replace("2019-02-28", "28/02/2019"), "DELIB_DATE"),
        (text.replace(SIRET, "2000"), "COLL_SIRET"),
        (text.replace(",DELIB_OBJET,", ",OBJET,", 1), "DELIB_OBJET"),
    ):
        target = tmp_path / "wrong.csv"
        target.write_text(wrong, encoding="utf-8")
        with pytest.raises(AssertionError, match=reason):
            assert_valid(target)


def test_no_cell_carries_a_formula(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "deliberations.csv"
    done("--ledger", ledger, "export", "scdl", "--output", target)
    assert_valid(target)
    rows = read(target)
    assert [row["DELIB_OBJET"] for row in rows] == [
        *("'=1+1", "'+1", "'-1+2", "'@SUM(A1)", "'=1", "-5", 'un "mot", et deux')
    ]
    assert {row["COLL_NOM"] for row in rows} == {"'=cmd|' /C calc'!A0"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "2 deliberations left out",
                "bureau/sans-titre title",
                "bureau/sans-rien title; date of adoption; @CTES matter",
                "7 deliberations written.",
            ],
        ),
        (
            "fr",
            [
                "2 délibérations omises",
                "bureau/sans-titre intitulé",
                "bureau/sans-rien intitulé ; date d’adoption ; matière @CTES",
                "7 délibérations écrites.",
            ],
        ),
    ],
)
def test_what_is_left_out_is_named_with_what_it_lacks(
    ledger: Path, language: str, lines: list[str]
) -> None:
    result = smo("--lang", language, "--ledger", ledger, "export", "scdl")
    assert result.exit_code == 0
    said = [" ".join(line.split()) for line in result.stderr.splitlines()]
    assert [line for line in said if line in lines] == lines
    assert result.stdout.startswith("COLL_NOM,COLL_SIRET,DELIB_ID,")


def test_popolo_is_the_same_in_both_languages(demo: Path, tmp_path: Path) -> None:
    texts = []
    for language in ("en", "fr"):
        target = tmp_path / f"{language}.json"
        asked = ("export", "popolo", "--at", "2024-06-30", "--output", target)
        assert not done("--ledger", demo, "--lang", language, *asked)
        texts.append(target.read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    found = json.loads(texts[0])
    assert (found["at"], found["known_at"][0]) == ("2024-06-30", "#")
    assert {one["id"] for one in found["organizations"]} >= {"chereng", "bureau"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("format_", ["acts", "scdl", "popolo"])
def test_each_format_has_help_that_opens_nothing(
    format_: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = done("--lang", language, "export", format_, "--help")
    assert "--known-at" in shown
    assert format_ in done("--lang", language, "export", "--help")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("format_", ["acts", "scdl", "popolo"])
def test_a_ledger_that_does_not_exist_is_not_created(
    format_: str, tmp_path: Path
) -> None:
    place = tmp_path / "absent.db"
    result = smo("--ledger", place, "export", format_)
    assert result.exit_code == 1
    assert not place.exists()


def test_the_real_acts_alone_make_six_rows(tmp_path: Path) -> None:
    place, target = tmp_path / "real.db", tmp_path / "real.csv"
    done("--ledger", place, "import", *REAL)
    done("--ledger", place, "export", "scdl", "--output", target)
    assert_valid(target)
    rows = {row["DELIB_ID"]: row for row in read(target)}
    more = ["2022-14", "2022-15", "2023-18"]
    assert [*rows] == ["2018-23-2", "2019-12", "2022-01-19", *more]
    statutes = rows["2018-23-2"]
    assert (statutes["PREF_ID"], statutes["PREF_DATE"]) == ("PREF059", "2018-11-29")

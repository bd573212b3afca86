"""`smo papers`, as a secretary asks: French papers, mistakes in the language spoken."""

import json
from pathlib import Path

import pytest

from tests.shell import done, smo

GOLDEN = Path(__file__).parent / "golden" / "papers"
SESSION = "comite-syndical/2024-03-21"
PAPERS = ("notice", "attendance", "minutes")
HEADING = {
    *("paper", "session", "body", "held_on", "sent_on", "known_at", "syndicate"),
    *("statutes", "irregular", "because"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the examples once; no test here records anything."""
    place = tmp_path_factory.mktemp("papers") / "demo.db"
    done("--ledger", place, "demo")
    return place


@pytest.mark.parametrize("paper", PAPERS)
def test_the_papers_of_a_demo_session_read_as_they_did(
    ledger: Path, paper: str
) -> None:
    """Look at the difference, and correct the file only where the paper is better."""
    written = done("--ledger", ledger, "papers", paper, SESSION)
    assert written == (GOLDEN / f"{paper}.md").read_text()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_french_whatever_the_language(ledger: Path, paper: str) -> None:
    asked = ("--ledger", ledger, "papers", paper, SESSION)
    assert done("--lang", "fr", *asked) == done("--lang", "en", *asked)
    assert "Séance\u00a0:** jeudi 21 mars 2024" in done("--lang", "en", *asked)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_as_json_has_its_heading_on_top(ledger: Path, paper: str) -> None:
    asked = ("--ledger", ledger, "papers", paper, SESSION, "--json")
    found = json.loads(done(*asked))
    assert set(found) >= HEADING
    assert (found["paper"], found["session"]) == (paper, SESSION)
    assert found["known_at"].startswith("#")
    assert found["because"][0] == "president/fictif-2024-001"


def test_the_fields_scripts_rely_on(ledger: Path) -> None:
    found = {
        paper: json.loads(done("--ledger", ledger, "papers", paper, SESSION, "--json"))
        for paper in PAPERS
    }
    assert set(found["notice"]["recipients"][0]) == {
        *("person", "name", "member", "member_name", "college", "office", "because"),
    }
    assert {"weight", "weights", "state", "proxy"} <= set(
        found["attendance"]["lines"][0]
    )
    assert [one["votes"] for one in found["minutes"]["acts"]] == [
        {"for": 22, "against": 0, "abstentions": 0},
        {"for": 32, "against": 0, "abstentions": 0},
        {"for": 20, "against": 0, "abstentions": 2},
    ]


def test_a_paper_is_written_to_the_file_asked_for(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "convocation.md"
    asked = ("--ledger", ledger, "papers", "notice", SESSION)
    assert done(*asked, "--output", file) == ""
    assert file.read_text() == done(*asked)


def test_a_paper_is_drawn_up_as_it_was_known_then(ledger: Path) -> None:
    asked = ("--ledger", ledger, "papers", "attendance", SESSION)
    then = done(*asked, "--known-at", "#1080")
    assert then.endswith("tel que connu à l’écriture n°\u00a01080.\n")
    assert then != done(*asked)
    unknown = smo(*asked, "--known-at", "#100")
    assert unknown.exit_code == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "is no session the ledger knows"), ("fr", "n’est pas une séance connue")],
)
def test_an_unknown_session_is_answered_with_the_nearest(
    ledger: Path, language: str, said: str
) -> None:
    asked = ("--ledger", ledger, "papers", "notice", "comite-syndical/2024-03")
    refused = smo("--lang", language, *asked)
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert SESSION in refused.stderr
    assert refused.stdout == ""


def test_an_unknown_paper_is_misuse(ledger: Path) -> None:
    assert smo("--ledger", ledger, "papers", "menu", SESSION).exit_code == 2


# ------------------------------------------------------------------- associates
@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        ("en", "Associates", "They attend without voting, and are no members"),
        ("fr", "Membres associés", "Ils assistent aux séances sans voter"),
    ],
)
def test_annex_1_shows_associates_below_the_members(
    ledger: Path, language: str, title: str, note: str
) -> None:
    asked = ("--ledger", ledger, "annex", "1", "--at", "2024-06-30")
    shown = done("--lang", language, *asked)
    members, _title, associates = shown.partition(f"\n{title}\n")
    assert "Métropole Européenne de Lille" in associates
    assert "Métropole Européenne de Lille" not in members
    assert note in associates
    before = done("--lang", language, *asked[:-1], "2024-03-25")
    assert title not in before


def test_annex_1_as_json_lists_associates_apart(ledger: Path) -> None:
    asked = ("--ledger", ledger, "annex", "1", "--at", "2024-06-30", "--json")
    [one] = json.loads(done(*asked))["associates"]
    assert {"member", "name", "kind", "since", "until", "because"} <= set(one)
    assert (one["since"], one["until"]) == ("2024-03-26", None)


def test_a_member_is_told_to_be_an_associate(ledger: Path) -> None:
    asked = ("--ledger", ledger, "member", "metropole-europeenne-de-lille")
    shown = done(*asked)
    assert "associate, without vote   26 Mar 2024" in shown
    assert "No membership is established." in shown
    assert "membre associé, sans vote" in done("--lang", "fr", *asked)
    [time] = json.loads(done(*asked, "--json"))["associate"]
    assert time["from"] == "2024-03-26"


def test_why_an_associate_is_no_member(ledger: Path) -> None:
    asked = ("--ledger", ledger, "why", "member", "metropole-europeenne-de-lille")
    on = ("--at", "2024-06-30")
    assert "is not a member: it is associated since 26 Mar 2024" in done(*asked, *on)
    french = done("--lang", "fr", *asked, *on)
    assert "n’est pas membre adhérent" in french
    assert "statuts, art. 7" in french

"""What a document says: its frame in legal French, its tables, the acts cited."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ledger.language import speak, speaking, spoken
from papers.subjects import of_day
from presentation.documents import paper_of
from presentation.rendering import form_of
from projections.acts.act_state import RecordAsOf
from projections.answers.cited import acts_cited
from projections.periods import day_of
from projections.register.annexes import annex_1
from projections.timelines.world import World
from tests.questions import AT, QUESTIONS, exit_code
from tests.shell import done, smo

NBSP = "\u00a0"
TITLES = {
    "annex 1": "Annexe 1 aux statuts – Membres du syndicat mixte",
    "annex 2": "Annexe 2 aux statuts – Compétences transférées par chaque membre",
    "roster": "Composition du collège du Nord",
    "member": "Fiche de l’institution – Commune de Hem",
    "contributions": "Contributions de l’année 2024",
    "check": "Contrôle des actes versés au registre",
    "deadlines": "Échéancier",
    "diff": "Évolution du registre",
    "history": "Évolution d’une réponse dans le temps",
    "why": "Note explicative",
    "replay": "Historique du registre, acte par acte",
    "log": "Journal des écritures de l’acte chereng/2024-1-1",
    "ballot": "Note préparatoire au vote",
}
STATES = {
    "roster": "État du 1er janvier 2022 au 31 décembre 2022",
    "contributions": "État au 31 décembre 2024",
    "diff": "État au 30 juin 2024 comparé à celui du 1er janvier 2024",
    "history": "État à toutes dates",
    "replay": "Historique du 1er juin 2024 au 30 juin 2024",
    "log": "Journal",
}
DIGEST = "[0-9a-f]{4}(-[0-9a-f]{4}){3}"
KNOWN = (
    r",? tel que connu au [0-9]{1,2}(er)? [a-zéû]+ 20[0-9]{2} à [0-9]{1,2} h [0-9]{2} "
    rf"\(écriture n°{NBSP}[0-9]+, empreinte {DIGEST}\)\."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the examples once; no test here records anything."""
    place = tmp_path_factory.mktemp("statements") / "demo.db"
    done("--ledger", place, "demo")
    return place


def markdown_of(place: Path, *question: object) -> str:
    answered = smo("--ledger", place, *question, "--format", "md")
    assert answered.exit_code == exit_code(tuple(map(str, question))), answered.output
    return answered.stdout


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_document_says_whose_it_is_of_what_and_as_known_when(
    ledger: Path, name: str
) -> None:
    lines = markdown_of(ledger, *QUESTIONS[name]).splitlines()
    said = STATES.get(name, "État au 30 juin 2024")
    assert lines[0].startswith(f"Nord-Pas-de-Calais Numérique – «{NBSP}La Fibre")
    assert lines[2] == f"# {TITLES[name]}"
    assert re.fullmatch(re.escape(said) + KNOWN, lines[4])
    assert lines[-1] == lines[4]
    assert "## Actes cités" in lines


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_acts_cited_are_those_of_the_answer_by_date_then_reference(
    ledger: Path, name: str
) -> None:
    text = markdown_of(ledger, *QUESTIONS[name])
    table = text.partition("## Actes cités\n\n")[2].splitlines()[2:-2]
    rows = [[cell.strip() for cell in line.split(" | ")] for line in table]
    days = ["/".join(reversed(row[1].split("/"))) for row in rows]
    keys = [
        (day if day[0].isdecimal() else "9999", row[0])
        for day, row in zip(days, rows, strict=True)
    ]
    assert keys
    assert keys == sorted(set(keys))
    named = {row[0].removeprefix("| ") for row in rows}
    assert "comite-syndical/if-adopted" not in named
    cited = set(re.findall(r"(?:<br>|\| )([a-z0-9-]+/[^ |<]+)", text)) & set(
        acts(ledger)
    )
    assert cited <= named


def acts(place: Path) -> list[str]:
    text = done("--ledger", place, "log", "--json")
    return [entry["act"] for entry in json.loads(text)["entries"]]


def test_the_first_of_a_month_is_said_as_french_says_it(ledger: Path) -> None:
    text = markdown_of(ledger, "annex", "1", "--at", "2024-02-01")
    assert "État au 1er février 2024, tel que connu au " in text


def test_a_document_is_of_the_position_asked_for(ledger: Path) -> None:
    text = markdown_of(ledger, "annex", "1", *AT, "--known-at", "#900")
    assert re.search(rf"\(écriture n°{NBSP}900, empreinte {DIGEST}\)\.\n$", text)


def test_two_positions_are_each_told(ledger: Path) -> None:
    text = markdown_of(ledger, "diff", "#1089", "#1094", *AT)
    assert text.endswith(
        f"État au 30 juin 2024, tel que connu à l’écriture n°{NBSP}1094, comparé à "
        f"celui du 30 juin 2024, tel que connu à l’écriture n°{NBSP}1089.\n"
    )
    assert "| hem/sans-numero | date non établie |" in text


def test_an_empty_ledger_is_said_to_hold_nothing(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    done("--ledger", place, "init")
    text = markdown_of(place, "annex", "1", *AT)
    assert "État au 30 juin 2024, aucune écriture n’étant au registre." in text
    assert "Aucun acte n’est cité." in text


def test_what_was_known_is_told_by_the_clocks_of_paris() -> None:
    known = RecordAsOf(position=3, recorded_at="2024-06-30T22:05:00+00:00")
    world = World(known)
    about = of_day("Titre", date(2024, 6, 30), world)
    assert about.state == (
        "État au 30 juin 2024, tel que connu au 1er juillet 2024 à 0 h 05 "
        f"(écriture n°{NBSP}3)"
    )


# ------------------------------------------------------------------- the tables
def test_a_document_keeps_days_and_amounts_as_what_they_are(ledger: Path) -> None:
    text = markdown_of(ledger, *QUESTIONS["contributions"])
    assert "| 4\u202f104 | 1,30 |" in text
    assert f"5\u202f335,20{NBSP}€" in text
    assert "| 22/06/2021 |" in markdown_of(ledger, *QUESTIONS["annex 1"])


def test_the_lines_of_a_budget_are_named_in_french(ledger: Path) -> None:
    text = markdown_of(ledger, *QUESTIONS["contributions"])
    assert "| fonctionnement |" in text
    assert "operating" not in text
    assert "subsidy" not in text


def test_accounts_end_in_their_sum(ledger: Path) -> None:
    text = markdown_of(ledger, *QUESTIONS["contributions"])
    found = json.loads(done("--ledger", ledger, *QUESTIONS["contributions"], "--json"))
    called = sum(Decimal(one["called"]) for one in found["totals"])
    shown = f"{called:,.2f}".replace(",", "\u202f").replace(".", ",")
    assert f"**{shown}{NBSP}€**" in text


def test_a_document_leaves_no_finding_out(ledger: Path) -> None:
    question = ("check", "--at", "2026-10-01")
    asked = ("--ledger", ledger, *question)
    assert "--format json shows" in smo(*asked).stdout
    text = markdown_of(ledger, *question)
    found = json.loads(smo(*asked, "--json").stdout)["findings"]
    assert "--format json" not in text
    rules = [line.split(" | ")[0].removeprefix("| ") for line in text.splitlines()]
    for rule in {one["rule"] for one in found}:
        assert rules.count(rule) == sum(one["rule"] == rule for one in found)


# ------------------------------------------------------------------- the language
def test_a_language_is_spoken_for_a_while_only() -> None:
    def failing() -> None:
        with speaking("fr"):
            assert spoken() == "fr"
            raise KeyError

    speak("en")
    with pytest.raises(KeyError):
        failing()
    assert spoken() == "en"


def test_drawing_a_document_leaves_the_language_as_it_was() -> None:
    world = World(RecordAsOf())
    answer = annex_1(world, day_of(date(2024, 6, 30)))
    speak("en")
    paper = paper_of(form_of(answer, world))
    assert spoken() == "en"
    assert "Aucun membre au 30 juin 2024." in str(paper.blocks)


def test_an_act_that_is_only_supposed_is_not_cited() -> None:
    assert (
        acts_cited({"because": ["comite-syndical/if-adopted"]}, World(RecordAsOf()))
        == ()
    )

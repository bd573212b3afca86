"""A syndicate of Somme and Oise reads as well as this one: names are data.

The whole of the examples, with other founders, colleges, codes and SIREN.
"""

import json
import re
from pathlib import Path

import pytest

from tests.shell import ROOT, done, smo

NAMES = {
    "departement-du-nord": "departement-de-la-somme",
    "departement-du-pas-de-calais": "departement-de-l-oise",
    "college-nord": "college-somme",
    "college-pas-de-calais": "college-oise",
    "prefecture-du-nord": "prefecture-de-la-somme",
    "Département du Nord": "Département de la Somme",
    "Département du Pas-de-Calais": "Département de l'Oise",
    "Nord-Pas-de-Calais Numérique": "Somme-Oise Numérique",
    "Nord - Pas-de-Calais Numérique": "Somme-Oise Numérique",
    "La Fibre Numérique 59 62": "La Fibre Numérique 80 60",
    "name: Nord,": "name: Somme,",
    "name: Pas-de-Calais,": "name: Oise,",
    '"59"': '"80"',
    '"62"': '"60"',
    "200039386": "200054708",
    "20003938600020": "20005470800009",
}
LEFT = re.compile(r"\bNord\b|pas-de-calais|college-nord|-du-nord\b", re.IGNORECASE)
AT = ("--at", "2024-06-30")
SESSION = "comite-syndical/2024-03-21"
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("annex", "1", *AT),
    ("roster", "somme", "--in", "2022"),
    ("roster", "committee", *AT),
    ("why", "regime", *AT),
    ("why", "seat", "oise", *AT),
    ("why", "vote", "comite-syndical/fictif-2024-2", *AT),
    ("ballot", "adhesion", "--applicant", "hem", *AT),
    ("diff", "2019-07-01", "2020-12-31"),
    ("replay", "--at", "2021-01-01"),
    ("member", "departement-de-la-somme", *AT),
)


def theirs(text: str) -> str:
    """Write an acts file as theirs would be."""
    text = re.sub(r"^ *prefecture_id:.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r'(insee: ")(59|62)', _insee, text)
    for ours, other in sorted(NAMES.items(), key=lambda one: -len(one[0])):
        text = text.replace(ours, other)
    return text


def _insee(found: re.Match[str]) -> str:
    return found[1] + {"59": "80", "62": "60"}[found[2]]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import all examples as theirs."""
    folder = tmp_path_factory.mktemp("somme-oise")
    files = []
    for name in ("fictional", "real"):
        for file in sorted((ROOT / "examples" / name).glob("*.yaml")):
            files.append(folder / f"{name}-{file.name}")
            files[-1].write_text(theirs(file.read_text()))
    done("--ledger", folder / "ledger.db", "import", *files)
    return folder / "ledger.db"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_answer_is_in_their_names(ledger: Path, language: str) -> None:
    asked = ("--ledger", ledger, "--lang", language)
    told = {one: done(*asked, *one) for one in QUESTIONS}
    assert {one for one, text in told.items() if LEFT.search(text)} == set()


def test_a_roster_is_titled_after_their_departement(ledger: Path) -> None:
    asked = ("--ledger", ledger, "--lang", "fr", "roster", "oise", *AT)
    assert done(*asked).startswith("Collège de l’Oise – ")
    assert "# Composition du collège de l’Oise" in done(*asked, "--format", "md")
    said = done("--ledger", ledger, "roster", "somme", *AT)
    assert said.startswith("Somme college – ")


def test_their_papers_and_documents_are_in_their_names(ledger: Path) -> None:
    asked = ("--ledger", ledger, "--lang", "fr")
    written = [
        done(*asked, "papers", paper, SESSION)
        for paper in ("notice", "attendance", "minutes")
    ]
    written += [done(*asked, *one, "--format", "md") for one in QUESTIONS]
    assert [m[0] for text in written for m in LEFT.finditer(text)] == []
    assert "collège de la Somme" in written[0]


def test_the_articles_of_our_statutes_are_not_theirs(ledger: Path) -> None:
    found = json.loads(done("--ledger", ledger, "why", "regime", *AT, "--json"))
    cited = {(one["text"], one["article"]) for one in found["steps"]}
    assert cited == {("statutes", None)}
    told = done("--ledger", ledger, "why", "regime", *AT)
    assert "article not on record" in told


def test_our_colleges_are_no_bodies_of_theirs(ledger: Path) -> None:
    refused = smo("--ledger", ledger, "roster", "nord", *AT)
    assert refused.exit_code == 1
    assert "somme" in refused.stderr

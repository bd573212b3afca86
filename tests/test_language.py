"""Help and answers follow the language, whenever it is chosen."""

import gettext
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from cli import COMMANDS
from ledger.error_texts import reason_of
from ledger.errors import NoLedgerError
from ledger.events.catalogue import DECISIONS
from ledger.language import preferred, speak, spoken, translate
from terminal.localized import tell_click
from tests.shell import ROOT, done, environment
from tests.test_language_catalogue import OURS

ENGLISH = re.compile(
    r"(?<![\w-])(an? (act|date|text)|and|are|by|is|it|must|needs?|not|of|show|such"
    r"|that|the|this|what|with|which|whole|write)(?![\w-])",
    re.IGNORECASE,
)
NAMES = {"", *chain.from_iterable(name.split("-") for name in DECISIONS)}
NAMES |= {"present", "proxies", "giver", "holder", "recused"}
"""Words that stand alike in both languages: of stored names, and of their fields."""
"""What the names of decisions are made of; a line of help may end within one."""


# ------------------------------------------------------------------- the choice
@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"SMO_LANG": "fr"}, "fr"),
        ({"SMO_LANG": "fr", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"SMO_LANG": "en", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"SMO_LANG": "", "LANG": "fr_FR.UTF-8"}, "fr"),
        ({"SMO_LANG": "FR"}, "fr"),
        ({"SMO_LANG": "de"}, "en"),
        ({"LANGUAGE": "fr:en", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr_BE", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_locale(
    environment: dict[str, str], language: str
) -> None:
    assert preferred(environment) == language


@pytest.mark.parametrize(
    "args",
    [
        ("--lang", "fr", "--help"),
        ("--help", "--lang", "fr"),
        ("--lang=fr", "--help"),
        ("--lang", "fr", "annex", "--help"),
    ],
)
def test_the_language_may_be_named_before_or_after_help(args: tuple[str, ...]) -> None:
    shown = done(*args)
    assert "Usage\u00a0: smo" in shown
    assert "Options\u00a0:" in shown


def test_the_language_may_be_named_by_the_environment() -> None:
    assert "Commandes\u00a0:" in done("--help", env={"SMO_LANG": "fr"})
    assert "Commands:" in done("--lang", "en", "--help", env={"SMO_LANG": "fr"})


# ------------------------------------------------------------------- what is shown
def assert_french(text: str) -> None:
    without_paths = re.sub(r"(?<!\S)/\S+", "", text)
    english = [line for line in without_paths.splitlines() if ENGLISH.search(line)]
    assert english == []


EVERY_HELP = """
import json, sys
from click.testing import CliRunner
from cli import main

def shown(command):
    args = ["--lang", sys.argv[1], *command.split(), "--help"]
    return CliRunner().invoke(main, args, prog_name="smo").output

print(json.dumps({command: shown(command) for command in sys.argv[2:]}))
"""
HELPED = ["", *COMMANDS, *(f"record {name}" for name in DECISIONS)]


def every_help(language: str) -> dict[str, str]:
    """Ask for all help in a process of its own.

    click says the help of its `--help` once, and keeps it as it was first said.
    """
    result = subprocess.run(
        [sys.executable, "-c", EVERY_HELP, language, *HELPED],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=True,
    )
    helps: dict[str, str] = json.loads(result.stdout)
    return helps


def test_no_line_of_the_help_is_english_in_french() -> None:
    english, french = every_help("en"), every_help("fr")
    for command in HELPED:
        assert "Afficher cette aide et quitter." in french[command]
        assert_french(french[command])
    for command in ("", *COMMANDS):
        kept = set(english[command].splitlines()) & set(french[command].splitlines())
        assert {line for line in kept if not is_literal(line)} == set()


def is_literal(line: str) -> bool:
    """Tell whether a line holds only names and figures: options, types of decision."""
    return all(
        re.fullmatch(r"--[a-z-]+|[^a-z]+|\[.*\]", word)
        or set(re.split("[-,:{}]", word)) <= NAMES
        for word in line.split()
    )


def test_the_options_of_a_type_of_decision_are_explained_in_french() -> None:
    said = done("--lang", "fr", "record", "adhesion-requested", "--help")
    shown = " ".join(said.split())
    assert "une référence autorité/numéro" in shown
    assert "[obligatoire]" in shown


def test_answers_are_given_in_french(tmp_path: Path) -> None:
    french = ("--lang", "fr", "--ledger", tmp_path / "a.db")
    demo = done(*french, "demo")
    assert "Annexe\u00a01 – Membres au 30 juin 2024" in demo
    assert "Qui siégeait au collège du Nord en 2022\u00a0?" in demo
    assert "délibération du comité syndical" in demo
    second = done(*french, "annex", "2", "--at", "30/06/2024")
    assert "Compétences transférées au 30 juin 2024" in second
    for shown in (demo, second, done(*french, "annex", "1", "--at", "1999-12-31")):
        assert_french(shown)


# ------------------------------------------------------------------- the moment
@pytest.fixture
def free_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = spoken()
    monkeypatch.setenv("LANGUAGE", os.environ.get("LANGUAGE", before))
    yield
    speak(before)


@pytest.mark.usefixtures("free_language")
def test_one_process_may_change_its_language() -> None:
    for path in OURS:
        name = path.removesuffix(".py").replace("/", ".")
        import_module(name.removesuffix(".__init__"))
    error = NoLedgerError(place="x.db")
    speak("fr")
    tell_click("fr")
    assert str(error).startswith("Il n’y a pas de registre à l’emplacement x.db.")
    assert gettext.gettext("Missing option") == "Il manque l’option"
    speak("en")
    tell_click("en")
    assert str(error).startswith("There is no ledger at x.db.")
    assert gettext.gettext("Missing option") == "Missing option"
    for language, said in (("fr", "Écrire dans ce fichier"), ("en", "Write to this")):
        assert said in done("--lang", language, "schema", "--help")
        assert said in done("--lang", language, "annex", "--help")


@pytest.mark.usefixtures("free_language")
def test_a_reason_nobody_translated_is_shown_as_it_came() -> None:
    speak("fr")
    assert translate("") == ""
    assert reason_of(OSError(5, "Out of paper")) == "Out of paper"
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("[1 2]")
    assert reason_of(caught.value) == (
        "le séparateur ',' est attendu (ligne 1, colonne 4)"
    )

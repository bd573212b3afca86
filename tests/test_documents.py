"""Every question as a document: Markdown, a workbook, a PDF; always French."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.questions import PAPERS, QUESTIONS, exit_code
from tests.shell import PROGRAM, done, environment, smo

BEGINS = {"pdf": b"%PDF-", "xlsx": b"PK", "md": b"Nord-Pas-de-Calais Num"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the examples once; no test here records anything."""
    place = tmp_path_factory.mktemp("documents") / "demo.db"
    done("--ledger", place, "demo")
    return place


@pytest.mark.parametrize("format_", BEGINS)
@pytest.mark.parametrize("name", [*QUESTIONS, *PAPERS])
def test_a_question_is_written_as_the_suffix_says_the_same_in_either_language(
    ledger: Path, tmp_path: Path, name: str, format_: str
) -> None:
    question = (QUESTIONS | PAPERS)[name]
    contents = []
    for language in ("en", "fr"):
        file = tmp_path / f"{language}.{format_}"
        asked = ("--lang", language, "--ledger", ledger, *question, "--output", file)
        answered = smo(*asked)
        assert (answered.exit_code, answered.output) == (exit_code(question), "")
        contents.append(file.read_bytes())
    assert contents[0].startswith(BEGINS[format_])
    assert contents[0] == contents[1]


@pytest.mark.parametrize("format_", ["pdf", "xlsx"])
def test_bytes_go_to_whoever_reads_them(ledger: Path, format_: str) -> None:
    asked = ("--ledger", ledger, *QUESTIONS["annex 1"], "--format", format_)
    assert smo(*asked).stdout_bytes.startswith(BEGINS[format_])


@pytest.mark.parametrize("format_", ["pdf", "xlsx"])
@pytest.mark.parametrize("name", ["annex 1", "notice"])
def test_a_terminal_is_shown_no_bytes(ledger: Path, name: str, format_: str) -> None:
    question = (QUESTIONS | PAPERS)[name]
    terminal, program = pty.openpty()
    try:
        refused = subprocess.run(
            [*PROGRAM, "--ledger", ledger, *question, "--format", format_],
            env=environment(),
            stdout=program,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(program)
        os.close(terminal)
    assert refused.returncode == 2
    assert f"A terminal cannot show {format_}; give --output FILE" in refused.stderr


def test_a_file_without_a_suffix_takes_the_format_asked_for(
    ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "annexe"
    asked = ("--ledger", ledger, *QUESTIONS["annex 1"], "--output", file)
    done(*asked, "--format", "pdf")
    assert file.read_bytes().startswith(BEGINS["pdf"])
    done(*asked, "--json")
    assert file.read_text().startswith("{")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("format_", ["pdf", "xlsx"])
def test_a_paper_of_a_session_is_the_same_from_the_same_acts(
    ledger: Path, paper: str, format_: str
) -> None:
    asked = ("--ledger", ledger, *PAPERS[paper], "--format", format_)
    assert smo(*asked).stdout_bytes == smo(*asked).stdout_bytes

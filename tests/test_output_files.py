"""To which file, in which format: what a name says, and what a failure leaves."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.files import UnwritableError, atomic_write
from tests.questions import AT, QUESTIONS
from tests.shell import REAL, done, smo

ANNEX = ("annex", "1", *AT)
BEGINS: dict[str, Callable[[str], bool]] = {
    "a.json": lambda text: json.loads(text)["annex"] == 1,
    "a.csv": lambda text: text.startswith("member,name,"),
    "a.md": lambda text: "\n# Annexe 1 aux statuts" in text,
    "a.MD": lambda text: "\n# Annexe 1 aux statuts" in text,
    "a.txt": lambda text: text.startswith("Annex 1 – Members"),
    "annex": lambda text: text.startswith("Annex 1 – Members"),
    "a.2024": lambda text: text.startswith("Annex 1 – Members"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts once."""
    place = tmp_path_factory.mktemp("files") / "ledger.db"
    done("--ledger", place, "import", *REAL)
    return place


# ------------------------------------------------------------------- the format
@pytest.mark.parametrize("name", BEGINS)
def test_the_name_of_the_file_tells_the_format(
    ledger: Path, tmp_path: Path, name: str
) -> None:
    assert done("--ledger", ledger, *ANNEX, "--output", tmp_path / name) == ""
    assert BEGINS[name]((tmp_path / name).read_text())


def test_deadlines_named_as_a_calendar_are_one(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "delais.ics"
    done("--ledger", ledger, "deadlines", *AT, "--output", file)
    assert file.read_text().startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("format_", ["table", "csv", "md", "json"])
@pytest.mark.parametrize("name", ["annexe", "annexe.txt", "annexe.2024"])
def test_a_name_that_says_no_format_takes_any_text(
    ledger: Path, tmp_path: Path, name: str, format_: str
) -> None:
    file = tmp_path / name
    asked = ("--ledger", ledger, *ANNEX, "--format", format_)
    done(*asked, "--output", file)
    assert file.read_text() == done(*asked)


OTHERS = ["a.ics", "a.ICS", "a.docx", "a.odt", "a.ods", "a.xls", "a.html", "a.yaml"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_name_asking_for_what_is_not_there_is_misuse(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    asked = ("--ledger", tmp_path / "none.db", *ANNEX, "--output", file)
    misused = smo(*asked)
    assert misused.exit_code == 2
    assert f"«{name}» names no format this is written in" in misused.stderr
    assert "let it end in .txt, .json, .csv, .md, .xlsx, .pdf" in misused.stderr
    assert not file.exists()
    assert "terminez-le par .txt, .json" in smo("--lang", "fr", *asked).stderr


@pytest.mark.parametrize(
    ("format_", "name", "known"),
    [
        ("pdf", "a.csv", ".pdf"),
        ("pdf", "a.txt", ".pdf"),
        ("xlsx", "a.docx", ".xlsx"),
        ("json", "a.pdf", ".json"),
        ("table", "a.xlsx", ".txt"),
        ("csv", "a.xls", ".csv"),
    ],
)
def test_a_name_that_contradicts_the_format_asked_for_is_misuse(
    tmp_path: Path, format_: str, name: str, known: str
) -> None:
    file = tmp_path / name
    asked = (*ANNEX, "--format", format_, "--output", file)
    misused = smo("--ledger", tmp_path / "none.db", *asked)
    assert misused.exit_code == 2
    assert f"«{name}» does not go with --format {format_}" in misused.stderr
    assert f"let it end in {known}" in misused.stderr
    assert not file.exists()


@pytest.mark.parametrize(
    ("what", "name", "known"),
    [
        ("acts", "a.xlsx", ".yaml, .json"),
        ("acts", "a.csv", ".yaml, .json"),
        ("scdl", "a.json", ".csv"),
        ("scdl", "a.odt", ".csv"),
        ("popolo", "a.yaml", ".json"),
    ],
)
def test_an_export_named_as_another_format_is_misuse(
    ledger: Path, tmp_path: Path, what: str, name: str, known: str
) -> None:
    file = tmp_path / name
    misused = smo("--ledger", ledger, "export", what, "--output", file)
    assert misused.exit_code == 2
    assert f"let it end in {known}\n" in misused.stderr
    assert not file.exists()


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_unknown_format_is_misuse(tmp_path: Path, name: str) -> None:
    asked = ("--ledger", tmp_path / "none.db", *QUESTIONS[name], "--format", "docx")
    misused = smo(*asked)
    assert misused.exit_code == 2
    assert "docx" in misused.stderr


@pytest.mark.parametrize(
    ("question", "header"),
    [
        (("history", "member", "chereng"), "from,until,answer,sentence,because"),
        (
            ("why", "member", "chereng", *AT),
            "says,sentence,text,article,statutes",
        ),
        (
            ("replay", *AT),
            "day,act,title,status,adopted_on,executory_on,told",
        ),
    ],
)
def test_reasons_and_histories_are_rows_too(
    ledger: Path, question: tuple[str, ...], header: str
) -> None:
    text = done("--ledger", ledger, *question, "--format", "csv")
    first, *others = csv.reader(io.StringIO(text))
    assert ",".join(first) == header
    assert others
    assert all(len(row) == len(first) for row in others)
    assert "{" not in text


# ------------------------------------------------------------------- the file
def fail_writing(path: Path) -> None:
    with atomic_write(path) as file:
        file.write(b"half")
        raise OSError(28, "No space left on device")


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "annexe.csv"
    file.write_text("before")
    with pytest.raises(UnwritableError, match="No space left"):
        fail_writing(file)
    assert file.read_text() == "before"
    with pytest.raises(UnwritableError):
        fail_writing(tmp_path / "new.csv")
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_replaced_keeps_its_link_and_its_permissions(tmp_path: Path) -> None:
    file, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    file.write_text("before")
    file.chmod(0o640)
    link.symlink_to(file)
    with atomic_write(link) as opened:
        opened.write(b"after")
    assert link.is_symlink()
    assert file.read_text() == "after"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays_one(ledger: Path) -> None:
    null = Path("/dev/null")
    done("--ledger", ledger, *ANNEX, "--output", null)
    assert null.is_char_device()


def test_a_folder_that_is_not_there_is_said(ledger: Path, tmp_path: Path) -> None:
    asked = ("--ledger", ledger, *ANNEX, "--output", tmp_path / "no" / "a.csv")
    refused = smo(*asked)
    assert refused.exit_code == 1
    assert "No such file or directory. Name another file" in refused.stderr

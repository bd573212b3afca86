"""`smo import`: all of the files or nothing of them, and everything wrong is shown."""

import hashlib
from pathlib import Path

import pytest

from tests.acts import act, decision, request, write
from tests.shell import REAL, done, log, process, rows, smo

SIX_MISTAKES = """\
- act: bourg-fictif/2024-1
  titel: Adhésion
  adopted_on: 2024-02-30
  decisions:
    - type: adhesion-requsted
      applicant: {name: Bourg Fictif, kind: commune}
    - type: pupils-counted
      school_year: 2023-2024
      pupils: -155
- act: bureau/2024-1
  title: Le premier
  decisions: []
- act: bureau/2024-1
  title: Le second
  decisions: []
- act: bourg-fictiv/2024-2
  decisions: []
"""
WRONG_YAML = "- act: bureau/2024-2\n  decisions: [\n"


def test_every_mistake_of_every_file_is_shown_and_nothing_is_recorded(
    tmp_path: Path,
) -> None:
    one, two, place = (tmp_path / name for name in ("a.yaml", "b.yaml", "ledger.db"))
    one.write_text(SIX_MISTAKES, encoding="utf-8")
    two.write_text(WRONG_YAML, encoding="utf-8")
    result = smo("--ledger", place, "import", one, two)
    assert result.exit_code == 1
    assert not result.stdout
    said = result.stderr.splitlines()
    places = [line.split(": ")[0] for line in said if line.startswith(str(tmp_path))]
    assert sorted(places) == [
        *(f"{one}:{line}" for line in (13, 16, 2, 3, 5, 9)),
        f"{two}:3",
    ]
    assert "«titel» is no field of bourg-fictif/2024-1. Did you mean" in result.stderr
    assert "Did you mean «adhesion-requested»?" in result.stderr
    assert said[-1] == "Error: 7 problem(s); nothing was recorded"
    assert not place.exists(), "no ledger is left behind for what was refused"


def test_a_refused_import_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    place, wrong = tmp_path / "ledger.db", tmp_path / "wrong.yaml"
    wrong.write_text(SIX_MISTAKES, encoding="utf-8")
    done("--ledger", place, "import", *REAL)
    before = log(place)
    good = write(tmp_path / "good.yaml", [act("bureau/1")])
    assert smo("--ledger", place, "import", good, wrong).exit_code == 1
    assert log(place) == before


def test_the_real_acts_are_recorded_once(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    said = done("--ledger", place, "import", *REAL)
    assert said == "11 acts recorded (38 entries). The ledger ends at #38.\n"
    before = log(place)
    said = done("--ledger", place, "import", *REAL)
    assert said.startswith("Nothing new to record.")
    assert "11 acts were there already" in said
    assert log(place) == before


def test_what_is_new_is_recorded_beside_what_is_there(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    first = write(tmp_path / "1.yaml", [act("bureau/1")])
    both = write(tmp_path / "2.yaml", [act("bureau/2"), act("bureau/1")])
    done("--ledger", place, "import", first)
    said = done("--ledger", place, "import", both)
    assert said.startswith("1 act recorded")
    assert said.endswith("1 act was there already. The ledger ends at #2.\n")


def test_positions_follow_the_order_of_the_files(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    files = [
        write(tmp_path / f"{number}.yaml", [act(f"bureau/{number}")])
        for number in (1, 2, 3)
    ]
    done("--ledger", place, "import", files[2], files[0], files[1])
    assert [entry["act"] for entry in log(place)] == [
        "bureau/3",
        "bureau/1",
        "bureau/2",
    ]


def test_a_reference_may_point_to_a_later_file(tmp_path: Path) -> None:
    sent = decision("act-transmitted", target="bourg/2024-1", sent_on="2024-03-01")
    first = write(tmp_path / "1.yaml", [act("secretariat/1", sent)])
    second = write(tmp_path / "2.json", [request("bourg", "2024-1")])
    done("--ledger", tmp_path / "ledger.db", "import", first, second)


def test_an_empty_file_records_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("", encoding="utf-8")
    said = done("--ledger", tmp_path / "ledger.db", "import", empty)
    assert said.startswith("Nothing new to record.")


def test_a_dry_run_records_and_creates_nothing(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    said = done("--ledger", place, "import", "--dry-run", *REAL)
    assert said.startswith("11 acts would be recorded (38 entries); nothing was.")
    assert not place.exists()
    done("--ledger", place, "init")
    done("--ledger", place, "import", "--dry-run", *REAL)
    assert log(place) == []


def test_a_dry_run_shows_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(SIX_MISTAKES, encoding="utf-8")
    result = smo("--ledger", tmp_path / "x.db", "import", "--dry-run", wrong)
    assert result.exit_code == 1
    assert "6 problem(s)" in result.stderr


def test_files_that_cannot_be_read_are_named_all_at_once(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("- title: Chéreng".encode("latin-1"))
    absent = tmp_path / "absent.yaml"
    result = smo("--ledger", tmp_path / "x.db", "import", latin, absent)
    assert result.exit_code == 1
    assert f"{latin}:1: The file cannot be read" in result.stderr
    assert f"{absent}:1: The file cannot be read" in result.stderr


def test_a_file_cannot_command_the_terminal(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text('- {act: bureau/1, "\\e[31mred": x, decisions: []}', "utf-8")
    result = smo("--ledger", tmp_path / "x.db", "import", wrong)
    assert "\x1b" not in result.stderr


# ------------------------------------------------------------------- documents
CONTENT = b"%PDF-1.7 fictif\x00\xff"
SUM = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a document in it, and one beside the folder."""
    (tmp_path / "acts" / "pdf").mkdir(parents=True)
    (tmp_path / "acts" / "pdf" / "acte.pdf").write_bytes(CONTENT)
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    return tmp_path / "acts"


def test_a_document_is_kept_whole_under_its_sha_256(folder: Path) -> None:
    place = folder / "ledger.db"
    proof = decision("evidence-attached", target="bureau/1", document="pdf/acte.pdf")
    acts = [act("bureau/1", documents=["pdf/acte.pdf"]), act("secretariat/1", proof)]
    file = write(folder / "acts.yaml", acts)
    done("--ledger", place, "import", file)
    assert rows(place, "SELECT sha256, content FROM documents") == [(SUM, CONTENT)]
    kept = {"name": "pdf/acte.pdf", "sha256": SUM}
    assert log(place)[0]["data"]["documents"] == [kept]
    assert log(place)[-1]["data"]["document"] == kept
    (folder / "pdf" / "acte.pdf").unlink()
    named = [act("bureau/2", documents=[kept])]
    done("--ledger", place, "import", write(folder / "2.yaml", named))
    assert len(rows(place, "SELECT sha256 FROM documents")) == 1


def test_a_document_changed_since_makes_another_act_of_it(folder: Path) -> None:
    place = folder / "ledger.db"
    file = write(folder / "acts.yaml", [act("bureau/1", documents=["pdf/acte.pdf"])])
    done("--ledger", place, "import", file)
    assert done("--ledger", place, "import", file).startswith("Nothing new")
    (folder / "pdf" / "acte.pdf").write_bytes(b"other")
    result = smo("--ledger", place, "import", file)
    assert result.exit_code == 1
    assert "act.reference" in result.stderr


@pytest.mark.parametrize(
    "name",
    ["absent.pdf", "../secret.pdf", "/etc/hostname", "pdf", "pdf/../../secret.pdf"],
)
def test_a_document_that_is_not_in_the_folder_is_named_with_its_line(
    folder: Path, name: str
) -> None:
    text = f"- act: bureau/1\n  documents:\n    - pdf/acte.pdf\n    - {name}\n"
    file = folder / "acts.yaml"
    file.write_text(f"{text}  decisions: []\n", encoding="utf-8")
    result = smo("--ledger", folder / "ledger.db", "import", file)
    assert result.exit_code == 1
    assert f"{file}:4: The document «{name}» is not there" in result.stderr
    assert not (folder / "ledger.db").exists()


@pytest.mark.parametrize("name", ["a" * 300, "acte\0.pdf", "loop.pdf"])
def test_a_name_no_file_can_have_is_that_of_no_document(
    folder: Path, name: str
) -> None:
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    file = write(folder / "acts.json", [act("bureau/1", documents=[name])])
    result = smo("--ledger", folder / "x.db", "import", file)
    assert result.exit_code == 1
    assert "is not there" in result.stderr


def test_a_link_does_not_lead_out_of_the_folder(folder: Path) -> None:
    (folder / "link.pdf").symlink_to(folder.parent / "secret.pdf")
    file = write(folder / "acts.yaml", [act("bureau/1", documents=["link.pdf"])])
    assert smo("--ledger", folder / "x.db", "import", file).exit_code == 1


def test_a_document_is_the_one_announced(folder: Path) -> None:
    other = {"name": "pdf/acte.pdf", "sha256": "0" * 64}
    nowhere = {"name": "absent.pdf", "sha256": "0" * 64}
    file = write(folder / "acts.yaml", [act("bureau/1", documents=[other, nowhere])])
    result = smo("--ledger", folder / "x.db", "import", file)
    assert result.exit_code == 1
    assert "The document «pdf/acte.pdf» is neither" in result.stderr


def test_documents_are_looked_for_beside_the_acts_file(folder: Path) -> None:
    write(folder / "acts.yaml", [act("bureau/1", documents=["pdf/acte.pdf"])])
    said = process("import", "acts/acts.yaml", folder=folder.parent)
    assert said.returncode == 0, said.stderr
    assert (folder.parent / "ledger.db").exists()

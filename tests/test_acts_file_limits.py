"""A file made to choke a parser is refused at once, in one line that says why."""

import json
import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ledger.acts import limits, reading
from ledger.acts.limits import DEEPEST, LARGEST_FILE, MOST_FIELDS
from ledger.acts.problems import MalformedFileError, ProblemsError
from ledger.acts.reading import read_acts
from tests.acts import Plain, act, decision, write
from tests.shell import smo

MATTER = decision("matter-decided", subject="Objet fictif")

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in pairwise("abcdefghijk")
)

CHOKING = {
    "it is nested too deeply": [
        ("yaml", "[" * 100_000),
        ("yaml", "- act: x\n  note: " + "{a: " * 5_000),
        ("yaml", "- " * 100_000 + "x"),
        ("yaml", "-\t" * 100_000 + "x"),
        ("yaml", "? " * 100_000 + "x"),
        ("yaml", "\n".join(" " * depth + "a:" for depth in range(3_000))),
        ("yaml", "\n".join(" " * depth + "- " for depth in range(3_000))),
        ("yaml", "- &a [*a]\n"),
        ("json", "[" * 100_000),
        ("json", '[{"act": "bureau/1", "x": ' + "[" * 900 + "]" * 900 + "}]"),
        ("json", '{"a":' * 100_000),
    ],
    "its aliases stand for too much": [("yaml", BOMB)],
    "the name of a field is no text": [
        ("yaml", f"- {{{BOMB.splitlines()[0]}}}\n- ? *a\n  : 1\n"),
        ("yaml", "- ? [a, b]\n  : 1\n"),
    ],
    f"something in it has more than {MOST_FIELDS} fields": [
        ("json", json.dumps([dict.fromkeys(map(str, range(MOST_FIELDS + 1)))])),
        ("json", "[{" + ",".join(['"a": 1'] * (MOST_FIELDS + 1)) + "}]"),
        ("yaml", "- a: 1\n" + "  a: 1\n" * MOST_FIELDS),
    ],
}


@pytest.mark.parametrize(
    ("suffix", "text", "reason"),
    [(*one, reason) for reason, texts in CHOKING.items() for one in texts],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_a_file_made_to_choke_on_is_refused_at_once(
    tmp_path: Path, suffix: str, text: str, reason: str
) -> None:
    file = tmp_path / f"bomb.{suffix}"
    file.write_text(text)
    with pytest.raises(ProblemsError) as refusal:
        read_acts(file)
    [problem] = refusal.value.problems
    assert isinstance(problem.error, MalformedFileError)
    assert reason in str(problem)
    assert len(str(problem)) < 500


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_what_an_act_may_hold_is_not_too_deep(tmp_path: Path, suffix: str) -> None:
    nested: Any = "x"
    for _ in range(DEEPEST // 2 - 3):
        nested = [{"a": nested}]
    write(tmp_path / f"acts.{suffix}", [act("bureau/1", MATTER, note=nested)])
    assert len(read_acts(tmp_path / f"acts.{suffix}")) == 1


def test_a_text_may_be_indented_and_hold_dashes(tmp_path: Path) -> None:
    file = tmp_path / "acts.yaml"
    rule = "- " * 40
    file.write_text(f"- act: bureau/1\n  note: |\n{' ' * 150}{rule}\n  decisions: []\n")
    assert read_acts(file)[0]["note"].strip() == rule.strip()


def test_a_file_without_end_is_not_read_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "acts.yaml").symlink_to("/dev/zero")
    for module in (limits, reading):
        monkeypatch.setattr(module, "LARGEST_FILE", 2**20)
    with pytest.raises(ProblemsError) as refusal:
        read_acts(tmp_path / "acts.yaml")
    assert "it is larger than 1 MB" in str(refusal.value.problems[0])


def test_the_largest_file_is_ten_times_what_20_000_acts_need(tmp_path: Path) -> None:
    acts = [act(f"bureau/{number}", MATTER) for number in range(200)]
    assert write(tmp_path / "a.yaml", acts).stat().st_size * 100 * 10 < LARGEST_FILE


def test_a_file_of_too_many_acts_is_to_be_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ACTS", 3)
    file = write(tmp_path / "a.json", [act(f"bureau/{n}", MATTER) for n in range(4)])
    with pytest.raises(ProblemsError) as refusal:
        read_acts(file)
    assert "it holds more than 3 acts. Split it" in str(refusal.value.problems[0])


# ------------------------------------------------------------------- values
@pytest.mark.parametrize("amount", ["9" * 100_000, "9" * 100_000 + ".00", "1e999999"])
@pytest.mark.parametrize("quoted", [True, False])
def test_an_enormous_number_is_refused_in_one_short_line(
    tmp_path: Path, amount: str, *, quoted: bool
) -> None:
    paid = decision("payment-received", member="avelin", year="2020", amount="AMOUNT")
    text = json.dumps([act("secretariat/1", paid | {"on": "2020-05-04"})])
    file = tmp_path / "acts.json"
    file.write_text(text.replace('"AMOUNT"', f'"{amount}"' if quoted else amount))
    said = refused(tmp_path, file)
    assert "amount" in said
    assert len(said) < 1_000


def refused(folder: Path, file: Path) -> str:
    result = smo("--ledger", folder / "ledger.db", "import", file)
    assert result.exit_code == 1
    assert not (folder / "ledger.db").exists()
    return result.stderr


# ------------------------------------------------------------------- documents
def with_document(folder: Path, name: str) -> Path:
    (folder / "acts").mkdir(exist_ok=True)
    named: Plain = act("bureau/1", MATTER, documents=[name])
    return write(folder / "acts" / "acts.yaml", [named])


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "inside/../../secret.txt",
        "{folder}/secret.txt",
        "/dev/zero",
        "/etc/passwd",
        "link.txt",
        "linked-folder/secret.txt",
        "loop.txt",
        "fifo",
        "inside",
        ".",
        "",
        "x" * 5_000,
        "a\0b",
    ],
)
def test_only_a_plain_file_beside_the_acts_file_is_a_document(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    file = with_document(tmp_path, name.format(folder=tmp_path))
    beside = file.parent
    (beside / "inside").mkdir()
    (beside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (beside / "linked-folder").symlink_to(tmp_path)
    (beside / "loop.txt").symlink_to(beside / "loop.txt")
    os.mkfifo(beside / "fifo")
    assert "Error: 1 problem" in refused(tmp_path, file)


def test_a_very_large_document_is_not_read(tmp_path: Path) -> None:
    file = with_document(tmp_path, "plan.pdf")
    with (file.parent / "plan.pdf").open("wb") as sparse:
        sparse.truncate(limits.LARGEST_DOCUMENT + 1)
    said = refused(tmp_path, file)
    assert "The document «plan.pdf» is larger than 200 MB" in said


def test_a_document_in_a_folder_beside_is_kept(tmp_path: Path) -> None:
    file = with_document(tmp_path, "plans/../plans/plan.txt")
    (file.parent / "plans").mkdir()
    (file.parent / "plans" / "plan.txt").write_text("plan")
    assert smo("--ledger", tmp_path / "ledger.db", "import", file).exit_code == 0

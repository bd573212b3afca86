"""Ledgers that earlier versions wrote, and what they answered then.

`python -m tests.fixture_ledgers` writes that of this version, once: what is there is
never written again, for every later version must open it, verify it, answer the same.
"""

import json
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.shell import REAL, ROOT, done, smo

FOLDER = Path(__file__).parent / "data" / "ledgers"
FICTIONAL = sorted((ROOT / "examples" / "fictional").glob("*.yaml"))
DOCUMENT = """
- act: secretariat/fictif-piece
  note: FICTIF — acte inventé pour cet exemple.
  decisions: [{type: evidence-attached, target: chereng/2024-1-1, document: piece.txt}]
"""

DAYS = (
    *("2013-07-04", "2019-02-11", "2020-06-30", "2021-09-16", "2022-06-30"),
    *("2023-12-31", "2024-06-30", "2024-12-31", "2025-06-30", "2026-06-30"),
)
BODIES = ("committee", "bureau", "communal", "nord", "pas-de-calais")


def questions() -> Iterator[tuple[str, ...]]:
    """Give what a ledger is asked: annexes, rosters, contributions at ten dates."""
    for day in DAYS:
        yield "annex", "1", "--at", day
        yield "annex", "2", "--at", day
        yield "contributions", day[:4], "--at", day
        for body in BODIES:
            yield "roster", body, "--at", day
    yield "annex", "1", "--at", "2024-06-30", "--known-at", "#900"
    yield "check", "--at", "2026-06-30"
    yield "member", "chereng", "--at", "2024-06-30"


def answers(place: Path) -> dict[str, object]:
    """Ask everything, as scripts do."""
    found: dict[str, object] = {}
    for question in questions():
        # `check` exits with 1 where something is irregular; its answer is the same.
        asked = ("--ledger", place, *question, "--json")
        found[" ".join(question)] = json.loads(_said(*asked))
    return found


def write_fixture(folder: Path) -> None:
    """Write the ledger of this version, its seal, its public key, and its answers."""
    folder.mkdir(parents=True)
    place, checkpoint = folder / "ledger.sqlite", folder / "checkpoint.txt"
    with TemporaryDirectory() as name:
        acts, key = Path(name, "piece.yaml"), Path(name, "registre.example")
        acts.write_text(DOCUMENT, encoding="utf-8")
        Path(name, "piece.txt").write_text("Pièce fictive.\n", encoding="utf-8")
        author = ("--ledger", place, "--as", "Agent fictif")
        done(*author, "import", *FICTIONAL, *REAL)
        done("key", "new", "--output", key)
        done("--ledger", place, "seal", "--key", key, "--output", checkpoint)
        done(*author, "import", acts)
        public = key.with_name(f"{key.name}.pub").read_bytes()
    (folder / "registre.example.pub").write_bytes(public)
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    text = json.dumps(answers(place), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "answers.json").write_text(f"{text}\n", encoding="utf-8")


def _said(*asked: object) -> str:

    result = smo(*asked)
    assert result.exit_code in {0, 1}, result.output
    return result.stdout


if __name__ == "__main__":
    write_fixture(FOLDER / version("smo-ledger"))

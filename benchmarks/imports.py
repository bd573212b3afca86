"""How long do imports take, against bare inserts and against one another?"""

import subprocess
import sys
from pathlib import Path

import msgspec
from fictional import acts, write_acts
from one_import import Import
from postgresql import NewDatabase

HERE = Path(__file__).parent


class Round(msgspec.Struct):
    """What one round measured, one after the other on the same machine."""

    yaml: Import
    json: Import
    twice: Import
    raw: float
    raw_twice: float
    postgresql: Import | None


class Files(msgspec.Struct):
    """The acts files every round imports."""

    yaml: Path
    json: Path
    twice: Path

    @property
    def megabytes(self) -> float:
        """Tell the size of the YAML file."""
        return self.yaml.stat().st_size / 1e6


def write_files(folder: Path, count: int) -> Files:
    """Write so many acts as YAML and as JSON, and twice as many as YAML."""
    made = acts(2 * count)
    return Files(
        yaml=write_acts(folder / "acts.yaml", made[:count]),
        json=write_acts(folder / "acts.json", made[:count]),
        twice=write_acts(folder / "twice.yaml", made),
    )


def measure(files: Files, folder: Path, new_database: NewDatabase | None) -> Round:
    """Measure everything once; what is compared with each other stands together."""
    ledger, twice_ledger = folder / "one.db", folder / "two.db"
    yaml = _import(files.yaml, str(ledger))
    raw = _insert(ledger, folder / "raw.db")
    twice = _import(files.twice, str(twice_ledger))
    raw_twice = _insert(twice_ledger, folder / "raw-two.db")
    json = _import(files.json, str(folder / "json.db"))
    on_server = new_database and _import(files.yaml, new_database())
    assert yaml.entries == json.entries == twice.entries // 2, "not the same acts"
    return Round(yaml, json, twice, raw, raw_twice, on_server or None)


def _import(file: Path, place: str) -> Import:
    return msgspec.json.decode(_run("one_import.py", str(file), place), type=Import)


def _insert(ledger: Path, file: Path) -> float:
    return float(_run("raw_inserts.py", str(ledger), str(file)))


def _run(script: str, *arguments: str) -> str:
    """Run a script beside this one in a process of its own; tell what it printed."""
    return subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout

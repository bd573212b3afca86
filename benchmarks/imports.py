"""How long do imports take, against bare inserts and against one another?"""

import subprocess
import sys
import time
from pathlib import Path

import msgspec
from one_import import Import
from postgresql import NewDatabase
from startup import SMO

HERE = Path(__file__).parent


class Round(msgspec.Struct):
    """What one round measured, one after the other on the same machine."""

    yaml: Import
    json: Import
    twice: Import
    raw: float
    raw_twice: float
    process: float
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
    files = Files(folder / "acts.yaml", folder / "acts.json", folder / "twice.yaml")
    # Elsewhere, because a process starts out with the peak memory of its parent.
    _run("fictional.py", str(count), str(files.yaml))
    _run("fictional.py", str(count), str(files.json))
    _run("fictional.py", str(2 * count), str(files.twice))
    return files


def measure(files: Files, folder: Path, new_database: NewDatabase | None) -> Round:
    """Measure everything once; what is compared with each other stands together."""
    ledger, twice_ledger = folder / "one.db", folder / "two.db"
    yaml = _import(files.yaml, str(ledger))
    raw = _insert(ledger, folder / "raw.db")
    process = _smo_import(files.yaml, folder / "process.db")
    twice = _import(files.twice, str(twice_ledger))
    raw_twice = _insert(twice_ledger, folder / "raw-two.db")
    json = _import(files.json, str(folder / "json.db"))
    on_server = new_database and _import(files.yaml, new_database())
    assert yaml.entries == json.entries == twice.entries // 2, "not the same acts"
    return Round(yaml, json, twice, raw, raw_twice, process, on_server or None)


def _import(file: Path, place: str) -> Import:
    return msgspec.json.decode(_run("one_import.py", str(file), place), type=Import)


def _insert(ledger: Path, file: Path) -> float:
    return float(_run("raw_inserts.py", str(ledger), str(file)))


def _smo_import(file: Path, ledger: Path) -> float:
    """Tell the seconds of the whole process, as somebody at a terminal waits."""
    arguments = [str(SMO), "--ledger", str(ledger), "import", str(file)]
    started = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _run(script: str, *arguments: str) -> str:
    """Run a script beside this one in a process of its own; tell what it printed."""
    return subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout

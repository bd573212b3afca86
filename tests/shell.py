"""Run `smo` as at a terminal: within this process, or as a program of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cli import main
from ledger.language import speak

ROOT = Path(__file__).parents[1]
REAL = sorted((ROOT / "examples" / "real").glob("*.yaml"))
PROGRAM = [sys.executable, "-c", "import cli; cli.main(prog_name='smo')"]

UNSET = dict.fromkeys(("SMO_LEDGER", "SMO_USER", "LANGUAGE"))


def smo(*args: object, env: dict[str, str] | None = None) -> Result:
    """Run a command within this process, in English unless it says otherwise."""
    result = CliRunner().invoke(
        main,
        [str(arg) for arg in args],
        env={**UNSET, "SMO_LANG": "en", **(env or {})},
        prog_name="smo",
    )
    speak("en")
    os.environ.pop("LANGUAGE", None)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def done(*args: object, env: dict[str, str] | None = None) -> str:
    """Run a command that must succeed, and give what it printed."""
    result = smo(*args, env=env)
    assert result.exit_code == 0, result.output
    return result.stdout


def log(place: Path) -> list[dict[str, Any]]:
    """Read a ledger's entries back as scripts do."""
    entries: list[dict[str, Any]] = json.loads(
        done("--ledger", place, "log", "--json")
    )["entries"]
    return entries


def rows(place: Path, statement: str) -> list[tuple[Any, ...]]:
    """Look at a ledger with SQL, as an auditor might."""
    connection = sqlite3.connect(place)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def process(*args: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, and wait for its end."""
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def environment() -> dict[str, str]:
    """Give a process an environment that says English, and finds our modules."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, "SMO_LANG": "en", "PYTHONPATH": str(ROOT)}

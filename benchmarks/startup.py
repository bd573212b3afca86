"""How long do whole processes take, one against the other?"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

SMO = Path(sys.executable).with_name("smo")
"""The script as installed beside the interpreter, in the same environment."""

PROCESSES: dict[str, list[str]] = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "smo --help": [str(SMO), "--help"],
    "smo --version": [str(SMO), "--version"],
}

HEAVY = ("babel", "holidays", "msgspec", "psycopg", "rich", "sqlalchemy", "yaml")
"""What `smo --help` must not import."""


def measure(rounds: int) -> dict[str, list[float]]:
    """Time each process in turn, round after round; the first round only warms up."""
    lapsed: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for count in range(rounds + 1):
        for name, arguments in PROCESSES.items():
            started = time.perf_counter()
            subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
            if count:
                lapsed[name].append(time.perf_counter() - started)
    return lapsed


def ratio(over: list[float], under: list[float]) -> float:
    """Tell the median of the ratios of what was measured side by side."""
    return median(a / b for a, b in zip(over, under, strict=True))


def heavy_imports() -> list[str]:
    """List what `smo --help` imports and should not."""
    shown = subprocess.run(
        [sys.executable, "-X", "importtime", str(SMO), "--help"],
        check=True,
        capture_output=True,
        text=True,
    )
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in shown.stderr.splitlines()
    }
    return sorted(imported.intersection(HEAVY))

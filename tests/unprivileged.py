"""Run the program as one who may not do everything, also where tests run as root."""

import ctypes
import os
import subprocess
from pathlib import Path

from tests.shell import PROGRAM, environment

_PR_CAPBSET_DROP = 24
_FILE_RIGHTS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: the right to pass file rights by."""


def process(*args: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder; the rights of files count."""
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_heed_rights if os.geteuid() == 0 else None,
    )


def complaint(place: Path, *args: object) -> str:
    """Run as one whose rights count; expect one line on stderr and nothing else."""
    result = process("--ledger", place, *args, folder=place.parent.parent)
    assert (result.returncode, result.stdout) == (1, ""), result
    assert result.stderr.startswith("Error: "), result.stderr
    assert result.stderr.count("\n") == 1, result.stderr
    return result.stderr


def answer(place: Path, *args: object) -> str:
    """Run as one whose rights count, and give what was printed."""
    result = process("--ledger", place, *args, folder=place.parent.parent)
    assert result.returncode == 0, result.stderr
    return result.stdout


def _heed_rights() -> None:
    system = ctypes.CDLL(None, use_errno=True)
    for right in _FILE_RIGHTS:
        if system.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")

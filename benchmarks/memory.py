"""How much memory does a process take at its peak? Linux only: as the kernel counts."""

import subprocess
import sys
from pathlib import Path

PEAK = (
    "import atexit, sys\n"
    "def peak():\n"
    "    with open('/proc/self/status') as status:\n"
    "        [line] = [one for one in status if one.startswith('VmHWM')]\n"
    "    print('peak', line.split()[1], file=sys.stderr)\n"
    "atexit.register(peak)\n"
)
"""Not `getrusage`: there, a process begins with the peak of the one that started it."""

IMPORTS_ONLY = "import cli, terminal.annex, terminal.verify, commands.verifying\n"
ASK = "import cli\ncli.main(sys.argv[1:], prog_name='smo')\n"


def peak_of(program: str, *arguments: str) -> float:
    """Run a Python program in a process of its own, and tell its peak in MiB."""
    ran = subprocess.run(
        [sys.executable, "-c", PEAK + program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    *_others, last = ran.stderr.split()
    return int(last) / 1024


def peak_asked(ledger: Path, *words: str) -> float:
    """Ask at the terminal, and tell the peak in MiB."""
    return peak_of(ASK, "--ledger", str(ledger), *words)

"""How long does annex 1 take as a whole process, looked up, derived, and in hledger?

Usage: cold.py [ENTRIES]. Against the process that only imports what either way needs.
hledger, where it is installed, is asked what is nearest: a journal of as many
transactions of two postings as the ledger has entries, spread over as many accounts as
there are communes, and the balance of each account at the end of the day, as JSON.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median

import fictional
import ledgers
import memory
import msgspec
from startup import SMO

LOOK_UP = "import cli, terminal.annex"
"""What an answer that is looked up needs of the libraries, and nothing done with it."""

DERIVE = (
    "import cli, terminal.annex, terminal.asking, presentation.annex_tables, "
    "projections.register.annexes, ledger.storage.recorder, sqlalchemy.dialects.sqlite"
)
"""What one that is derived needs."""

AT = ("annex", "1", "--at", "2024-06-30", "--json")
ENTRIES_PER_COMMUNE = 8


class Cold(msgspec.Struct):
    """Seconds of whole processes, their ratios round by round; peaks in MiB."""

    entries: int
    imports: float
    indexed: float
    indexed_ratio: float
    folded: float
    folded_ratio: float
    index: float
    memory_imports: float
    memory_indexed: float
    memory_folded: float
    hledger: float | None
    hledger_ratio: float | None


def measure(folder: Path, entries: int, rounds: int) -> Cold:
    """Make a ledger and a copy with an index, and ask them in turn."""
    folded, indexed = folder / f"cold-{entries}.db", folder / f"index-{entries}.db"
    count = ledgers.write_ledger(str(folded), entries)
    shutil.copy(folded, indexed)
    index = _seconds([str(SMO), "--ledger", str(indexed), "index"])
    commands = {
        "imports": [sys.executable, "-c", LOOK_UP],
        "derive": [sys.executable, "-c", DERIVE],
        "indexed": [str(SMO), "--ledger", str(indexed), *AT],
        "folded": [str(SMO), "--ledger", str(folded), *AT],
        **_hledger(folder / "cold.journal", count),
    }
    times = [
        {name: _seconds(command) for name, command in commands.items()}
        for _round in range(rounds + 1)
    ][1:]  # the first only warms up

    def of(name: str) -> float:
        return median(one[name] for one in times)

    def ratio(name: str, under: str) -> float:
        return median(one[name] / one[under] for one in times)

    has_hledger = "hledger" in commands
    return Cold(
        entries=count,
        imports=of("imports"),
        indexed=of("indexed"),
        indexed_ratio=ratio("indexed", "imports"),
        folded=of("folded"),
        folded_ratio=ratio("folded", "derive"),
        index=index,
        memory_imports=memory.peak_of(f"{LOOK_UP}\n"),
        memory_indexed=memory.peak_asked(indexed, *AT),
        memory_folded=memory.peak_asked(folded, *AT),
        hledger=of("hledger") if has_hledger else None,
        hledger_ratio=ratio("indexed", "hledger") if has_hledger else None,
    )


def _hledger(journal: Path, count: int) -> dict[str, list[str]]:
    """Write a journal of so many transactions; how to ask it, where one can."""
    program = shutil.which("hledger")
    if program is None:
        return {}
    journal.write_text("".join(_transactions(count)), encoding="utf-8")
    asked = ["balance", "communes", "--end", "2024-07-01", "--output-format", "json"]
    return {"hledger": [program, "--file", str(journal), *asked]}


def _transactions(count: int) -> Iterator[str]:
    for number in range(count):
        commune = number // ENTRIES_PER_COMMUNE
        day = fictional.FIRST_DAY + timedelta(days=commune % fictional.DAYS)
        yield (
            f"{day} Écriture {number}\n"
            f"    communes:commune-fictive-{commune:05}  1 acte\n"
            f"    syndicat\n\n"
        )


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
        print(measure(Path(name), asked, 3))

"""How long does an answer take: cold, as a whole process, and warm, in one?"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import fictional
import msgspec
from startup import SMO

from ledger.mapper import entries_from
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.annexes import annex_1
from projections.contributions import contributions
from projections.periods import Period, day_of
from projections.rosters import roster
from projections.world import World, world_of

ENTRIES_PER_ACT = 4
IMPORTS = "import cli, terminal.annex, sqlalchemy.dialects.sqlite, msgspec, click"
"""What `smo annex 1 --json` needs from the libraries, and nothing done with it."""

DAY = date(2024, 6, 30)


class Answers(msgspec.Struct):
    """Seconds of whole processes, and answers a second in one process."""

    entries: int
    imports: float
    annex: float
    demo: float
    fold: float
    per_second: dict[str, float]


def measure(folder: Path, entries: int, rounds: int) -> Answers:
    """Build a ledger of about so many entries, and ask it."""
    ledger, acts = folder / "answers.db", folder / "answers.json"
    fictional.write_acts(acts, fictional.acts(entries // ENTRIES_PER_ACT))
    _smo(ledger, "demo")
    _smo(ledger, "import", str(acts))
    imports, annex, demo = [], [], []
    for number in range(rounds):
        imports.append(_seconds([sys.executable, "-c", IMPORTS]))
        annex.append(_seconds(_asked(ledger, "annex", "1", "--json")))
        demo.append(_seconds(_asked(folder / f"demo-{number}.db", "demo")))
    count, fold, per_second = _warm(ledger)
    return Answers(
        entries=count,
        imports=median(imports),
        annex=median(annex),
        demo=median(demo),
        fold=fold,
        per_second=per_second,
    )


def _warm(ledger: Path) -> tuple[int, float, dict[str, float]]:
    """Fold once, then ask the same world again and again."""
    engine = open_ledger(str(ledger))
    recorder = SQLRecorder(engine)
    head = recorder.head()
    started = time.perf_counter()
    world = world_of(entries_from(recorder.entries(until=head)), position=head)
    fold = time.perf_counter() - started
    year = Period(date(2022, 1, 1), date(2023, 1, 1))
    questions: dict[str, Callable[[World], object]] = {
        "annex 1 on a day": lambda asked: annex_1(asked, day_of(DAY)),
        "roster of the committee in a year": lambda asked: roster(
            asked, "comite-syndical", year
        ),
        "contributions of a year": lambda asked: contributions(asked, 2024, DAY),
    }
    asked = {name: _per_second(world, ask) for name, ask in questions.items()}
    engine.dispose()
    return head, fold, asked


def _per_second(world: World, ask: Callable[[World], object]) -> float:
    ask(world)  # the timelines are derived by the first question
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < 1:
        ask(world)
        count += 1
    return count / (time.perf_counter() - started)


def _asked(ledger: Path, *words: str) -> list[str]:
    return [str(SMO), "--ledger", str(ledger), *words]


def _smo(ledger: Path, *words: str) -> None:
    subprocess.run(_asked(ledger, *words), check=True, stdout=subprocess.DEVNULL)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started

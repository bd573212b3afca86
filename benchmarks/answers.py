"""How many answers a second does one process give? And how long does a demo take?"""

import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import ledgers
import msgspec
from startup import SMO

from ledger.mapper import entries_from
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.money.contributions import contributions
from projections.periods import Period, day_of
from projections.register.annexes import annex_1
from projections.register.rosters import roster
from projections.timelines.world import World, world_of

DAY = date(2024, 6, 30)


class Answers(msgspec.Struct):
    """Seconds of a whole process and of a fold, and answers a second after it."""

    entries: int
    demo: float
    fold: float
    per_second: dict[str, float]


def measure(folder: Path, entries: int, rounds: int) -> Answers:
    """Build a ledger of about so many entries, and ask it."""
    ledger = folder / "answers.db"
    ledgers.write_ledger(str(ledger), entries)
    demo = [
        _seconds([str(SMO), "--ledger", str(folder / f"demo-{number}.db"), "demo"])
        for number in range(rounds)
    ]
    count, fold, per_second = _warm(ledger)
    return Answers(count, demo=median(demo), fold=fold, per_second=per_second)


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


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started

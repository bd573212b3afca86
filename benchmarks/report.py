"""The figures as a small table, and the machine they were taken on."""

import os
import platform
import sqlite3
from collections.abc import Callable, Sequence
from importlib.metadata import version
from statistics import median

import msgspec
import startup
from answers import Answers
from committee import Votes
from imports import Round
from one_import import Import

LIBRARIES = ("sqlalchemy", "msgspec", "pyyaml", "eventsourcing", "click", "psycopg")
PHASES = ("read", "decode", "judge", "append")


class Row(msgspec.Struct):
    """One figure: what was measured, how much, and against what."""

    what: str
    measured: str
    against: str = ""


Rounds = Sequence[Round]


def import_rows(rounds: Rounds, count: int) -> list[Row]:
    """Tell how fast imports are, and how many times as long as bare inserts."""

    def row(what: str, seconds: Callable[[Round], float]) -> Row:
        speed = f"{count / _median(rounds, seconds):,.0f} acts/s"
        against = _median(rounds, lambda one: seconds(one) / one.raw)
        return Row(what, speed, f"{against:.1f} × raw")

    entries = rounds[0].yaml.entries
    return [
        row(f"raw executemany of the same {entries:,} entries", lambda one: one.raw),
        row("the append alone", lambda one: one.yaml.append),
        row("record: look up, judge, append", lambda one: one.yaml.record),
        row(f"import of {count:,} acts from JSON", lambda one: one.json.whole),
        row(f"import of {count:,} acts from YAML", lambda one: one.yaml.whole),
        row("`smo import` of them, whole process", lambda one: one.process),
        *_phase_rows(rounds),
    ]


def growth_rows(rounds: Rounds, count: int) -> list[Row]:
    """Tell what twice as many acts take; 2.00 × is linear."""
    whole = _median(rounds, lambda one: one.twice.whole)
    raw = _median(rounds, lambda one: one.raw_twice / one.raw)
    grown = ", ".join(
        f"{phase} {_growth(rounds, lambda one, at=phase: getattr(one, at)):.2f}"  # type: ignore[misc]
        for phase in PHASES
    )
    return [
        Row(
            f"import of {2 * count:,} acts from YAML",
            f"{2 * count / whole:,.0f} acts/s",
            f"{_growth(rounds, lambda one: one.whole):.2f} × the time of {count:,}",
        ),
        Row("… phase by phase", "", f"{grown}; raw {raw:.2f}"),
    ]


def other_rows(rounds: Rounds) -> list[Row]:
    """Tell the memory, and how PostgreSQL compares."""
    peak = _median(rounds, lambda one: one.yaml.memory_peak)
    json = _median(rounds, lambda one: one.json.memory_peak)
    before = _median(rounds, lambda one: one.yaml.memory_before)
    rows = [
        Row(
            "peak memory of the import from YAML",
            f"{peak:.0f} MiB",
            f"{before:.0f} MiB before it; from JSON {json:.0f} MiB",
        )
    ]
    pairs = [(one.postgresql, one.yaml) for one in rounds if one.postgresql]
    if not pairs:
        return [*rows, Row("import into PostgreSQL", "not measured", "no pgserver")]
    seconds = median(server.whole for server, _ in pairs)
    whole = median(server.whole / file.whole for server, file in pairs)
    append = median(server.append / file.append for server, file in pairs)
    against = f"{whole:.2f} × SQLite; the append alone {append:.2f} ×"
    return [*rows, Row("import into PostgreSQL", f"{seconds:.1f} s", against)]


def startup_rows(lapsed: dict[str, list[float]], heavy: list[str]) -> list[Row]:
    """Tell how long whole processes take against `import click`."""
    click = lapsed["import click"]
    rows = [
        Row(
            f"`{name}`, whole process",
            f"{1_000 * median(times):.0f} ms",
            f"{startup.ratio(times, click):.2f} × `import click`",
        )
        for name, times in lapsed.items()
    ]
    imported = ", ".join(heavy) or "nothing"
    return [*rows, Row("heavy modules `smo --help` imports", imported)]


def answer_rows(found: Answers) -> list[Row]:
    """Tell how quick answers are once the entries have been folded."""
    return [
        Row("`smo demo` into a new file, whole process", f"{found.demo:.2f} s"),
        Row(f"fold of {found.entries:,} entries", f"{found.fold:.2f} s"),
        *(
            Row(f"{question}, same world", f"{speed:,.0f} a second")
            for question, speed in found.per_second.items()
        ),
    ]


def vote_rows(found: Votes) -> list[Row]:
    """Tell what recording a vote takes in a large ledger, against a small one."""
    small = f"record an act voted by name, at {found.small_entries:,} entries"
    large = f"… the same syndicate at {found.large_entries:,} entries"
    return [
        Row(small, f"{1_000 * found.small:.0f} ms"),
        Row(large, f"{1_000 * found.large:.0f} ms", f"{found.ratio:.2f} × that"),
    ]


def machine() -> list[str]:
    """Describe the machine, without its name."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return [
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB of memory",
        platform.system(),
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    ]


def as_text(rows: Sequence[Row]) -> str:
    """Write the table for a terminal."""
    what = max(len(row.what) for row in rows)
    measured = max(len(row.measured) for row in rows)
    return "\n".join(
        f"{row.what:{what}}  {row.measured:>{measured}}  {row.against}".rstrip()
        for row in rows
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """Write the table for a page."""
    lines = [f"| {row.what} | {row.measured} | {row.against} |" for row in rows]
    return "\n".join(["| what | measured | against |", "|---|--:|---|", *lines])


def _phase_rows(rounds: Rounds) -> list[Row]:
    """Tell where the time of an import from YAML goes."""
    rows = []
    for phase, words in (
        ("gather", "of the import from YAML: gather"),
        ("read", "… read the file (libyaml, plain values)"),
        ("decode", "… decode into types, encode for storage"),
        ("record", "of the import from YAML: record"),
        ("judge", "… open, look up, judge"),
        ("append", "… append"),
    ):
        seconds = median(getattr(one.yaml, phase) for one in rounds)
        share = median(getattr(one.yaml, phase) / one.yaml.whole for one in rounds)
        rows.append(Row(words, f"{seconds:.2f} s", f"{share:.0%} of the import"))
    return rows


def _growth(rounds: Rounds, seconds: Callable[[Import], float]) -> float:
    return _median(rounds, lambda one: seconds(one.twice) / seconds(one.yaml))


def _median(rounds: Rounds, figure: Callable[[Round], float]) -> float:
    """Take a figure of each round, and of these the one in the middle."""
    return median(map(figure, rounds))

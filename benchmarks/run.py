"""Measure the ledger: `uv run python benchmarks/run.py`.

Machines differ and are noisy, so what counts are ratios of things measured in turn, in
one run: of each round one ratio, of all rounds the median.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import answers
import appends
import cold
import committee
import conditions
import imports
import postgresql
import report
import report_ledger
import rereading
import startup

ACTS = 20_000
ENTRIES = 10_000
"""How many entries the ledger has that is asked."""

SIZES = (10_000, 100_000)
"""How many entries the ledgers have that are looked up, read again, appended to."""

APPENDS = 200
EVENTS = 20_000
"""How many events the recorders hold that append under a condition."""

VOTE_ENTRIES = 50_000
"""How many entries the larger of the ledgers has in which a vote is recorded."""

ROUNDS = 3
STARTS_PER_ROUND = 10
"""Processes are quick: each is started so many times a round."""

TARGET = (
    "Targets: `smo --help` at most 1.5 × `import click`; twice the acts, about 2 ×; "
    "a cold `smo annex 1` at most 1.3 × its imports at 10,000 entries and 1.5 × at "
    "100,000, and quicker than hledger; `smo demo` under 3 s; a vote in a large ledger "
    "at most 2 × one in a small one; an append at most 4 × the same rows by sqlite3; "
    "verifying and folding at least 0.3 of a bare scan, in flat memory."
)


def main(arguments: list[str]) -> None:
    """Measure, print the table, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=_even, default=ACTS, help="how many acts")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how many rounds")
    parser.add_argument("--output", type=Path, help="a Markdown file to write as well")
    options = parser.parse_args(arguments)
    machine, rows = _measure(options.acts, options.rounds)
    print("\n".join(machine), report.as_text(rows), TARGET, sep="\n\n")
    if options.output:
        listed = "\n".join(f"- {line}" for line in machine)
        page = f"# Benchmark\n\n`uv run python benchmarks/run.py`\n\n{listed}\n\n"
        page += f"{report.as_markdown(rows)}\n\n{TARGET}\n"
        options.output.write_text(page, encoding="utf-8")


def _measure(count: int, rounds: int) -> tuple[list[str], list[report.Row]]:
    """Measure everything, round after round."""
    machine, measured = report.machine(), []
    _say("processes")
    lapsed = startup.measure(rounds * STARTS_PER_ROUND)
    heavy = startup.heavy_imports()
    _say("answers")
    with _folder() as place:
        found = answers.measure(place, ENTRIES, rounds * 2 + 1)
    _say("votes")
    with _folder() as place:
        votes = committee.measure(place, VOTE_ENTRIES, rounds * 3)
    with _folder() as folder, postgresql.server() as new_database:
        if new_database:
            machine.append(f"PostgreSQL {postgresql.version(new_database())}")
        files = imports.write_files(folder, count)
        machine.append(
            f"{count:,} fictional acts, {files.megabytes:.1f} MB of YAML; "
            f"medians of {rounds} rounds"
        )
        for number in range(1, rounds + 1):
            _say(f"imports, round {number} of {rounds}")
            with _folder() as place:
                measured.append(imports.measure(files, place, new_database))
    more = _measure_ledgers(rounds)
    rows = [
        *report.import_rows(measured, count),
        *report.growth_rows(measured, count),
        *report.other_rows(measured),
        *report.startup_rows(lapsed, heavy),
        *report.answer_rows(found),
        *report.vote_rows(votes),
        *more,
    ]
    return machine, rows


def _measure_ledgers(rounds: int) -> list[report.Row]:
    """Measure what ledgers of some sizes do: look up, read again, append."""
    rows = []
    _say("annex 1, looked up and derived")
    with _folder() as place:
        asked = [cold.measure(place, size, rounds) for size in SIZES]
        rows += report_ledger.cold_rows(asked)
    _say("rereading")
    with _folder() as place:
        reread = [rereading.measure(place, size, rounds) for size in SIZES]
        rows += report_ledger.rereading_rows(reread)
    _say("appends")
    with _folder() as place:
        sizes = (0, *SIZES)
        appended = [appends.measure(place, size, rounds * APPENDS) for size in sizes]
        rows += report_ledger.append_rows(appended)
        found = conditions.measure(place, EVENTS, rounds * APPENDS)
        rows += report_ledger.condition_rows(found)
    return rows


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        yield Path(name)


def _even(text: str) -> int:
    """Read a number of acts; they come in pairs."""
    count = int(text)
    if count < 2 or count % 2:  # noqa: PLR2004 -- a pair
        message = f"{count} is no even number, 2 or more"
        raise argparse.ArgumentTypeError(message)
    return count


def _say(what: str) -> None:
    print(f"measuring {what} …", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])

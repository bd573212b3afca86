"""Two who record at once: `python -m tests.matrices.secretaries --seconds 30`.

Each keeps recording acts that concern nobody else, and acts over which both fall out:
one reference with two contents, one seat for two persons. Afterwards there is one order
of all that was recorded, nothing is lost, nothing there twice, and of two that exclude
each other the one who came second was told why.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from itertools import count, pairwise
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeAlias

from commands.verifying import verify
from ledger.acts.problems import ProblemsError
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import SECRETARIAT, Plain, act, decision
from tests.committee import NORD, designates
from tests.matrices.program import forking
from tests.matrices.server import server
from tests.spec import run
from tests.test_seat_count import NORD_FULL

NAMES = ("anne", "bruno")

PATIENCE_S = 120

FIRST_DAY = date(2020, 9, 1)
LAST_ROUND = 900
"""A round takes two days of the seat at most, and acts of the future are refused."""

REFUSALS = {"reference": "act.reference: ", "seat": "seat.count: "}
"""What the second of two is told, by what they fall out over."""


Task: TypeAlias = tuple[str, float]
"""The place, and for how many seconds to record there."""


class Told(NamedTuple):
    """What a secretary asked for, and what came of it."""

    kind: str
    round: int
    reference: str
    said: str
    """The refusal; nothing where the act was recorded."""


def record_on(task: Task, name: str, met: Barrier, output: Connection) -> None:
    """Record for some time, and hand over what came of each act."""
    place, seconds = task
    met.wait(PATIENCE_S)  # not before the other is ready as well
    until = time.monotonic() + seconds
    engine = open_ledger(place)
    recorder = SQLRecorder(engine, author=name)
    randomly = Random(name)  # noqa: S311 -- chosen again from the same name
    told: list[Told] = []
    for number in count():
        if time.monotonic() > until or number > LAST_ROUND:
            break
        asked = list(_acts(recorder, name, number))
        randomly.shuffle(asked)
        for kind, one in asked:
            told.append(Told(kind, number, one["act"], _record(recorder, one)))
    engine.dispose()
    output.send(told)
    output.close()


def _acts(recorder: SQLRecorder, name: str, number: int) -> list[tuple[str, Plain]]:
    """Write the acts of a round."""
    matter = decision("matter-decided", subject=f"Objet fictif vu par {name}")
    paid = decision(
        "payment-received",
        on="2020-05-04",
        member=NORD,
        year="2020",
        amount=f"{number}.00",
    )
    head = recorder.head()
    holder, taken = _last_holder(recorder, head)
    day = (FIRST_DAY + timedelta(days=taken + 1)).isoformat()
    successor = designates(NORD, f"{name}-{number}", day, replaces=holder)
    return [
        ("own", act(f"{SECRETARIAT}/{name}-{number}", paid)),
        ("reference", act(f"bureau/{number}", matter)),
        ("seat", successor),
    ]


def _last_holder(recorder: SQLRecorder, head: int) -> tuple[str, int]:
    """Tell who was designated last, and how often the seat has changed hands."""
    designated = [
        json.loads(entry.data)
        for entry in recorder.entries(until=head)
        if entry.type.startswith("delegate-designated")
    ]
    changes = [one for one in designated if "replaces" in one]
    return (changes[-1]["person"] if changes else "n0"), len(changes)


def _record(recorder: SQLRecorder, asked: Plain) -> str:
    try:
        recorded = run(recorder, [asked]).recorded
    except ProblemsError as error:
        return "; ".join(str(one.error.args[1]) for one in error.problems)
    assert recorded == [asked["act"]]
    return ""


# ------------------------------------------------------------------- both at once
def rivalry(place: str, seconds: float) -> Counter[str]:
    """Let two record on a new ledger; an AssertionError tells what went wrong."""
    engine = create_ledger(place)
    run(SQLRecorder(engine, author="before"), NORD_FULL)
    engine.dispose()
    context, told = forking(), {}
    running = []
    met = context.Barrier(len(NAMES))
    for name in NAMES:
        heard, said = context.Pipe(duplex=False)
        arguments = ((place, seconds), name, met, said)
        process = context.Process(target=record_on, args=arguments)
        process.start()
        said.close()
        running.append((name, process, heard))
    for name, process, heard in running:
        assert heard.poll(seconds + PATIENCE_S), f"{name} does not come to an end"
        told[name] = heard.recv()
        process.join()
    return _judged(place, told)


def _judged(place: str, told: dict[str, list[Told]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    authors = _authors(place, counts)
    for name, all_told in told.items():
        for one in all_told:
            if one.said:
                assert one.said.startswith(REFUSALS.get(one.kind, "?")), one
                counts[f"refused: {one.kind}"] += 1
            else:
                assert authors.pop((one.reference, name), 0) == 1, one
                counts[f"recorded: {one.kind}"] += 1
    assert not authors, f"recorded, and nobody was told: {authors}"
    rounds = min(map(len, told.values())) // len(("own", *REFUSALS))
    references = Counter(
        one.round
        for all_told in told.values()
        for one in all_told
        if one.kind == "reference" and not one.said
    )
    assert all(references[number] == 1 for number in range(rounds))
    counts["rounds of both"] = rounds
    return counts


def _authors(place: str, counts: Counter[str]) -> Counter[tuple[str, str]]:
    """Verify the ledger, and tell which acts it holds, and from whom."""
    engine = open_ledger(place)
    answer = verify(engine)
    assert not answer.faults, answer.faults
    entries = list(SQLRecorder(engine).entries())
    engine.dispose()
    assert [one.position for one in entries] == list(range(1, len(entries) + 1))
    times = [one.recorded_at for one in entries]
    assert times == sorted(times), "one order of all"
    replaced = [
        json.loads(one.data)["replaces"]
        for one in entries
        if one.type.startswith("delegate-designated") and one.recorded_by in NAMES
    ]
    assert len(set(replaced)) == len(replaced), "a seat was given twice"
    counts["entries"] = len(entries)
    written = [one.recorded_by for one in entries if one.recorded_by in NAMES]
    turns = sum(one != other for one, other in pairwise(written))
    counts["turns from one to the other"] = turns
    return Counter(
        (json.loads(one.data)["act"], one.recorded_by)
        for one in entries
        if one.type.startswith("act-registered") and one.recorded_by in NAMES
    )


def main(arguments: list[str]) -> None:
    """Let two record on SQLite, then on PostgreSQL, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="smo-secretaries-") as name:
        _print("SQLite", rivalry(str(Path(name, "ledger.db")), options.seconds))
    with server() as new:
        if new is None:
            print("PostgreSQL: not tried, no server for this Python")
            return
        _print("PostgreSQL", rivalry(new(), options.seconds))


def _print(engine: str, counts: Counter[str]) -> None:
    print(f"{engine}: one order, nothing lost, nothing twice")
    for what, number in sorted(counts.items()):
        print(f"{number:7}  {what}")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

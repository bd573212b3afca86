"""What was acknowledged, what is there: both must agree, and no batch be in pieces."""

import json
import re
from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Engine, select

from commands.verifying import verify
from ledger.storage.engine import writing
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from ledger.storage.schema import checkpoints
from tests.matrices.program import DONE, STARTS

_BATCH = re.compile(r"bureau/(?P<name>[0-9.]+)-(?P<number>[0-9]+)-(?P<size>[0-9]+)")
_SIGNATURE = "\u2014 "


class Acknowledged(NamedTuple):
    """What the program said it had done, and what it had begun."""

    batches: dict[str, int]
    """The position where the ledger ended after each."""
    seals: list[str]
    in_flight: str | None


class Held(NamedTuple):
    """What a ledger holds."""

    head: int
    root: str
    batches: dict[str, int]
    """The last position of each."""
    seals: set[str]


def acknowledged(said: bytes) -> Acknowledged:
    """Read what the program printed; a line cut short acknowledges nothing."""
    found = Acknowledged({}, [], None)
    lines = said[: said.rfind(b"\n") + 1].decode().splitlines(keepends=True)
    running, note = None, ""
    for line in lines:
        if line.startswith(STARTS):
            running, note = line.removeprefix(STARTS).strip(), ""
            continue
        assert running is not None, line
        note += line
        if DONE in line:
            found.batches[running] = int(line.rpartition("#")[2].strip(" .\n"))
        elif line.startswith(_SIGNATURE):
            found.seals.append(note)
        else:
            continue
        running = None
    return found._replace(in_flight=running)


def held(place: str) -> Held:
    """Open a ledger as one that records does, verify it, and read its batches."""
    engine = open_ledger(place)
    try:
        # A server may still be at the commit of a client that was killed.
        with writing(engine) as connection:
            seals = set(connection.scalars(select(checkpoints.c.note)))
        answer = verify(engine)
        assert not answer.faults, answer.faults
        return Held(answer.entries, answer.root, _batches(engine), seals)
    finally:
        engine.dispose()


def _batches(engine: Engine) -> dict[str, int]:
    """Tell the batches there are, each of which is whole and in one piece."""
    numbers: dict[str, list[int]] = defaultdict(list)
    positions: dict[str, list[int]] = defaultdict(list)
    sizes = {}
    for entry in SQLRecorder(engine).entries():
        if not entry.type.startswith("act-registered"):
            continue
        named = _BATCH.fullmatch(json.loads(entry.data)["act"])
        assert named, entry.data
        numbers[named["name"]].append(int(named["number"]))
        positions[named["name"]].append(entry.position)
        sizes[named["name"]] = int(named["size"])
    for name, size in sizes.items():
        assert numbers[name] == list(range(size)), f"{name}: a part of a batch"
        steps = {later - one for one, later in pairwise(positions[name])}
        assert steps <= {2}, f"{name}: not in one piece"
    return {name: found[-1] + 1 for name, found in positions.items()}


def reckon(before: Held, after: Held, said: Acknowledged) -> bool:
    """Hold what there is against what there was; tell whether what was begun is there.

    What was in flight may be there as a whole: killed after it, before it could say so.
    """
    for name, head in said.batches.items():
        assert after.batches.get(name) == head, f"{name} was acknowledged, and is gone"
    assert set(said.seals) <= after.seals, "a seal was acknowledged, and is gone"
    assert before.batches.items() <= after.batches.items(), "earlier entries are gone"
    assert before.seals <= after.seals, "earlier seals are gone"
    new = after.batches.keys() - before.batches.keys() - said.batches.keys()
    assert new <= {said.in_flight}, f"nobody recorded {new}"
    sealed = len(after.seals) - len(before.seals) - len(said.seals)
    assert sealed in {0, int("seal" in (said.in_flight or ""))}
    assert after.head == max(after.batches.values(), default=0), "entries of no batch"
    return bool(new) or sealed > 0

"""Ledgers of a given size: the examples, and fictional acts after them.

Stored as they are: here nobody judges them, so that a large ledger is made in seconds.
"""

from itertools import islice
from pathlib import Path
from typing import Any

import fictional

from commands.demonstrate import example_files
from ledger.acts.act import Act, events_of
from ledger.acts.decoding import decode_act
from ledger.acts.reading import read_acts
from ledger.mapper import to_stored
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder

ENTRIES_PER_ACT = 4
EXAMPLES = Path(__file__).parents[1] / "examples"


def write_ledger(place: str, entries: int) -> int:
    """Make a ledger of so many entries, or a few more, and tell how many it has."""
    engine = create_ledger(place)
    recorder = SQLRecorder(engine, author="benchmark")
    head = _append(recorder, _examples())
    missing = max(entries - head, 0)
    acts = fictional.acts(2 * -(-missing // (2 * ENTRIES_PER_ACT)))
    batches = iter(acts)
    while batch := list(islice(batches, 5_000)):
        head = _append(recorder, batch)
    engine.dispose()
    return head


def _examples() -> list[dict[str, Any]]:
    return [act for file in example_files(EXAMPLES) for act in read_acts(file)]


def _append(recorder: SQLRecorder, acts: list[dict[str, Any]]) -> int:
    decoded: list[Act] = [decode_act(act) for act in acts]
    return recorder.append(
        [to_stored(event, act.reference) for act in decoded for event in events_of(act)]
    )

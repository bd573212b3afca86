"""Copies of the demonstration with corrections, and ledgers that lack what they undo.

What an act never was is told by a ledger made again without it; nothing is judged
there, and the votes that rested on it stand.
"""

import json
import shutil
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ledger.mapper import Entry, entries_from, to_stored
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import Plain, act, decision, write
from tests.shell import done

COURT = "tribunal-administratif-de-lille/990"
LIFTING = "tribunal-administratif-de-lille/991"
APPEAL = "cour-administrative-d-appel-de-douai/990"

Question = tuple[str, ...]


class Demonstration:
    """The demonstration, and the folder of one test for what is made of it."""

    def __init__(self, place: Path, folder: Path) -> None:
        """Keep the places."""
        self.place, self._folder = place, folder

    def corrected(self, *acts: Plain) -> Path:
        """Record more acts in a copy, one file an act."""
        place = self._new()
        shutil.copy(self.place, place)
        for number, one in enumerate(acts):
            file = write(place.with_suffix(f".{number}.yaml"), [one])
            done("--ledger", place, "import", file)
        return place

    def lacking(self, target: str, number: int | None = None) -> Path:
        """Make it again without an act, or without one decision of it."""
        engine = open_ledger(str(self.place))
        entries = list(entries_from(SQLRecorder(engine).entries()))
        engine.dispose()
        theirs = [one for one in entries if one.act == target]
        gone = theirs if number is None else [_decisions(theirs)[number - 1]]
        assert gone, f"{target} is on record"
        place = self._new()
        engine = create_ledger(str(place))
        stored = [to_stored(one.event, one.act) for one in entries if one not in gone]
        SQLRecorder(engine, author="clerk").append(stored)
        engine.dispose()
        return place

    def _new(self) -> Path:
        return self._folder / f"{len(list(self._folder.glob('*.db')))}.db"


def ruling(kind: str, target: str, number: str = COURT, **fields: Any) -> Plain:
    """Write what a court rules."""
    said = decision(kind, target=target, **fields)
    return act(number, said, adopted_on="2026-11-02", note="FICTIF")


@cache
def printed(place: Path, question: Question) -> str:
    """Ask at the terminal; no ledger here changes once it is asked."""
    return done("--ledger", place, *question, "--json")


def answer(place: Path, *question: str) -> dict[str, Any]:
    """Give an answer without the position it was known at."""
    found: dict[str, Any] = json.loads(printed(place, question))
    del found["known_at"]
    return found


def once_annulled(never: dict[str, Any], member: str) -> dict[str, Any]:
    """Write contributions of a ledger without an approval as after its annulment.

    Where no approval ever was, what its member owes is not established; annulled, it
    owes nothing, and what was called is to be given back (section 9).
    """
    [unknown] = [one for one in never["not_established"] if one["member"] == member]
    assert unknown["missing"] == [{"act": None, "fact": "approval"}]
    [total] = [one for one in never["totals"] if one["member"] == member]
    back = str(-Decimal(total["called"]))
    nothing = [total | {"due": "0.00", "regularisation": back}]
    if (total["called"], total["paid"]) == ("0.00", "0.00"):
        nothing = []
    place = never["totals"].index(total)
    return never | {
        "not_established": [one for one in never["not_established"] if one != unknown],
        "totals": never["totals"][:place] + nothing + never["totals"][place + 1 :],
    }


def head(place: Path) -> str:
    """Tell the last position of a ledger."""
    return str(json.loads(printed(place, ("annex", "1")))["known_at"])


def _decisions(entries: list[Entry]) -> list[Entry]:
    kinds = ("ActRegistered", "CommitteeVoteCast", "AssemblyVoteCast")
    return [one for one in entries if type(one.event).__name__ not in kinds]

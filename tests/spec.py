"""Given these acts, when more are asked for, what is recorded, refused or answered.

    given(*acts).when(act).refused(Error)
    given(*acts).members("2024-06-30")

What is asked for runs against a ledger of its own, in a real file. Answers are derived
from the acts as recorded in this order, whether a ledger would take them or not; they
pass through the same decoder and the same mapper as real ones.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from eventsourcing.dcb.api import DCBEvent

from commands.candidates import Gathered, gather_acts
from commands.recording import Outcome, record
from ledger.acts.act import as_recorded, events_of
from ledger.acts.decoding import decode_act
from ledger.acts.problems import Found, Keys, Problem, ProblemsError
from ledger.mapper import Entry, from_stored, to_stored
from ledger.refusals import RefusedError
from ledger.storage.entry import StoredEntry
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.acts.executory import Executory
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.answers import Annex1, Annex2, Pending
from projections.register.pending import pending_on
from projections.timelines.world import World, world_of
from tests.acts import TODAY, Plain

LAST_DAY = date.fromisoformat(TODAY)
Waiting = tuple[str, str | None, list[str]]


class KeysError(Exception):
    """A mistake where the test reads its place: by keys, not by line."""

    def __init__(self, keys: Keys, error: Exception) -> None:
        """Keep both."""
        super().__init__(keys, error)
        self.keys, self.error = keys, error


class When:
    """Acts asked to be recorded on a ledger that holds others."""

    def __init__(self, before: Sequence[Plain], asked: Sequence[Plain]) -> None:
        """Keep them; nothing runs yet."""
        self._before, self._asked = before, asked

    def records(self, *references: str) -> None:
        """Expect that these acts, and no others, are recorded."""
        assert self._run().recorded == list(references)

    def adds_nothing(self) -> None:
        """Expect that all of it was there already."""
        assert not self._run().recorded

    def refused(self, *errors: type[Exception]) -> list[RefusedError]:
        """Expect exactly these refusals, in this order; each names rule and article."""
        found = self._problems()
        assert [type(error) for error in found] == list(errors)
        refusals = [error for error in found if isinstance(error, RefusedError)]
        for error in refusals:
            assert str(error).startswith(f"{error.rule}: ")
            assert str(error).endswith(f"({error.cited()})")
        return refusals

    def rules_broken(self) -> set[str]:
        """Tell which rules refuse the acts; none where they are recorded."""
        return {
            error.rule for error in self._problems() if isinstance(error, RefusedError)
        }

    def refused_at(self, *keys: Keys) -> None:
        """Expect refusals at exactly these places."""
        try:
            self._run()
        except ProblemsError as error:
            found = [each.error for each in error.problems]
        else:
            found = []
        assert [each.keys for each in found if isinstance(each, KeysError)] == [*keys]

    def _problems(self) -> list[Exception]:
        try:
            self._run()
        except ProblemsError as error:
            found = [each.error for each in error.problems]
            return [each.error for each in found if isinstance(each, KeysError)]
        return []

    def _run(self) -> Outcome:
        with ledger_with(self._before) as recorder:
            head = recorder.head()
            try:
                return run(recorder, self._asked)
            except ProblemsError:
                assert recorder.head() == head, "a refusal records nothing"
                raise


class History(msgspec.Struct, frozen=True):
    """Acts that were recorded in this order, and what one may ask of them."""

    acts: tuple[Plain, ...]
    known_at: int | None = None

    def when(self, *asked: Plain) -> When:
        """Ask a ledger that holds these to record more acts, in one batch."""
        return When(self.acts, asked)

    def as_known_at(self, position: int) -> "History":
        """Ask as of an earlier position."""
        return History(self.acts, position)

    def world(self) -> World:
        """Derive what holds."""
        entries = entries_of(self.acts)
        position = len(entries) if self.known_at is None else self.known_at
        return world_of(entries[:position], position=position)

    def annex_1(self, day: str) -> Annex1:
        """Ask who is a member on a day."""
        return annex_1(self.world(), day_of(date.fromisoformat(day)))

    def annex_2(self, day: str) -> Annex2:
        """Ask who transferred which competence, on a day."""
        return annex_2(self.world(), day_of(date.fromisoformat(day)))

    def members(self, day: str) -> list[str]:
        """List the members on a day, by id, in the order of annex 1."""
        return [line.member for line in self.annex_1(day).members]

    def holders(self, day: str) -> list[tuple[str, str]]:
        """List members and competences on a day, in the order of annex 2."""
        lines = self.annex_2(day).transfers
        return [(line.member, line.competence) for line in lines]

    def times(self, member: str, competence: str | None = None) -> list[str]:
        """List the times of a member, or of a competence of its, as `from..until`."""
        return sorted(
            f"{tenure.from_}..{tenure.until or ''}"
            for tenure in self.world().membership.tenures
            if (tenure.member, tenure.competence) == (member, competence)
        )

    def pending(self, day: str) -> list[Pending]:
        """List what is pending on a day."""
        return pending_on(self.world(), date.fromisoformat(day))

    def waiting(self, day: str) -> list[Waiting]:
        """List who waits on a day, for which competence, and what is missing."""
        return [
            (one.member, one.competence, [missing.fact for missing in one.missing])
            for one in self.pending(day)
        ]

    def executory(self, reference: str) -> Executory:
        """Ask since when an act is in force."""
        return self.world().executory[reference]


def given(*acts: Plain) -> History:
    """Record these acts, in this order."""
    return History(acts)


# ------------------------------------------------------------------- entries
def entries_of(acts: Iterable[Plain]) -> list[Entry]:
    """Store the acts one after the other, and read the entries back."""
    return [
        from_stored(
            StoredEntry(
                position,
                "2026-01-01T00:00:00.000000Z",
                "history",
                one.type,
                msgspec.json.encode(one.tags).decode(),
                one.data.decode(),
            )
        )
        for position, one in enumerate(stored(acts), start=1)
    ]


def stored(acts: Iterable[Plain]) -> list[DCBEvent]:
    """Write acts as a ledger stores them; nobody judges them."""
    return [
        to_stored(event, one["act"])
        for one in acts
        for event in events_of(as_recorded(decode_act(one)))
    ]


# ------------------------------------------------------------------- ledgers
def run(
    recorder: SQLRecorder,
    acts: Sequence[Any],
    wrap: Callable[[SQLRecorder], SQLRecorder] = lambda recorder: recorder,
) -> Outcome:
    """Record acts on the last day the tests know."""
    return record(gathered(acts), wrap(recorder), today=LAST_DAY)


def gathered(acts: Sequence[Any]) -> Gathered:
    """Gather acts as from a file; mistakes keep their keys."""

    def place(_file: Path, found: Iterable[Found]) -> list[Problem]:
        return [Problem("", KeysError(each.keys, each.error)) for each in found]

    return gather_acts(acts, Path("acts.yaml"), place=place)


@contextmanager
def ledger_with(before: Sequence[Plain]) -> Iterator[SQLRecorder]:
    """Make a ledger in a file that holds some acts; the same ones are judged once."""
    if not before:
        with new_ledger() as recorder:
            yield recorder
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "ledger.db")
        place.write_bytes(_holding(json.dumps(before)))
        engine = open_ledger(str(place))
        try:
            yield SQLRecorder(engine, author="clerk")
        finally:
            engine.dispose()


@lru_cache(maxsize=8)
def _holding(before: str) -> bytes:
    """Record some acts in a file of their own, and read the file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "ledger.db")
        engine = create_ledger(str(place))
        run(SQLRecorder(engine, author="clerk"), json.loads(before))
        engine.dispose()
        assert not place.with_name("ledger.db-wal").exists(), "all is in the file"
        return place.read_bytes()


@contextmanager
def new_ledger() -> Iterator[SQLRecorder]:
    """Make an empty ledger in a file, and take it away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_ledger(str(Path(folder, "ledger.db")))
        try:
            yield SQLRecorder(engine, author="clerk")
        finally:
            engine.dispose()

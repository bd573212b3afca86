"""Say a recording rule in one line: `given(acts).when(act).refused(Error)`.

Each line runs against a ledger of its own, in a real file.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from commands.candidates import Gathered, gather_acts
from commands.recording import Outcome, record
from ledger.acts.problems import Found, Keys, Problem, ProblemsError
from ledger.refusals import RefusedError
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from tests.acts import TODAY, Plain

LAST_DAY = date.fromisoformat(TODAY)


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


class Given:
    """A ledger that holds some acts."""

    def __init__(self, before: Sequence[Plain]) -> None:
        """Keep the acts."""
        self._before = before

    def when(self, *asked: Plain) -> When:
        """Ask for more acts to be recorded, in one batch."""
        return When(self._before, asked)


def given(*before: Plain) -> Given:
    """Start from a ledger that holds these acts."""
    return Given(before)


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

"""Show on a terminal what a long command is doing; of a quick one, nothing at all.

A second passes before anything is shown, on stderr, and only where that is a terminal.
What is shown is wiped before anything else is written there; when all is done, one line
says what was gone through.
"""

import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import fstat
from threading import Lock, Timer
from typing import Any, Literal, TextIO, TypeVar

import click

from commands import progress
from ledger.language import N_, speaking, spoken
from ledger.language import translate as _

T = TypeVar("T")
Stage = progress.Stage | Literal["rules"]

PATIENCE_S = 1.0
"""After so long without an end, it is shown what is being done."""

PER_SECOND = 10
"""So often it is drawn."""

BAR_COLUMNS = 30

_STAGES: dict[Stage, str] = {
    "read": N_("acts read"),
    "judged": N_("acts judged"),
    "voted": N_("votes and sessions judged"),
    "entries": N_("entries read"),
    "rules": N_("groups of rules checked"),
}
_KEY = __name__


class Meter:
    """What one command is doing, and how far it has come."""

    def __init__(
        self, screen: TextIO | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Wait before anything is shown on the screen; without one, show nothing."""
        self._screen = screen
        self._clock = clock
        self._language = spoken()
        self._started = clock()
        self._now: tuple[Stage, int, int | None] | None = None
        self._passed: dict[Stage, int] = {}
        self._lock = Lock()
        self._is_cleared = screen is None
        self._wipe: Callable[[], None] | None = None
        self._timer = Timer(PATIENCE_S, self._show)
        self._timer.daemon = True
        if screen is not None:
            self._timer.start()

    def tell(self, stage: Stage, count: int, total: int | None) -> None:
        """Take note of how many have passed a stage, of how many if that is known."""
        self._now = (stage, count, total)
        if count == total:
            self._pass(stage, count)

    def each(
        self, items: Iterable[T], stage: Stage, total: int | None = None
    ) -> Iterator[T]:
        """Give one after the other, and count them where somebody looks."""
        if self._screen is None:
            return iter(items)
        return self._counted(items, stage, total)

    def clear_line(self) -> None:
        """Wipe what is shown, for good: something else is about to be written."""
        self._timer.cancel()
        with self._lock:
            self._is_cleared = True
            if self._wipe is not None:
                self._wipe()

    def close(self) -> None:
        """Say what was gone through, if somebody was shown how it went on."""
        self.clear_line()
        if self._wipe is not None and self._passed and not _is_pipe(sys.stdout):
            said = [
                _labelled(stage, self._passed[stage])
                for stage in _STAGES
                if stage in self._passed
            ]
            click.echo(" · ".join([*said, self._seconds()]), file=self._screen)

    def _counted(
        self, items: Iterable[T], stage: Stage, total: int | None
    ) -> Iterator[T]:
        count = 0
        for count, item in enumerate(items, start=1):
            self._now = (stage, count - 1, total)
            yield item
        self._pass(stage, count)

    def _pass(self, stage: Stage, count: int) -> None:
        self._passed[stage] = count
        self._now = None

    def _show(self) -> None:
        """Begin to show what is done, drawn again and again by a thread of its own."""
        with self._lock:
            if self._is_cleared:
                return
            from rich.console import Console  # noqa: PLC0415 -- after a second only
            from rich.live import Live  # noqa: PLC0415

            live = Live(
                get_renderable=self._said,
                console=Console(file=self._screen, highlight=False),
                transient=True,
                refresh_per_second=PER_SECOND,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            live.start(refresh=True)
            self._wipe = live.stop

    def _said(self) -> Any:
        """Draw it in the language of the command, which no other thread knows."""
        with speaking(self._language):
            return self._drawn()

    def _drawn(self) -> Any:
        """Draw what is being done: how many of how many, a bar, the time it took."""
        from rich.progress_bar import ProgressBar  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415

        row = Table.grid(padding=(0, 1))
        if self._now is None:
            row.add_row(_("working it out"), self._seconds())
            return row
        stage, count, total = self._now
        if total is None:
            row.add_row(_labelled(stage, count), self._seconds())
            return row
        of = _("{count} of {total}").format(count=_number(count), total=_number(total))
        bar = ProgressBar(total=total, completed=count, width=BAR_COLUMNS)
        row.add_row(_(_STAGES[stage]), bar, of, self._seconds())
        return row

    def _seconds(self) -> str:
        return f"{_number(int(self._clock() - self._started))} s"


@contextmanager
def watched(ctx: click.Context) -> Iterator[None]:
    """Show what a command is doing for as long as it runs."""
    meter = Meter(sys.stderr if sys.stderr.isatty() else None)
    ctx.meta[_KEY] = meter
    try:
        yield
    except click.exceptions.Exit:
        meter.close()
        raise
    finally:
        meter.clear_line()
    meter.close()


def meter() -> Meter:
    """Give what shows how far the present command has come."""
    ctx = click.get_current_context(silent=True)
    found = ctx.meta.get(_KEY) if ctx is not None else None
    return found if isinstance(found, Meter) else Meter(None)


def goes_to_file(output: object | None) -> bool:
    """Tell whether what is written goes to a file, and not to somebody who reads."""
    if output is not None:
        return True
    try:
        return stat.S_ISREG(fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _is_pipe(stream: TextIO) -> bool:
    """Tell whether another program reads; it may have the screen for itself."""
    return not stream.isatty() and not goes_to_file(None)


def _labelled(stage: Stage, count: int) -> str:
    from presentation import words  # noqa: PLC0415 -- babel is heavy, and --help is quick

    return words.labelled(_(_STAGES[stage]), words.quantity(count))


def _number(count: int) -> str:
    from presentation import words  # noqa: PLC0415

    return words.quantity(count)

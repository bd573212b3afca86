"""What a long command shows on a terminal while it runs, and what a quick one does not.

A real pseudo-terminal stands for the screen, and the second of patience is cut to
nothing where it would only be waited for.
"""

import os
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from ledger.language import speak
from projections.findings.check import THEMES
from terminal import progress
from terminal.progress import Meter
from tests.acts import act, write
from tests.shell import environment, smo

AT_ONCE_S, NEVER_S = 0.0, 3600.0
LONG_S = 20.0
"""A test that waits longer for a screen has failed."""


class Screen:
    """A terminal: what is written at one end is seen at the other."""

    def __init__(self) -> None:
        """Open both ends."""
        self._ours, self.theirs = os.openpty()
        self.seen = ""

    def look(self) -> bool:
        """Wait for something to be shown; tell whether there is more to come."""
        ready, _, _ = select.select([self._ours], [], [], LONG_S)
        assert ready, f"nothing more was shown after {self.seen!r}"
        try:
            more = os.read(self._ours, 65536)
        except OSError:  # the other end is closed
            more = b""
        self.seen += more.decode()
        return bool(more)

    def wait_for(self, text: str) -> None:
        """Look until something is shown."""
        while text not in self.seen:
            assert self.look(), self.seen

    @property
    def left(self) -> str:
        """Tell what stands there in the end, when all that was wiped is."""
        lines: list[str] = []
        for line in self.seen.replace("\r\n", "\n").split("\n"):
            if "\x1b[1A" in line:
                lines.pop()
            shown = re.split("\x1b\\[2K", line)[-1]
            lines.append(re.sub("\x1b\\[[?0-9;]*[a-zA-Z]|\r", "", shown))
        return "\n".join(filter(None, lines))

    def close(self) -> None:
        """Close our end."""
        os.close(self._ours)


@pytest.fixture
def screen() -> Iterator[Screen]:
    speak("en")
    one = Screen()
    yield one
    one.close()


def run(screen: Screen, *args: object, folder: Path, patience_s: float) -> str:
    """Run a command whose stderr is a screen; give what it wrote to stdout, a file."""
    output = folder / "stdout"
    with output.open("w") as stdout:
        start(screen, *args, stdout=stdout, folder=folder, patience_s=patience_s)
    return output.read_text()


def start(
    screen: Screen,
    *args: object,
    stdout: IO[str] | int,
    folder: Path,
    patience_s: float,
) -> None:
    """Run a command whose stderr is a screen, and look at that to the end."""
    patience = f"import terminal.progress as it; it.PATIENCE_S = {patience_s}"
    program = [sys.executable, "-c", f"{patience}; import cli; cli.main()"]
    with subprocess.Popen(
        [*program, *map(str, args)],
        cwd=folder,
        env={**environment(), "TERM": "xterm", "COLUMNS": "100"},
        stdout=stdout,
        stderr=screen.theirs,
    ):
        os.close(screen.theirs)
        while screen.look():
            pass


# ------------------------------------------------------------------- the meter
def test_nothing_is_shown_of_what_takes_less_than_a_second(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert progress.PATIENCE_S == 1.0
    monkeypatch.setattr(progress, "PATIENCE_S", NEVER_S)
    with os.fdopen(screen.theirs, "w") as stream:
        meter = Meter(stream)
        assert list(meter.each("abc", "entries", 3)) == ["a", "b", "c"]
        meter.close()
    assert not screen.look()
    assert screen.seen == ""


def test_what_takes_longer_shows_how_far_it_has_come_and_is_wiped(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE_S", AT_ONCE_S)
    monkeypatch.setenv("TERM", "xterm")
    moments = iter([100.0])
    with os.fdopen(screen.theirs, "w") as stream:
        meter = Meter(stream, clock=lambda: next(moments, 112.9))
        meter.tell("judged", 1250, 5000)
        screen.wait_for("1,250 of 5,000")
        assert "acts judged" in screen.seen
        assert "12 s" in screen.seen
        meter.tell("judged", 5000, 5000)
        screen.wait_for("working it out")
        meter.clear_line()
    while screen.look():
        pass
    assert screen.left == ""


def test_at_last_it_is_said_what_was_gone_through(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE_S", AT_ONCE_S)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_is_pipe", lambda _stream: False)
    with os.fdopen(screen.theirs, "w") as stream:
        meter = Meter(stream, clock=lambda: 5.0)
        assert sum(meter.each(range(2000), "entries", 2000)) == 1_999_000
        meter.tell("judged", 7, 7)
        screen.wait_for("working it out")
        meter.close()
    while screen.look():
        pass
    assert screen.left == "acts judged: 7 · entries read: 2,000 · 0 s"


def test_a_program_that_reads_has_the_screen_for_itself(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE_S", AT_ONCE_S)
    monkeypatch.setenv("TERM", "xterm")
    reading, writing = os.pipe()
    with os.fdopen(screen.theirs, "w") as stream, os.fdopen(writing, "w") as piped:
        monkeypatch.setattr(sys, "stdout", piped)
        meter = Meter(stream)
        meter.tell("judged", 7, 7)
        screen.wait_for("working it out")
        meter.close()
    while screen.look():
        pass
    os.close(reading)
    assert screen.left == ""


def test_where_nobody_looks_nothing_is_counted() -> None:
    items = [1, 2]
    given = Meter(None).each(items, "entries", 2)
    assert type(given) is type(iter(items))


# ------------------------------------------------------------------- the commands
@pytest.mark.parametrize(
    ("asked", "gone_through"),
    [
        ("check --at 2024-06-30", f"groups of rules checked: {len(THEMES)}"),
        ("log", "entries read: 1,094"),
        ("export acts --output /dev/null", "entries read: 1,094"),
        ("annex 1", "entries read: 1,094"),
        ("verify", "entries read: 1,094"),
    ],
)
def test_a_long_command_says_on_stderr_how_far_it_has_come(
    asked: str,
    gone_through: str,
    demonstration: Path,
    screen: Screen,
    tmp_path: Path,
) -> None:
    words = ("--ledger", demonstration, *asked.split())
    written = run(screen, *words, folder=tmp_path, patience_s=AT_ONCE_S)
    assert "\x1b[?25l" in screen.seen, "it was shown"
    assert gone_through in screen.left
    assert "\n" not in screen.left, "all else is wiped"
    quiet = smo(*words)
    assert quiet.stdout == written
    assert quiet.stderr == ""


def test_an_answer_on_the_same_screen_follows_when_all_is_wiped(
    demonstration: Path, screen: Screen, tmp_path: Path
) -> None:
    start(
        screen,
        *("--ledger", demonstration, "roster", "bureau", "--at", "2022-06-30"),
        stdout=screen.theirs,
        folder=tmp_path,
        patience_s=AT_ONCE_S,
    )
    lines = screen.left.splitlines()
    assert lines[0] == "Bureau – 30 Jun 2022"
    assert lines[-2] == "As known at entry #1094."
    assert lines[-1].startswith("entries read: 1,094 · ")


def test_an_import_tells_of_acts_read_and_judged(
    screen: Screen, tmp_path: Path
) -> None:
    acts = write(tmp_path / "acts.yaml", [act(f"bureau/{n}") for n in range(30)])
    done = run(screen, "import", acts, folder=tmp_path, patience_s=AT_ONCE_S)
    assert done.startswith("30 acts recorded")
    assert screen.left.startswith("acts read: 30 · acts judged: 30 · ")


def test_a_refused_import_leaves_its_problems_alone_on_the_screen(
    screen: Screen, tmp_path: Path
) -> None:
    acts = write(tmp_path / "acts.yaml", [act("bureau/1", titel="Adhésion")])
    said = run(screen, "import", acts, folder=tmp_path, patience_s=AT_ONCE_S)
    assert said == ""
    assert "acts read" not in screen.left
    assert screen.left.splitlines()[-1] == "Error: 1 problem(s); nothing was recorded"


def test_a_quick_command_shows_nothing(screen: Screen, tmp_path: Path) -> None:
    run(screen, "schema", folder=tmp_path, patience_s=NEVER_S)
    assert screen.seen == ""

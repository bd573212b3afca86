"""Replay a page: write the files it shows, run its commands, set down what they say.

A page stands alone: its commands run one after the other in an empty folder with the
`examples`. A YAML block whose first line is a comment with the name of a file is that
file, and so is a block opened by ```csv NAME, a format without comments; of a console
block, each line that begins with `$ smo` is a command. The same text comes out whenever
and wherever a page is replayed, if its commands name their days.
"""

import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner, Result

from cli import main
from ledger.language import speak
from ledger.storage.recorder import SQLRecorder
from terminal.context import Context

FOLDER = Path(__file__).parent

TODAY = date(2026, 12, 1)
"""The day on which pages are written: none of their answers depends on it."""

RECORDED_AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
"""The moment at which everything is recorded, where the entries are shown."""

_ENVIRONMENT = {
    **dict.fromkeys(("SMO_LEDGER", "LANGUAGE")),
    "SMO_LANG": "en",
    "SMO_USER": "clerk",
}
_BLOCK = re.compile(
    r"^```(?:console|yaml|csv (?P<csv>[\w-]+\.csv))\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_FILE = re.compile(r"# ([\w-]+\.yaml)\n")
_COMMAND = re.compile(r"^\$ smo ((?:[^\n]*\\\n)*[^\n]*)$", re.MULTILINE)


def replayed(page: str, today: date = TODAY) -> str:
    """Give a page with what its commands say now, on a day that should not matter."""
    with _desk(today):
        return _BLOCK.sub(_happens, page)


def run(*args: str, environment: Mapping[str, str | None] = _ENVIRONMENT) -> Result:
    """Run the program as at a terminal; both streams are kept as they come."""
    result = CliRunner().invoke(main, args, prog_name="smo", env=environment)
    speak("en")
    os.environ.pop("LANGUAGE", None)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@contextmanager
def _desk(today: date) -> Iterator[None]:
    """Stand in a folder that holds the examples, on a day, with a clock that rests."""
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),
        patch.object(Context, "today", today),
        patch.dict(SQLRecorder.__init__.__kwdefaults__, clock=lambda: RECORDED_AT),
    ):
        shutil.copytree(FOLDER, "examples", ignore=shutil.ignore_patterns("*.py*"))
        yield


def _happens(block: re.Match[str]) -> str:
    """Let what a block shows happen; give the block as it then reads."""
    text = block["text"]
    if not block[0].startswith("```console"):
        named = _FILE.match(text)
        if name := block["csv"] or (named and named[1]):
            Path(name).write_text(text, encoding="utf-8")
        return block[0]
    commands = _COMMAND.findall(text)
    said = "".join(f"$ smo {asked}\n{_said(asked)}" for asked in commands)
    return f"```console\n{said}```"


def _said(asked: str) -> str:
    """Run a command as a page shows it, its patterns expanded as a shell does.

    What acts cause depends on the day on which they are recorded: a page that wants to
    show it asks for it with «smo check».
    """
    words = shlex.split(asked)
    found = [sorted(map(str, Path().glob(word))) or [word] for word in words]
    said = run(*(word for words in found for word in words))
    is_recorded = {"import", "record"}.intersection(words) and not said.exit_code
    return said.stdout if is_recorded else said.output

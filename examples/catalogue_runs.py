"""Run the catalogue's examples through the real command line, and keep what it said.

Every example is asked of a copy of one small ledger, in a folder of its own, on a day
that is fixed: the same text comes out every time.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple
from unittest.mock import patch

from click.testing import Result

from commands.candidates import gather
from commands.recording import decide
from examples.transcripts import run
from ledger.acts.problems import ProblemsError
from terminal.context import Context

FOLDER = Path(__file__).with_name("catalogue")
BASE = "base.yaml"

TODAY = date(2025, 6, 30)
"""The day on which the examples are asked; the programme's own clock is not read."""

LANGUAGES = ("en", "fr")
_ASKED = re.compile(r"^# (?:smo )?(ledger:|check)\s+(.+)\n", re.MULTILINE)

Kind = Literal["refusals", "findings", "mistakes"]


class Example(NamedTuple):
    """A file of acts that breaks one rule, or lets `smo check` find one thing.

    Its name is the rule, then what tells it from others of that rule; of a file that
    cannot be understood, what is wrong with it. Comments on top may ask for an empty
    ledger, `# ledger: empty`, or for `# smo check --at DATE`. What stands below a line
    `# later` is recorded later than what stands above it.
    """

    kind: Kind
    name: str
    text: str
    format: str = "yaml"

    @property
    def path(self) -> str:
        """Tell the file's path below the catalogue's folder."""
        return f"{self.kind}/{self.name}.{self.format}"

    @property
    def rule(self) -> str:
        """Tell the rule: the first two words of the name."""
        return ".".join(self.name.split(".")[:2])

    @property
    def is_alone(self) -> bool:
        """Tell whether the example wants an empty ledger instead of the small one."""
        return ("ledger:", "empty") in _ASKED.findall(self.text)

    @property
    def imports(self) -> list[str]:
        """List the files it is recorded from, one after the other."""
        return re.split(r"^# later\n", self.text, flags=re.MULTILINE)

    @property
    def check(self) -> list[str]:
        """Tell the question that reports a finding."""
        asked = dict(_ASKED.findall(self.text)).get("check", "")
        return ["check", *asked.split()]


class Ran(NamedTuple):
    """What came of an example: texts by language, problems, entries it recorded.

    `findings` are those of `smo check --json`; empty for a refusal.
    """

    example: Example
    status: int
    said: dict[str, str]
    problems: Sequence[Exception]
    recorded: int
    findings: Sequence[dict[str, Any]] = ()


def examples(kind: Kind) -> list[Example]:
    """List the examples of a kind, by name."""
    return [
        Example(kind, path.stem, path.read_text(encoding="utf-8"), path.suffix[1:])
        for path in sorted((FOLDER / kind).iterdir())
    ]


@contextmanager
def bench() -> Iterator["Bench"]:
    """Stand in an empty folder, on the fixed day, with the small ledger made once."""
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),
        patch.object(Context, "today", TODAY),
    ):
        shutil.copyfile(FOLDER / BASE, BASE)
        one = Bench()
        one.done("import", BASE, ledger="base.db")
        yield one


class Bench:
    """A folder where examples are run."""

    def refuse(self, example: Example) -> Ran:
        """Import an example that must not be recorded, once in each language."""
        before = self._place(example)
        results = {
            language: self._smo("import", example.path, language=language)
            for language in LANGUAGES
        }
        first = results["en"]
        return Ran(
            example,
            first.exit_code,
            {language: result.output for language, result in results.items()},
            self._problems(example),
            self._head() - before,
        )

    def find(self, example: Example) -> Ran:
        """Import an example that must be recorded, and ask what there is to find."""
        before = self._place(example)
        for text in example.imports:
            Path(example.path).write_text(text, encoding="utf-8")
            imported = self._smo("import", example.path)
            if imported.exit_code:
                problems = self._problems(example)
                return Ran(example, 2, {"en": imported.output}, problems, 0)
        results = {
            language: self._smo(*example.check, language=language)
            for language in LANGUAGES
        }
        listed = json.loads(self._smo(*example.check, "--json").stdout)["findings"]
        return Ran(
            example,
            results["en"].exit_code,
            {language: result.output for language, result in results.items()},
            [],
            self._head() - before,
            listed,
        )

    def findings_of_base(self) -> list[dict[str, Any]]:
        """Ask what there is to find in the small ledger itself."""
        said = self.done("check", "--json", ledger="base.db", statuses=(0, 1))
        found: list[dict[str, Any]] = json.loads(said)["findings"]
        return found

    def done(
        self, *args: str, ledger: str = "example.db", statuses: Sequence[int] = (0,)
    ) -> str:
        """Run a command that must succeed."""
        result = self._smo(*args, ledger=ledger)
        assert result.exit_code in statuses, result.output
        return result.stdout

    def _place(self, example: Example) -> int:
        """Lay the ledger and the example out; tell where the ledger ends."""
        path = Path(example.path)
        path.parent.mkdir(exist_ok=True)
        path.write_text(example.text, encoding="utf-8")
        for leftover in Path().glob("example.db*"):
            leftover.unlink()
        if example.is_alone:
            self.done("init")
        else:
            shutil.copyfile("base.db", "example.db")
        return self._head()

    def _problems(self, example: Example) -> list[Exception]:
        """List the problems as data: what is printed does not name their classes."""
        with Context(place="example.db", author=None).reading() as ledger:
            try:
                decide(gather([Path(example.path)]), ledger, today=TODAY)
            except ProblemsError as error:
                return [problem.error for problem in error.problems]
        return []

    def _head(self) -> int:
        """Tell the position at which the ledger ends."""
        return len(json.loads(self.done("log", "--json"))["entries"])

    @staticmethod
    def _smo(*args: str, ledger: str = "example.db", language: str = "en") -> Result:
        """Run the program as at a terminal; both streams are kept as they come."""
        asked = ["--ledger", ledger, "--lang", language, "--as", "catalogue", *args]
        return run(*asked)

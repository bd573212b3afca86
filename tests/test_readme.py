"""The README happens: its transcript is replayed, its first lines are the commands."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def expanded(line: str) -> list[str]:
    words = shlex.split(line)
    found = [sorted(map(str, Path().glob(word))) or [word] for word in words]
    return [word for words in found for word in words]


def test_the_readme_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMO_LEDGER", raising=False)
    [block] = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    replayed = ""
    for line in re.findall(r"^\$ smo (.*)$", block, re.MULTILINE):
        result = CliRunner().invoke(main, ["--lang", "en", *expanded(line)])
        replayed += f"$ smo {line}\n{result.output}"
    assert replayed == block


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = [line for line in README.splitlines() if line.startswith("    ")][:2]
    assert commands[0].split("#")[0].strip() == (
        "python3 -m pip install uv && uv run smo demo"
    )
    assert commands[1].split("#")[0].strip() == "uv run pytest"

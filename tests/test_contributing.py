"""CONTRIBUTING.md names nothing that is not there."""

import re

from tests.shell import ROOT
from tests.sources import text

PAGE = text("CONTRIBUTING.md")
WORDS = ("acts", "committee", "spec", "answers")
"""The modules of the language in which tests tell histories."""


def test_every_file_that_contributing_names_is_there() -> None:
    named = {*re.findall(r"`([a-z_]+(?:/[\w.-]+)+/?)`", PAGE)}
    assert "tests/spec.py" in named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_recipe_that_contributing_names_is_in_the_justfile() -> None:
    recipes = {*re.findall(r"^([a-z]+)\b.*:$", text("justfile"), re.MULTILINE)}
    named = {*re.findall(r"`just ([a-z]+)", PAGE)}
    assert named
    assert named - recipes == set()


def test_every_word_of_the_tests_that_contributing_names_is_said_there() -> None:
    table = re.findall(r"^\| `(tests/\w+\.py)` \| (.*) \|$", PAGE, re.MULTILINE)
    assert [path for path, _words in table] == [f"tests/{one}.py" for one in WORDS]
    missing = [
        f"{path}: {word}"
        for path, words in table
        for word in re.findall(r"`\.?(\w+)[(`]", words)
        if not re.search(rf"^ *(def )?{word}\b", text(path), re.MULTILINE)
    ]
    assert missing == []

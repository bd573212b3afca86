"""Read an acts file, YAML or JSON, as plain text values.

Scalars and keys stay text whatever they look like: `on`, `2024_1` and `2020-13-01`
survive, and a price never becomes a float. A field's type converts them later.
"""

import json
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ledger.acts.limits import (
    LARGEST_FILE,
    MOST_ACTS,
    MOST_FIELDS,
    BeyondLimitError,
    NamelessFieldError,
    TooDeepError,
    TooManyActsError,
    TooManyFieldsError,
    check_depth,
    check_expansion,
    read_within,
)
from ledger.acts.places import AtLine, excerpt_of
from ledger.acts.problems import (
    DuplicateFieldError,
    MalformedFileError,
    NotAFileOfActsError,
    Problem,
    ProblemsError,
    UnreadableFileError,
)
from ledger.error_texts import reason_of

Plain = dict[str, Any]

_NO_TEXTS = {
    ("tag:yaml.org,2002:null", ""): None,
    ("tag:yaml.org,2002:bool", "true"): True,
    ("tag:yaml.org,2002:bool", "false"): False,
}
"""What a written tag makes of a scalar, as JSON has it; without one it is text."""


def read_acts(path: Path) -> list[Any]:
    """Read a file's list of acts, each as plain values, not yet checked.

    Raises:
        ProblemsError: the file cannot be read, is malformed, or holds no list.
    """
    text = read_text(path)
    content = plain_values(path, text)
    if content is None:
        return []
    if not isinstance(content, list):
        raise ProblemsError([problem_at(path, text, 1, NotAFileOfActsError())])
    if len(content) > MOST_ACTS:
        unreadable = UnreadableFileError(reason=str(TooManyActsError(most=MOST_ACTS)))
        raise ProblemsError([Problem(str(path), unreadable, AtLine(1))])
    return content


def plain_values(path: Path, text: str) -> Any:
    """Parse what a file says into plain values: text, lists, mappings, or nothing.

    Raises:
        ProblemsError: it is malformed.
    """
    return _read_json(path, text) if is_json(path) else _read_yaml(path, text)


def is_json(path: Path) -> bool:
    """Tell by its suffix whether a file is JSON; anything else is YAML."""
    return path.suffix.lower() == ".json"


def read_text(path: Path) -> str:
    """Read a file as UTF-8 text.

    Raises:
        ProblemsError: the file is not there, not readable, too large, or not UTF-8.
    """
    try:
        content = read_within(path, LARGEST_FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, BeyondLimitError) as error:
        unreadable = UnreadableFileError(reason=reason_of(error))
        raise ProblemsError([Problem(str(path), unreadable, AtLine(1))]) from error
    return content.replace("\r\n", "\n").replace("\r", "\n")


def problem_at(path: Path, text: str, line: int, error: Exception) -> Problem:
    """Make a problem of an error on a line of a file."""
    lines = _lines(text)
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(str(path), error, AtLine(line, excerpt_of(excerpt)))


@lru_cache(maxsize=1)  # a file may have many problems
def _lines(text: str) -> list[str]:
    return text.splitlines()


class _TextLoader(yaml.CBaseLoader):
    """Composes nodes without looking for the type of each: all of them are text."""

    def resolve(self, *_node: Any) -> str:
        """Give no type."""
        return ""

    def descend_resolver(self, *_node: Any) -> None:
        """Follow no path."""

    def ascend_resolver(self) -> None:
        """Follow no path."""


def compose(text: str) -> yaml.Node | None:
    """Parse YAML into nodes that know their lines. JSON is read the same way."""
    return yaml.compose(text, Loader=_TextLoader)


# ------------------------------------------------------------------- YAML
def _read_yaml(path: Path, text: str) -> Any:
    try:
        check_depth(text)
        node = compose(text)
        check_expansion(node)
        twice: list[yaml.ScalarNode] = []
        content = None if node is None else _plain(node, twice)
    except (yaml.YAMLError, RecursionError, BeyondLimitError) as found:
        # What holds itself is no deeper than anything, until one follows it.
        error = TooDeepError() if isinstance(found, RecursionError) else found
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        malformed = MalformedFileError(format="YAML", reason=reason_of(error))
        raise ProblemsError([problem_at(path, text, line, malformed)]) from error
    if twice:
        raise ProblemsError([_duplicate(path, text, key) for key in twice])
    return content


def _plain(node: yaml.Node, twice: list[yaml.ScalarNode]) -> Any:
    """Turn a node into text, list or mapping; keys found twice are collected."""
    if isinstance(node, yaml.ScalarNode):
        return _NO_TEXTS.get((node.tag, node.value), node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, twice) for item in node.value]
    mapping: Plain = {}
    if len(node.value) > MOST_FIELDS:
        raise TooManyFieldsError(most=MOST_FIELDS)
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise NamelessFieldError
        if key.value in mapping:
            twice.append(key)
        mapping[key.value] = _plain(value, twice)
    return mapping


def _duplicate(path: Path, text: str, key: yaml.ScalarNode) -> Problem:
    error = DuplicateFieldError(name=key.value)
    return problem_at(path, text, key.start_mark.line + 1, error)


# ------------------------------------------------------------------- JSON
def _read_json(path: Path, text: str) -> Any:
    if not text.strip():
        return None
    twice: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> Plain:
        if len(pairs) > MOST_FIELDS:
            raise TooManyFieldsError(most=MOST_FIELDS)
        built = dict(pairs)
        if len(built) < len(pairs):
            keys = Counter(key for key, _ in pairs)
            twice.extend(key for key in built if keys[key] > 1)
        return built

    try:
        check_depth(text)
        content = json.loads(
            text, parse_float=str, parse_int=str, object_pairs_hook=mapping
        )
    except (json.JSONDecodeError, BeyondLimitError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        malformed = MalformedFileError(format="JSON", reason=reason_of(error))
        raise ProblemsError([problem_at(path, text, line, malformed)]) from error
    if twice:
        raise ProblemsError(_twice_in_json(path, text, twice))
    return content


def _twice_in_json(path: Path, text: str, twice: list[str]) -> list[Problem]:
    """Find the lines of keys that stand twice; line 1 where they cannot be told."""
    try:
        _read_yaml(path, text)
    except ProblemsError as error:
        if all(isinstance(each.error, DuplicateFieldError) for each in error.problems):
            return error.problems
    return [problem_at(path, text, 1, DuplicateFieldError(name=key)) for key in twice]

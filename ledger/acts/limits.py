"""How deep and how large a file may be before a parser is let loose on it."""

import re
from pathlib import Path

import yaml

from ledger.errors import LedgerError
from ledger.language import N_

DEEPEST = 200
"""Brackets within brackets; no act needs a tenth of it."""

MOST_VALUES = 5_000_000
"""Values in one file, aliases counted for all they stand for."""

MOST_ACTS = 200_000
"""In one file; all acts of a ledger ten times the largest foreseen."""

MOST_FIELDS = 5_000
"""In one place: a value for every member at least."""

LARGEST_FILE = 64 * 2**20
"""Bytes of an acts file: ten times what 20,000 acts need."""

LARGEST_DOCUMENT = 200 * 2**20
"""Bytes of a document; the ministry's @CTES takes 150 MB for a whole act."""

_BRACKET = re.compile(r"[\[\]{}]")

_INDENTED = re.compile(rf"^(?:[ \t]|[-?:][ \t]){{{2 * DEEPEST}}}", re.MULTILINE)
"""A line that begins deeper than any: a level takes two columns, or a sign and one."""


class BeyondLimitError(LedgerError):
    """The file is no honest acts file."""


class TooDeepError(BeyondLimitError):
    """It is nested deeper than any act."""

    sentence = N_("it is nested too deeply")


class TooLargeError(BeyondLimitError):
    """Its aliases stand for more than a file can hold."""

    sentence = N_("its aliases stand for too much")


class TooManyActsError(BeyondLimitError):
    """It holds more acts than a file may."""

    sentence = N_("it holds more than {most} acts. Split it")


class TooManyFieldsError(BeyondLimitError):
    """Something in it has more fields than anything may."""

    sentence = N_("something in it has more than {most} fields")


class NamelessFieldError(BeyondLimitError):
    """A list or a mapping stands where a field has its name."""

    sentence = N_("the name of a field is no text")


class TooManyBytesError(BeyondLimitError):
    """It is larger than an honest one."""

    sentence = N_("it is larger than {most} MB")


class HeavyDocumentError(LedgerError):
    """A document is too large to be kept in a ledger."""

    sentence = N_(
        "The document «{name}» is larger than {most} MB. Name a lighter version of it"
    )


def read_within(path: Path, most: int) -> bytes:
    """Read a file, be it one without end.

    Raises:
        TooManyBytesError: it holds more bytes than that.
        OSError: it cannot be read.
    """
    is_within = path.stat().st_size <= most  # 0 for what has no end
    content = b""
    if is_within:
        with path.open("rb") as opened:
            content = opened.read(most + 1)
    if not is_within or len(content) > most:
        raise TooManyBytesError(most=most // 2**20)
    return content


def check_depth(text: str) -> None:
    """Refuse what is nested too deeply, before a parser follows it down.

    Raises:
        TooDeepError: brackets or lists lie deeper than `DEEPEST`.
    """
    if _INDENTED.search(text):
        raise TooDeepError
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > DEEPEST:
            raise TooDeepError


def check_expansion(root: yaml.Node | None) -> None:
    """Refuse what would grow beyond measure once its aliases are followed.

    Raises:
        TooLargeError: they stand for more than `MOST_VALUES`.
    """
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        if isinstance(node, yaml.ScalarNode):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = 1  # one that holds itself fails later, when followed
            children = (
                node.value
                if isinstance(node, yaml.SequenceNode)
                else [value for _key, value in node.value]
            )
            sizes[id(node)] += sum(map(size, children))
        return sizes[id(node)]

    if root is not None and size(root) > MOST_VALUES:
        raise TooLargeError

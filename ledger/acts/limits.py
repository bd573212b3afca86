"""How deep and how large a file may be before a parser is let loose on it."""

import re

import yaml

from ledger.errors import LedgerError
from ledger.language import N_

DEEPEST = 200
"""Brackets within brackets; no act needs a tenth of it."""

MOST_VALUES = 20_000_000
"""Values in one file, aliases counted for all they stand for."""

_BRACKET = re.compile(r"[\[\]{}]")


class BeyondLimitError(LedgerError):
    """The file is no honest acts file."""


class TooDeepError(BeyondLimitError):
    """It is nested deeper than any act."""

    sentence = N_("it is nested too deeply")


class TooLargeError(BeyondLimitError):
    """Its aliases stand for more than a file can hold."""

    sentence = N_("its aliases stand for too much")


def check_depth(text: str) -> None:
    """Refuse what is nested too deeply, before a parser follows it down.

    Raises:
        TooDeepError: brackets lie deeper than `DEEPEST`.
    """
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

"""Write acts as YAML that is pleasant to read: short lists on a line, notes folded."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

WIDTH = 110
_BLOCKS = ("decisions", "agenda", "lines")
"""Lists that stand one item to a line however short they are."""

_PLAIN = re.compile(r"[^\W\d][^\n:#\[\]{},&*!|>'\"%@`]*(['’][^\n:#\[\]{},]*)?")
_LIKE_DATES = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{4}")
_LIKE_SOMETHING_ELSE = {"true", "false", "null", "yes", "no", "on", "off"}


def written(comment: Iterable[str], acts: Iterable[dict[str, Any]]) -> str:
    """Write a file of acts under its comment."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment)
    return head + "".join("\n" + "\n".join(_item(act, 0)) + "\n" for act in acts)


def _item(mapping: dict[str, Any], indent: int) -> Iterator[str]:
    """Write a mapping as an item of a list: its first line begins with a dash."""
    lines = [line for key in mapping for line in _field(key, mapping[key], indent + 2)]
    yield " " * indent + "- " + lines[0].lstrip()
    yield from lines[1:]


def _field(key: str, value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, list) and value and key in _BLOCKS:
        yield f"{margin}{key}:"
        for item in value:
            is_block = isinstance(item, dict) and "type" in item
            if is_block:
                yield from _item(item, indent + 2)
            else:
                yield from _flow(item, f"{margin}  - ")
    elif key == "vote" and isinstance(value, dict) and "question" in value:
        yield f"{margin}{key}:"
        for name, part in value.items():
            yield from _field(name, part, indent + 2)
    elif isinstance(value, str) and len(value) + indent + len(key) > WIDTH:
        yield f"{margin}{key}: >-"
        yield from (f"{margin}  {line}" for line in wrap(value, WIDTH - indent - 2))
    else:
        yield from _flow(value, f"{margin}{key}: ")


def _flow(value: Any, head: str) -> Iterator[str]:
    """Write a value after a head, on as many lines as the width asks for."""
    whole = head + _inline(value)
    if len(whole) <= WIDTH or not isinstance(value, list | dict):
        yield whole
        return
    opening, closing = ("[", "]") if isinstance(value, list) else ("{", "}")
    parts = list(_parts(value))
    line, margin = head + opening, " " * (len(head) + 1)
    for place, part in enumerate(parts):
        end = "," if place + 1 < len(parts) else closing
        if len(line) + len(part) + 2 > WIDTH and line.strip(" [{-"):
            yield line.rstrip()
            line = margin
        line += part + end + " "
    yield line.rstrip()


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_parts(value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(_parts(value)) + "}"
    return _scalar(value)


def _parts(value: list[Any] | dict[str, Any]) -> Iterator[str]:
    if isinstance(value, list):
        return (_inline(item) for item in value)
    return (f"{_key(key)}: {_inline(item)}" for key, item in value.items())


def _key(key: str) -> str:
    """Write a field's name, or a person's; the reader takes `on` for text."""
    return key if key.isidentifier() else _scalar(key)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    if isinstance(value, Decimal):
        return f'"{value}"'
    text = str(value)
    is_plain = _PLAIN.fullmatch(text) and text == text.strip()
    if _LIKE_DATES.fullmatch(text) or (
        is_plain and text.lower() not in _LIKE_SOMETHING_ELSE
    ):
        return text
    return json.dumps(text, ensure_ascii=False)

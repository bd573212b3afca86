"""Write acts as YAML that is pleasant to read: short lists on a line, notes folded.

Whatever is written is read back exactly (`reading.py`): a text that YAML would change
is quoted as JSON quotes it, and what is no text where any value may stand has its tag.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from textwrap import TextWrapper
from typing import Any

WIDTH = 110
_BLOCKS = ("decisions", "agenda", "lines", "competences", "departments", "founders")
"""Lists that stand one item to a line: decisions always, others if of mappings."""

_PLAIN = re.compile(r"[^\W\d][^\n:#\[\]{},&*!|>'\"%@`]*(['’][^\n:#\[\]{},]*)?")
_LIKE_DATES = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{4}", re.ASCII)
_LIKE_SOMETHING_ELSE = {"true", "false", "null", "yes", "no", "on", "off"}
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that YAML takes for ends of lines, or does not take at all."""


class Tagged(str):
    """A value that is no text, as YAML writes it with its tag."""

    __slots__ = ()


_TAGS = {None: Tagged('!!null ""'), True: Tagged("!!bool true")}
_TAGS[False] = Tagged("!!bool false")


def written(comment: Iterable[str], acts: Iterable[dict[str, Any]]) -> str:
    """Write a file of acts under its comment."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment)
    return head + "".join("\n" + written_act(act) for act in acts)


def written_act(act: dict[str, Any]) -> str:
    """Write one act as an item of the file's list."""
    return "\n".join(_item(act, 0)) + "\n"


def tagged(value: Any) -> Any:
    """Mark what is no text, where a field's type will not tell the reader so.

    >>> tagged({"title": None, "seats": "5"})
    {'title': '!!null ""', 'seats': '5'}
    """
    if isinstance(value, dict):
        return {key: tagged(item) for key, item in value.items()}
    if isinstance(value, list):
        return [tagged(item) for item in value]
    return _TAGS[value] if value is None or isinstance(value, bool) else value


# ------------------------------------------------------------------- blocks
def _item(mapping: dict[str, Any], indent: int) -> Iterator[str]:
    """Write a mapping as an item of a list: its first line begins with a dash."""
    lines = [line for key in mapping for line in _field(key, mapping[key], indent + 2)]
    yield " " * indent + "- " + lines[0].lstrip()
    yield from lines[1:]


def _field(key: str, value: Any, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{_key(key)}:"
    if _is_block_list(key, value):
        yield head
        for item in value:
            if isinstance(item, dict) and "type" in item:
                yield from _item(item, indent + 2)
            else:
                yield from _flow(item, f"{' ' * indent}  - ")
    elif _is_block_mapping(key, value):
        yield head
        for name, part in value.items():
            yield from _field(name, part, indent + 2)
    elif isinstance(value, str) and len(value) + indent + len(key) > WIDTH:
        yield from _text(value, head, indent)
    else:
        yield from _flow(value, f"{head} ")


def _is_block_list(key: str, value: Any) -> bool:
    if not isinstance(value, list) or not value or key not in _BLOCKS:
        return False
    return isinstance(value[0], dict) or key in {"decisions", "agenda", "lines"}


def _is_block_mapping(key: str, value: Any) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    return key in {"rules", "shares"} or (key == "vote" and "question" in value)


def _text(text: str, head: str, indent: int) -> Iterator[str]:
    """Fold a long text, where folding loses nothing; else quote it on one line."""
    wrapper = TextWrapper(
        WIDTH - indent - 2, break_on_hyphens=False, break_long_words=False
    )
    folded = [] if _ODD.search(text) else wrapper.wrap(text)
    if " ".join(folded) != text:
        yield f"{head} {_scalar(text)}"
        return
    yield f"{head} >-"
    yield from (f"{' ' * indent}  {line}" for line in folded)


# ------------------------------------------------------------------- flow
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
    if isinstance(value, Tagged):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    if isinstance(value, Decimal):
        return f'"{value}"'
    text = str(value)
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and not _ODD.search(text)
    if _LIKE_DATES.fullmatch(text) or (
        is_plain and text.lower() not in _LIKE_SOMETHING_ELSE
    ):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", quoted)

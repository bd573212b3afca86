"""Refuse texts damaged on their way, and names with signs that nobody sees.

Only names and titles are looked at: a text of its own may quote what it likes.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

import msgspec

from ledger.acts.act import Act
from ledger.acts.problems import Found, Keys
from ledger.naming_refusals import (
    LostSignError,
    MisreadTextError,
    MixedScriptsError,
    UnseenSignError,
)

NAMES = frozenset(
    (
        *("name", "brand", "label", "person", "replaces", "presided_by"),
        *("present", "proxies", "for_", "against", "abstentions"),
        *("recused", "recused_as_representatives"),
    )
)
"""The fields that hold a name, or names."""

TITLES = frozenset(("title", "subject"))

_MISREAD = re.compile("[ÂÃÅ][^\x00-\x7f]|â[^\x00-\x7f]{2}")
"""How the French signs look whose bytes in UTF-8 were read as Latin-1."""

_UNSEEN = frozenset(("Cc", "Cf", "Co"))
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = frozenset(
    ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "CHEROKEE", "COPTIC")
)
"""Those whose letters look like each other's."""


def damaged(act: Act) -> Iterator[Found]:
    """Find the names and titles of an act that cannot be as its author wrote them."""
    yield from _of(act.registered, ())
    yield from _of(act.vote, ("vote",))
    for number, decision in enumerate(act.decisions):
        yield from _of(decision, ("decisions", number))


def _of(value: object, keys: Keys, field: str = "") -> Iterator[Found]:
    """Look through a value; `field` is the one that holds it."""
    match value:
        case str() if field in NAMES or field in TITLES:
            yield from _text(value, keys)
            if field in NAMES:
                yield from _name(value, keys)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                place = (*keys, name.rstrip("_"))
                yield from _of(getattr(value, name), place, name)
        case tuple() | list():
            for number, one in enumerate(value):
                yield from _of(one, (*keys, number), field)
        case Mapping():
            for giver, holder in value.items():
                yield from _of(giver, (*keys, giver), field)
                yield from _of(holder, (*keys, giver), field)
        case _:
            pass


def _text(text: str, keys: Keys) -> Iterator[Found]:
    if "\ufffd" in text:
        yield Found(keys, LostSignError(text=text))
    meant = _MISREAD.sub(_as_utf8, text)
    if meant != text:
        yield Found(keys, MisreadTextError(text=text, meant=meant))


def _as_utf8(found: re.Match[str]) -> str:
    """Read some signs again as the bytes they were; as they are if those are none."""
    for encoding in ("latin-1", "cp1252"):
        try:
            return found[0].encode(encoding).decode()
        except UnicodeError:
            continue
    return found[0]


def _name(name: str, keys: Keys) -> Iterator[Found]:
    unseen = next((one for one in name if unicodedata.category(one) in _UNSEEN), None)
    if unseen is not None:
        seen = "".join(one for one in name if unicodedata.category(one) not in _UNSEEN)
        yield Found(keys, UnseenSignError(name=seen, code=f"U+{ord(unseen):04X}"))
    for word in _WORD.findall(unicodedata.normalize("NFC", name)):
        scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in word}
        if len(scripts & _SCRIPTS) > 1:
            named = ", ".join(sorted(one.title() for one in scripts & _SCRIPTS))
            yield Found(keys, MixedScriptsError(word=word, scripts=named))

"""Find every mistake in a plain value that does not fit its type.

One decode call reports only the first mistake it meets. This walks value and type
side by side, field by field and item by item, and asks msgspec about the leaves.
It runs only where a decode has failed.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
)

import msgspec

from ledger.acts.amounts import is_decimal, is_odd_amount
from ledger.acts.problems import (
    EmptyValueError,
    Found,
    Keys,
    MissingFieldError,
    UnexpectedValueError,
    UnknownChoiceError,
    UnknownFieldError,
)
from ledger.acts.shapes import hints_of, is_struct, meaning_of, part_for, unwrap
from ledger.language import N_
from ledger.language import translate as _
from ledger.terms import ContentError

_WORDS = {
    str: N_("a text"),
    int: N_("a whole number"),
    bool: N_("true or false"),
    date: N_("a date such as 2024-06-30"),
    Decimal: N_("an amount such as 1.30"),
    tuple: N_("a list"),
    dict: N_("a set of fields"),
}
_ANYTHING = N_("a value")


class Expected:
    """What a type expects, said in the language spoken when it is shown."""

    def __init__(self, annotation: Any) -> None:
        """Take a type."""
        self.annotation = annotation

    def __str__(self) -> str:
        """Say it in words."""
        return _words(self.annotation)


def explained(annotation: Any) -> str:
    """Say what a field of this type means, and what it expects."""
    expected, meaning = str(Expected(annotation)), meaning_of(annotation)
    if meaning is None or meaning.description is None:
        return expected
    return f"{_(meaning.description)} ({expected})"


def mistakes(
    value: Any, annotation: Any, keys: Keys, owner: str = ""
) -> Iterator[Found]:
    """Find everything in a value that does not fit a type; nothing if all fits."""
    inner = list(_inner(value, annotation, keys, owner))
    yield from inner
    if inner:
        return
    if is_decimal(annotation) and is_odd_amount(value):
        wrong = UnexpectedValueError(found=value, expected=Expected(annotation))
        yield Found(keys, wrong)
        return
    try:
        msgspec.convert(value, annotation, strict=False)
    except msgspec.ValidationError as error:
        yield Found(keys, _explain(value, annotation, error))


def decode_errors(error: msgspec.ValidationError) -> ContentError | None:
    """Recover the sentence of ours behind a decode error, where one of ours it was."""
    return error.__cause__ if isinstance(error.__cause__, ContentError) else None


def _inner(value: Any, annotation: Any, keys: Keys, owner: str) -> Iterator[Found]:
    arm = part_for(value, annotation)
    if is_struct(arm) and isinstance(value, dict):
        yield from _fields(value, arm, keys, owner)
    elif get_origin(arm) is tuple and isinstance(value, list):
        for number, item in enumerate(value):
            yield from mistakes(item, get_args(arm)[0], (*keys, number), owner)
    elif get_origin(arm) is dict and isinstance(value, dict):
        key_type, value_type = get_args(arm)
        for key, item in value.items():
            yield from mistakes(key, key_type, (*keys, key), owner)
            yield from mistakes(item, value_type, (*keys, key), owner)


def _fields(
    value: dict[str, Any], struct: type[msgspec.Struct], keys: Keys, owner: str
) -> Iterator[Found]:
    hints = hints_of(struct)
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    owner = owner or next(
        (key for key in reversed(keys) if isinstance(key, str)), "act"
    )
    for name, item in value.items():
        if name in fields:
            yield from mistakes(item, hints[name], (*keys, name))
        else:
            unknown = UnknownFieldError(name=name, known=list(fields), owner=owner)
            yield Found((*keys, name), unknown)
    for name, field in fields.items():
        if field.required and name not in value:
            yield Found(keys, MissingFieldError(name=name, owner=owner))


def _explain(value: Any, annotation: Any, error: msgspec.ValidationError) -> Exception:
    ours = decode_errors(error)
    if ours is not None:
        return ours
    if value == "":
        return EmptyValueError(expected=Expected(annotation))
    plain = unwrap(annotation)
    arms = [plain, *map(unwrap, get_args(plain))]
    choices = [get_args(arm) for arm in arms if get_origin(arm) is Literal]
    scalars = [arm for arm in arms if arm in _WORDS or is_struct(arm)]
    if choices and isinstance(value, str) and not scalars:
        return UnknownChoiceError(name=value, known=list(choices[0]))
    return UnexpectedValueError(found=_short(value), expected=Expected(annotation))


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 -- one line


def _words(annotation: Any) -> str:
    """Say in words what a type expects."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        forms = [mark.description for mark in marks if mark.title is None]
        return _(forms[-1]) if any(forms) else _words(inner)
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        arms = [arm for arm in get_args(annotation) if arm is not NoneType]
        return _(" or ").join(_words(arm) for arm in arms)
    if origin is Literal:
        return ", ".join(str(choice) for choice in get_args(annotation))
    if is_struct(annotation):
        names = [field.encode_name for field in msgspec.structs.fields(annotation)]
        return "{" + ", ".join(names) + "}"
    return _(_WORDS.get(origin or annotation, _ANYTHING))

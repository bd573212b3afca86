"""Find every mistake in a plain value that does not fit its type.

One decode call reports only the first mistake it meets. This walks value and type
side by side, field by field and item by item, and asks msgspec about the leaves.
It runs only where a decode has failed.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeGuard,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from ledger.acts.problems import (
    EmptyValueError,
    Found,
    Keys,
    MissingFieldError,
    UnexpectedValueError,
    UnknownChoiceError,
    UnknownFieldError,
)
from ledger.language import N_
from ledger.language import translate as _
from ledger.terms import ContentError

_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")

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


def mistakes(
    value: Any, annotation: Any, keys: Keys, owner: str = ""
) -> Iterator[Found]:
    """Find everything in a value that does not fit a type; nothing if all fits."""
    inner = list(_inner(value, annotation, keys, owner))
    yield from inner
    if inner:
        return
    if _is_decimal(annotation) and _is_odd_amount(value):
        wrong = UnexpectedValueError(found=value, expected=Expected(annotation))
        yield Found(keys, wrong)
        return
    try:
        msgspec.convert(value, annotation, strict=False)
    except msgspec.ValidationError as error:
        yield Found(keys, _explain(value, annotation, error))


def amounts_are_digits(value: Any, annotation: Any) -> bool:
    """Tell whether every amount is written in digits; a decimal would take more.

    `2024_1`, `+3` and digits of other scripts are decimals to Python, not to people.
    """
    if not _holds_decimals(annotation):
        return True
    arm = _arm(value, annotation)
    if _is_struct(arm) and isinstance(value, dict):
        hints = hints_of(arm)
        return all(
            amounts_are_digits(item, hints[name])
            for name, item in value.items()
            if name in hints
        )
    if get_origin(arm) is tuple and isinstance(value, list):
        return all(amounts_are_digits(item, get_args(arm)[0]) for item in value)
    if get_origin(arm) is dict and isinstance(value, dict):
        return all(
            amounts_are_digits(item, get_args(arm)[1]) for item in value.values()
        )
    return not _is_odd_amount(value)


@cache
def hints_of(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Tell the type of each field of a struct, by the name it has in a file."""
    hints = get_type_hints(struct, include_extras=True)
    return {
        field.encode_name: hints[field.name] for field in msgspec.structs.fields(struct)
    }


def decode_errors(error: msgspec.ValidationError) -> ContentError | None:
    """Recover the sentence of ours behind a decode error, where one of ours it was."""
    return error.__cause__ if isinstance(error.__cause__, ContentError) else None


def is_list(annotation: Any) -> bool:
    """Tell whether a type is a list of something."""
    return get_origin(_unwrap(annotation)) is tuple


def _inner(value: Any, annotation: Any, keys: Keys, owner: str) -> Iterator[Found]:
    arm = _arm(value, annotation)
    if _is_struct(arm) and isinstance(value, dict):
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


def _is_odd_amount(value: Any) -> bool:
    return isinstance(value, str) and not _AMOUNT.fullmatch(value)


def _is_decimal(annotation: Any) -> bool:
    plain = _unwrap(annotation)
    return plain is Decimal or Decimal in get_args(plain)


@cache
def _holds_decimals(annotation: Any) -> bool:
    plain = _unwrap(annotation)
    parts = hints_of(plain).values() if _is_struct(plain) else get_args(plain)
    return plain is Decimal or any(map(_holds_decimals, parts))


def _arm(value: Any, annotation: Any) -> Any:
    """Choose the part of a union a value is meant for, by its shape."""
    plain = _unwrap(annotation)
    if get_origin(plain) not in {Union, UnionType}:
        return plain
    arms = [_unwrap(arm) for arm in get_args(plain)]
    for arm in arms:
        if isinstance(value, dict) and (_is_struct(arm) or get_origin(arm) is dict):
            return arm
        if isinstance(value, list) and get_origin(arm) is tuple:
            return arm
    return plain


def _unwrap(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def _is_struct(annotation: Any) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)


def _explain(value: Any, annotation: Any, error: msgspec.ValidationError) -> Exception:
    ours = decode_errors(error)
    if ours is not None:
        return ours
    if value == "":
        return EmptyValueError(expected=Expected(annotation))
    plain = _unwrap(annotation)
    arms = [plain, *map(_unwrap, get_args(plain))]
    choices = [get_args(arm) for arm in arms if get_origin(arm) is Literal]
    scalars = [arm for arm in arms if arm in _WORDS or _is_struct(arm)]
    if choices and isinstance(value, str) and not scalars:
        return UnknownChoiceError(name=value, known=list(choices[0]))
    return UnexpectedValueError(found=_short(value), expected=Expected(annotation))


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 -- one line


def _words(annotation: Any) -> str:
    """Say in words what a type expects."""
    if get_origin(annotation) is Annotated:
        described = [meta.description for meta in get_args(annotation)[1:]]
        if described[-1]:
            return _(described[-1])
        return _words(get_args(annotation)[0])
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        arms = [arm for arm in get_args(annotation) if arm is not NoneType]
        return _(" or ").join(_words(arm) for arm in arms)
    if origin is Literal:
        return ", ".join(str(choice) for choice in get_args(annotation))
    if _is_struct(annotation):
        names = [field.encode_name for field in msgspec.structs.fields(annotation)]
        return "{" + ", ".join(names) + "}"
    return _(_WORDS.get(origin or annotation, _ANYTHING))

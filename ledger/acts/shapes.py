"""The shape of a type: its fields, the parts of a union, what is a list or a text."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    TypeGuard,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec


@cache
def hints_of(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Tell the type of each field of a struct, by the name it has in a file."""
    hints = get_type_hints(struct, include_extras=True)
    return {
        field.encode_name: hints[field.name] for field in msgspec.structs.fields(struct)
    }


def is_list(annotation: Any) -> bool:
    """Tell whether a type is a list of something, which may be left out."""
    return all(get_origin(arm) is tuple for arm in arms_of(annotation))


def is_text(annotation: Any) -> bool:
    """Tell whether a type is a text and nothing else, which may be left out."""
    return all(arm is str for arm in arms_of(annotation))


def arms_of(annotation: Any) -> list[Any]:
    """List the parts of a union, or the one part there is; none for nothing."""
    plain = unwrap(annotation)
    is_union = get_origin(plain) in {Union, UnionType}
    arms = map(unwrap, get_args(plain)) if is_union else [plain]
    return [arm for arm in arms if arm is not NoneType]


def part_for(value: Any, annotation: Any) -> Any:
    """Choose the part of a union a value is meant for, by its shape."""
    plain = unwrap(annotation)
    if get_origin(plain) not in {Union, UnionType}:
        return plain
    arms = [unwrap(arm) for arm in get_args(plain)]
    for arm in arms:
        if isinstance(value, dict) and (is_struct(arm) or get_origin(arm) is dict):
            return arm
        if isinstance(value, list) and get_origin(arm) is tuple:
            return arm
    return plain


def meaning_of(annotation: Any) -> msgspec.Meta | None:
    """Tell what a field is called and means: of all its marks, that one has a title."""
    is_marked = get_origin(annotation) is Annotated
    marks = get_args(annotation)[1:] if is_marked else ()
    return next((mark for mark in marks if mark.title is not None), None)


def structs_in(annotation: Any) -> Iterator[type[msgspec.Struct]]:
    """List the structs a type is made of, and those these are made of."""
    plain = unwrap(annotation)
    if is_struct(plain):
        yield plain
    parts = hints_of(plain).values() if is_struct(plain) else get_args(plain)
    for part in parts:
        yield from structs_in(part)


def unwrap(annotation: Any) -> Any:
    """Take off what is marked on a type."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def is_struct(annotation: Any) -> TypeGuard[type[msgspec.Struct]]:
    """Tell whether a type is one of ours, with fields."""
    return isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)

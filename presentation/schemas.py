"""The JSON Schema of an answer, made from the structs that answer.

Every field is there, and no other; what may be nothing says so. Where an answer holds
what depends on a kind (a line of the register, an entry), each kind is described.
msgspec describes the leaves; it has no words for a union of structs without a tag,
which is what some answers are.
"""

from collections.abc import Callable, Mapping, Sequence
from types import UnionType
from typing import (
    Annotated,
    Any,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import msgspec

from ledger.acts.schema import DRAFT
from ledger.events.catalogue import EVENTS
from ledger.events.event import name_of
from presentation.journal import Row
from projections.changes.deeds import Deed, Fact
from projections.changes.differences import Change
from projections.changes.values import VALUES

Schema: TypeAlias = dict[str, Any]
_Described: TypeAlias = list[tuple[str, Any, bool]]
"""The fields of an object: the name in JSON, the type, whether it is always there."""


def schema_of(name: str, kind: Any, instead: Mapping[Any, Any] | None = None) -> Schema:
    """Describe a type of answer, under the name of what gives it.

    `instead` tells which type stands in the JSON for one that says too little.

    >>> schema_of("days", tuple[int, ...])["items"]
    {'type': 'integer'}
    """
    describing = _Describing(instead or {})
    described = describing.of(kind)
    return {
        "$schema": DRAFT,
        "title": f"smo-ledger: {name}",
        **described,
        "$defs": describing.definitions,
    }


class _Describing:
    """Describes types; each struct once, under the name of its module and its own."""

    def __init__(self, instead: Mapping[Any, Any]) -> None:
        self.definitions: dict[str, Schema] = {}
        self._instead = instead
        self._by_kind: dict[type, Callable[[], Schema]] = {
            Change: self._change,
            Deed: self._deed,
            Row: self._entry,
        }

    def of(self, kind: Any) -> Schema:
        """Describe a type."""
        kind = self._instead.get(kind, kind)
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated and not _is_leaf(parts[0]):
            return self.of(parts[0])
        if origin in {Union, UnionType}:
            some = [one for one in parts if one is not msgspec.UnsetType]
            described = [self.of(one) for one in some]
            return described[0] if len(described) == 1 else {"anyOf": described}
        if _is_list(origin):
            return {"type": "array", "items": self.of(parts[0])}
        if _is_mapping(origin):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if is_typeddict(kind) or _is_struct(kind):
            return self._named(kind)
        leaf: Schema = msgspec.json.schema(kind)
        return leaf

    def _named(self, kind: type) -> Schema:
        """Describe a struct once, and refer to it."""
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if name not in self.definitions:
            self.definitions[name] = {}  # it may hold itself
            make = self._by_kind.get(kind, lambda: self._object(_fields(kind)))
            said = (kind.__doc__ or "").partition("\n")[0]
            self.definitions[name] = {"description": said, **make()}
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, fields: _Described, **fixed: Schema) -> Schema:
        """Describe an object: its fields and no others, some as said here."""
        properties = {
            name: fixed.get(name) or self.of(kind) for name, kind, _ in fields
        }
        return {
            "type": "object",
            "properties": properties,
            "required": [name for name, _kind, is_there in fields if is_there],
            "additionalProperties": False,
        }

    # --------------------------------------------------------------- by kind
    def _change(self) -> Schema:
        """Describe a change of the register, by what it is about."""
        return {
            "anyOf": [
                self._object(
                    _fields(Change), what={"const": what}, before=side, after=side
                )
                for what, value in VALUES.items()
                for side in [{"anyOf": [self.of(value), {"type": "null"}]}]
            ]
        }

    def _deed(self) -> Schema:
        """Describe a decision in brief: its value is what moves dues, else nothing."""
        facts = [
            self._object([one for one in _fields(fact) if one[0] != "member"])
            for fact in get_args(Fact)
        ]
        return self._object(_fields(Deed), value={"anyOf": [*facts, {"type": "null"}]})

    def _entry(self) -> Schema:
        """Describe an entry of the log, by the kind of what it says."""
        return {
            "anyOf": [
                self._object(
                    _fields(Row), type={"const": name_of(event)}, data=self.of(event)
                )
                for event in EVENTS.values()
            ]
        }


def _fields(kind: type) -> _Described:
    if is_typeddict(kind):
        return [(name, said, True) for name, said in get_type_hints(kind).items()]
    leaves_out = kind.__struct_config__.omit_defaults  # type: ignore[attr-defined]
    return [
        (
            field.encode_name,
            field.type,
            field.required
            or not (leaves_out or msgspec.UnsetType in get_args(field.type)),
        )
        for field in msgspec.structs.fields(kind)
    ]


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _is_list(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Sequence)


def _is_mapping(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _is_leaf(kind: Any) -> bool:
    """Tell whether msgspec describes a type as well as we do."""
    return get_origin(kind) is None and not _is_struct(kind)

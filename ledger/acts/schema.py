"""The JSON Schema of the acts file, made from the types that decode it.

What people read in it, labels and meanings, is said in the language spoken.
"""

from typing import Any

import msgspec

from ledger.acts.checking import explained
from ledger.acts.shapes import hints_of, meaning_of, structs_in
from ledger.events.catalogue import DECISIONS, Decision
from ledger.events.registration import ActRegistered
from ledger.language import translate as _
from ledger.votes import ReportedVote

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def acts_schema() -> dict[str, Any]:
    """Describe a file of acts: a list, each with its fields, vote and decisions."""
    (act, vote, decision), definitions = msgspec.json.schema_components(
        [ActRegistered, ReportedVote, Decision]
    )
    for cls in structs_in(ActRegistered | ReportedVote | Decision):
        _explain(definitions[cls.__name__]["properties"], cls)
    described = definitions.pop(act["$ref"].rpartition("/")[2])
    described["title"] = "Act"
    described["properties"].pop("type")
    decisions = {"type": "array", "items": {"anyOf": decision["anyOf"]}}
    described["properties"] |= {"vote": vote, "decisions": decisions}
    described["required"] = ["act", "decisions"]
    for name, cls in DECISIONS.items():
        definitions[cls.__name__]["title"] = cls.KIND.label
        definitions[cls.__name__]["properties"]["type"] = {"const": name}
    return {
        "$schema": DRAFT,
        "title": "smo-ledger: a file of acts",
        "type": "array",
        "items": {"$ref": "#/$defs/Act"},
        "$defs": _shown({"Act": described, **definitions}),
    }


def _explain(properties: dict[str, Any], cls: type[msgspec.Struct]) -> None:
    """Tell of each field the form it expects too, where its meaning stands instead."""
    for name, hint in hints_of(cls).items():
        if meaning_of(hint) is not None:
            properties[name]["description"] = explained(hint)


def _shown(described: Any) -> Any:
    """Say labels and meanings in the language spoken.

    An amount may be written as a number too; it is read as a decimal anyway.
    """
    if isinstance(described, list):
        return [_shown(item) for item in described]
    if not isinstance(described, dict):
        return described
    if described.get("format") == "decimal":
        others = {key: value for key, value in described.items() if key != "format"}
        return _shown({**others, "type": ["string", "number"]})
    return {
        key: _(value)
        if key in {"title", "description"} and isinstance(value, str)
        else _shown(value)
        for key, value in described.items()
    }

"""The JSON Schema of the acts file, made from the types that decode it."""

from typing import Any

import msgspec

from ledger.events.catalogue import DECISIONS, Decision
from ledger.events.registration import ActRegistered
from ledger.votes import ReportedVote

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def acts_schema() -> dict[str, Any]:
    """Describe a file of acts: a list, each with its fields, vote and decisions."""
    (act, vote, decision), definitions = msgspec.json.schema_components(
        [ActRegistered, ReportedVote, Decision]
    )
    described = definitions.pop(act["$ref"].rpartition("/")[2])
    described["title"] = "Act"
    described["properties"].pop("type")
    decisions = {"type": "array", "items": {"anyOf": decision["anyOf"]}}
    described["properties"] |= {"vote": vote, "decisions": decisions}
    described["required"] = ["act", "decisions"]
    for name, cls in DECISIONS.items():
        definitions[cls.__name__]["properties"]["type"] = {"const": name}
    return {
        "$schema": DRAFT,
        "title": "smo-ledger: a file of acts",
        "type": "array",
        "items": {"$ref": "#/$defs/Act"},
        "$defs": _with_amounts({"Act": described, **definitions}),
    }


def _with_amounts(described: Any) -> Any:
    """Let an amount be written as a number too; it is read as a decimal anyway."""
    if isinstance(described, list):
        return [_with_amounts(item) for item in described]
    if not isinstance(described, dict):
        return described
    if described.get("format") == "decimal":
        return {"type": ["string", "number"]}
    return {key: _with_amounts(value) for key, value in described.items()}

"""Write the register as Popolo and read it back: valid, with nothing dangling."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema

from commands.demonstrate import example_files
from exports.popolo import popolo
from ledger.acts.reading import read_acts
from presentation.texts import as_json
from projections.timelines.world import World, world_of
from tests.shell import ROOT
from tests.spec import entries_of

SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "popolo.schema.json").read_text(encoding="utf-8")
)
AT = date(2026, 1, 31)
Document = dict[str, Any]


def document(world: World, at: date = AT) -> Document:
    """Write the document and read it back, valid and with nothing dangling."""
    text = as_json(popolo(world, at))
    assert as_json(popolo(world, at)) == text
    found: Document = json.loads(text)
    jsonschema.validate(found, SCHEMA)
    check_references(found)
    return found


def check_references(found: Document) -> None:
    """Find whatever is spoken of, and each id once."""
    ids: dict[str, set[str]] = {}
    for kind, things in found.items():
        if isinstance(things, list):
            listed = [thing["id"] for thing in things]
            ids[kind] = set(listed)
            assert len(listed) == len(ids[kind]), kind
    known = {
        "organization_id": "organizations",
        "on_behalf_of_id": "organizations",
        "parent_id": "organizations",
        "post_id": "posts",
        "person_id": "persons",
        "voter_id": "persons",
        "motion_id": "motions",
        "legislative_session_id": "events",
    }
    for things in found.values():
        for thing in things if isinstance(things, list) else ():
            for one in (thing, *thing.get("votes", ())):
                for field in one.keys() & known.keys():
                    assert one[field] in ids[known[field]], (field, one)
            if "member" in thing:
                assert thing["member"]["id"] in ids["organizations"]


def on(found: Document, day: date) -> list[Document]:
    """List the memberships on a day."""
    return [
        one
        for one in found["memberships"]
        if one["start_date"] <= str(day) <= one.get("end_date", "9999")
    ]


def world_of_acts(acts: list[dict[str, Any]]) -> World:
    """Derive what holds from acts as a file has them."""
    entries = entries_of(acts)
    return world_of(entries, position=len(entries))


def examples_world() -> World:
    """Read the real acts and the fictional ones, with the annulment."""
    files = example_files(ROOT / "examples")
    return world_of_acts([act for file in files for act in read_acts(file)])

"""The demonstration recorded in two steps: all but one ruling, then the ruling."""

import json
from pathlib import Path

from commands.demonstrate import example_files
from ledger.acts.reading import read_acts
from tests.shell import ROOT, done

RULING = "tribunal-administratif-de-lille/fictif-2026-077"


def record_demo_then_ruling(place: Path) -> None:
    """Record the examples, and last of all the annulment of an adhesion."""
    acts = [act for file in example_files(ROOT / "examples") for act in read_acts(file)]
    for name, chosen in (
        ("before", [act for act in acts if act["act"] != RULING]),
        ("ruling", [act for act in acts if act["act"] == RULING]),
    ):
        file = place.with_name(f"{name}.json")
        file.write_text(json.dumps(chosen))
        done("--ledger", place, "import", file)

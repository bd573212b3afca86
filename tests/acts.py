"""Acts as a file holds them: plain texts, lists and mappings. All names are invented.

Ids of the founders are the real ones; every person, date and number is fictional.
"""

import json
from pathlib import Path
from typing import Any

import yaml

Plain = dict[str, Any]

TODAY = "2026-01-31"


def act(reference: str, *decisions: Plain, **fields: Any) -> Plain:
    """Write an act."""
    return {"act": reference, **fields, "decisions": list(decisions)}


def decision(name: str, /, **fields: Any) -> Plain:
    """Write a decision; `from_` stands for the field `from`."""
    if "from_" in fields:
        fields["from"] = fields.pop("from_")
    return {"type": name, **fields}


def institution(member: str) -> Plain:
    """Write a commune that does not exist, with an id."""
    return {"id": member, "name": f"Commune fictive {member}", "kind": "commune"}


def joining(member: str, *decisions: Plain, **fields: Any) -> Plain:
    """Write a request to join, by which a commune becomes known."""
    asked = decision(
        "adhesion-requested",
        applicant={"name": f"Commune fictive {member}", "kind": "commune"},
        competences=["numerique-educatif"],
    )
    return act(f"{member}/2024-1", asked, *decisions, **fields)


def rules() -> Plain:
    """Write rules of the statutes that name every field."""
    colleges = "departmental-colleges"
    department = {"code": "59", "name": "Nord", "founder": "nord", "college": "c-nord"}
    majorities = dict.fromkeys(("adhesion", "withdrawal", "ordinary"), "2/3 of votes")
    counts = ("direct_seats_up_to", "communal_college_seats", "proxies_each")
    days = ("notice_days", "second_call_days", "vacancy_months", "vice_presidents")
    return {
        "competences": [{"id": "ent", "article": "4.2", "label": "Usages"}],
        "seats": {"nord": "5"},
        "departments": [department],
        "departmental_colleges": {"members_each": "2", "seats_each": "2"},
        "two_and_two_at_four": colleges,
        "colleges_survive_departures": "true",
        "majorities": {**majorities, "statutes": "2/3 of members"},
        "applicant_department_weight": "3",
        "quorum": "1/2",
        "shares": {"ent": {"nord": "12.5", "region": "87.5"}},
        **dict.fromkeys((*counts, *days), "4"),
    }


def write(path: Path, acts: list[Plain]) -> Path:
    """Write a file of acts, YAML or JSON by its suffix."""
    if path.suffix == ".json":
        text = json.dumps(acts, ensure_ascii=False, indent=1)
    else:
        text = yaml.safe_dump(acts, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path

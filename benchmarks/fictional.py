"""Fictional acts, always the same: communes that ask to join, and their approvals.

No commune, person or number here exists. Each request is of the size of the real ones
in `examples/real/`, and the committee's approval follows it: two acts, eight entries.

Usage: fictional.py COUNT FILE.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stdnum import luhn

FIRST_DAY = date(2020, 1, 6)
DAYS = 1_500
POPULATIONS = (412, 1_207, 2_964, 3_499, 3_500, 8_150, 18_582)

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w’/.-]*( [\w’/.-]+)*")


def acts(count: int) -> list[dict[str, Any]]:
    """List acts as an acts file holds them: a request, then its approval, and so on."""
    made: list[dict[str, Any]] = []
    for number in range(1, count // 2 + 1):
        made += [_request(number), _approval(number)]
    return made


def write_acts(path: Path, made: list[dict[str, Any]]) -> None:
    """Write acts to a file, JSON or YAML by its suffix."""
    if path.suffix == ".json":
        text = json.dumps(made, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(line for act in made for line in _item(act, ""))
    path.write_text(f"{text}\n", encoding="utf-8")


def _request(number: int) -> dict[str, Any]:
    """A commune's assembly asks to join, designates a delegate, counts its pupils."""
    adopted_on = FIRST_DAY + timedelta(days=number % DAYS)
    sent_on = adopted_on + timedelta(days=3)
    return {
        "act": f"commune-fictive-{number:05}/{adopted_on.year}-{number % 40 + 1}",
        "matter": "5.7",
        "title": "Adhésion au syndicat mixte pour le numérique éducatif",
        "convened_on": str(adopted_on - timedelta(days=6)),
        "adopted_on": str(adopted_on),
        "sent_on": str(sent_on),
        "received_on": str(sent_on),
        "published": [{"on": str(sent_on), "mode": "web"}],
        "vote": {"for": 15 + number % 9, "against": number % 3, "abstentions": 1},
        "source": f"{number:05}_deliberation.txt",
        "note": "Acte fictif, aussi long qu’un vrai : la délibération vise les "
        "conditions de 2023 sans les approuver ; la date d’affichage est restée vide.",
        "decisions": [
            {
                "type": "adhesion-requested",
                "applicant": _applicant(number),
                "competences": ["numerique-educatif"],
                "effect": "on-executory",
                "approves_statutes": "2022-01-19",
                "cites_conditions": "2023-18",
            },
            {
                "type": "delegate-designated",
                "person": f"Hélène Fictive-{number:05}",
            },
            {
                "type": "pupils-counted",
                "school_year": "2023-2024",
                "pupils": 40 + number % 1_000,
                "schools": 1 + number % 7,
            },
        ],
    }


def _approval(number: int) -> dict[str, Any]:
    """The committee approves a commune's request, five weeks later."""
    adopted_on = FIRST_DAY + timedelta(days=number % DAYS + 35)
    return {
        "act": f"comite-syndical/{adopted_on.year}-{number:05}",
        "matter": "5.7",
        "title": f"Adhésion de la commune fictive {number:05}",
        "convened_on": str(adopted_on - timedelta(days=10)),
        "adopted_on": str(adopted_on),
        "sent_on": str(adopted_on + timedelta(days=1)),
        "received_on": str(adopted_on + timedelta(days=1)),
        "published": [{"on": str(adopted_on + timedelta(days=2)), "mode": "web"}],
        "vote": "unanimous",
        "source": f"{number:05}_comite.txt",
        "decisions": [
            {
                "type": "adhesion-approved",
                "member": f"commune-fictive-{number:05}",
                "competences": ["numerique-educatif"],
            }
        ],
    }


def _applicant(number: int) -> dict[str, Any]:
    siren = f"000{number:05}"
    return {
        "name": f"Commune fictive {number:05}",
        "kind": "commune",
        "department": "59" if number % 2 else "62",
        "insee": f"99{number % 1_000:03}",
        "siren": siren + luhn.calc_check_digit(siren),
        "population": POPULATIONS[number % len(POPULATIONS)],
    }


# ------------------------------------------------------------------- YAML
def _item(value: Any, indent: str) -> Iterator[str]:
    """Write one item of a list, its first line after the dash."""
    lines = _lines(value, f"{indent}  ")
    first = next(lines)
    yield f"{indent}- {first.lstrip()}"
    yield from lines


def _lines(value: Any, indent: str) -> Iterator[str]:
    """Write a value in lines, as a person indents them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield f"{indent}{key}:"
                yield from _lines(inner, f"{indent}  ")
            else:
                yield f"{indent}{key}: {_scalar(inner)}"
    elif isinstance(value, list):
        for inner in value:
            yield from _item(inner, indent)
    else:
        yield f"{indent}{_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


if __name__ == "__main__":
    write_acts(Path(sys.argv[2]), acts(int(sys.argv[1])))

"""Write acts about sessions: called, attended, voted at. Every person is fictional.

The committee has its twenty founders' delegates: `region-1` to `region-10`, `nord-1` to
`nord-5` and `pdc-1` to `pdc-5`; the Region's first is president.
"""

from typing import Any

from ledger.acts.act import Act
from tests.history import COMMITTEE, SECRETARIAT, act, complete
from tests.seat_acts import (
    NORD,
    PAS_DE_CALAIS,
    REGION,
    designates,
    elects_officer,
    founded,
)

REGIONS = [f"region-{n}" for n in range(1, 11)]
NORDS = [f"nord-{n}" for n in range(1, 6)]
PDCS = [f"pdc-{n}" for n in range(1, 6)]
EVERYBODY = [*REGIONS, *NORDS, *PDCS]
PRESIDENT = "region-1"
HELD = "2022-06-16"
SESSION = f"{COMMITTEE}/{HELD}"


def seated_committee() -> list[Act]:
    """Seat the twenty delegates of the founders, and a president."""
    delegates = [
        *((REGION, one) for one in REGIONS),
        *((NORD, one) for one in NORDS),
        *((PAS_DE_CALAIS, one) for one in PDCS),
    ]
    return [
        *founded(),
        *(designates(member, one, "2019-01-02") for member, one in delegates),
        elects_officer("president", PRESIDENT, "2019-02-01"),
    ]


def convened(held_on: str = HELD, sent_on: str = "2022-06-08", **said: Any) -> Act:
    """Call the committee to meet."""
    irregular = said.pop("irregular", ())
    decision = {
        "type": "session-convened",
        "session": f"{COMMITTEE}/{held_on}",
        "body": COMMITTEE,
        "sent_on": sent_on,
        "held_on": held_on,
    }
    return act(
        f"president/convocation-{held_on}",
        decision | said,
        adopted_on=sent_on,
        irregular=[*irregular],
    )


def attended(present: list[str], held_on: str = HELD, **said: Any) -> Act:
    """Record who was there."""
    decision = {
        "type": "attendance-recorded",
        "session": f"{COMMITTEE}/{held_on}",
        "present": present,
    }
    return act(f"{SECRETARIAT}/presence-{held_on}", decision | said)


def votes(
    number: str, *decisions: dict[str, Any], held_on: str = HELD, **fields: Any
) -> Act:
    """Let the committee adopt an act at a session; `vote` and others are the act's."""
    dates = complete(held_on)
    session = {"session": f"{COMMITTEE}/{held_on}"}
    return act(f"{COMMITTEE}/{number}", *decisions, **dates | session | fields)


def matter(subject: str = "Rapport d’activité") -> dict[str, Any]:
    """Decide anything."""
    return {"type": "matter-decided", "subject": subject}

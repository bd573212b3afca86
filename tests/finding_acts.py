"""Write acts with something amiss, and ask what `smo check` finds in them.

Every person, price and commune is fictional.
"""

from datetime import date
from typing import Any

from ledger.acts.act import Act
from ledger.shipped import shipped_articles
from projections.findings.check import check
from projections.findings.finding import Told
from tests.history import (
    COMMITTEE,
    ENT,
    SIREN,
    History,
    act,
    complete,
    institution,
)

OLD, NEW = "2019-12", "2023-18"
AT = "2026-01-31"


# ------------------------------------------------------------------- acts
def conditions(version: str, on: str, competence: str = ENT) -> Act:
    """Let a version of the conditions enter into force that day."""
    adopted = {"type": "conditions-adopted", "competence": competence}
    number = f"conditions-{version}"
    articles = dict(shipped_articles(SIREN, "conditions", version))
    said = adopted | {"version": version, "articles": articles}
    return act(f"{COMMITTEE}/{number}", said, **complete(on))


BOTH = (conditions(OLD, "2019-06-26"), conditions(NEW, "2023-06-15"))
"""The two versions of the conditions, each in force on its adoption."""


def asks_to_join(member: str, on: str | None, *others: Any, **said: Any) -> Act:
    """Let a commune ask to join, perfectly in 2024 but for what is said otherwise."""
    decision = {
        "type": "adhesion-requested",
        "applicant": institution(member),
        "competences": [ENT],
        "effect": "on-executory",
        "approves_conditions": NEW,
    } | said
    kept = {name: value for name, value in decision.items() if value is not None}
    dates = {} if on is None else complete(on)
    return act(f"{member}/adhesion", kept, *(others or [delegate(member)]), **dates)


def delegate(member: str) -> dict[str, Any]:
    """Write the designation of somebody of whom nothing else is known."""
    return {"type": "delegate-designated", "person": f"d-{member}"}


def quotes(*lines: dict[str, Any]) -> dict[str, Any]:
    """Write prices that are quoted."""
    return {"type": "price-quoted", "lines": [*lines]}


def pupils(school_year: str, count: int) -> dict[str, Any]:
    """Write a head-count that stands in another act."""
    return {"type": "pupils-counted", "school_year": school_year, "pupils": count}


def convenes(session: str, on: str, body: str = COMMITTEE, **said: Any) -> Act:
    """Let a body be called to meet."""
    called = {"type": "session-convened", "session": session, "body": body}
    dates = {"sent_on": on, "held_on": on}
    number = session.replace("/", "-")
    return act(f"secretariat/{number}", called | dates | said, adopted_on=on)


def attended(session: str, *present: str, **said: Any) -> Act:
    """Let an attendance sheet be recorded."""
    sheet = {"type": "attendance-recorded", "session": session, "present": [*present]}
    number = session.replace("/", "-")
    return act(f"secretariat/presence-{number}", sheet | said)


# ------------------------------------------------------------------- answers
def told(history: History, *rules: str, at: str = AT) -> list[Told]:
    """List the findings of a day, all or those of some rules."""
    found = check(history.world(), date.fromisoformat(at)).findings
    return [one for one in found if not rules or one.rule in rules]


def found(history: History, *rules: str, at: str = AT) -> list[str]:
    """List the findings of a day as `rule act`, of all rules or of some."""
    return [f"{one.rule} {one.act or '-'}" for one in told(history, *rules, at=at)]


def only(history: History, *rules: str, at: str = AT) -> Told:
    """Give the one finding there is."""
    [one] = told(history, *rules, at=at)
    return one

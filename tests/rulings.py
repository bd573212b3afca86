"""Write what becomes of an act: courts suspend and annul it, its author repeals."""

from typing import Any

from ledger.acts.act import Act
from tests.history import (
    act,
    complete,
    joins,
)

COURT = "tribunal-administratif-de-lille"
APPEAL = "cour-administrative-d-appel-de-douai"
JOINED, LATER, PAUSED, RESUMED = "2020-03-02", "2021-05-03", "2022-01-10", "2023-04-03"
AVELIN = joins("avelin", on=JOINED)
APPROVAL = AVELIN[1].reference


def ruling(what: str, target: str, number: int = 1, **said: Any) -> Act:
    """Let a court rule."""
    decision = {"type": what, "target": target} | said
    return act(f"{COURT}/{number}", decision, adopted_on="2025-01-06")


def suspended(target: str, from_: str = PAUSED, **said: Any) -> Act:
    """Let a court suspend an act, or what is numbered of it."""
    return ruling("act-suspended", target, 1, **{"from": from_}, **said)


def lifted(target: str, from_: str = RESUMED) -> Act:
    """Let a court lift a suspension."""
    return ruling("suspension-lifted", target, 2, **{"from": from_})


def paused(target: str) -> list[Act]:
    """Let a court suspend an act, and lift it later."""
    return [suspended(target), lifted(target)]


def annulled_from(target: str, from_: str = PAUSED, **said: Any) -> Act:
    """Let a court annul an act from a day only."""
    return ruling("act-annulled", target, 1, **{"from": from_}, **said)


def overturned(number: int) -> Act:
    """Let a higher court void a ruling."""
    decision = {"type": "ruling-overturned", "target": f"{COURT}/{number}"}
    return act(f"{APPEAL}/{number}", decision, adopted_on="2025-06-02")


def repealed(target: str, on: str, **said: Any) -> Act:
    """Let its author end an act for the future."""
    author = target.partition("/")[0]
    dates = said.pop("dates", complete(on))
    decision = {"type": "act-repealed", "target": target} | said
    return act(f"{author}/abroge-{on}", decision, **dates)

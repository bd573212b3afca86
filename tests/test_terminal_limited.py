"""An adhesion annulled from a day on, or suspended: asked at the terminal.

Before the day the first world holds, after it what never was; once a suspension is
lifted, the first world again. Only the interruption itself may tell them apart.
"""

from typing import Any

import pytest

from tests.corrected_demo import (
    COURT,
    LIFTING,
    Demonstration,
    Question,
    answer,
    once_annulled,
    ruling,
)

MAUBEUGE = "comite-syndical/fictif-2020-5"
SINCE, UNTIL = "2024-05-06", "2025-02-03"
BEFORE = ("2021-05-31", "2022-06-30", "2024-05-05")
MEANWHILE = (SINCE, "2025-02-02")
AFTER = (UNTIL, "2025-09-30", "2026-11-20")
BODIES = ("committee", "nord", "communal")
ALWAYS = ("--in", "2019-01-01..2026-11-20")


def asked_on(day: str) -> list[Question]:
    """List what is asked on a day that tells no other time than that day's."""
    asked = [("annex", "1"), ("annex", "2"), *(("roster", body) for body in BODIES)]
    return [(*one, "--at", day) for one in asked]


def lines_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    key = next(key for key in ("members", "transfers", "seats") if key in found)
    lines: list[dict[str, Any]] = found[key]
    return lines


def cut_by(found: dict[str, Any], by: str) -> list[dict[str, Any]]:
    """Find the lines that name a ruling."""
    return [line for line in lines_of(found) if by in line["because"]]


def without_seam(
    found: dict[str, Any], first: dict[str, Any], by: str, field: str
) -> dict[str, Any]:
    """Write an answer as in the first world, where a ruling cut a time of Maubeuge."""
    lines = []
    for line in lines_of(found):
        alike = (one for one in lines_of(first) if _who(one) == _who(line))
        was = next(alike) if by in line["because"] else line
        named = "from" if field == "since" and "from" in line else field
        kept = [act for act in line["because"] if act != by]
        assert {*kept} <= {*was["because"]}, "what ended it later may be named besides"
        lines.append(line | {named: was[named], "because": was["because"]})
    key = next(key for key in found if found[key] is lines_of(found))
    return found | {key: lines}


def _who(line: dict[str, Any]) -> tuple[Any, ...]:
    return line["member"], line.get("person"), line.get("competence")


def ends_of(lines: list[dict[str, Any]], *fields: str) -> set[tuple[str, Any]]:
    return {
        (line["member"], next(line[field] for field in fields if field in line))
        for line in lines
    }


def of_without(never: dict[str, Any], until: str | None) -> dict[str, Any]:
    """Write what a ledger without the act says, where the seat fell empty since."""
    if "vacancies" not in never:
        return never
    vacant = [
        one if one["member"] else one | {"from": SINCE, "until": until or one["until"]}
        for one in never["vacancies"]
    ]
    return never | {"vacancies": vacant}


@pytest.mark.parametrize("kind", ["deferred", "suspended"])
def test_in_force_before_the_day_and_as_if_never_after_it(
    demo: Demonstration, kind: str
) -> None:
    acts = [ruling("act-annulled", MAUBEUGE, from_=SINCE)]
    if kind == "suspended":
        lifted = ruling("suspension-lifted", MAUBEUGE, LIFTING, from_=UNTIL)
        acts = [ruling("act-suspended", MAUBEUGE, from_=SINCE), lifted]
    place, never = demo.corrected(*acts), demo.lacking(MAUBEUGE)
    cut = 0
    for question in [one for day in BEFORE for one in asked_on(day)]:
        found, first = answer(place, *question), answer(demo.place, *question)
        ended = cut_by(found, COURT)
        assert ends_of(ended, "until") <= {("ca-maubeuge-val-de-sambre", SINCE)}
        assert without_seam(found, first, COURT, "until") == first, question
        cut += len(ended)
    assert cut == 2 + 4 + 4, "both annexes; since 2022 a college, the committee"
    back = UNTIL if kind == "suspended" else None
    later = AFTER[:2] if kind == "deferred" else ()
    for question in [one for day in (*MEANWHILE, *later) for one in asked_on(day)]:
        without = of_without(answer(never, *question), back)
        assert answer(place, *question) == without, question


def test_once_lifted_the_first_world_returns_and_only_since_tells_the_interruption(
    demo: Demonstration,
) -> None:
    place = demo.corrected(
        ruling("act-suspended", MAUBEUGE, from_=SINCE),
        ruling("suspension-lifted", MAUBEUGE, LIFTING, from_=UNTIL),
    )
    resumed = 0
    for question in [one for day in AFTER for one in asked_on(day)]:
        found, first = answer(place, *question), answer(demo.place, *question)
        began = cut_by(found, LIFTING)
        member = ("ca-maubeuge-val-de-sambre", UNTIL)
        assert ends_of(began, "since", "from") <= {member}
        assert without_seam(found, first, LIFTING, "since") == first, question
        resumed += len(began)
    assert resumed == len(AFTER) * 4 - 1, "in 2026 the college elected anew"
    told = answer(place, "member", "ca-maubeuge-val-de-sambre", *ALWAYS)
    for key in ("membership", "transfers", "delegates"):
        times = [(one["from"], one["until"]) for one in told[key]]
        assert times == [("2020-12-15", SINCE), (UNTIL, None)]


@pytest.mark.parametrize("year", ["2023", "2024", "2025"])
def test_a_year_is_owed_if_the_adhesion_was_in_force_on_a_day_of_it(
    demo: Demonstration, year: str
) -> None:
    asked = ("contributions", year, "--at", f"{year}-12-31")
    first, never = answer(demo.place, *asked), answer(demo.lacking(MAUBEUGE), *asked)
    never = once_annulled(never, "ca-maubeuge-val-de-sambre")
    assert first != never
    annulled = demo.corrected(ruling("act-annulled", MAUBEUGE, from_=SINCE))
    assert answer(annulled, *asked) == (never if year == "2025" else first)
    suspended = ruling("act-suspended", MAUBEUGE, from_=SINCE)
    lifted = ruling("suspension-lifted", MAUBEUGE, LIFTING, from_=UNTIL)
    assert answer(demo.corrected(suspended), *asked) == (
        never if year == "2025" else first
    )
    assert answer(demo.corrected(suspended, lifted), *asked) == first

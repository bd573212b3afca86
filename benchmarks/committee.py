"""How long does it take to record a vote, in a small ledger and in a large one?

Both ledgers hold the same syndicate: its founders, 76 members, the representatives they
elected, a session and who attended it, some 500 entries. The large one also holds what
years of bookkeeping add: calls, payments, services, counts. All of it is invented.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from commands.candidates import gather_acts
from commands.recording import record
from ledger.acts.problems import Found, Problem
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder

TODAY = date(2026, 1, 1)
MEMBERS = 76
SEATS = {
    "region-hauts-de-france": 10,
    "departement-du-nord": 5,
    "departement-du-pas-de-calais": 5,
}
COLLEGES = {"59": "college-nord", "62": "college-pas-de-calais"}
SESSION = "comite-syndical/2025-06-12"
NAMED = {"executory_basis": "certified"}

Act = dict[str, Any]


class Votes(msgspec.Struct):
    """The seconds to record one act with a vote by name, of each ledger; the ratio."""

    small_entries: int
    large_entries: int
    small: float
    large: float
    ratio: float


def measure(folder: Path, entries: int, rounds: int) -> Votes:
    """Record an act in the small ledger, then in the large one, again and again."""
    small, large = _ledger(folder / "small.db"), _ledger(folder / "large.db")
    _record(large, [*_bookkeeping(entries - large.head())])
    sizes = small.head(), large.head()
    pairs = [
        (_seconds(small, [_voted(number)]), _seconds(large, [_voted(number)]))
        for number in range(rounds + 1)
    ][1:]  # the first only warms up
    return Votes(
        *sizes,
        small=median(pair[0] for pair in pairs),
        large=median(pair[1] for pair in pairs),
        ratio=median(pair[1] / pair[0] for pair in pairs),
    )


def _ledger(place: Path) -> SQLRecorder:
    recorder = SQLRecorder(create_ledger(str(place)), author="benchmark")
    _record(recorder, [*_syndicate()])
    return recorder


def _seconds(recorder: SQLRecorder, acts: list[Act]) -> float:
    started = time.perf_counter()
    _record(recorder, acts)
    return time.perf_counter() - started


def _record(recorder: SQLRecorder, acts: list[Act]) -> None:
    record(gather_acts(acts, Path("acts"), place=_placed), recorder, today=TODAY)


def _placed(_file: Path, found: Iterable[Found]) -> list[Problem]:
    return [Problem("", each.error) for each in found]


# ------------------------------------------------------------------- the syndicate
def _act(reference: str, on: str, *decisions: Act, **fields: Any) -> Act:
    dates = {"adopted_on": on, "executory_on": on, **NAMED}
    return {"act": reference, **dates, **fields, "decisions": [*decisions]}


def _syndicate() -> Iterator[Act]:
    yield _act("prefecture-du-nord/1", "2020-01-01", _creation())
    yield _act("comite-syndical/statuts", "2020-01-02", _statutes())
    for founder, seats in SEATS.items():
        persons = [f"{founder} {number}" for number in range(seats)]
        designated = [_designated(person) for person in persons]
        yield _act(f"{founder}/delegues", "2020-01-02", *designated)
    for number in range(MEMBERS):
        yield from _joining(number)
    for code, college in COLLEGES.items():
        elected = [
            {"type": "representative-elected", "person": _delegate(number)}
            for number in _representatives(code)
        ]
        yield _act(f"{college}/election", "2020-06-01", *elected)
    office = {"type": "officer-elected", "office": "president"}
    president = office | {"person": "region-hauts-de-france 0"}
    yield _act("comite-syndical/presidence", "2020-06-02", president)
    convened = {"type": "session-convened", "session": SESSION, "sent_on": "2025-06-02"}
    convened |= {"body": "comite-syndical", "held_on": "2025-06-12"}
    present = {"type": "attendance-recorded", "session": SESSION, "present": _voters()}
    yield _act("secretariat/convocation", "2025-06-02", convened)
    yield _act("secretariat/presence", "2025-06-13", present)


def _creation() -> Act:
    kinds = ("region", "departement", "departement")
    departments: tuple[Act, ...] = ({}, {"department": "59"}, {"department": "62"})
    founders = [
        {"institution": {"id": one, "name": one, "kind": kind} | department}
        for one, kind, department in zip(SEATS, kinds, departments, strict=True)
    ]
    return {"type": "syndicate-created", "name": "Fictif", "founders": founders}


def _statutes() -> Act:
    departments = [
        {"code": code, "name": code, "founder": founder, "college": COLLEGES[code]}
        for code, founder in zip(COLLEGES, [*SEATS][1:], strict=True)
    ]
    rules = {
        "competences": [{"id": "numerique-educatif", "article": "4.2", "label": "ENT"}],
        "seats": {founder: str(seats) for founder, seats in SEATS.items()},
        "departments": departments,
        "direct_seats_up_to": "4",
        "communal_college_seats": "4",
        "departmental_colleges": {"members_each": "2", "seats_each": "2"},
        "two_and_two_at_four": "departmental-colleges",
        "colleges_survive_departures": "true",
        "majorities": {
            "adhesion": "2/3 of votes",
            "withdrawal": "2/3 of votes",
            "statutes": "2/3 of members",
            "ordinary": "1/2 of votes",
        },
        "applicant_department_weight": "3",
        "quorum": "1/2",
        "proxies_each": "1",
        "notice_days": "5",
        "second_call_days": "3",
        "vacancy_months": "1",
        "vice_presidents": "2",
        "shares": {},
    }
    return {"type": "statutes-adopted", "version": "1", "rules": rules}


def _joining(number: int) -> Iterator[Act]:
    member, on = _member(number), str(date(2020, 2, 3) + timedelta(days=number))
    common = {"competences": ["numerique-educatif"]}
    department = {"department": "59" if number % 2 else "62"}
    applicant = {"name": member, "kind": "commune", "population": 900} | department
    asked = {"type": "adhesion-requested", "applicant": applicant} | common
    yield _act(
        f"{member}/1", on, asked, _designated(_delegate(number)), vote="unanimous"
    )
    agreed = {"type": "adhesion-approved", "member": member} | common
    yield _act(f"comite-syndical/{member}", on, agreed)


def _designated(person: str) -> Act:
    return {"type": "delegate-designated", "person": person}


def _member(number: int) -> str:
    return f"commune-fictive-{number:02}"


def _delegate(number: int) -> str:
    return f"Déléguée Fictive {number:02}"


def _representatives(code: str) -> list[int]:
    return [1, 3] if code == "59" else [0, 2]


def _voters() -> list[str]:
    founders = SEATS.items()
    named = [f"{one} {number}" for one, seats in founders for number in range(seats)]
    return named + [_delegate(number) for number in range(4)]


def _voted(number: int) -> Act:
    """An act of the committee, voted by name at the session."""
    first, *others = _voters()
    vote = {"question": "ordinary", "for": [first, *others[3:]], "against": others[:3]}
    return _act(
        f"comite-syndical/motion-{number}",
        "2025-06-12",
        {"type": "matter-decided", "subject": "Motion"},
        session=SESSION,
        vote=vote | {"outcome": "adopted"},
    )


def _bookkeeping(entries: int) -> Iterator[Act]:
    """Write calls, payments, services and counts: two entries an act, so many."""
    for number in range(entries // 2):
        member, year = _member(number % MEMBERS), 2020 + number % 6
        said: tuple[Act, ...] = (
            {"type": "contribution-called", "year": str(year), "amount": "120.50"},
            {"type": "payment-received", "year": str(year), "amount": "120.50"}
            | {"on": "2025-05-20"},
            {"type": "service-delivered", "line": "audit", "on": "2025-03-11"},
            {"type": "pupils-counted", "school_year": "2024-2025", "pupils": "210"},
        )
        decision = said[number % len(said)] | {"member": member}
        yield _act(f"secretariat/{number}", "2025-06-01", decision)

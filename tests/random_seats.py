"""Random histories of seats: who joins, designates, resigns, is renewed, is elected.

All within half a year of 2021. Acts are dicts as in an acts file; after the creation
and the first statutes they are recorded in no order. Every name is invented.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Act = dict[str, Any]

FIRST = date(2021, 1, 1)
LAST = 180
COMMITTEE = "comite-syndical"
FOUNDERS = {"region-fictive": 2, "nord-fictif": 2, "pas-fictif": 1}
MEMBERS = {
    **dict.fromkeys(("avelin", "beuvry", "carvin", "deulemont", "ennetieres"), "59"),
    **dict.fromkeys(("xaffevillers", "ypreville", "zuydcoote"), "62"),
}
COLLEGES = ["college-communal", "college-nord", "college-pas"]
DAYS = st.integers(0, (LAST - 20) // 5).map(lambda fives: 5 * fives)
SWITCHES = {
    "two_and_two_at_four": st.sampled_from(["departmental-colleges", "direct-seats"]),
    "colleges_survive_departures": st.sampled_from(["true", "true", "false"]),
}
NUMBERS = {
    "direct_seats_up_to": st.sampled_from(["4", "4", "2"]),
    "communal_college_seats": st.sampled_from(["4", "2"]),
    "vice_presidents": st.sampled_from(["2", "1"]),
}


def day_text(number: int) -> str:
    """Write a day of that year."""
    return str(FIRST + timedelta(days=number))


def certified(adopted: int, late: int = 0) -> Act:
    """Say when an act was adopted, and certified executory."""
    dates = {"adopted_on": day_text(adopted), "executory_on": day_text(adopted + late)}
    return dates | {"executory_basis": "certified"}


def said_by(author: str, dates: Act, *decisions: Act) -> Act:
    """Write an act; it is named when all are drawn."""
    return {"act": author, **dates, "decisions": [*decisions]}


@st.composite
def foundations(draw: st.DrawFn) -> list[Act]:
    """Draw the creation and the first statutes, of the first day."""
    founders = [
        {"institution": {"id": one, "name": one, "kind": "region"}} for one in FOUNDERS
    ]
    created = {"type": "syndicate-created", "name": "Fictif", "founders": founders}
    sides = draw(st.sampled_from(["2", "1"]))
    rules: Act = {
        "seats": {founder: str(seats) for founder, seats in FOUNDERS.items()},
        "departments": [
            {
                "code": "59",
                "name": "N",
                "founder": "nord-fictif",
                "college": COLLEGES[1],
            },
            {
                "code": "62",
                "name": "P",
                "founder": "pas-fictif",
                "college": COLLEGES[2],
            },
        ],
        "departmental_colleges": {"members_each": "2", "seats_each": sides},
        "vacancy_months": "1",
    }
    rules |= {name: draw(values) for name, values in (SWITCHES | NUMBERS).items()}
    adopted = {"type": "statutes-adopted", "version": "1", "rules": rules}
    return [
        said_by("prefecture-du-nord", {"adopted_on": day_text(0)}, created),
        said_by(COMMITTEE, certified(0), adopted),
    ]


@st.composite
def versions(draw: st.DrawFn) -> Act:
    """Draw a later version of the statutes, which replaces some numbers."""
    named = draw(st.lists(st.sampled_from([*NUMBERS, *SWITCHES]), unique=True))
    rules: Act = {name: draw((NUMBERS | SWITCHES)[name]) for name in named}
    adopted = {"type": "statutes-adopted", "version": "2", "rules": rules}
    return said_by(COMMITTEE, certified(draw(st.integers(20, 140))), adopted)


@st.composite
def tenures(draw: st.DrawFn, member: str) -> list[Act]:
    """Draw how a commune joins, perhaps leaves, perhaps joins again."""
    begins = [draw(st.sampled_from([10, 10, 20, 30, 60]))]
    begins.append(begins[0] + draw(st.integers(30, 90)))
    begins.append(begins[1] + draw(st.integers(0, 20)))
    steps, acts = draw(st.sampled_from([1, 1, 1, 1, 2, 3])), []
    applicant = {"name": member, "kind": "commune", "department": MEMBERS[member]}
    common = {"competences": ["numerique-educatif"]}
    for step, day in enumerate(begins[:steps]):
        if step == 1:
            asked: Act = {"type": "withdrawal-requested"}
            agreed: Act = {"type": "withdrawal-approved", "member": member}
        else:
            asked = {"type": "adhesion-requested", "applicant": applicant} | common
            agreed = {"type": "adhesion-approved", "member": member} | common
        acts.append(said_by(member, certified(day - draw(st.integers(0, 9))), asked))
        acts.append(said_by(COMMITTEE, certified(day), agreed))
    return acts


@st.composite
def designations(draw: st.DrawFn, member: str, seats: int) -> list[Act]:
    """Draw whom a member designates, how they leave, and when it is renewed."""
    persons = st.sampled_from([f"{member}-{number}" for number in range(seats + 2)])
    acts = []
    for number in range(draw(st.integers(1, seats + 3))):
        adopted = draw(DAYS if number >= seats else st.integers(0, 40))
        late = draw(st.sampled_from([0, 0, 0, 7]))
        unknown = {"adopted_on": day_text(adopted)}
        is_known = draw(st.integers(0, 9)) > 0
        said: Act = {"type": "delegate-designated", "person": draw(persons)}
        if number < seats:
            said["person"], is_known = f"{member}-{number}", True
        elif draw(st.booleans()):
            said["replaces"] = draw(persons)
        if draw(st.integers(0, 3)) == 0:
            said["from"] = day_text(adopted + draw(st.integers(-5, 20)))
        acts.append(
            said_by(member, certified(adopted, late) if is_known else unknown, said)
        )
    for _ in range(draw(st.integers(0, 1))):
        gone = {"type": "seat-vacated", "person": draw(persons), "reason": "death"}
        by = draw(st.sampled_from(["secretariat", member]))
        acts.append(said_by(by, {}, gone | {"on": day_text(draw(DAYS))}))
    for _ in range(draw(st.integers(0, 1))):
        renewed = {"type": "assembly-renewed", "member": member}
        acts.append(said_by("secretariat", {}, renewed | {"on": day_text(draw(DAYS))}))
    return acts


@st.composite
def elections(draw: st.DrawFn, persons: list[str]) -> Act:
    """Draw an election of a college or of the committee, or an elected seat left."""
    anybody = st.sampled_from(persons)
    day, office = 30 + draw(DAYS) * 4 // 5, draw(st.sampled_from("vprr"))
    names = {"v": "vice-president", "p": "president", "r": "representative"}
    dated = draw(st.sampled_from([{"adopted_on": day_text(day)}] * 9 + [{}]))
    if draw(st.integers(0, 5)) == 0:
        gone = {"type": "seat-vacated", "person": draw(anybody), "reason": "death"}
        said = gone | {"seat": names[office], "on": day_text(day)}
        return said_by("secretariat", {}, said)
    kind: Act = {"type": "officer-elected", "office": names[office]}
    author = COMMITTEE
    if office == "r":
        kind, author = (
            {"type": "representative-elected"},
            draw(st.sampled_from(COLLEGES)),
        )
    decisions = []
    for person in draw(st.lists(anybody, min_size=1, max_size=4, unique=True)):
        instead = {"replaces": draw(anybody)} if draw(st.integers(0, 3)) == 0 else {}
        decisions.append(kind | {"person": person} | instead)
    return said_by(author, dated, *decisions)


@st.composite
def moves(draw: st.DrawFn, members: list[str]) -> Act:
    """Draw a member whose seat moves to another département."""
    said = {"type": "identity-changed", "member": draw(st.sampled_from(members))}
    said |= {
        "from": day_text(draw(DAYS)),
        "department": draw(st.sampled_from(["59", "62"])),
    }
    return said_by("secretariat", {}, said)


@st.composite
def histories(draw: st.DrawFn) -> list[Act]:
    """Draw acts that have names of their own, in the order of their recording."""
    least = draw(st.sampled_from([3, 6, 6]))
    members = draw(
        st.lists(st.sampled_from([*MEMBERS]), min_size=least, max_size=8, unique=True)
    )
    acts: list[Act] = []
    for member in members:
        acts += draw(tenures(member))
    for member, seats in {**FOUNDERS, **dict.fromkeys(members, 1)}.items():
        acts += draw(designations(member, seats))
    first = [f"{one}-0" for one in [*members, *FOUNDERS]]
    persons = [*first, *first, *(f"{one}-1" for one in [*members, *FOUNDERS])]
    acts += draw(st.lists(elections(persons), min_size=6, max_size=14))
    acts += draw(st.lists(versions(), max_size=1))
    acts += draw(st.lists(moves(members), max_size=1))
    recorded = [*draw(foundations()), *draw(st.permutations(acts))]
    for number, act in enumerate(recorded):
        act["act"] = f"{act['act']}/{number}"
    return recorded

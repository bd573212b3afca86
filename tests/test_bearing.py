"""A vote is judged by the few acts that bear on it as by the whole ledger."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commands.foreseeing import bearing_entries, world_after
from ledger.acts.reading import read_acts
from ledger.mapper import entries_from
from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder
from projections.acts.act_state import ActState
from projections.timelines.world import World, world_of
from projections.votes.judged_votes import Judge, Judged
from tests.committee import RULES
from tests.random_seats import COMMITTEE, day_text, histories
from tests.shell import ROOT
from tests.spec import stored

Act = dict[str, Any]

MEMBERS = ("avelin", "beuvry", "carvin", "xaffevillers")
NUMBERS = st.integers(0, 170)


# ------------------------------------------------------------------- random histories
@st.composite
def bookkeeping(draw: st.DrawFn) -> Act:
    """Draw an act that is silent on who sits, or partly so."""
    member = draw(st.sampled_from(MEMBERS))
    paid = {"type": "payment-received", "member": member, "year": "2021"}
    counted = {"type": "pupils-counted", "member": member, "pupils": "12"}
    said: list[Act] = [
        paid | {"amount": "12.00", "on": day_text(draw(NUMBERS))},
        counted | {"school_year": "2020-2021"},
        {"type": "assembly-renewed", "member": member, "on": day_text(draw(NUMBERS))},
    ]
    chosen = draw(st.lists(st.sampled_from(said), min_size=1, max_size=3))
    return {"act": "secretariat", "decisions": chosen}


@st.composite
def votes(draw: st.DrawFn, persons: list[str]) -> Act:
    """Draw a vote of the committee or the bureau, by name or unanimous."""
    on, body = day_text(draw(NUMBERS)), draw(st.sampled_from([COMMITTEE, "bureau"]))
    named = draw(st.lists(st.sampled_from(persons), max_size=7, unique=True))
    cut = draw(st.integers(0, len(named)))
    sides: Act = {"question": "ordinary", "for": named[:cut], "against": named[cut:]}
    if draw(st.booleans()):
        sides |= {"question": "adhesion", "applicant": draw(st.sampled_from(MEMBERS))}
    matter = {"type": "matter-decided", "subject": "Divers"}
    dates = {"adopted_on": on, "executory_on": on, "executory_basis": "certified"}
    session = {"session": f"{COMMITTEE}/{on}"} if draw(st.booleans()) else {}
    return {"act": body, "vote": sides, "decisions": [matter], **dates, **session}


def sittings(vote: Act, present: list[str]) -> list[Act]:
    """Record the session a vote names, and who attended it."""
    if "session" not in vote:
        return []
    session, on = vote["session"], vote["adopted_on"]
    called = {"type": "session-convened", "session": session, "body": COMMITTEE}
    sheet = {"type": "attendance-recorded", "session": session, "present": present}
    said = [called | {"sent_on": on, "held_on": on}, sheet]
    return [{"act": "secretariat", "decisions": [one]} for one in said]


@st.composite
def corrections(draw: st.DrawFn, references: list[str]) -> Act:
    """Draw what becomes of an act, whichever it is."""
    target, on = draw(st.sampled_from(references)), day_text(draw(NUMBERS))
    court = "tribunal-administratif-de-lille"
    author, said = draw(
        st.sampled_from(
            [
                (court, {"type": "act-annulled"}),
                (court, {"type": "act-annulled", "from": on}),
                (court, {"type": "act-suspended", "from": on}),
                (target.partition("/")[0], {"type": "act-repealed", "from": on}),
                ("secretariat", {"type": "act-dated", "adopted_on": on}),
            ]
        )
    )
    dates = {"adopted_on": on, "executory_on": on, "executory_basis": "certified"}
    return {"act": author, "decisions": [said | {"target": target}], **dates}


@st.composite
def lives(draw: st.DrawFn) -> list[Act]:
    """Draw who sat and voted, what was booked meanwhile, and what was undone."""
    acts = draw(histories())
    rules = acts[1]["decisions"][0]["rules"]
    named = {"seats", "departments"} | {*rules}
    rules |= {name: said for name, said in RULES.items() if name not in named}
    persons = [
        one["person"]
        for act in acts
        for one in act["decisions"]
        if one["type"] == "delegate-designated"
    ]
    more = draw(st.lists(bookkeeping(), min_size=1, max_size=8))
    for vote in draw(st.lists(votes(persons), min_size=1, max_size=6)):
        more += [vote, *sittings(vote, persons[::2])]
    for number, act in enumerate(more):
        act["act"] = f"{act['act']}/plus-{number}"
    recorded = acts[:2] + draw(st.permutations(acts[2:] + more))
    references = [act["act"] for act in recorded]
    for number in range(draw(st.integers(0, 3))):
        undone = draw(corrections(references))
        recorded.append(undone | {"act": f"{undone['act']}/contre-{number}"})
    return recorded


# ------------------------------------------------------------------- the same
@contextmanager
def ledger_of(acts: list[Act]) -> Iterator[SQLRecorder]:
    """Store acts as they are: here nobody judges them."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_ledger(str(Path(folder, "ledger.db")))
        recorder = SQLRecorder(engine, author="clerk")
        recorder.append(stored(acts))
        yield recorder
        engine.dispose()


def both(recorder: SQLRecorder) -> tuple[World, World]:
    """Derive the world of the whole ledger, and that of what bears on votes."""
    head = recorder.head()
    whole = world_of(entries_from(recorder.entries()), position=head)
    return whole, world_after(bearing_entries(recorder, head=head), (), head=head)


def assert_same(whole: World, part: World, days: list[date]) -> None:
    assert {*whole.bodies.by_id} == {*part.bodies.by_id}
    for name, body in whole.bodies.by_id.items():
        other = part.bodies.body(name)
        assert body.existed == other.existed, name
        assert in_order(body.seats) == in_order(other.seats), name
        assert in_order(body.empty) == in_order(other.empty), name
    assert whole.bodies.overbooked == part.bodies.overbooked
    assert whole.regimes == part.regimes
    assert whole.statutes == part.statutes
    assert in_order(whole.membership.tenures) == in_order(part.membership.tenures)
    assert whole.membership.founders == part.membership.founders
    assert whole.persons == part.persons
    ours, theirs = Judge(part), Judge(whole)
    assert ours.sessions == theirs.sessions
    for day in days:
        assert {*ours.in_office(day)} == {*theirs.in_office(day)}
    for act in whole.known.acts.values():
        assert judged(ours, act) == judged(theirs, act), act.reference


def judged(judge: Judge, act: ActState) -> list[tuple[Any, ...]]:
    return [in_short(found) for found in judge.judge(act)]


def in_short(found: Judged) -> tuple[Any, ...]:
    refusals = [(type(error), error.values) for error in found.refusals]
    voters = found.electorate
    who = voters and msgspec.structs.replace(
        voters,
        voters=tuple(in_order(voters.voters)),
        in_office=tuple(sorted(voters.in_office)),
    )
    return (who, found.session, found.tally, found.is_carried, refusals)


def in_order(found: Iterable[Any]) -> list[Any]:
    """Sort what may be listed in another order: history is cut elsewhere."""
    return sorted(found, key=repr)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(acts=lives(), numbers=st.lists(NUMBERS, min_size=2, max_size=4))
def test_whoever_sat_and_voted_is_told_the_same_by_the_acts_that_bear_on_it(
    acts: list[Act], numbers: list[int]
) -> None:
    with ledger_of(acts) as recorder:
        whole, part = both(recorder)
        days = [date.fromisoformat(day_text(number)) for number in numbers]
        assert_same(whole, part, days)


def test_the_real_and_the_fictional_acts_judge_the_same() -> None:
    files = [
        *sorted((ROOT / "examples" / "fictional").glob("*.yaml")),
        *sorted((ROOT / "examples" / "real").glob("*.yaml")),
    ]
    with ledger_of([act for file in files for act in read_acts(file)]) as recorder:
        whole, part = both(recorder)
        assert len(part.known.acts) < len(whole.known.acts)
        days = [date(year, 6, 15) for year in range(2019, 2027)]
        assert_same(whole, part, days)

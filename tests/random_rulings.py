"""Random histories in which an act is suspended, annulled from a day, or repealed.

One act of a history is struck in one way; what strikes it is recorded after it.
"""

from typing import Any

from hypothesis import strategies as st

from tests import random_histories, random_seats
from tests.acts import APPEAL, COURT

Act = dict[str, Any]

COURTS = (COURT, APPEAL)
NOBODYS = ("secretariat", "prefecture", "tribunal")
WAYS = ["suspended", "suspended and lifted", "annulled", "repealed"]
TWISTS = ["", "", "overturned", "lifted as a ruling", "suspends the annulment"]


def ruling(number: int, what: str, target: str, **said: Any) -> Act:
    """Let a court rule on an act."""
    decision = {"type": what, "target": target} | said
    return {"act": f"{COURT}/{number}", "decisions": [decision]}


def repeal(target: str, on: str, since: str) -> Act:
    """Let the author of an act end it, by an act in force on a day."""
    decision = {"type": "act-repealed", "target": target, "from": since}
    dates = {"adopted_on": on, "executory_on": on, "executory_basis": "certified"}
    author = target.partition("/")[0]
    return {"act": f"{author}/abroge", "decisions": [decision]} | dates


@st.composite
def strokes(draw: st.DrawFn, target: Act, days: tuple[str, str]) -> list[Act]:
    """Draw what strikes an act, and perhaps what strikes that."""
    reference, (since, until) = target["act"], days
    numbers = range(1, len(target["decisions"]) + 1)
    some = st.lists(st.sampled_from([*numbers]), min_size=1, unique=True)
    limited = {"decisions": draw(some)} if draw(st.booleans()) else {}
    way, twist = draw(st.sampled_from(WAYS)), draw(st.sampled_from(TWISTS))
    if way == "repealed":
        return [repeal(reference, *draw(st.permutations([since, until])))]
    if way == "annulled":
        is_limited = twist != "suspends the annulment"
        from_ = {"from": since} if is_limited else {}
        found = [ruling(1, "act-annulled", reference, **from_, **limited)]
        if not is_limited:
            whom = f"{COURT}/1"
            found.append(ruling(2, "act-suspended", whom, **{"from": since}))
            found.append(ruling(3, "suspension-lifted", whom, **{"from": until}))
    else:
        found = [ruling(1, "act-suspended", reference, **{"from": since}, **limited)]
        if way == "suspended and lifted":
            whom = f"{COURT}/1" if twist == "lifted as a ruling" else reference
            found.append(ruling(2, "suspension-lifted", whom, **{"from": until}))
    if twist == "overturned":
        over = {"type": "ruling-overturned", "target": f"{COURT}/1"}
        found.append({"act": f"{APPEAL}/1", "decisions": [over]})
    return found


@st.composite
def histories(draw: st.DrawFn) -> list[Act]:
    """Draw a history of members or of seats, and what strikes an act of it."""
    kind = draw(st.sampled_from([random_histories, random_seats]))
    acts = draw(kind.histories())
    numbers = [
        number
        for number, act in enumerate(acts)
        if not act["act"].startswith(NOBODYS) and act["decisions"]
    ]
    struck = draw(st.sampled_from(numbers))
    days = sorted(draw(st.tuples(st.integers(-5, 120), st.integers(-5, 120))))
    texts = kind.day_text(days[0]), kind.day_text(days[1])
    found = draw(strokes(acts[struck], texts))
    place = draw(st.integers(struck + 1, len(acts)))
    return [*acts[:place], *found, *acts[place:]]

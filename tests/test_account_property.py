"""Whatever is called, paid, counted and rectified: two subtractions, and no other."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from tests.acts import SECRETARIAT, Plain, act, base, joins
from tests.answers import owed
from tests.committee import founded
from tests.spec import History, given

Step = tuple[str, Any, str]
"""What happens, its number or amount, and its day in 2024."""

PRICE = Decimal("1.305")
BEFORE = [
    *founded(),
    *joins("avelin", on="2020-03-02"),
    base(2024, str(PRICE), "2023-12-05"),
]
START = "2024-01-01"
AMOUNTS = st.integers(-20_000, 90_000).map(lambda cents: Decimal(cents) / 100)
DAYS = st.integers(1, 28).map(lambda day: f"2024-05-{day:02}")
STEPS = st.lists(
    st.tuples(st.sampled_from(["call", "pay"]), AMOUNTS, DAYS)
    | st.tuples(st.sampled_from(["count", "rectify"]), st.integers(0, 700), DAYS),
    max_size=9,
)
SLOWLY = settings(max_examples=150, deadline=None, derandomize=True)


def told(steps: list[Step]) -> list[Plain]:
    """Write each step as an act; a rectification before any count is a count."""
    acts: list[Plain] = []
    counted: list[str] = []
    for number, (what, value, day) in enumerate(steps):
        reference = f"{SECRETARIAT}/{number}"
        named = {"member": "avelin", "year": 2024, "amount": str(value)}
        if what == "call":
            decision = {"type": "contribution-called", **named}
        elif what == "pay":
            decision = {"type": "payment-received", **named, "on": day}
        elif what == "count" or not counted:
            decision = {"type": "pupils-counted", "member": "avelin"}
            decision |= {"school_year": "2023-2024", "pupils": value}
            counted.append(reference)
        else:
            decision = {"type": "act-rectified", "target": counted[-1], "decision": 1}
            decision |= {"set": {"pupils": value}, "reason": "fictive"}
        acts.append(act(reference, decision, adopted_on=START))
    return acts


def reckoned(steps: list[Step], at: str) -> tuple[str | None, ...]:
    """Reckon the account as a clerk does: the last word on the count, and two sums."""
    pupils = [value for what, value, _day in steps if what in {"count", "rectify"}]
    called = sum((value for what, value, _ in steps if what == "call"), Decimal(0))
    paid = sum(
        (value for what, value, day in steps if what == "pay" and day <= at),
        Decimal(0),
    )
    due = None
    if pupils:
        due = (pupils[-1] * PRICE).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return (
        None if due is None else f"{due:.2f}",
        *(f"{called:.2f}", f"{paid:.2f}"),
        None if due is None else f"{due - called:.2f}",
        f"{called - paid:.2f}",
    )


def account(history: History, at: str) -> tuple[str | None, ...]:
    [one] = [one for one in owed(history, 2024, at).totals if one.member == "avelin"]
    return (one.due, one.called, one.paid, one.regularisation, one.outstanding)


@SLOWLY
@drawn(steps=STEPS, at=DAYS, data=st.data())
def test_regularisation_is_due_less_called_and_outstanding_is_called_less_paid(
    steps: list[Step], at: str, data: st.DataObject
) -> None:
    """An earlier position knows the earlier account; a later entry never changes it."""
    acts = told(steps)
    history = given(*BEFORE, *acts)
    first = given(*BEFORE).world().known.position
    known = data.draw(st.integers(0, len(steps)), label="steps known")
    position = first + 2 * known
    assert given(*BEFORE, *acts[:known]).world().known.position == position
    assert account(history.as_known_at(position), at) == reckoned(steps[:known], at)
    assert account(history, at) == reckoned(steps, at)


@SLOWLY
@drawn(steps=STEPS, days=st.lists(DAYS, min_size=2, max_size=2))
def test_another_day_of_the_law_moves_what_was_paid_and_nothing_else(
    steps: list[Step], days: list[str]
) -> None:
    history = given(*BEFORE, *told(steps))
    one, other = (account(history, day) for day in days)
    assert (one[0], one[1], one[3]) == (other[0], other[1], other[3])

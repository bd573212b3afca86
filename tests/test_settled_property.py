"""Whatever a commune posts is judged by who it is in law that day, without it."""

from typing import Any

from hypothesis import given as hypothetically
from hypothesis import settings
from hypothesis import strategies as st

from tests.acts import COURT, Plain, act, institution
from tests.spec import given
from tests.test_time_property import FEWER

SMALL, LARGE, LIMIT = 3_000, 4_000, 3_500
COUNTS = st.lists(st.sampled_from([SMALL, LARGE]), min_size=2, max_size=4)
ENDING = st.tuples(
    st.sampled_from(["posted", "posted", "published", "annulled"]), st.integers(0, 7)
)
ENDINGS = st.lists(ENDING, min_size=2, max_size=6)


def introduced() -> Plain:
    """Let the commune be known from ever, by an act nothing ends."""
    said = {"type": "adhesion-requested", "competences": ["numerique-educatif"]}
    applicant = institution("avelin", population=SMALL)
    return act("avelin/connue", said | {"applicant": applicant})


def counted(number: int, population: int) -> Plain:
    """Let the commune tell its population, each time from the next day."""
    said = {"type": "identity-changed", "from": f"2024-01-{number + 1:02}"}
    return act(f"avelin/{number}", said | {"population": population})


def ended(number: int, target: Plain, how: str) -> Plain:
    """End an act, from a day of its own: by a court, or by a repeal made public."""
    on, aim = f"2024-02-{number + 1:02}", {"target": target["act"]}
    if how == "annulled" or target["act"].startswith(COURT):
        ruling: dict[str, Any] = {"type": "act-annulled", "from": on} | aim
        return act(f"{COURT}/{number}", ruling, adopted_on=on)
    published = [{"on": on, "mode": "posting" if how == "posted" else "web"}]
    dates = {"adopted_on": on, "sent_on": on, "published": published}
    return act(f"avelin/{number}", {"type": "act-repealed"} | aim, **dates)


@settings(FEWER, max_examples=150)
@hypothetically(COUNTS, ENDINGS)
def test_a_posting_is_judged_by_the_population_in_force_without_it(
    counts: list[int], endings: list[tuple[str, int]]
) -> None:
    acts = [counted(number, population) for number, population in enumerate(counts)]
    for how, target in endings:
        acts.append(ended(len(acts), acts[target % len(acts)], how))
    world = given(introduced(), *acts).world()
    for one in acts:
        for made in world.known.acts[one["act"]].registered.published:
            if made.mode == "posting" and made.on is not None:
                without = world.without(one["act"]).identities["avelin"]
                is_small = (without.on(made.on).population or LARGE) < LIMIT
                found = world.executory[one["act"]].on
                assert found == (made.on if is_small else None)

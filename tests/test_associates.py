"""Associates attend without voting (art. 7): since when, until when, and what not."""

from datetime import date, timedelta

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from projections.register.portrait import portrait
from projections.votes.electorate import Asked, electorate
from tests.acts import (
    COMMITTEE,
    COURT,
    act,
    admits,
    complete,
    institution,
    joins,
    leaves,
    parts,
)
from tests.answers import associates, association, says, why
from tests.committee import all_seated, founded
from tests.spec import given

START = founded()


def test_an_associate_is_one_from_the_day_the_admission_is_executory() -> None:
    late = complete("2022-01-10", "2022-02-01")
    told = given(*START, admits("avelin", "2022-01-10", **late))
    assert associates(told, "2022-01-31") == []
    assert associates(told, "2022-02-01") == ["avelin"]


def test_an_associate_is_one_until_its_departure_is_executory() -> None:
    told = given(*START, admits("avelin", "2022-01-10"), parts("avelin", "2023-05-02"))
    assert association(told, "avelin") == ["2022-01-10..2023-05-02"]


def test_a_second_admission_does_not_begin_anew() -> None:
    again = [admits("avelin", "2022-01-10"), admits("avelin", "2022-06-01")]
    assert association(given(*START, *again), "avelin") == ["2022-01-10.."]


def test_a_departure_of_nobody_ends_nothing() -> None:
    early = [parts("avelin", "2021-01-10"), admits("avelin", "2022-01-10")]
    told = given(*START, *early[::-1])
    assert association(told, "avelin") == ["2022-01-10.."]


def test_an_associate_is_no_member_and_counts_for_no_regime() -> None:
    told = given(*START, *(admits(f"ville-{n}", "2022-01-10") for n in "abcdef"))
    assert told.members("2023-01-01") == [
        *("region-hauts-de-france", "departement-du-nord"),
        "departement-du-pas-de-calais",
    ]
    assert [one.kind for one in told.world().regimes] == ["direct"]


def test_an_associate_is_never_in_the_electorate() -> None:
    seated = all_seated("avelin beuvry", "2020-03-02")
    told = given(*START, *seated, admits("carvin", "2022-01-10"))
    day = date(2022, 6, 1)
    voters = electorate(told.world(), COMMITTEE, Asked("ordinary"), day).voters
    assert {voter.seat_of for voter in voters} == {"avelin", "beuvry"}


def test_a_member_sits_as_one_while_it_is_a_member() -> None:
    told = given(
        *START,
        admits("avelin", "2022-01-10"),
        *joins("avelin", on="2023-01-01"),
        *leaves("avelin", on="2024-01-01"),
    )
    assert association(told, "avelin") == ["2022-01-10..2023-01-01", "2024-01-01.."]
    first, second = told.world().facts.associates.about("avelin")
    assert set(first.closed) == {"avelin/adhesion", f"{COMMITTEE}/avelin-adhesion"}
    assert set(second.opened) >= {"avelin/retrait", f"{COMMITTEE}/avelin-retrait"}


def test_the_heir_of_merged_associates_is_associated() -> None:
    merger = {
        "type": "members-merged",
        "members": ["avelin", "beuvry"],
        "into": institution("nouvelle"),
        "from": "2023-01-01",
    }
    told = given(
        *START,
        admits("avelin", "2022-01-10"),
        act("prefecture-du-nord/fusion", merger, adopted_on="2022-12-01"),
    )
    assert association(told, "avelin") == ["2022-01-10..2023-01-01"]
    assert association(told, "nouvelle") == ["2023-01-01.."]


def test_the_dissolution_ends_every_association() -> None:
    ends = {"type": "syndicate-dissolved", "on": "2024-01-01"}
    told = given(
        *START,
        admits("avelin", "2022-01-10"),
        act("prefecture-du-nord/dissolution", ends, adopted_on="2023-12-01"),
    )
    assert association(told, "avelin") == ["2022-01-10..2024-01-01"]


# ------------------------------------------------------------------- corrections
def ruling(what: str, number: str = "1", **said: str) -> dict[str, str]:
    return {"type": what, "target": f"{COMMITTEE}/associe-avelin-2022-01-10"} | said


def test_an_annulled_admission_never_was() -> None:
    annulled = act(f"{COURT}/1", ruling("act-annulled"), adopted_on="2023-03-01")
    told = given(*START, admits("avelin", "2022-01-10"), annulled)
    assert association(told, "avelin") == []


def test_a_repealed_admission_ends() -> None:
    repeal = act(f"{COMMITTEE}/9", ruling("act-repealed"), **complete("2023-03-01"))
    told = given(*START, admits("avelin", "2022-01-10"), repeal)
    assert association(told, "avelin") == ["2022-01-10..2023-03-01"]
    [tenure] = told.world().facts.associates.about("avelin")
    assert tenure.closed == (f"{COMMITTEE}/9",)


def test_a_suspended_admission_rests_and_resumes() -> None:
    suspended = ruling("act-suspended") | {"from": "2023-03-01"}
    lifted = ruling("suspension-lifted") | {"from": "2023-09-01"}
    told = given(
        *START,
        admits("avelin", "2022-01-10"),
        act(f"{COURT}/1", suspended, adopted_on="2023-03-01"),
        act(f"{COURT}/2", lifted, adopted_on="2023-09-01"),
    )
    assert association(told, "avelin") == ["2022-01-10..2023-03-01", "2023-09-01.."]


# ------------------------------------------------------------------- answers
def test_annex_1_shows_associates_apart() -> None:
    answer = given(*START, admits("avelin", "2022-01-10")).annex_1("2022-06-01")
    [line] = answer.associates
    assert (line.member, line.name, line.kind) == (
        *("avelin", "Commune de Avelin"),
        "commune",
    )
    assert (line.since, line.until) == (date(2022, 1, 10), None)
    assert line.because == (f"{COMMITTEE}/associe-avelin-2022-01-10",)
    assert "avelin" not in {one.member for one in answer.members}


def test_an_admission_not_known_to_be_executory_is_pending() -> None:
    unsent = admits("avelin", "2022-01-10", adopted_on="2022-01-10")
    told = given(*START, unsent)
    assert associates(told, "2023-01-01") == []
    [waiting] = told.annex_1("2023-01-01").pending
    assert (waiting.member, waiting.procedure) == ("avelin", "association")
    assert [one.fact for one in waiting.missing] == ["sent_on", "publicity"]
    assert told.annex_1("2021-12-31").pending == ()


def test_a_departure_not_known_to_be_executory_is_pending() -> None:
    unsent = parts("avelin", "2023-05-02", adopted_on="2023-05-02")
    told = given(*START, admits("avelin", "2022-01-10"), unsent)
    assert associates(told, "2024-01-01") == ["avelin"]
    [waiting] = told.annex_1("2024-01-01").pending
    assert waiting.procedure == "association-end"


def test_a_portrait_tells_the_times_of_association() -> None:
    told = given(*START, admits("avelin", "2022-01-10"), parts("avelin", "2023-05-02"))
    found = portrait(told.world(), "avelin", None, date(2024, 1, 1))
    assert found.membership == ()
    [time] = found.associate
    assert (time.from_, time.until) == (date(2022, 1, 10), date(2023, 5, 2))


def test_why_says_that_an_associate_is_no_member() -> None:
    told = given(*START, admits("avelin", "2022-01-10"), parts("avelin", "2023-05-02"))
    found = why(told, "member avelin", "2022-06-01")
    assert (found.answer, found.says) == ("no", "member.associate")
    assert says(found) == ["member.never-asked", "associate.admitted"]
    assert found.steps[-1].article == "7"
    assert found.because == (f"{COMMITTEE}/associe-avelin-2022-01-10",)
    later = why(told, "member avelin", "2024-06-01")
    assert later.says == "member.none"
    assert says(later)[-2:] == ["associate.admitted", "associate.left"]
    before = why(told, "member avelin", "2021-06-01")
    assert says(before) == ["member.never-asked"]


def test_why_says_nothing_of_association_about_a_member() -> None:
    told = given(
        *START, admits("avelin", "2022-01-10"), *joins("avelin", on="2023-01-01")
    )
    found = why(told, "member avelin", "2023-06-01")
    assert found.answer == "yes"
    assert "associate.admitted" not in says(found)


# ------------------------------------------------------------------- any history
FIRST = date(2022, 1, 1)
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 30), st.sampled_from(["admits", "parts", "joins", "leaves"])
    ),
    max_size=8,
    unique=True,
)


@settings(derandomize=True, deadline=None, max_examples=60)
@drawn(CHANGES)
def test_day_by_day_it_is_what_the_changes_so_far_make_it(
    changes: list[tuple[int, str]],
) -> None:
    acts, days = [*START], []
    for number, (offset, what) in enumerate(sorted(changes)):
        on = (FIRST + timedelta(offset)).isoformat()
        days.append((on, what))
        if what in {"admits", "parts"}:
            acts += [(admits if what == "admits" else parts)("avelin", on)]
        else:
            make = joins if what == "joins" else leaves
            acts += make("avelin", on=on, number=f"{what}-{number}")
    told = given(*acts)
    world = told.world()
    for offset in range(32):
        day = FIRST + timedelta(offset)
        is_associate = False
        for on, what in days:
            if on <= day.isoformat() and what in {"admits", "parts"}:
                is_associate = what == "admits"
        is_member = any(
            tenure.member == "avelin" for tenure in world.facts.members.on(day)
        )
        found = any(
            tenure.member == "avelin" for tenure in world.facts.associates.on(day)
        )
        assert found == (is_associate and not is_member)

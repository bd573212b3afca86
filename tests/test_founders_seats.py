"""A founder has several seats: whom a designation replaces, which are free."""

from tests.acts import COMMITTEE
from tests.answers import day, mandates, sitting, vacancies
from tests.committee import NORD, REGION, designates, founded, statutes, vacates
from tests.spec import given


def nord(*persons: str) -> list[str]:
    return [f"{person} 2019-02-04.." for person in persons]


def test_a_founder_has_as_many_seats_as_the_statutes_say_the_rest_is_empty() -> None:
    two = [designates(NORD, person, "2019-02-04") for person in ("n1", "n2")]
    history = given(*founded(), *two)
    assert mandates(history, NORD) == nord("n1", "n2")
    assert vacancies(history, COMMITTEE, "2019-02-04") == [
        *["region-hauts-de-france 2019-01-01.., 2019-02-01"] * 10,
        *[f"{NORD} 2019-01-01.., 2019-02-01"] * 3,
        *["departement-du-pas-de-calais 2019-01-01.., 2019-02-01"] * 5,
    ]


def test_whom_a_founder_s_designation_replaces_leaves_the_others_stay() -> None:
    persons = [designates(NORD, f"n{number}", "2019-02-04") for number in range(5)]
    instead = designates(NORD, "n9", "2021-07-01", replaces="n2")
    history = given(*founded(), *persons, instead)
    assert mandates(history, NORD) == [
        *nord("n0", "n1"),
        "n2 2019-02-04..2021-07-01",
        *nord("n3", "n4"),
        "n9 2021-07-01..",
    ]
    assert history.world().delegates.overbooked == ()


def test_a_founder_s_free_seat_is_taken_without_replacing_anybody() -> None:
    persons = [designates(NORD, f"n{number}", "2019-02-04") for number in range(5)]
    free, taken = vacates("n2", "2021-06-01"), designates(NORD, "n9", "2021-07-01")
    history = given(*founded(), *persons, free, taken)
    assert len(sitting(history, COMMITTEE, "2021-07-01")) == 5
    assert history.world().delegates.overbooked == ()


def test_a_seat_left_and_filled_on_one_day_was_never_empty_in_either_order() -> None:
    persons = [designates(NORD, f"n{number}", "2019-02-04") for number in range(5)]
    moved = [vacates("n2", "2021-06-01"), designates(NORD, "n9", "2021-06-01")]
    for order in (moved, moved[::-1]):
        history = given(*founded(), *persons, *order)
        [gap] = {
            one.period.until
            for one in history.world().delegates.vacancies
            if one.member == NORD
        }
        assert gap == day("2019-02-04")
        assert history.world().delegates.overbooked == ()
        assert "n2" not in sitting(history, COMMITTEE, "2021-06-01")


def test_without_a_free_seat_a_founder_s_designation_is_noted_as_overbooked() -> None:
    persons = [designates(NORD, f"n{number}", "2019-02-04") for number in range(6)]
    history = given(*founded(), *persons)
    [found] = history.world().delegates.overbooked
    assert (found.act, found.number) == (persons[-1]["act"], 1)


def test_a_later_version_s_seats_count_from_its_date_only() -> None:
    more = statutes("2022-01-19", seats={REGION: "10", NORD: "6"})
    persons = [designates(NORD, f"n{number}", "2019-02-04") for number in range(5)]
    history = given(*founded(), *persons, more)
    nord_s = [
        str(one.period.from_)
        for one in history.world().delegates.vacancies
        if one.member == NORD and one.period.until is None
    ]
    assert nord_s == ["2022-01-19"]

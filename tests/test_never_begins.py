"""What was agreed or elected, and never takes effect: it changes nothing."""

from datetime import date

import pytest

from presentation.annex_tables import draw_pending
from tests.acts import (
    ENT,
    Plain,
    annulled_from,
    approval,
    complete,
    lifted,
    repealed,
    request,
    suspended,
)
from tests.answers import says, seats, why
from tests.committee import (
    COLLEGE,
    NORD,
    all_seated,
    designates,
    elects,
    elects_officer,
    founded,
)
from tests.spec import History, given

NAMES = "avelin beuvry carvin deulemont"
FOUR = [f"d-{name}" for name in NAMES.split()]
FIVE = [*founded(), *all_seated(f"{NAMES} ennetieres", "2020-03-02")]
ELECTED = [*FIVE, elects(COLLEGE, "2020-10-05", *FOUR)]

ASKED = request("avelin", "1", effect="2024-06-03", **complete("2024-02-05"))
AGREED = approval("avelin", "1", **complete("2024-03-04"))
BEFORE, BEGINS = "2024-03-11", "2024-06-03"


# ------------------------------------------------------------------- elections
@pytest.mark.parametrize("person", ["Zoé Fictive", "d-frelinghien"])
def test_an_election_of_somebody_who_cannot_sit_unseats_nobody(person: str) -> None:
    void = elects(COLLEGE, "2021-05-03", person, replaces="d-avelin")
    history = given(*ELECTED, void)
    assert seats(history, "comite-syndical") == seats(
        given(*ELECTED), "comite-syndical"
    )
    lawful = elects(COLLEGE, "2021-05-03", "d-ennetieres", replaces="d-avelin")
    now_seated = seats(given(*ELECTED, lawful), "comite-syndical")
    assert "d-avelin 2020-10-05..2021-05-03" in now_seated


def test_an_officer_who_cannot_sit_takes_nobody_s_office() -> None:
    """A vice-president is a founder's delegate (art. 10); a commune's is not."""
    first = elects_officer("vice-president", "Ada Lestrem", "2020-10-12")
    void = elects_officer(
        "vice-president", "d-avelin", "2021-05-03", replaces="Ada Lestrem"
    )
    before = [*ELECTED, designates(NORD, "Ada Lestrem", "2020-03-02"), first]
    assert seats(given(*before, void), "bureau") == ["ada-lestrem 2020-10-12.."]


# ------------------------------------------------------------------- agreements
def since_of(*acts: Plain) -> list[date | None]:
    return [one.since for one in given(*acts).pending(BEFORE)]


def test_what_is_agreed_for_later_shows_the_day_it_begins() -> None:
    assert since_of(ASKED, AGREED) == [date(2024, 6, 3)]


@pytest.mark.parametrize(
    "end",
    [
        annulled_from(ASKED["act"], "2024-05-06"),
        annulled_from(AGREED["act"], "2024-05-06"),
        suspended(AGREED["act"], "2024-05-06"),
    ],
)
def test_what_ends_before_it_begins_waits_without_a_day(end: Plain) -> None:
    history = given(ASKED, AGREED, end)
    assert [(one.since, one.missing) for one in history.pending(BEFORE)] == [(None, ())]
    assert history.times("avelin") == history.times("avelin", ENT) == []
    assert written(history) == "nothing; but what was agreed ends before it begins"


def test_what_is_suspended_on_its_day_begins_when_the_suspension_is_lifted() -> None:
    pause = suspended(AGREED["act"], "2024-05-06")
    history = given(ASKED, AGREED, pause, lifted(AGREED["act"], "2024-07-01"))
    assert [one.since for one in history.pending(BEFORE)] == [date(2024, 7, 1)]
    assert history.times("avelin") == ["2024-07-01.."]
    assert written(history) == "nothing; it begins on 1 Jul 2024"


@pytest.mark.parametrize("target", [AGREED["act"], ASKED["act"]])
def test_a_repeal_ends_nothing_that_both_have_agreed_be_it_for_later(
    target: str,
) -> None:
    """Only art. 16 does, an order of the State, or an end by law (section 10)."""
    early = repealed(target, "2024-05-06")
    assert since_of(ASKED, AGREED, early) == [date(2024, 6, 3)]
    assert given(ASKED, AGREED, early).times("avelin") == [f"{BEGINS}.."]


def test_a_repeal_after_it_began_leaves_the_day() -> None:
    late = repealed(AGREED["act"], BEGINS)
    assert since_of(ASKED, AGREED, late) == [date(2024, 6, 3)]
    assert given(ASKED, AGREED, late).times("avelin") == [f"{BEGINS}.."]


def test_why_tells_no_day_on_which_it_begins_and_names_the_ruling() -> None:
    end = annulled_from(AGREED["act"], "2024-05-06")
    history = given(ASKED, AGREED, end)
    pending = why(history, "pending avelin", BEFORE)
    assert "agreement.begins" not in says(pending)
    assert "act.annulled-from" in says(pending)
    member = why(history, "member avelin", BEFORE)
    assert (member.answer, member.missing) == ("no", ())
    assert "agreement.begins" in says(
        why(given(ASKED, AGREED), "pending avelin", BEFORE)
    )


def written(history: History) -> str:
    """Tell what the table of what is pending says it waits for."""
    table = draw_pending(tuple(history.pending(BEFORE)), date(2024, 3, 11), {})
    return str(table.rows[0][-1])

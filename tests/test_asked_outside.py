"""Days outside the calendar, and names nothing is like: said as what they are."""

from pathlib import Path

import pytest

from tests.shell import REAL, done, smo

OUTSIDE = "is out of the calendar of this ledger: 1800 to 2999"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the real acts once."""
    place = tmp_path_factory.mktemp("asked") / "ledger.db"
    done("--ledger", place, "import", *REAL)
    return place


@pytest.mark.parametrize("day", ["9999-12-31", "3000-01-01", "1799-12-31"])
def test_a_day_outside_the_calendar_is_a_day(ledger: Path, day: str) -> None:
    refused = smo("--ledger", ledger, "annex", "1", "--at", day)
    assert refused.exit_code == 2
    assert f"{day} {OUTSIDE}" in refused.stderr
    year, month, last = day.split("-")
    written = f"{last}/{month}/{year}"
    assert f"{day} {OUTSIDE}" in smo("annex", "1", "--at", written).stderr
    for point in (day, f"{day}@#3"):
        refused = smo("--ledger", ledger, "diff", "2022-01-01", point)
        assert refused.exit_code == 2
        assert f"{day} {OUTSIDE}" in refused.stderr


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("9999", "9999"),
        ("3000-01", "3000-01"),
        ("1799", "1799"),
        ("2022-01-01..9999-12-31", "9999-12-31"),
        ("0001-01-01..2022-01-01", "0001-01-01"),
        ("3000-01-01", "3000-01-01"),
    ],
)
def test_a_time_outside_the_calendar_is_a_time(
    ledger: Path, period: str, said: str
) -> None:
    refused = smo("--ledger", ledger, "roster", "nord", "--in", period)
    assert refused.exit_code == 2
    assert f"{said} {OUTSIDE}" in refused.stderr


@pytest.mark.parametrize("time", ["2999", "1800", "2999-12", "1800-01-01..2999-12-31"])
def test_the_ends_of_the_calendar_are_within_it(ledger: Path, time: str) -> None:
    done("--ledger", ledger, "roster", "nord", "--in", time)
    for day in ("1800-01-01", "2999-12-31"):
        done("--ledger", ledger, "annex", "1", "--at", day)


@pytest.mark.parametrize("day", ["9999-02-30", "9999", "never", "31/31/9999"])
def test_what_is_no_date_is_still_none(ledger: Path, day: str) -> None:
    refused = smo("--ledger", ledger, "annex", "1", "--at", day)
    assert refused.exit_code == 2
    assert f"«{day}» is no date" in refused.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("seat", "nord", "zz"), "«zz» is nobody the ledger knows"),
        (("executory", "zz/9"), "«zz/9» is no act the ledger knows"),
    ],
)
def test_where_nothing_is_near_nothing_is_offered(
    ledger: Path, asked: tuple[str, ...], said: str
) -> None:
    refused = smo("--ledger", ledger, "why", *asked)
    assert refused.exit_code == 1
    assert refused.stderr == f"Error: {said}. Nothing is like it\n"
    french = smo("--lang", "fr", "--ledger", ledger, "why", *asked)
    assert "semblable" in french.stderr


def test_a_session_nothing_is_near_is_said(ledger: Path) -> None:
    refused = smo("--ledger", ledger, "papers", "notice", "zz/2024-01-01")
    said = "«zz/2024-01-01» is no session the ledger knows. Nothing is like it"
    assert refused.stderr == f"Error: {said}\n"

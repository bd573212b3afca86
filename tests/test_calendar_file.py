"""`smo deadlines --format ics`: a file that calendars read, and nothing can break."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.shell import done, smo
from tests.test_terminal_deadlines import AT, KINDS, REFERENCE, recorded


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the acts once."""
    return recorded(tmp_path_factory.mktemp("calendar"))


def calendar(place: Path, *said: str) -> bytes:
    """Ask for a calendar file, and give its bytes."""
    question = (*said, "--ledger", place, "deadlines", *AT, "--format", "ics")
    return smo(*question).stdout_bytes


def events(file: bytes) -> list[Any]:
    return list(Calendar.from_ical(file).walk("VEVENT"))


def test_a_calendar_has_an_all_day_event_for_each_open_deadline(ledger: Path) -> None:
    found = events(calendar(ledger))
    assert [str(event["uid"]) for event in found] == [
        "call:secretariat/fictif-1:1@smo-ledger",
        *(f"{kind}:{REFERENCE}@smo-ledger" for kind in KINDS[1:3]),
        "contest:secretariat/fictif-1:1@smo-ledger",
        f"revocation:{REFERENCE}@smo-ledger",
        "prescription:secretariat/fictif-1:1@smo-ledger",
    ]
    days = [event.decoded("dtstart").isoformat() for event in found]
    assert days[:3] == ["2021-06-27", "2021-07-26", "2021-07-26"]
    assert days[3:] == ["2021-07-29", "2021-09-20", "2025-05-28"]
    assert str(found[1]["summary"]) == f"Appeal by third parties – {REFERENCE}"
    for place, kind in [(0, "Call to be paid"), (3, "Contest by the debtor")]:
        assert str(found[place]["summary"]).startswith(f"{kind} – Commune d'Avelin;")
    assert found[1]["summary"].params["language"] == "en"
    assert "Begun on 25 May 2021, last day 26 Jul 2021." in str(found[1]["description"])
    assert [event["sequence"] for event in found] == [6] * 6


def test_a_calendar_is_well_formed(ledger: Path) -> None:
    """RFC 5545: lines end in CRLF and have 75 octets at most."""
    printed = calendar(ledger)
    lines = printed.split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert any(line.startswith(b" ") for line in lines)
    assert not Calendar.from_ical(printed).errors


def test_no_text_of_an_act_begins_a_line_of_a_calendar(ledger: Path) -> None:
    printed = calendar(ledger)
    text = printed.replace(b"\r\n ", b"").decode()
    lines = text.split("\r\n")
    names = [line.partition(":")[0].partition(";")[0] for line in lines if line]
    assert "X" not in names
    assert names.count("UID") == names.count("DTSTART") == 6
    assert names.count("END") == 7
    assert "DTSTART;VALUE=DATE:19990101" not in lines
    assert not set("\u2028\x07") & set(text)
    call = events(printed)[0]
    assert "\n" not in call["summary"]
    assert "Commune d'Avelin; fictive, et" in call["summary"]


def test_a_calendar_speaks_french_and_does_not_read_the_clock(ledger: Path) -> None:
    first = calendar(ledger, "--lang", "fr")
    assert first == calendar(ledger, "--lang", "fr")
    event = events(first)[1]
    assert str(event["summary"]) == f"Recours des tiers – {REFERENCE}"
    assert event["summary"].params["language"] == "fr"
    assert event.decoded("dtstamp").isoformat() == "2021-06-01T00:00:00+00:00"


def test_a_right_that_ends_is_over_as_far_as_the_record_shows(ledger: Path) -> None:
    said = [str(event["description"]) for event in events(calendar(ledger))]
    reserved = ["Over after that day, as far as the record shows." in it for it in said]
    assert reserved == [False, True, True, True, True, True]


def test_what_is_overdue_or_over_is_no_event(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "echeances.ics"
    done(
        *("--ledger", ledger, "deadlines", "--at", "2026-06-27", "--all"),
        *("--format", "ics", "--output", file),
    )
    assert events(file.read_bytes()) == []

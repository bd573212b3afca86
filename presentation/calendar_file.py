"""Deadlines as a calendar file (iCalendar, RFC 5545), which other programs read in.

Nothing in it depends on the clock: the same question gives the same bytes. An event
keeps its UID, and its SEQUENCE grows with the ledger, so that a later file updates it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from ledger.clauses import translated
from ledger.language import spoken
from ledger.language import translate as _
from presentation import deadlines, words
from presentation.texts import harmless
from projections.deadlines.deadline import DUTIES, Deadline, Kind
from projections.deadlines.deadlines import Deadlines
from projections.periods import next_day

OF_MEMBERS: tuple[Kind, ...] = ("vacancy", "call", "contest", "prescription")
"""What concerns a member rather than an act."""


def as_calendar(answer: Deadlines) -> str:
    """Write an all-day event, on its last day, for each deadline that is open."""
    language = {"LANGUAGE": spoken()}
    calendar = Calendar()
    calendar.add("prodid", f"-//smo-ledger//deadlines//{spoken().upper()}")
    calendar.add("version", "2.0")
    calendar.add("name", _("Deadlines of the syndicate"), parameters=language)
    for line in answer.deadlines:
        if line.open and line.last_day is not None:
            calendar.add_component(_event(line, line.last_day, answer, language))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(
    line: Deadline, last_day: date, answer: Deadlines, language: dict[str, str]
) -> Event:
    event = Event()
    event.add("uid", f"{line.id}@smo-ledger")
    event.add("sequence", int(answer.known_at.removeprefix("#")))
    event.add("dtstamp", datetime.combine(answer.at, time.min, UTC))
    event.add("dtstart", last_day)
    event.add("dtend", next_day(last_day))
    event.add("summary", _summary(line), parameters=language)
    described = "\n".join(filter(None, _description(line, answer)))
    event.add("description", described, parameters=language)
    event.add("transp", "TRANSPARENT")
    return event


def _summary(line: Deadline) -> str:
    """Say what ends that day: for which act, or of a duty, for whom."""
    kind = deadlines.kind(line)
    about = line.name if line.kind in OF_MEMBERS else line.act
    return f"{kind[0].upper()}{kind[1:]} – {_one_line(about or '')}"


def _description(line: Deadline, answer: Deadlines) -> Iterator[str]:
    """Say the rest, a fact a line; texts of an act stay within theirs."""
    yield _one_line(line.title or "")
    yield _one_line(line.name or "")
    yield _one_line(", ".join(deadlines.remarks(line)))
    yield _("Begun on {day}, last day {last}.").format(
        day=words.day(line.starts), last=words.day(line.last_day)
    )
    yield _("* Publicity by presumption.") if line.presumed else ""
    if line.kind not in DUTIES:
        yield _("Over after that day, as far as the record shows.")
    yield translated(line.article)
    yield ", ".join(line.because)
    yield words.known(answer.known_at)


def _one_line(text: str) -> str:
    """Take out whatever would begin a line, or command a terminal."""
    return " ".join(harmless(text).split())

"""Deadlines as tables for people: a table for each way they stand."""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.language import N_, ntranslate
from ledger.language import translate as _
from papers.cell import Cell, quantity
from papers.subjects import of_day
from presentation import words
from presentation.form import Form
from presentation.table import Table, columns, without_empty_columns
from projections.deadlines.deadline import STATES, Deadline, Kind, State
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.of_acts import ELECTORAL
from projections.timelines.world import World

_TITLES: dict[State, str] = {
    "open": N_("Running on {day}"),
    "overdue": N_("Overdue on {day}"),
    "over": N_("Over on {day}, as far as the record shows"),
    "settled": N_("Settled by {day}"),
    "not-established": N_("Not established on {day}"),
}


_KINDS: dict[Kind, str] = {
    "appeal": N_("appeal by third parties"),
    "defere": N_("prefect's referral to the court"),
    "revocation": N_("revocation by its author"),
    "vacancy": N_("seat to be filled"),
    "call": N_("call to be paid"),
    "contest": N_("contest by the debtor"),
    "prescription": N_("prescription"),
}
_OF_ELECTIONS: dict[Kind, str] = {
    "appeal": N_("electoral protest"),
    "defere": N_("prefect's referral of the election"),
}


def form(answer: Deadlines, world: World) -> Form:
    """Tell how deadlines are shown; to calendars too."""
    return Form(
        told=lambda: answer,
        tables=lambda: draw(answer),
        lines=lambda: (Deadline, answer.deadlines),
        world=world,
        subject=lambda: of_day("Échéancier", answer.at, world, headed=True),
        texts={"ics": lambda: _calendar(answer)},
    )


def _calendar(answer: Deadlines) -> Iterator[str]:
    from presentation.calendar_file import as_calendar  # noqa: PLC0415 -- heavy

    yield as_calendar(answer)


def draw(answer: Deadlines) -> list[Table]:
    """Draw the deadlines for people: a table for each way they stand."""
    drawn = []
    for state in STATES:
        lines = [one for one in answer.deadlines if one.state == state]
        if lines:
            drawn.append(_table(state, lines, answer.at))
    if not any(one.open for one in answer.deadlines):
        title = _title("open", answer.at)
        drawn.insert(0, Table(title, (), (), _("No deadline is running.")))
    last = drawn[-1]
    notes = [last.note, *_left_out(answer), words.known(answer.known_at)]
    said = "\n".join(filter(None, notes))
    return [*drawn[:-1], msgspec.structs.replace(last, note=said)]


def _title(state: State, at: date) -> str:
    title = _TITLES[state]
    return _(title).format(day=words.day(at))


def _table(state: State, lines: list[Deadline], at: date) -> Table:
    heads, rows = columns(
        lines,
        (_("Last day"), lambda line: line.last_day),
        (_("Days late") if state == "overdue" else _("Days left"), _days),
        (_("Deadline"), kind),
        (_("Member"), lambda line: line.name),
        (
            _("Begun on"),
            lambda line: (
                f"{words.day(line.starts)} *" if line.presumed else line.starts
            ),
        ),
        (_("Remark"), lambda line: ", ".join(remarks(line))),
        (_("Missing"), lambda line: words.missing(line.missing)),
        (_("By these acts"), lambda line: "\n".join(line.because)),
    )
    is_presumed = any(line.presumed for line in lines)
    notes = [_("* Publicity by presumption.")] if is_presumed else []
    if state == "over":
        notes.append(
            _(
                "A recourse, a request for papers, a suit or a payment that is not on "
                "record may have begun a time anew."
            )
        )
    title = _title(state, at)
    return without_empty_columns(Table(title, heads, rows, "\n".join(notes)))


def _days(line: Deadline) -> Cell:
    return None if line.days_left is None else quantity(abs(line.days_left))


def _left_out(answer: Deadlines) -> Iterator[str]:
    """Say how much is not shown, where there is any."""
    if any(answer.left_out.values()):
        yield _(
            "Not shown: {over} over as far as the record shows, {settled} settled, "
            "{unknown} not established (--all)."
        ).format(
            over=answer.left_out["over"],
            settled=answer.left_out["settled"],
            unknown=answer.left_out["not-established"],
        )


# ------------------------------------------------------------------- words
def kind(line: Deadline) -> str:
    """Write what a deadline is for."""
    is_electoral = line.article == ELECTORAL
    return _(_OF_ELECTIONS[line.kind] if is_electoral else _KINDS[line.kind])


def remarks(line: Deadline) -> Iterator[str]:
    """Say for whom, until what hour, which call, what is owed, how many empty seats."""
    if line.by is not None:
        yield _("for {who} only").format(who=line.by)
    if line.last_hour is not None and line.last_day is not None:
        yield _("until {hour}").format(hour=words.hour(line.last_hour))
    if line.challenged:
        yield _("challenged: {acts}").format(acts=", ".join(line.challenged))
    if line.number is not None:
        yield line.number
    is_owed = line.kind in {"call", "prescription"} and line.state != "settled"
    if is_owed and line.outstanding is not None:
        yield _("{amount} outstanding").format(amount=words.euros(line.outstanding))
    if line.seats is not None and line.seats > 1:
        yield ntranslate("{count} seat", "{count} seats", line.seats).format(
            count=words.quantity(line.seats)
        )

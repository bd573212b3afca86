"""`smo replay`: the history, act by act in order of effect, and what each changed."""

import shutil
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from ledger.language import N_
from ledger.language import translate as _
from projections.chronicle import Record, chronicle
from projections.executory import Missing
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.deeds import told
from terminal.desk import Desk
from terminal.happenings import Happening
from terminal.options import Day, answer_options, at_option, known_at_option, option
from terminal.printing import emit_all, harmless
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Tell the history up to a day, act by act in order of effect, each with what "
        "it changed in the register; then the acts whose effect is not established, "
        "with what is missing. As JSON: one object a line."
    ),
)
@option(
    "--from",
    "from_",
    type=Day(),
    metavar="DATE",
    help=N_("Begin with that day. Default: with the first act."),
)
@at_option
@known_at_option
@answer_options("table", "json")
@click.pass_obj
def command(
    desk: Desk,
    from_: date | None,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Tell the acts one after the other, as they are found."""
    world = ask(desk, known_at)
    records = chronicle(world, from_, at)
    if format_ == "json":
        emit_all(_json(records), output)
        return
    to_screen = output is None and sys.stdout.isatty()
    page = _Page(world, at, to_screen=to_screen)
    emit_all(page.texts(records), output, page=True)


def _json(records: Iterator[Record]) -> Iterator[str]:
    for record in records:
        yield f"{msgspec.json.encode(record).decode()}\n"


class _Page:
    """A chronicle for people: the day, the act, and what it changed below it."""

    def __init__(self, world: World, at: date, *, to_screen: bool) -> None:
        self._world = world
        self._at = at
        self._to_screen = to_screen
        self._width = shutil.get_terminal_size().columns if to_screen else None

    def texts(self, records: Iterator[Record]) -> Iterator[str]:
        """Write the records, each day's heading once."""
        until = _("History up to {day}.").format(day=words.day(self._at))
        yield f"{until} {words.known(self._world.known_at)}\n"
        heading = ""
        for record in records:
            now = (
                words.long_day(record.day)
                if record.day is not None
                else _("Effect not established")
            )
            if now != heading:
                heading = now
                yield "\n" + self._bold(now) + "\n"
            yield from self._record(record)

    def _record(self, record: Record) -> Iterator[str]:
        day = record.day or record.adopted_on or self._at
        if record.act is None:
            yield self._line(_("The year before is over"), "  ")
        else:
            title = f" – {record.title}" if record.title else ""
            yield self._line(f"{record.act}{title}", "  ")
            yield self._line(" · ".join(_dates(record)), "    ")
        changed = Happening(self._world, day).sentences(record.changes)
        for sentence in [*_fate(record), *changed, *self._without_change(record, day)]:
            yield self._line(sentence, "    • ")

    def _without_change(self, record: Record, day: date) -> Iterator[str]:
        """Say what an act decided that changes nothing in the register that day."""
        if record.changes or record.act is None:
            return
        decided = words.listed(told(record.deeds, self._world, day))
        if decided and (record.status == "undated" or not _is_nothing(record)):
            yield decided
        elif decided:
            yield f"{decided} – {_nothing_yet(record)}"
        else:
            yield _nothing_yet(record)
        if record.status == "undated":
            own = (None if one.act == record.act else one.act for one in record.missing)
            facts = (one.fact for one in record.missing)
            found = tuple(map(Missing, own, facts))
            missing = words.missing(found).replace("\n", ", ")
            yield _("missing: {missing}").format(missing=missing)

    def _line(self, text: str, indent: str) -> str:
        clean = harmless(text)
        if self._width is None:
            return f"{indent}{clean}\n"
        hanging = " " * len(indent)
        return (
            textwrap.fill(
                clean,
                max(self._width, 40),
                initial_indent=indent,
                subsequent_indent=hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
            + "\n"
        )

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._to_screen else text


def _dates(record: Record) -> Iterator[str]:
    """Tell an act's own dates, and its entries in the ledger."""
    if record.adopted_on is None:
        yield _("date of adoption unknown")
    else:
        yield _("adopted on {day}").format(day=words.day(record.adopted_on))
    if record.executory_on is not None:
        certain = _("executory on {day}")
        text = _("presumed executory on {day}") if record.presumed else certain
        yield text.format(day=words.day(record.executory_on))
    first, last = record.positions[0], record.positions[-1]
    yield f"#{first}" if first == last else f"#{first}–#{last}"
    if record.status == "effect":
        yield _("further effect")


def _nothing_yet(record: Record) -> str:
    """Say that nothing changes, or when it will."""
    if record.effect_on is None:
        return _("no change in the register")
    return _("of effect on {day}").format(day=words.day(record.effect_on))


def _is_nothing(record: Record) -> bool:
    """Tell whether an act that lives changes nothing, and undoes nothing."""
    is_dead = record.rejected or bool(record.dead)
    return not is_dead and not any(deed.target for deed in record.deeds)


def _fate(record: Record) -> Iterator[str]:
    """Say that an act was voted down, or is dead, and by what."""
    if record.rejected:
        yield _("voted down: of no effect")
    if not record.dead:
        return
    by = ", ".join(record.killed_by)
    if record.is_dead:
        yield _("dead, as if it had never been: {by}").format(by=by)
    else:
        numbers = ", ".join(map(str, record.dead))
        yield _("decisions {numbers} dead, as if never taken: {by}").format(
            numbers=numbers, by=by
        )

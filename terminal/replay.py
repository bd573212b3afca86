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
from projections.missing import Missing
from projections.register.chronicle import Record, chronicle
from projections.world import World
from terminal import fate_words, words
from terminal.asking import ask
from terminal.deeds import told
from terminal.desk import Desk
from terminal.facts import told as facts_told
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
        for sentence in self._sentences(record, day):
            yield self._line(sentence, "    • ")

    def _sentences(self, record: Record, day: date) -> Iterator[str]:
        """Tell what became of an act, what it did to others, and what it changed.

        What became of it is told once, on its first day.
        """
        if record.status != "effect":
            yield from fate_words.became(record)
        yield from fate_words.made(record)
        yield from Happening(self._world, day).sentences(record.changes)
        of_day = tuple(deed for deed in record.deeds if deed.on == record.day)
        facts = list(facts_told(of_day, record.act or "", self._world, day))
        if not (record.changes or record.does or record.act is None):
            yield from self._without_change(record, day, has_facts=bool(facts))
        yield from facts

    def _without_change(
        self, record: Record, day: date, *, has_facts: bool
    ) -> Iterator[str]:
        """Say what an act decided that changes nothing in the register that day."""
        others = tuple(
            deed for deed in record.deeds if not (has_facts and deed.value is not None)
        )
        decided = words.listed(told(others, self._world, day))
        if decided and (record.status == "undated" or not _is_nothing(record)):
            yield decided
        elif decided:
            yield f"{decided} – {_nothing_yet(record)}"
        elif not has_facts:
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
        yield _("continued") if record.executory_on is None else _("further effect")


def _nothing_yet(record: Record) -> str:
    """Say that nothing changes, or when it will."""
    if record.effect_on is None:
        return _("no change in the register")
    return _("of effect on {day}").format(day=words.day(record.effect_on))


def _is_nothing(record: Record) -> bool:
    """Tell whether an act that lives changes nothing, and undoes nothing."""
    is_dead = record.rejected or bool(record.dead)
    return not is_dead and not any(deed.target for deed in record.deeds)

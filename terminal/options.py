"""Options that questions share: the two axes of time, the format, the file."""

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from ledger.language import N_
from ledger.language import translate as _
from ledger.years import OUT_OF_CALENDAR
from presentation.form import DOCUMENTS
from projections.moments import UnreadableMomentError, is_position, moment_of
from projections.periods import Period, day_of
from terminal.localized import LocalizedOption
from terminal.suffixes import OF_BYTES, format_for
from terminal.times import out_of_calendar, read_day, read_period, written_day

F = TypeVar("F", bound=Callable[..., Any])

TEXTS = ("table", "json", "csv")
"""How what is no answer of the register is written."""

TABLES = (*TEXTS, *DOCUMENTS)
"""How an answer that has tables is written."""


class Day(click.ParamType[date]):
    """A date: `2022-06-30`, `30/06/2022` or `today`."""

    name = "DATE"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the date."""
        if isinstance(value, date):
            return value
        if value == "today":
            today: date = click.get_current_context().obj.today
            return today
        found = read_day(value)
        if found is None and (day := written_day(value)) is not None:
            self.fail(_(OUT_OF_CALENDAR).format(day=day), param, ctx)
        if found is None:
            self.fail(
                _("«{value}» is no date; write 2022-06-30, 30/06/2022 or today").format(
                    value=value
                ),
                param,
                ctx,
            )
        return found


class Time(click.ParamType[Period]):
    """A time: `2022`, `2022-06`, `2022-01-01..2022-06-30`, both ends included."""

    name = "PERIOD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """Read the time."""
        if isinstance(value, Period):
            return value
        found = read_period(value)
        outside = out_of_calendar(value) if found is None else None
        if outside is not None:
            self.fail(_(OUT_OF_CALENDAR).format(day=outside), param, ctx)
        if found is None:
            self.fail(
                _(
                    "«{value}» is no period; write 2022, 2022-06 or "
                    "2022-01-01..2022-06-30"
                ).format(value=value),
                param,
                ctx,
            )
        return found


def option(*names: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002
    """Declare an option whose help is translated when it is shown."""
    return click.option(*names, cls=LocalizedOption, help=help, **settings)


def at_option(function: F) -> F:
    """Ask for the law in force on a day."""
    return option(
        "--at",
        type=Day(),
        default="today",
        metavar="DATE",
        help=N_("The law in force on that day. Default: today."),
    )(function)


def during_options(function: F) -> Callable[..., Any]:
    """Ask for a day, or for a time; the command is handed the time, as `during`."""

    @wraps(function)
    def timed(*args: Any, at: date | None, in_: Period | None, **options: Any) -> Any:
        if at is not None and in_ is not None:
            raise click.UsageError(_("--at and --in exclude each other"))
        day = at or click.get_current_context().obj.today
        during = in_ or day_of(day)
        return function(*args, during=during, **options)

    asked = option(
        "--in",
        "in_",
        type=Time(),
        metavar="PERIOD",
        help=N_("A time instead: 2022, 2022-06, or 2022-01-01..2022-06-30."),
    )(timed)
    return option(
        "--at",
        type=Day(),
        metavar="DATE",
        help=N_("The law in force on that day. Default: today."),
    )(asked)


def _check_moment(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    """Refuse what is no moment as misuse, before a ledger is opened."""
    if value is not None and not is_position(value) and value != "today":
        try:
            moment_of(value)
        except UnreadableMomentError as error:
            raise click.BadParameter(str(error), ctx, param) from error
    return value


def known_at_option(function: F) -> F:
    """Ask for what the ledger held at a moment."""
    return option(
        "--known-at",
        metavar="WHEN",
        callback=_check_moment,
        help=N_(
            "What the ledger held then: a date (its end, in Paris), a time, or #N, its "
            "position. Default: now."
        ),
    )(function)


def answer_options(*formats: str) -> Callable[[F], Callable[..., Any]]:
    """Ask for a format, and a file to write to; the first format is the usual one."""

    def declare(function: F) -> Callable[..., Any]:
        @wraps(function)
        def chosen(
            *args: Any, format_: str | None, output: Path | None, **options: Any
        ) -> Any:
            format_ = format_for(output, formats, format_)
            if format_ in OF_BYTES and output is None and sys.stdout.isatty():
                text = _("A terminal cannot show {format}; give --output FILE")
                raise click.UsageError(text.format(format=format_))
            return function(*args, format_=format_, output=output, **options)

        asked = option(
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help=N_("Write to this file; its suffix tells the format."),
        )(chosen)
        asked = option(
            "--json",
            "format_",
            flag_value="json",
            help=N_("The same as --format json."),
        )(asked)
        return option(
            "--format",
            "format_",
            type=click.Choice(formats),
            help=N_("How the answer is written."),
        )(asked)

    return declare

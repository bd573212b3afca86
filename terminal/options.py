"""Options that questions share: the two axes of time, the format, the file."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from ledger.language import N_
from ledger.language import translate as _
from terminal.spoken import SpokenOption

F = TypeVar("F", bound=Callable[..., Any])

_FRENCH_DATE = "%d/%m/%Y"


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
        if found is None:
            self.fail(
                _("«{value}» is no date; write 2022-06-30, 30/06/2022 or today").format(
                    value=value
                ),
                param,
                ctx,
            )
        return found


def read_day(text: str) -> date | None:
    """Read a date in either of the two ways it may be written; None if it is none."""
    try:
        if "/" in text:
            return datetime.strptime(text, _FRENCH_DATE).date()  # noqa: DTZ007 -- a day
        return date.fromisoformat(text) if len(text) == len("2022-06-30") else None
    except ValueError:
        return None


def option(*names: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002
    """Declare an option whose help is translated when it is shown."""
    return click.option(*names, cls=SpokenOption, help=help, **settings)


def at_option(function: F) -> F:
    """Ask for the law in force on a day."""
    return option(
        "--at",
        type=Day(),
        default="today",
        metavar="DATE",
        help=N_("The law in force on that day. Default: today."),
    )(function)


def known_at_option(function: F) -> F:
    """Ask for what the ledger held at a moment."""
    return option(
        "--known-at",
        metavar="WHEN",
        help=N_(
            "What the ledger held then: a date (its end, in Paris), a time, or #N, its "
            "position. Default: now."
        ),
    )(function)


def answer_options(*formats: str) -> Callable[[F], F]:
    """Ask for a format, and a file to write to."""

    def declare(function: F) -> F:
        function = option(
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help=N_("Write to this file."),
        )(function)
        function = option(
            "--json",
            "format_",
            flag_value="json",
            help=N_("The same as --format json."),
        )(function)
        return option(
            "--format",
            "format_",
            type=click.Choice(formats),
            default=formats[0],
            help=N_("How the answer is written."),
        )(function)

    return declare

"""Points of `smo diff`: a day, what was known at a moment, or both."""

from datetime import date

import click
import msgspec

from ledger.language import translate as _
from ledger.years import OUT_OF_CALENDAR, YEARS
from projections.moments import UnreadableMomentError, is_position, moment_of
from terminal.times import read_day, written_day


class Asked(msgspec.Struct, frozen=True):
    """A point as it was written; None where an axis was left to the options."""

    at: date | None
    known_at: str | None


class PointType(click.ParamType[Asked]):
    """A point: `2022-06-30`, `#120`, `@2024-06-30`, `2024-01-01@#120`."""

    name = "POINT"

    def convert(
        self,
        value: Asked | str,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Asked:
        """Read the point."""
        if isinstance(value, Asked):
            return value
        found = read_point(value, click.get_current_context().obj.today)
        day = written_day(value.partition("@")[0]) if found is None else None
        if day is not None and day.year not in YEARS:
            self.fail(_(OUT_OF_CALENDAR).format(day=day), param, ctx)
        if found is None:
            self.fail(
                _(
                    "«{value}» is no point; write a date (2022-06-30, 30/06/2022 or "
                    "today), a position (#120), or both (2024-01-01@#120)"
                ).format(value=value),
                param,
                ctx,
            )
        return found


def read_point(text: str, today: date) -> Asked | None:
    """Read a point; None if it is none.

    >>> read_point("2024-01-01@#120", date(2026, 1, 1))
    Asked(at=datetime.date(2024, 1, 1), known_at='#120')
    >>> read_point("#120", date(2026, 1, 1))
    Asked(at=None, known_at='#120')
    """
    written, at_sign, when = text.partition("@")
    if not at_sign and is_position(text):
        return Asked(None, text)
    if at_sign and not _is_moment(when):
        return None
    known_at = when or None
    if not written:
        return Asked(None, known_at) if known_at else None
    day = today if written == "today" else read_day(written)
    return Asked(day, known_at) if day is not None else None


def _is_moment(when: str) -> bool:
    if is_position(when) or when == "today":
        return True
    try:
        moment_of(when)
    except UnreadableMomentError:
        return False
    return True

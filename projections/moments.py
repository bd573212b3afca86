"""Up to which position does an answer take the ledger into account?"""

import re
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from ledger.errors import LedgerError
from ledger.language import N_

_PARIS = ZoneInfo("Europe/Paris")
_POSITION = re.compile(r"#([0-9]+)")


class Sequence(Protocol):
    """What has positions, each recorded at a time: a ledger."""

    def head(self) -> int:
        """Tell the last position."""

    def position_at(self, moment: datetime, /) -> int:
        """Tell the last position recorded by a moment."""


class UnreadableMomentError(LedgerError):
    """A moment that is none."""

    sentence = N_(
        "«{text}» is no moment; write a date such as 2024-06-30, a time such as "
        "2024-06-30T12:00, or a position such as #12"
    )


class BeyondTheEndError(LedgerError):
    """A position the ledger has not reached; what it will hold is not known."""

    sentence = N_("The ledger ends at #{head}; it has no position #{position} yet")


def position_known_at(when: str | None, ledger: Sequence) -> int:
    """Resolve a moment to a position, once; below it nothing sees a clock.

    Raises:
        UnreadableMomentError: it is neither date, nor time, nor position.
        BeyondTheEndError: the position is beyond the ledger's end.
    """
    if when in {None, "today"}:
        return ledger.head()
    position = _POSITION.fullmatch(when)
    if position is None:
        return ledger.position_at(moment_of(when))
    number, head = int(position[1]), ledger.head()
    if number > head:
        raise BeyondTheEndError(head=head, position=number)
    return number


def is_position(when: str) -> bool:
    """Tell whether a moment is written as a position of the ledger."""
    return _POSITION.fullmatch(when) is not None


def moment_of(when: str) -> datetime:
    """Read a time; of a date, the last moment in Paris; a time without zone is Paris's.

    >>> moment_of("2024-06-30").isoformat(), moment_of("30/06/2024 12:00").isoformat()
    ('2024-06-30T23:59:59.999999+02:00', '2024-06-30T12:00:00+02:00')
    """
    text = re.sub(r"^([0-9]{2})/([0-9]{2})/([0-9]{4})", r"\3-\2-\1", when)
    try:
        if len(text) == len("2024-06-30"):
            return datetime.combine(date.fromisoformat(text), time.max, _PARIS)
        if len(text) < len("2024-06-30"):  # 20240630 is a time to Python: midnight
            raise UnreadableMomentError(text=when)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableMomentError(text=when) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=_PARIS)

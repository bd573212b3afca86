"""On which day does a time limit end? Each rule is one pure function of its start.

A last day is computed whenever it is asked for, and never stored: what starts a limit
may be learned, or rectified, later (specification section 5).
"""

from datetime import date, timedelta

from projections.limits.working_days import first_worked
from projections.periods import months_later, next_day

APPEAL_MONTHS = 2
"""Third parties (CJA R.421-1) and the prefect (CGCT L.2131-6, L.3132-1), franc."""

REVOCATION_MONTHS = 4
"""How long an illegal act may be taken back (CRPA L.243-3); not franc."""

CALL_DAYS = 30
"""A named switch (specification section 16): conditions art. 7 for every call."""


def franc(start: date, months: int) -> date:
    """Tell the last day of a *délai franc*: neither first nor last day counts.

    The month clamp is a named switch (specification section 16). The end moves off
    Saturdays, Sundays and public holidays.

    >>> franc(date(2021, 5, 25), APPEAL_MONTHS).isoformat()
    '2021-07-26'
    """
    return first_worked(next_day(months_later(start, months)))


def appeal_ends(start: date) -> date:
    """Tell the last day to bring an act before the court, or for the prefect to."""
    return franc(start, APPEAL_MONTHS)


def revocation_ends(adopted_on: date) -> date:
    """Tell the last day an illegal act may be taken back: the same, months later."""
    return months_later(adopted_on, REVOCATION_MONTHS)


def call_ends(available_on: date) -> date:
    """Tell the last day to pay what was called; days of the calendar, none moved."""
    return available_on + timedelta(days=CALL_DAYS)

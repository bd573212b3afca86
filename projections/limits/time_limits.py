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

PROTEST_DAYS, REFERRAL_OF_ELECTION_DAYS = 5, 15
"""To contest a designation or an election: for anybody, and for the prefect (code
électoral R.119; CE 27 June 2025, 499644); not franc, moved off days nobody works."""

PROTEST_HOUR = "18:00"
"""Until when, on its last day, a designation or an election may be contested."""

CONTEST_MONTHS = 2
"""How long a debtor may contest a call (CGCT L.1617-5); franc."""

PRESCRIPTION_MONTHS = 48
"""How long a call may be recovered (CGCT L.1617-5); neither franc nor moved."""

SILENCE_MONTHS = 2
"""After how long silence refuses a recourse (CJA R.421-2); not franc, not moved."""

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


def protest_ends(adopted_on: date) -> date:
    """Tell the last day to contest a designation or an election: the fifth after it.

    >>> protest_ends(date(2024, 5, 3)).isoformat()
    '2024-05-10'
    """
    return first_worked(adopted_on + timedelta(days=PROTEST_DAYS))


def referral_of_election_ends(received_on: date) -> date:
    """Tell the last day for the prefect to bring one before the court."""
    return first_worked(received_on + timedelta(days=REFERRAL_OF_ELECTION_DAYS))


def contest_ends(available_on: date) -> date:
    """Tell the last day for a debtor to contest a call before the court."""
    return franc(available_on, CONTEST_MONTHS)


def prescription_ends(since: date) -> date:
    """Tell the last day to recover a call; 29 February ends on 28, in four years 29.

    >>> prescription_ends(date(2022, 3, 10)).isoformat()
    '2026-03-10'
    """
    return months_later(since, PRESCRIPTION_MONTHS)


def call_ends(available_on: date) -> date:
    """Tell the last day to pay what was called; days of the calendar, none moved."""
    return available_on + timedelta(days=CALL_DAYS)


def silence_ends(received_on: date) -> date:
    """Tell the day on which silence refuses a recourse: the same, months later."""
    return months_later(received_on, SILENCE_MONTHS)

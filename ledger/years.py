"""The calendar of a ledger: nothing it speaks of is older, or further ahead."""

from ledger.language import N_

YEARS = range(1800, 3000)
OUT_OF_CALENDAR = N_("{day} is out of the calendar of this ledger: 1800 to 2999")

"""No rules tell who votes on a day: none are on record, or not in force."""

from ledger.errors import LedgerError
from ledger.language import N_


class NoRulesError(LedgerError):
    """No statutes are in force, so no rule tells who votes."""

    sentence = N_(
        "On {day} no statutes with their rules are in force; record them first"
    )


class UnforcedStatutesError(NoRulesError):
    """Statutes are on record, and since when they are in force is not established."""

    sentence = N_(
        "On {day} no statutes are in force: since when {act}, which adopted some, is "
        "in force is not established. smo why executory {act} tells what is missing"
    )

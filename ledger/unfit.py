"""Every no about a ledger that does not fit itself: something in it was touched."""

from ledger.errors import LedgerError
from ledger.language import N_


class UnknownStoredTypeError(LedgerError):
    """An entry is of a type this program does not know. It is never skipped."""

    sentence = N_(
        "Entry #{position} is of the type «{type}», unknown to this program. "
        "Install a newer smo-ledger"
    )


class UnreadableEntryError(LedgerError):
    """An entry's stored text does not fit its type. It is never skipped."""

    sentence = N_(
        "Entry #{position} ({type}) cannot be read: {reason}. "
        "«smo verify» tells what was touched"
    )


class UnfitLedgerError(LedgerError):
    """Entries that can be read do not go together. No answer is given on them."""

    sentence = N_(
        "The ledger does not fit itself at #{position}: {reason}. "
        "«smo verify» tells what was touched"
    )


class BrokenTreeError(LedgerError):
    """The tree of hashes has a hole."""

    sentence = N_(
        "The tree of hashes is broken at #{position}: somebody has changed the ledger. "
        "«smo verify» tells what"
    )


class UnreadableSealsError(LedgerError):
    """There are checkpoints, and not one of them can be read."""

    sentence = N_(
        "No checkpoint of this ledger can be read: {reason}. "
        "«smo verify» tells what was touched"
    )

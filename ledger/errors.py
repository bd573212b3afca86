"""Every way the ledger says no: one sentence each, with its values and its rule.

A `RefusedError` is a rule's no: it stops a recording, names its rule and the article
behind it. The others say that something could not be read, opened or understood.
Sentences are in English here and translated when they are shown.
"""

from typing import Any, ClassVar

from ledger.language import N_
from ledger.language import translate as _


class LedgerError(Exception):
    """Something the user must know about, said in one sentence."""

    sentence: ClassVar[str]

    def __init__(self, **values: Any) -> None:
        """Keep the values; the sentence is composed when it is shown."""
        super().__init__(values)
        self.values = values

    def __str__(self) -> str:
        """Say the sentence in the language spoken now."""
        return _(self.sentence).format(**self.shown())

    def shown(self) -> dict[str, Any]:
        """Tell the values of the sentence as people read them."""
        return self.values


# ------------------------------------------------------------------- the database
class NoLedgerError(LedgerError):
    """There is nothing at that place."""

    sentence = N_(
        "There is no ledger at {place}. Create one with «smo init», or name another "
        "with --ledger"
    )


class NotALedgerError(LedgerError):
    """The file or database holds something else."""

    sentence = N_(
        "{place} is not a ledger. Name a ledger, or a file that does not exist yet"
    )


class NewerLedgerError(LedgerError):
    """A later program wrote this ledger."""

    sentence = N_(
        "{place} has format {found}; this program knows formats up to {known}. "
        "Install a newer smo-ledger"
    )


class OlderLedgerError(LedgerError):
    """A program wrote this ledger before there was a release."""

    sentence = N_(
        "{place} has format {found}, older than any release; this program knows format "
        "{known}. Export its acts with the program that wrote it, and import them"
    )


class LedgerUnavailableError(LedgerError):
    """The database answered with an error of its own."""

    sentence = N_("The ledger at {place} cannot be used: {reason}")


class UnknownStoredTypeError(LedgerError):
    """An entry is of a type this program does not know. It is never skipped."""

    sentence = N_(
        "Entry #{position} is of the type «{type}», unknown to this program. "
        "Install a newer smo-ledger"
    )


class UnreadableEntryError(LedgerError):
    """An entry's stored text does not fit its type. It is never skipped."""

    sentence = N_("Entry #{position} ({type}) cannot be read: {reason}")


class BrokenTreeError(LedgerError):
    """The tree of hashes has a hole."""

    sentence = N_(
        "The tree of hashes is broken at #{position}: somebody has changed the ledger. "
        "«smo verify» tells what"
    )


class UnwritableOutputError(LedgerError):
    """The screen or the file behind it takes no more."""

    sentence = N_("The answer cannot be written: {reason}")


class NoAuthorError(LedgerError):
    """Nobody knows who records."""

    sentence = N_("It is not known who records. Name yourself with --as, or $SMO_USER")


class UnfitAuthorError(LedgerError):
    """Who records is named by what is no name."""

    sentence = N_(
        "«{name}» cannot stand for who records: it is blank, or holds line ends or "
        "other control marks. Name yourself with --as, or $SMO_USER"
    )


class BusyLedgerError(LedgerError):
    """Others kept recording what this batch depends on."""

    sentence = N_(
        "Others were recording at the same time; nothing of this was recorded after "
        "{attempts} attempts. Try again"
    )

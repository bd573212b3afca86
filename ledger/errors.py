"""Every way the ledger says no: one sentence each, with its values and its rule.

A `RefusedError` is a rule's no: it stops a recording, names its rule and the article
behind it. The others say that something could not be read, opened or understood.
Sentences are in English here and translated when they are shown.
"""

from collections.abc import Iterable
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


class UnknownNameError(LedgerError):
    """A name nobody knows; `known` are those offered, and may be none."""

    nothing_near: ClassVar[str]

    def __init__(self, *, name: str, known: Iterable[str]) -> None:
        """Keep the name, and what is offered instead."""
        super().__init__(name=name, known=", ".join(known))

    def __str__(self) -> str:
        """Offer what is known; where that is nothing, say so."""
        sentence = self.sentence if self.values["known"] else self.nothing_near
        return _(sentence).format(**self.values)


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


class ManyFormatsError(LedgerError):
    """The one number that tells the format of a ledger is not alone."""

    sentence = N_(
        "The format of {place} reads «{found}» instead of {known}: something was added "
        "to its table ledger_format. If a newer smo-ledger was used on it, install "
        "that one; if not, whoever owns the database must take out all but {known}, "
        "or put a backup back, and then run «smo verify»"
    )


class LedgerUnavailableError(LedgerError):
    """The database answered with an error of its own."""

    sentence = N_("The ledger at {place} cannot be used: {reason}")


class FullDiskError(LedgerUnavailableError):
    """There is no room for what was to be recorded."""

    sentence = N_(
        "There is no room left on the disk for {place}: nothing of this was recorded. "
        "Make room, and do it again"
    )


class UnopenedLedgerError(LedgerUnavailableError):
    """The system does not let the file be opened."""

    sentence = N_(
        "The file {place} cannot be opened. See that its folder is there, and that you "
        "may read and write both"
    )


class FailingDiskError(LedgerUnavailableError):
    """The disk did not do what it was asked."""

    sentence = N_(
        "The disk failed while {place} was read or written ({reason}): nothing of this "
        "was recorded. Look at the disk and its limits, then at the ledger with "
        "«smo verify»"
    )


class ReadOnlyLedgerError(LedgerUnavailableError):
    """Who runs the program may read the ledger, and not record in it."""

    sentence = N_(
        "Nothing can be recorded in {place}: the file, its folder or its disk may only "
        "be read. Ask for the right to write both file and folder"
    )


class LockedLedgerError(LedgerUnavailableError):
    """Another program records, and does not come to an end."""

    sentence = N_(
        "Another program has kept {place} locked for {seconds} s: nothing of this was "
        "recorded. Do it again once the other has ended"
    )


class DamagedLedgerError(LedgerUnavailableError):
    """The file is a ledger's, and parts of it are gone or make no sense."""

    sentence = N_(
        "The file {place} is damaged ({reason}): nothing was recorded in it. Keep it, "
        "and go on with its last copy, read again with «smo verify»"
    )


class GarbledLedgerError(LedgerUnavailableError):
    """A cell holds bytes that are no text, where a text was written."""

    sentence = N_(
        "The ledger at {place} does not fit itself: where a text was written, there is "
        "none ({reason}). «smo verify» tells what was touched"
    )


class StrandedLedgerError(LedgerUnavailableError):
    """The last entries are still in the journal, and it cannot be worked in here."""

    sentence = N_(
        "The last entries of {place} are still in {journal}, which can only be read "
        "where both may be written. Copy both files to such a folder, and ask the copy"
    )


class OvertakenLedgerError(LedgerUnavailableError):
    """A file that was read as one at rest was not."""

    sentence = N_(
        "Somebody recorded in {place} while it was read from a place where this "
        "program may not write: the answer is not given. Ask again"
    )


class NotAllowedError(LedgerUnavailableError):
    """The database gives this user's role no such right."""

    sentence = N_(
        "The database at {place} does not let you do this ({reason}): nothing was "
        "recorded. Members of smo_secretary record, those of smo_auditor ask"
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

"""Seal a ledger: sign the head of its tree; or cosign what another signed."""

from datetime import datetime

from commands.progress import Progress, silent
from commands.verifying import verify
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.proof.checkpoint import Checkpoint
from ledger.proof.keys import SigningKey
from ledger.proof.note import Note
from ledger.proof.seal_audit import Seal
from ledger.storage.engine import Database
from ledger.storage.sealing import keep_checkpoint


class TouchedLedgerError(LedgerError):
    """What was touched is never signed."""

    sentence = N_(
        "This ledger is not whole ({faults} faults): it is not sealed. "
        "«smo verify» names them"
    )


class EmptyLedgerError(LedgerError):
    """There is nothing to sign."""

    sentence = N_("The ledger is empty: there is nothing to seal yet")


class AlreadyCosignedError(LedgerError):
    """A key signs a checkpoint once."""

    sentence = N_("The key {name} has signed this checkpoint already")


def seal(database: Database, key: SigningKey, *, progress: Progress = silent) -> Note:
    """Sign the head of the tree as it is now, and keep the checkpoint.

    The ledger is read again as a whole first: what is not whole is not signed.

    Raises:
        EmptyLedgerError: it has no entry.
        TouchedLedgerError: something is wrong with it.
    """
    found = verify(database, progress=progress)
    if found.faults:
        raise TouchedLedgerError(faults=len(found.faults))
    if not found.entries:
        raise EmptyLedgerError
    text = str(Checkpoint(key.name, found.entries, bytes.fromhex(found.root)))
    note = Note(text, (key.sign(text),))
    keep_checkpoint(database, note)
    return note


def cosign(
    database: Database,
    key: SigningKey,
    given: Seal,
    *,
    now: datetime,
    progress: Progress = silent,
) -> Note:
    """Attest as a witness that this ledger begins as the checkpoint says.

    Raises:
        TouchedLedgerError: it does not, or something else is wrong with it.
        AlreadyCosignedError: this key is among the signatures.
    """
    if any(one.name == key.name for one in given.note.signatures):
        raise AlreadyCosignedError(name=key.name)
    found = verify(database, since=given, progress=progress)
    if found.faults:
        raise TouchedLedgerError(faults=len(found.faults))
    text = given.note.text
    signature = key.cosign(text, time=int(now.timestamp()))
    note = Note(text, (*given.note.signatures, signature))
    keep_checkpoint(database, note)
    return note

"""Checkpoints (C2SP tlog-checkpoint): the head of the tree at a size, as a note."""

from base64 import b64decode, b64encode
from binascii import Error as NoBase64Error

import msgspec

from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.merkle import HASH_SIZE
from ledger.proof.note import Note

SHORT = 16
"""Marks of a head that are printed where people compare by eye."""


class MalformedCheckpointError(LedgerError):
    """A note states no head of a tree."""

    sentence = N_("This note is no checkpoint: {reason}")


class Checkpoint(msgspec.Struct, frozen=True):
    """Whose tree, how many entries, and the head over them."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        """Write the text of the note: three lines."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @property
    def short(self) -> str:
        """Say it briefly, as it is printed on documents."""
        return short_form(self.size, self.root)


def short_form(size: int, root: bytes) -> str:
    """Say a head briefly, with the position it is of.

    >>> short_form(3, bytes(32))
    '#3 0000-0000-0000-0000'
    """
    return f"#{size} {digest(root)}"


def digest(root: bytes) -> str:
    """Say the first marks of a head, in groups."""
    marks = root.hex()[:SHORT]
    return "-".join(marks[start : start + 4] for start in range(0, SHORT, 4))


def checkpoint_of(note: Note) -> Checkpoint:
    """Read the checkpoint a note states.

    Raises:
        MalformedCheckpointError: it states none.
    """
    lines = note.text.split("\n")
    if len(lines) != 4:  # noqa: PLR2004 -- three lines, each ended
        raise MalformedCheckpointError(reason=_("it has not three lines"))
    origin, size, root, _end = lines
    try:
        found = Checkpoint(origin, int(size), b64decode(root, validate=True))
    except (NoBase64Error, ValueError) as error:
        reason = _("its size or its hash cannot be read")
        raise MalformedCheckpointError(reason=reason) from error
    if not origin or len(found.root) != HASH_SIZE or str(found) != note.text:
        raise MalformedCheckpointError(reason=_("it is not written as it must be"))
    if all(one.name != origin for one in note.signatures):
        reason = _("nobody signed it in the name of its first line")
        raise MalformedCheckpointError(reason=reason)
    return found

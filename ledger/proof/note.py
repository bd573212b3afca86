"""Signed notes, as C2SP defines them: a text, an empty line, a line a signature."""

import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64Error

import msgspec

from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _

_KEY_ID_SIZE = 4
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_SIGNATURE = re.compile(r"— (?P<name>[^\s+]+) (?P<blob>[A-Za-z0-9+/]+={0,2})")


class MalformedNoteError(LedgerError):
    """A text is no signed note."""

    sentence = N_("This is no signed note: {reason}")


class Signature(msgspec.Struct, frozen=True):
    """Who signed, with which key, and what came of it."""

    name: str
    key_id: bytes
    signed: bytes


class Note(msgspec.Struct, frozen=True):
    """A text that ends with its line, and who signed it."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """Write the note as it is stored and handed over."""
        return f"{self.text}\n{''.join(map(_signature_line, self.signatures))}"


def read_note(written: str) -> Note:
    """Read a signed note.

    Raises:
        MalformedNoteError: it is none.
    """
    try:
        return _read_note(written)
    except MalformedNoteError as error:
        reason = _changed_under_way(written)
        if reason is None:
            raise
        raise MalformedNoteError(reason=reason) from error


def _read_note(written: str) -> Note:
    text, empty_line, signed = written.rpartition("\n\n")
    if not empty_line:
        raise MalformedNoteError(reason=_("no empty line before the signatures"))
    if not text or _CONTROL.search(written):
        raise MalformedNoteError(reason=_("its text is empty or holds control marks"))
    if not signed.endswith("\n"):
        raise MalformedNoteError(reason=_("its last line does not end"))
    lines = signed[:-1].split("\n")
    if len({*lines}) < len(lines):
        raise MalformedNoteError(reason=_("a signature stands there twice"))
    return Note(f"{text}\n", tuple(map(_read_signature, lines)))


def _changed_under_way(written: str) -> str | None:
    """Tell what a mail program or an editor seems to have done to a note."""
    if "\r\n" in written:
        return _(
            "its line ends were changed, to those of Windows (CRLF). Ask for the file "
            "itself again, not for its text in a mail, or turn CRLF back into LF"
        )
    if re.search(r"[ \t]$", written, re.MULTILINE):
        return _(
            "spaces stand at the ends of its lines. Ask for the file itself again, not "
            "for its text in a mail, or take these spaces out"
        )
    return None


def _read_signature(line: str) -> Signature:
    found = _SIGNATURE.fullmatch(line)
    if found is None:
        raise MalformedNoteError(reason=_("a line of its signatures is none"))
    try:
        blob = b64decode(found["blob"], validate=True)
    except NoBase64Error as error:
        raise MalformedNoteError(reason=_("a signature is no base64")) from error
    # Two texts must not stand for the same bytes, or a changed byte goes unseen.
    if b64encode(blob).decode() != found["blob"] or len(blob) <= _KEY_ID_SIZE:
        raise MalformedNoteError(reason=_("a signature is no base64"))
    return Signature(found["name"], blob[:_KEY_ID_SIZE], blob[_KEY_ID_SIZE:])


def _signature_line(one: Signature) -> str:
    return f"— {one.name} {b64encode(one.key_id + one.signed).decode()}\n"

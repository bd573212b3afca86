"""Ed25519 keys of signed notes: how they are written, what they sign, who signed.

A key signs a log's own checkpoints, or cosigns those of others: the same key, two kinds
of signature, each with an identity of its own (C2SP signed-note, tlog-cosignature).
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64Error
from enum import Enum
from hashlib import sha256
from unicodedata import category

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.note import Note, Signature

_PRIVATE = "PRIVATE+KEY+"
_NAME = re.compile(r"[^\s+]+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Marks nobody sees: of control, of format, and what is no mark at all."""

_KEY_SIZE = 32
_TIME_SIZE = 8
_COSIGNATURE = "cosignature/v1\ntime {time}\n{text}"


class Kind(Enum):
    """What a signature says: «my own log», or «I saw this one, then»."""

    SIGNATURE = b"\x01"
    COSIGNATURE = b"\x04"


class Verdict(Enum):
    """What came of a signature under a key."""

    GOOD = "good"
    BAD = "bad"
    ANOTHER_KEY = "another-key"


class WrongKeyError(LedgerError):
    """A text is no key of the kind that is needed."""

    sentence = N_("This is no {kind} key as «smo key new» writes it: {reason}")


class PublicKey(msgspec.Struct, frozen=True):
    """A name, and the key that verifies what it signs."""

    name: str
    key: bytes

    def __str__(self) -> str:
        """Write the key as verifiers take it: name, identity, key."""
        kind = Kind.SIGNATURE
        written = b64encode(kind.value + self.key).decode()
        return f"{self.name}+{self.identity(kind).hex()}+{written}"

    def identity(self, kind: Kind) -> bytes:
        """Give the four bytes by which a signature line names its key."""
        return sha256(self.name.encode() + b"\n" + kind.value + self.key).digest()[:4]

    def judges(self, note: Note, signature: Signature) -> Verdict:
        """Tell whether this key made a signature of a note."""
        if signature.name != self.name:
            return Verdict.ANOTHER_KEY
        message, signed = note.text, signature.signed
        if signature.key_id == self.identity(Kind.COSIGNATURE):
            time = int.from_bytes(signed[:_TIME_SIZE])
            message = _COSIGNATURE.format(time=time, text=note.text)
            signed = signed[_TIME_SIZE:]
        elif signature.key_id != self.identity(Kind.SIGNATURE):
            return Verdict.ANOTHER_KEY
        try:
            verifier = Ed25519PublicKey.from_public_bytes(self.key)
            verifier.verify(signed, message.encode())
        except InvalidSignature:
            return Verdict.BAD
        return Verdict.GOOD


class SigningKey(msgspec.Struct, frozen=True):
    """A name, and the secret from which its key is made."""

    name: str
    secret: bytes

    def __str__(self) -> str:
        """Write the key as it is kept: never in the ledger, and for one reader only."""
        kind = Kind.SIGNATURE
        written = b64encode(kind.value + self.secret).decode()
        return f"{_PRIVATE}{self.name}+{self.public.identity(kind).hex()}+{written}"

    def __repr__(self) -> str:
        """Keep the secret out of every message."""
        return f"SigningKey({self.name!r})"

    @property
    def public(self) -> PublicKey:
        """Give the key by which others verify."""
        private = Ed25519PrivateKey.from_private_bytes(self.secret)
        return PublicKey(self.name, private.public_key().public_bytes_raw())

    def sign(self, text: str) -> Signature:
        """Sign a note of one's own log."""
        identity = self.public.identity(Kind.SIGNATURE)
        return Signature(self.name, identity, self._signed(text))

    def cosign(self, text: str, *, time: int) -> Signature:
        """Sign that a note of another's log was seen, at a time (seconds of Unix)."""
        identity = self.public.identity(Kind.COSIGNATURE)
        signed = self._signed(_COSIGNATURE.format(time=time, text=text))
        return Signature(self.name, identity, time.to_bytes(_TIME_SIZE) + signed)

    def _signed(self, message: str) -> bytes:
        private = Ed25519PrivateKey.from_private_bytes(self.secret)
        return private.sign(message.encode())


def new_key(name: str) -> SigningKey:
    """Make a key with a secret nobody has.

    Raises:
        WrongKeyError: the name is empty, or holds a space, a plus sign, or a mark
            nobody sees.
    """
    _check_name(name, _("signing"))
    return SigningKey(name, Ed25519PrivateKey.generate().private_bytes_raw())


def read_signing_key(written: str) -> SigningKey:
    """Read a key that `str` of one wrote.

    Raises:
        WrongKeyError: it is none.
    """
    kind = _("signing")
    if not written.startswith(_PRIVATE):
        raise WrongKeyError(kind=kind, reason=_("it begins otherwise"))
    name, secret = _parts(written.removeprefix(_PRIVATE), kind)
    found = SigningKey(name, secret)
    if str(found) != written.strip():
        raise WrongKeyError(kind=kind, reason=_("its parts do not fit together"))
    return found


def read_public_key(written: str) -> PublicKey:
    """Read a public key that `str` of one wrote.

    Raises:
        WrongKeyError: it is none.
    """
    kind = _("public")
    found = PublicKey(*_parts(written, kind))
    if str(found) != written.strip():
        raise WrongKeyError(kind=kind, reason=_("its parts do not fit together"))
    return found


def _parts(written: str, kind: str) -> tuple[str, bytes]:
    """Give the name and the bytes of a written key."""
    parts = written.strip().split("+", 2)
    if len(parts) != 3:  # noqa: PLR2004 -- name, identity, key
        raise WrongKeyError(kind=kind, reason=_("it has not three parts"))
    _check_name(parts[0], kind)
    try:
        found = b64decode(parts[2], validate=True)
    except NoBase64Error as error:
        raise WrongKeyError(kind=kind, reason=_("its key is no base64")) from error
    if len(found) != 1 + _KEY_SIZE:
        raise WrongKeyError(kind=kind, reason=_("its key is too long or too short"))
    return parts[0], found[1:]


def _check_name(name: str, kind: str) -> None:
    if not _NAME.fullmatch(name):
        reason = _("its name is empty, or holds a space or a plus sign")
        raise WrongKeyError(kind=kind, reason=reason)
    if any(category(mark) in _UNSEEN for mark in name):
        reason = _("its name holds marks that cannot be seen. Choose another name")
        raise WrongKeyError(kind=kind, reason=reason)

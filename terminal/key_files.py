"""Keys and checkpoints as files: a secret one is for its owner's eyes only."""

import os
from pathlib import Path

from ledger.acts.limits import TooManyBytesError, read_within
from ledger.error_texts import reason_of
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.keys import (
    PublicKey,
    SigningKey,
    read_public_key,
    read_signing_key,
)
from ledger.proof.seal_audit import Seal, read_seal
from terminal.files import NewFile, UnwritableError, create

SECRET = 0o600
LIMIT = 2**20
"""Bytes of a key or a checkpoint that are read: neither is ever longer."""

LARGEST_PROOF = 512 * 2**20
"""Bytes of a proof; an entry with its hashes takes some two thousand."""


class UnreadableFileError(LedgerError):
    """A file that was named cannot be read."""

    sentence = N_("{path} cannot be read: {reason}")


class OpenSecretError(LedgerError):
    """Others may read a signing key."""

    sentence = N_("Others may read the key {path}. Say «chmod 600 {path}» first")


def write_key(key: SigningKey, path: Path) -> Path:
    """Write a signing key, and the public one beside it; neither over another file.

    Raises:
        UnwritableError: there is such a file, or it cannot be written.
    """
    if not path.name:  # the folder one is in, or the root
        raise UnwritableError(path=path, reason=_("Is a directory"))
    public = path.with_name(f"{path.name}.pub")
    create(
        NewFile(path, f"{key}\n".encode(), SECRET),
        NewFile(public, f"{key.public}\n".encode()),
    )
    return public


def signing_key_in(path: Path) -> SigningKey:
    """Read the signing key in a file that nobody else may read.

    Raises:
        OpenSecretError: somebody else may.
        WrongKeyError: it holds none.
    """
    written = _text_of(path)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise OpenSecretError(path=path)
    return read_signing_key(written)


def public_key_in(path: Path) -> PublicKey:
    """Read the public key in a file."""
    return read_public_key(_text_of(path))


def seal_in(path: Path) -> Seal:
    """Read the checkpoint in a file."""
    return read_seal(_text_of(path))


def proof_in(path: Path) -> str:
    """Read the text of a proof in a file."""
    return _text_of(path, LARGEST_PROOF)


def _text_of(path: Path, most: int = LIMIT) -> str:
    try:
        return read_within(path, most).decode()
    except (OSError, UnicodeDecodeError, TooManyBytesError) as error:
        raise UnreadableFileError(path=path, reason=reason_of(error)) from error

"""Ledgers that were sealed, and the proofs made of them."""

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from commands.checking_proof import check_proof
from ledger.proof.keys import PublicKey
from ledger.proof.proof_file import ProofFile, read_proof
from tests.shell import REAL, done, smo

KEY_NAME = "registre.example"


class Sealed(NamedTuple):
    """A ledger, and the file of the key that sealed it."""

    place: Path
    key: Path

    @property
    def public_key(self) -> Path:
        """Tell where the public key is."""
        return self.key.with_name(f"{self.key.name}.pub")


def sealed_copy(place: Path, folder: Path) -> Sealed:
    """Copy a ledger, and seal the copy with a new key."""
    copy = folder / "sealed.db"
    shutil.copy(place, copy)
    key = folder / "key"
    done("key", "new", "--output", key, "--name", KEY_NAME)
    seal(found := Sealed(copy, key))
    return found


def seal(sealed: Sealed) -> str:
    """Seal a ledger as it is now."""
    return done("--ledger", sealed.place, "seal", "--key", sealed.key)


def proof(sealed: Sealed, *words: object) -> str:
    """Prove something by the ledger, and give the text."""
    return done("--ledger", sealed.place, "prove", *words)


def faults(text: str, key: PublicKey | None = None) -> set[str]:
    """Check a proof, and name the rules of what is wrong with it."""
    return {one.rule for one in check_proof(text, key).verdict.faults}


def sealed_real(folder: Path) -> Sealed:
    """Record the real acts, and seal them."""
    done("--ledger", folder / "real.db", "import", *REAL)
    return sealed_copy(folder / "real.db", folder)


def read(text: str) -> ProofFile:
    """Read a proof."""
    return read_proof(text)


def verified(folder: Path, text: str, *options: object) -> tuple[int, dict[str, Any]]:
    """Check a proof where there is no ledger: the exit status, and the verdict."""
    file = folder / "proof.txt"
    file.write_bytes(text.encode())
    place = folder / "no-such-ledger.db"
    result = smo(
        *("--ledger", place, "verify", "--proof", file),
        *("--json", *options),
    )
    assert not place.exists()
    found: dict[str, Any] = msgspec.json.decode(result.stdout)
    return result.exit_code, found

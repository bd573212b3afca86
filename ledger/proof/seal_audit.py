"""The checkpoints against what the entries are now, and against the key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ledger.errors import LedgerError
from ledger.proof.checkpoint import Checkpoint, checkpoint_of
from ledger.proof.fault import Fault
from ledger.proof.keys import PublicKey, Verdict
from ledger.proof.note import Note, read_note


class Seal(msgspec.Struct, frozen=True):
    """A checkpoint that was stored or handed over; no number where handed over."""

    number: int | None
    note: Note
    checkpoint: Checkpoint


class Heads(msgspec.Struct, frozen=True):
    """What the entries are now: how many, and the head of the tree at some sizes."""

    size: int
    roots: Mapping[int, bytes]


def read_seal(written: str, number: int | None = None) -> Seal:
    """Read a checkpoint as it is stored or handed over.

    Raises:
        MalformedNoteError, MalformedCheckpointError: it is none.
    """
    note = read_note(written)
    return Seal(number, note, checkpoint_of(note))


def read_stored(
    stored: Iterable[tuple[int, object]],
) -> tuple[list[Seal], list[Fault]]:
    """Read the stored checkpoints, and tell which are missing or unreadable."""
    seals: list[Seal] = []
    faults: list[Fault] = []
    expected = 1
    for number, written in stored:
        if number < 1:
            values = {"number": str(number)}
            faults.append(Fault("checkpoint.stray", None, "checkpoints", values))
            continue
        if number > expected:
            faults.append(_gap(expected, number - 1))
        expected = number + 1
        try:
            seal = read_seal(str(written), number)  # it may be no text any more
        except (LedgerError, UnicodeEncodeError) as error:
            values = {"number": str(number), "reason": str(error)}
            faults.append(Fault("checkpoint.unreadable", None, "checkpoints", values))
            continue
        if not follows(seal, seals):
            size, values = seal.checkpoint.size, {"number": str(number)}
            faults.append(Fault("checkpoint.order", size, "checkpoints", values))
        seals.append(seal)
    return seals, faults


def _gap(first: int, last: int) -> Fault:
    """Name at once all that is missing between two: there may be no end of it."""
    if first == last:
        values = {"number": str(first)}
        return Fault("checkpoint.missing", None, "checkpoints", values)
    values = {"first": str(first), "last": str(last)}
    return Fault("checkpoint.many-missing", None, "checkpoints", values)


def follows(seal: Seal, earlier: Sequence[Seal]) -> bool:
    """Tell whether a checkpoint may be kept after the earlier ones.

    It says more than all of them, or it is one of them that more have signed.
    """
    same = [one for one in earlier if one.checkpoint == seal.checkpoint]
    if same:
        signed = set(seal.note.signatures)
        return all(set(one.note.signatures) < signed for one in same)
    return all(one.checkpoint.size < seal.checkpoint.size for one in earlier)


def seal_faults(
    seals: Iterable[Seal], heads: Heads, key: PublicKey | None
) -> Iterator[Fault]:
    """Tell which checkpoints the entries no longer fit, or nobody signed."""
    last_good = 0
    for seal in sorted(seals, key=lambda one: one.checkpoint.size):
        size = seal.checkpoint.size
        if size > heads.size:
            values = {"head": str(heads.size)}
            yield Fault("checkpoint.beyond", size, "checkpoints", values)
        elif heads.roots.get(size) != seal.checkpoint.root:
            values = {"last_good": str(last_good)}
            yield Fault("checkpoint.differs", size, "checkpoints", values)
        else:
            last_good = size
        if key is not None:
            yield from signature_faults(seal, key)


def signature_faults(seal: Seal, key: PublicKey) -> Iterator[Fault]:
    """Judge the signatures that name the key; there must be one."""
    size = seal.checkpoint.size
    verdicts = [key.judges(seal.note, one) for one in seal.note.signatures]
    if Verdict.BAD in verdicts:
        values = {"name": key.name}
        yield Fault("checkpoint.signature", size, "checkpoints", values)
    elif Verdict.GOOD not in verdicts:
        yield Fault("checkpoint.unsigned", size, "checkpoints", {"name": key.name})


def gone_faults(given: Seal, stored: Iterable[Seal], head: int) -> Iterator[Fault]:
    """Tell whether a checkpoint handed over is no longer on record where it must be."""
    is_stored = any(one.checkpoint == given.checkpoint for one in stored)
    if not is_stored and head > given.checkpoint.size:
        yield Fault("checkpoint.gone", given.checkpoint.size, "checkpoints")

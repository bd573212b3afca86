"""The checkpoints a ledger keeps of itself: only ever one more."""

from sqlalchemy import Engine, func, insert, select

from ledger.proof.note import Note
from ledger.proof.seal_audit import follows, read_seal, read_stored
from ledger.storage.engine import writing
from ledger.storage.schema import checkpoints


def keep_checkpoint(engine: Engine, note: Note) -> None:
    """Keep a note, if it says more than those kept, or more have signed it."""
    with writing(engine) as connection:
        kept = connection.scalars(
            select(checkpoints.c.note).order_by(checkpoints.c.number)
        )
        earlier, _faults = read_stored(enumerate(kept, 1))
        if follows(read_seal(str(note)), earlier):
            last = connection.scalar(select(func.max(checkpoints.c.number))) or 0
            row = insert(checkpoints).values(number=last + 1, note=str(note))
            connection.execute(row)

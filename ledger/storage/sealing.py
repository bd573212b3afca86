"""The checkpoints a ledger keeps of itself: only ever one more."""

from sqlalchemy import Connection, Engine, func, insert, select

from ledger.storage.engine import writing
from ledger.storage.schema import checkpoints


def keep_checkpoint(engine: Engine, note: str) -> None:
    """Keep a note, unless it is kept already."""
    with writing(engine) as connection:
        kept = select(checkpoints.c.number).where(checkpoints.c.note == note)
        if connection.scalar(kept) is not None:
            return
        last = connection.scalar(select(func.max(checkpoints.c.number))) or 0
        connection.execute(insert(checkpoints).values(number=last + 1, note=note))


def last_checkpoint(connection: Connection) -> str | None:
    """Give the note kept last."""
    notes = select(checkpoints.c.note).order_by(checkpoints.c.number.desc())
    return connection.scalar(notes.limit(1))

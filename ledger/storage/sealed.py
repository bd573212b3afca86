"""A ledger for whoever proves: its checkpoints, its entries, the tree above them."""

from collections.abc import Iterable, Iterator
from functools import cache

from sqlalchemy import Engine, select

from ledger.proof.merkle import inclusion_proof
from ledger.proof.seal_audit import Seal, read_stored
from ledger.storage.entry import StoredEntry
from ledger.storage.recorder import SQLRecorder
from ledger.storage.schema import checkpoints
from ledger.storage.tree import node_of
from ledger.unfit import UnreadableSealsError


class SealedLedger:
    """What is read of a ledger to prove something; it only ever grows meanwhile."""

    def __init__(self, engine: Engine) -> None:
        """Read on an engine that `open_ledger` gave."""
        self._engine = engine
        self.recorder = SQLRecorder(engine)

    def seals(self) -> list[Seal]:
        """Give the checkpoints that can be read, in the order they were kept.

        Raises:
            UnreadableSealsError: there are some, and none can be.
        """
        query = select(checkpoints.c.number, checkpoints.c.note)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(checkpoints.c.number)).all()
        found, faults = read_stored((number, note) for number, note in rows)
        if faults and not found:
            raise UnreadableSealsError(reason=faults[0])
        return found

    def entries(self, until: int) -> list[StoredEntry]:
        """Give the entries up to a position."""
        return list(self.recorder.entries(until=until))

    def with_proofs(
        self, entries: Iterable[StoredEntry], size: int
    ) -> Iterator[tuple[StoredEntry, tuple[bytes, ...]]]:
        """Give each entry with its inclusion proof in the tree of a size.

        Raises:
            BrokenTreeError: a node it needs is not there.
        """
        with self._engine.connect() as connection:
            node = cache(node_of(connection))
            for entry in entries:
                yield entry, tuple(inclusion_proof(entry.position - 1, size, node))

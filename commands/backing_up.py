"""Back a ledger up: copy it, read the copy again as a whole, and only then keep it."""

from pathlib import Path

from commands.progress import Progress, silent
from commands.verifying import Verification, verify
from ledger.keeping_errors import UnwholeCopyError
from ledger.storage.asking import read_ledger
from ledger.storage.copying import copied, root_at
from ledger.storage.engine import Database


def back_up(
    engine: Database, file: Path, *, progress: Progress = silent
) -> Verification:
    """Copy a ledger to a file that is not there yet; tell what the copy holds.

    Raises:
        UnwholeCopyError: what was copied is not whole, or not this ledger's beginning.
        LedgerError: it cannot be copied; as `copied` says.
    """
    with copied(engine, file) as part:
        found = _read_again(part, progress)
        if found.faults:
            raise UnwholeCopyError(faults=len(found.faults))
        # The ledger may have grown since, but not changed before the copy's end.
        if root_at(engine, found.entries).hex() != found.root:
            raise UnwholeCopyError(faults=1)
    return found


def _read_again(part: Path, progress: Progress) -> Verification:
    engine = read_ledger(str(part))
    try:
        return verify(engine, progress=progress)
    finally:
        engine.dispose()

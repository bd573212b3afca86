"""What a program that was killed leaves behind."""

import shutil
from pathlib import Path

from ledger.storage.engine import writing
from ledger.storage.opening import create_ledger


def left_by_a_crash(place: Path, folder: Path) -> Path:
    """Copy a ledger whose last entries are still in its journal."""
    engine = create_ledger(str(place))
    with writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO checkpoints VALUES (1, 'x')")
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{place}{suffix}", folder)
    engine.dispose()
    return folder / place.name

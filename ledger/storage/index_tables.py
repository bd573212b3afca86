"""The tables of an index: a copy of answers that may be dropped and made again.

They are no part of the ledger: they may be absent, and nothing keeps them from being
rewritten. Only `smo index` writes them.
"""

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    inspect,
)

from ledger.storage.schema import POSITION, TEXT

index_metadata = MetaData()

# `bearing` lists the stored names of what bears on the lines, as a JSON array.
index_state = Table(
    "index_state",
    index_metadata,
    Column("question", TEXT, primary_key=True),
    Column("position", POSITION, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("program", TEXT, nullable=False),
    Column("bearing", TEXT, nullable=False),
)

# Days as ISO texts, which sort as they follow one another; no last day: still shown.
index_lines = Table(
    "index_lines",
    index_metadata,
    Column("question", TEXT, primary_key=True),
    Column("part", TEXT, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("from_day", TEXT, nullable=False),
    Column("until_day", TEXT),
    Column("line", TEXT, nullable=False),
    sqlite_with_rowid=False,
)


def has_index(connection: Connection) -> bool:
    """Tell whether there are the tables of an index."""
    inspector = inspect(connection)
    return all(map(inspector.has_table, index_metadata.tables))

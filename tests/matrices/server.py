"""A PostgreSQL server of our own for a moment, where there is one for this Python."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import psycopg


@contextmanager
def server() -> Iterator[Callable[[], str] | None]:
    """Give what creates an empty database and tells its URL; None without a server.

    Unlike the suite's, it waits for the disk at each commit.
    """
    with tempfile.TemporaryDirectory(prefix="smo-postgresql-") as folder:
        # The package asks for this folder as it is imported, and warns without it.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        try:
            pgserver: Any = import_module("pgserver")
        except ImportError:
            yield None
            return
        running = pgserver.get_server(Path(folder, "data"), cleanup_mode="delete")
        numbers = count(1)

        def create() -> str:
            name = f"ledger_{next(numbers)}"
            with psycopg.connect(running.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return str(running.get_uri(database=name))

        try:
            yield create
        finally:
            running.cleanup()

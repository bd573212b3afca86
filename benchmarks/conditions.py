"""How long does a conditional append take, here and in the library's own recorders?

Usage: conditions.py [EVENTS]. One event each, under the condition that nothing in the
whole sequence carries the tag of its act. Against the recorders of `eventsourcing`: the
one that only holds its events in memory, and the one for PostgreSQL, on the same server
as ours. What is ours also keeps the tree, and on SQLite waits for the disk as well.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import postgresql
import psycopg
from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBQueryItem,
    DCBRecorder,
)
from eventsourcing.dcb.popo import InMemoryDCBRecorder

from ledger.storage.opening import create_ledger
from ledger.storage.recorder import SQLRecorder

TAGS = 500
BATCH = 1_000


class Conditions(msgspec.Struct):
    """Seconds for one append, by the recorder; None where it cannot be measured."""

    events: int
    sqlite: float
    in_memory: float
    postgresql: float | None
    library_postgresql: float | None


def measure(folder: Path, events: int, appends: int) -> Conditions:
    """Fill each recorder, then append to each in turn."""
    sqlite = create_ledger(str(folder / f"conditions-{events}.db"))
    recorders: dict[str, DCBRecorder] = {
        "sqlite": SQLRecorder(sqlite),
        "in_memory": InMemoryDCBRecorder(),
    }
    with postgresql.server() as new_database, _on_server(new_database) as more:
        recorders |= more
        for recorder in recorders.values():
            for start in range(0, events, BATCH):
                size = min(BATCH, events - start)
                recorder.append([_event(start + n) for n in range(size)])
        times = [
            {name: _seconds(one, events + n) for name, one in recorders.items()}
            for n in range(appends + 5)
        ][5:]  # the first ones warm up
    sqlite.dispose()

    def of(name: str) -> float | None:
        return median(one[name] for one in times) if name in recorders else None

    return Conditions(
        events=events,
        sqlite=median(one["sqlite"] for one in times),
        in_memory=median(one["in_memory"] for one in times),
        postgresql=of("postgresql"),
        library_postgresql=of("library_postgresql"),
    )


def _event(number: int) -> DCBEvent:
    tags = [f"act:secretariat/{number}", f"member:commune-{number % TAGS}"]
    return DCBEvent(type="pupils-counted.v1", data=b'{"pupils":12}', tags=tags)


def _seconds(recorder: DCBRecorder, number: int) -> float:
    """Append one event, if its act has never been recorded."""
    event = _event(number)
    query = DCBQuery(items=[DCBQueryItem(tags=event.tags[:1])])
    started = time.perf_counter()
    recorder.append([event], DCBAppendCondition(query))
    return time.perf_counter() - started


@contextmanager
def _on_server(
    new_database: Callable[[], str] | None,
) -> Iterator[dict[str, DCBRecorder]]:
    """Give ours and the library's on one server; none where there is no server."""
    if new_database is None:
        yield {}
        return
    engine = create_ledger(new_database())
    found: dict[str, DCBRecorder] = {"postgresql": SQLRecorder(engine)}
    try:
        library: Any = import_module("eventsourcing.dcb.postgres_tt")
    except ImportError:  # psycopg_pool is not there
        yield found
    else:
        where = psycopg.conninfo.conninfo_to_dict(new_database())
        datastore = import_module("eventsourcing.postgres").PostgresDatastore(
            dbname=str(where["dbname"]),
            host=str(where["host"]),
            port=str(where.get("port", 5432)),
            user=str(where["user"]),
            password=str(where.get("password", "")),
        )
        recorder = library.PostgresDCBRecorderTT(datastore)
        recorder.create_table()
        yield found | {"library_postgresql": recorder}
        datastore.close()
    finally:
        engine.dispose()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="smo-benchmark-") as name:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
        print(measure(Path(name), asked, 100))

"""Where a ledger is: a path or a URL, as it may be shown, and the file behind it."""

import os
import re
import time
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ledger.errors import DamagedLedgerError, LedgerUnavailableError, NotALedgerError
from ledger.language import N_
from ledger.language import translate as _

DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}

EMPTIED = N_("it is empty, and {journal} is not")

UNKNOWN_URL = N_("only files, sqlite:// and postgresql:// URLs are known")

SECRETS = ("password", "sslpassword")
"""What a PostgreSQL URL may carry after its `?` that nobody else should read."""

JOURNALS = ("-wal", "-journal")
"""How SQLite names what it has not written into the file yet: its name, and this."""

CREATION_S = 2
"""How long another program may take to create a ledger, once its file is there."""

PAUSE_S = 0.05


def database_url(place: str) -> URL:
    """Tell the URL of a place: a path, or a URL itself.

    >>> database_url("postgres://clerk@db/smo").render_as_string()
    'postgresql+psycopg://clerk@db/smo'
    >>> database_url("registers/smo.db").render_as_string()
    'sqlite:///registers/smo.db'
    """
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise LedgerUnavailableError(
            place=_without_password(place), reason=_(UNKNOWN_URL)
        ) from error
    if url.drivername not in DRIVERS:
        raise LedgerUnavailableError(place=shown_place(place), reason=_(UNKNOWN_URL))
    return url.set(drivername=DRIVERS[url.drivername])


def shown_place(place: str) -> str:
    """Tell a place as it may be shown: without any password.

    >>> shown_place("postgresql://clerk:secret@db/smo?sslpassword=secret")
    'postgresql://clerk:***@db/smo?sslpassword=***'
    """
    if "://" not in place:
        return place
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        return _without_password(place)
    secrets = {name: "***" for name in SECRETS if name in url.query}
    return url.update_query_dict(secrets).render_as_string().replace("%2A", "*")


def ledger_file(place: str, url: URL) -> Path:
    """Tell which file a SQLite ledger is, or would be.

    Raises:
        NotALedgerError: it is a folder, or a file of something else.
        DamagedLedgerError: it is empty, and its journal is not.
    """
    path, shown = Path(url.database or ""), shown_place(place)
    # SQLite takes a file of one byte for an empty one, and would write over it.
    if path.is_dir() or _size(path) == 1:
        raise NotALedgerError(place=shown)
    # SQLite would throw away a journal beside a file of no bytes, entries and all. But
    # so it looks, for a moment, while another program creates the ledger.
    deadline = time.monotonic() + CREATION_S
    while not _size(path) and (journal := unfinished(path)):
        if time.monotonic() > deadline:
            reason = _(EMPTIED).format(journal=journal)
            raise DamagedLedgerError(place=shown, reason=reason)
        time.sleep(PAUSE_S)
    return path


def may_write(path: Path) -> bool:
    """Tell whether this program may write a file, and journals beside it."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def unfinished(path: Path) -> Path | None:
    """Tell the journal that holds what is not in the file yet, if there is one."""
    for suffix in JOURNALS:
        journal = path.with_name(path.name + suffix)
        if _size(journal):
            return journal
    return None


def _size(path: Path) -> int:
    """Tell how many bytes a file has; none where there is no file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _without_password(place: str) -> str:
    """Blot out whatever might be a password in what cannot be read as a URL."""
    hidden = re.sub(r"//.*@", "//***@", place)
    return re.sub(r"(password=)[^&]*", r"\1***", hidden)

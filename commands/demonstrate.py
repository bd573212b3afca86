"""Build the demonstration's ledger from the examples that ship with the program."""

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import gather
from commands.recording import Outcome, record
from ledger.errors import LedgerError
from ledger.events.event import stored_name_of
from ledger.events.registration import ActRegistered
from ledger.language import N_
from ledger.mapper import entries_from
from ledger.storage.recorder import SQLRecorder

FOLDERS = ("fictional", "real")
"""The examples the demonstration shows; the others are examples of mistakes."""


class OtherActsError(LedgerError):
    """The ledger named for the demonstration is somebody's own."""

    sentence = N_(
        "{place} holds other acts, such as {act}; the demonstration keeps out of it. "
        "Name another ledger with --ledger"
    )


def example_files(folder: Path) -> list[Path]:
    """List the files of acts the demonstration is built from, in their order."""
    return [file for name in FOLDERS for file in sorted((folder / name).glob("*.yaml"))]


def demonstrate(recorder: SQLRecorder, *, place: str, today: date) -> Outcome:
    """Record the examples; a second time adds nothing.

    Raises:
        OtherActsError: the ledger holds acts that are none of the examples.
    """
    with as_file(files("examples")) as folder:
        gathered = gather(example_files(folder))
    ours = {candidate.reference for candidate in gathered.candidates}
    registrations = DCBQuery([DCBQueryItem(types=[stored_name_of(ActRegistered)])])
    for entry in entries_from(recorder.entries(registrations)):
        if entry.act not in ours:
            raise OtherActsError(place=place, act=entry.act)
    return record(gathered, recorder, today=today)

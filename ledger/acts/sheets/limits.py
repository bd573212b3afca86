"""How large a spreadsheet may be, and what is no workbook, before a parser sees it."""

import io
import lzma
import zipfile
import zlib
from pathlib import Path

from ledger.acts.limits import TooManyBytesError, read_within
from ledger.acts.sheets.mistakes import (
    BrokenWorkbookError,
    NotAWorkbookError,
    OtherFormatError,
    ProtectedWorkbookError,
    TooLargeSheetError,
)

MOST_BYTES = 20_000_000
"""Bytes of a file; a workbook of ten thousand rows has one million."""

MOST_UNPACKED = 100_000_000
"""Bytes of all parts of a workbook, unpacked."""

MOST_PARTS = 2_000
"""Parts of a workbook."""

MOST_CELLS = 2_000_000
"""Cells of a sheet, with the empty ones between others; an empty row counts as one."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What unpacking a damaged file may raise."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def read_sheet(path: Path) -> bytes:
    """Read a file that says it is a spreadsheet.

    Raises:
        TooLargeSheetError: it is larger than any.
        OSError: it cannot be read.
    """
    try:
        return read_within(path, MOST_BYTES)
    except TooManyBytesError as error:
        raise TooLargeSheetError(most=f"{MOST_BYTES // 10**6} MB") from error


def check_workbook(content: bytes) -> None:
    """Refuse what is no .xlsx workbook, or would grow beyond measure when unpacked.

    Raises:
        LedgerError: one of `mistakes`.
    """
    if content.startswith(_COMPOUND):
        if _ENCRYPTED in content:
            raise ProtectedWorkbookError
        raise OtherFormatError(format=".xls")
    if not content.startswith(b"PK"):
        raise NotAWorkbookError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive)
            _check_kind(archive)
            # Reading every part tells that it is whole. None gives more than it
            # declares: the standard library stops there.
            broken = archive.testzip()
    except BROKEN as error:
        raise BrokenWorkbookError from error
    if broken is not None:
        raise BrokenWorkbookError


def _check_size(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise TooLargeSheetError(most=MOST_PARTS)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise TooLargeSheetError(most=f"{MOST_UNPACKED // 10**6} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise ProtectedWorkbookError
    if any(part.compress_type not in _PACKED for part in parts):
        raise BrokenWorkbookError


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "mimetype" in names and archive.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise OtherFormatError(format=".ods")
    if "xl/workbook.bin" in names:
        raise OtherFormatError(format=".xlsb")
    if "[Content_Types].xml" not in names:
        raise NotAWorkbookError

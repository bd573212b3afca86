"""Why a file or database could not be read or written, said in the language spoken.

The system and the parsers speak English only; the words people meet most are marked
here, and the rest is shown as it came.
"""

import json

from ledger.language import N_
from ledger.language import translate as _

MET_OFTEN = (
    # the system
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File name too long"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Input/output error"),
    # SQLite
    N_("unable to open database file"),
    N_("attempt to write a readonly database"),
    N_("database is locked"),
    N_("database disk image is malformed"),
    N_("database or disk is full"),
    N_("disk I/O error"),
    # JSON
    N_("Expecting value"),
    N_("Expecting property name enclosed in double quotes"),
    N_("Expecting ',' delimiter"),
    N_("Expecting ':' delimiter"),
    N_("Unterminated string starting at"),
    N_("Invalid control character at"),
    N_("Invalid \\escape"),
    N_("Extra data"),
    N_("Illegal trailing comma before end of array"),
    N_("Illegal trailing comma before end of object"),
    # YAML
    N_("block sequence entries are not allowed in this context"),
    N_("mapping keys are not allowed in this context"),
    N_("mapping values are not allowed in this context"),
    N_("but found another document"),
    N_("could not find expected ':'"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected '-' indicator"),
    N_("did not find expected <document start>"),
    N_("did not find expected alphabetic or numeric character"),
    N_("did not find expected comment or line break"),
    N_("did not find expected key"),
    N_("did not find expected node content"),
    N_("did not find expected whitespace or line break"),
    N_("found a tab character that violates indentation"),
    N_("found a tab character where an indentation space is expected"),
    N_("found character that cannot start any token"),
    N_("found duplicate anchor; first occurrence"),
    N_("found undefined alias"),
    N_("found undefined tag handle"),
    N_("found unexpected ':'"),
    N_("found unexpected document indicator"),
    N_("found unexpected end of stream"),
    N_("found unknown escape character"),
)


def reason_of(error: BaseException) -> str:
    """Say the reason an error gives, without its place in the file."""
    if isinstance(error, OSError):
        return _(error.strerror or str(error))
    if isinstance(error, UnicodeDecodeError):
        return _("it is not text in UTF-8")
    if isinstance(error, json.JSONDecodeError):
        where = _("{reason} (line {line}, column {column})")
        return where.format(reason=_(error.msg), line=error.lineno, column=error.colno)
    problem = getattr(error, "problem", None)  # where YAML keeps it
    return _(problem or str(error).splitlines()[0])

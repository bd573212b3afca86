"""One door for every answer and every format; no terminal, no click, no clock.

    >>> from presentation.rendering import rendered
    >>> rendered(roster(world, "bureau", during), "pdf", "fr", world)  # doctest: +SKIP

A question's answer is shown by one module of this room, which tells its `Form`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from ledger.errors import LedgerError
from ledger.language import N_, speaking
from presentation.form import Form
from presentation.texts import as_csv, as_json, as_tables

if TYPE_CHECKING:  # an answer that was looked up needs none
    from projections.timelines.world import World

SHOWN_BY = {
    "Annex1": "annex",
    "Annex2": "annex",
    "Roster": "roster",
    "Portrait": "portrait",
    "Contributions": "contributions",
    "PlannedContributions": "plan",
    "Statement": "statement",
    "Ballot": "ballot",
    "Deadlines": "deadlines",
    "Findings": "check",
    "Explanation": "explanation",
    "History": "history",
    "Difference": "difference",
    "Chronicle": "chronicle",
    "Journal": "journal",
    "NoticePaper": "session_papers",
    "AttendancePaper": "session_papers",
    "MinutesPaper": "session_papers",
}
"""Each answer: the module that shows it, by its `form`; loaded when it is asked for."""


class NotOfferedError(LedgerError):
    """An answer is asked for in a format it is not written in."""

    sentence = N_("This answer is not written as {format}. Ask for one of: {known}")


def rendered(
    answer: msgspec.Struct, format_: str, language: str, *worlds: "World"
) -> bytes:
    """Write an answer in a format and a language, whatever is spoken meanwhile.

    The worlds are those it was derived from: one; of a difference both, in its order.
    Documents are French in any language.

    Raises:
        NotOfferedError: the answer is not written in that format.
    """
    with speaking(language):
        text = written(form_of(answer, *worlds), format_)
    return text if isinstance(text, bytes) else text.encode()


def form_of(answer: msgspec.Struct, *worlds: "World") -> Form:
    """Tell how an answer is shown."""
    module = import_module(f"presentation.{SHOWN_BY[type(answer).__name__]}")
    form: Form = module.form(answer, *worlds)
    return form


def written(form: Form, format_: str, *, styled: bool = False) -> str | bytes:
    """Write what a form shows, in the language spoken: text, or the bytes of a file.

    With `styled`, tables are as wide and as bright as the screen they go to.

    Raises:
        NotOfferedError: it is not written in that format.
    """
    if format_ not in form.formats:
        raise NotOfferedError(format=format_, known=", ".join(form.formats))
    if format_ in form.texts:
        return "".join(form.texts[format_]())
    match format_:
        case "json":
            return f"{as_json(form.told())}\n"
        case "csv":
            assert form.lines is not None, "its formats say so"
            return as_csv(*form.lines())
        case "table":
            assert form.tables is not None, "its formats say so"
            return f"{as_tables(form.tables(), styled=styled)}\n"
        case _:
            return _document(form, format_)


def _document(form: Form, format_: str) -> str | bytes:
    from presentation import documents  # noqa: PLC0415 -- heavy

    return documents.written(documents.paper_of(form), format_)

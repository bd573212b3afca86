"""`smo export`: the record and what follows from it in open formats."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from ledger.acts.fields import Document
from ledger.acts.reading import is_json
from ledger.language import N_, ntranslate
from ledger.language import translate as _
from ledger.mapper import entries_from
from ledger.storage.recorder import SQLRecorder
from presentation import words
from presentation.table import Table
from presentation.texts import as_csv, as_json, as_tables, harmless
from projections.moments import position_known_at
from terminal.asking import ask
from terminal.context import Context
from terminal.files import UnwritableError, atomic_write
from terminal.localized import LocalizedCommand, LocalizedGroup
from terminal.options import at_option, known_at_option, option
from terminal.printing import emit, emit_all
from terminal.progress import meter
from terminal.suffixes import format_for

_LACKS = {
    "title": N_("title"),
    "adopted_on": N_("date of adoption"),
    "matter": N_("@CTES matter"),
    "nomenclature {which}": N_("a matter {which} in the @CTES nomenclature"),
    "siret": N_("SIRET of the author"),
    "rejected": N_("nothing: it was rejected"),
    "undone": N_("nothing: it was annulled or revoked"),
    "vote.in-office": N_("vote: the number of persons in office"),
    "vote.numbers": N_("vote: the numbers of persons"),
    "vote.more-than-seats": N_("vote: more persons than the seats known to be held"),
    "vote.several": N_("vote: several in one act, which differ"),
    "pref_date": N_("date received by the State, before its adoption"),
}


@click.group(
    cls=LocalizedGroup,
    help=N_(
        "Write what the ledger holds in open formats: its acts, its deliberations as "
        "French open data, its bodies and votes as Popolo."
    ),
)
def command() -> None:
    """Hold the formats together."""


def output_option(function: click.decorators.FC) -> click.decorators.FC:
    """Ask for a file to write to."""
    return option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=N_("Write to this file; its suffix must not say another format."),
    )(function)


# ------------------------------------------------------------------- acts
@command.command(
    "acts",
    cls=LocalizedCommand,
    short_help=N_("the whole record, as an acts file"),
    help=N_(
        "Write the whole record as an acts file, in order of position: recorded into "
        "an empty ledger it gives the same answers. Documents are written to the "
        "folder «documents» beside the file, where the import finds them."
    ),
)
@known_at_option
@option(
    "--format",
    "format_",
    type=click.Choice(["yaml", "json"]),
    help=N_(
        "How the acts are written. Default: as the name of the file says, or YAML."
    ),
)
@output_option
@click.pass_obj
def acts(
    context: Context,
    known_at: str | None,
    format_: Literal["yaml", "json"] | None,
    output: Path | None,
) -> None:
    """Write act by act, and the documents each names."""
    from exports.acts import RecordedAct, as_yaml, recorded_acts  # noqa: PLC0415
    from exports.acts import as_json as as_json_list  # noqa: PLC0415

    is_as_json = format_for(output, ("yaml", "json"), format_) == "json"
    if output is not None and is_as_json and not is_json(output):
        raise click.UsageError(
            _("{path} would be read as {format}; name the file otherwise").format(
                path=output, format="YAML"
            )
        )
    write = as_json_list if is_as_json else as_yaml
    left_out: dict[str, Document] = {}

    def keeping(found: Iterable[RecordedAct]) -> Iterator[RecordedAct]:
        for act in found:
            for document in act.documents:
                if output is None:
                    left_out[document.sha256] = document
                else:
                    _keep(recorder, document, output.parent)
            yield act

    with context.reading() as recorder:
        position = position_known_at(known_at, recorder)
        stored = entries_from(recorder.entries(until=position))
        entries = meter().each(stored, "entries", position)
        emit_all(write(keeping(recorded_acts(entries))), output)
    for document in left_out.values():
        told = _(
            "Left out, for want of a file beside which to put it: {name} ({sha256})"
        )
        _tell(told.format(name=document.name, sha256=document.sha256))


def _keep(recorder: SQLRecorder, document: Document, folder: Path) -> None:
    """Write a document beside the acts file, under the name of what it holds."""
    path, content = folder / document.kept_as, recorder.document(document.sha256)
    if content is None:
        _tell(
            _("The ledger does not hold {name} ({sha256})").format(
                name=document.name, sha256=document.sha256
            )
        )
        return
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        from ledger.error_texts import reason_of  # noqa: PLC0415 -- rarely

        raise UnwritableError(path=path, reason=reason_of(error)) from error
    with atomic_write(path) as file:
        file.write(content)


# ------------------------------------------------------------------- scdl
@command.command(
    "scdl",
    cls=LocalizedCommand,
    short_help=N_("the deliberations, as French open data"),
    help=N_(
        "Write the deliberations as CSV, by the schema SCDL Délibérations 2.1.5. One "
        "that lacks a required value is left out, and named with what is missing."
    ),
)
@known_at_option
@output_option
@click.pass_obj
def scdl(context: Context, known_at: str | None, output: Path | None) -> None:
    """Write the rows; on stderr, what is not in them."""
    from exports.scdl import Deliberation, LeftOut  # noqa: PLC0415
    from exports.scdl import scdl as rows_of  # noqa: PLC0415

    format_for(output, ("csv",), None)
    found = rows_of(ask(context, known_at))
    emit(as_csv(Deliberation, found.rows), output)

    def tell(title: str, lines: tuple[LeftOut, ...]) -> None:
        if lines:
            heads = (_("Act"), _("Not established: missing"))
            rows = tuple(
                (one.act, words.listed(map(_lack, one.missing))) for one in lines
            )
            _tell(as_tables([Table(title, heads, rows)]) + "\n")

    tell(
        ntranslate(
            "{count} deliberation left out",
            "{count} deliberations left out",
            len(found.left_out),
        ).format(count=len(found.left_out)),
        found.left_out,
    )
    tell(_("Written with cells left empty"), found.left_empty)
    _tell(
        ntranslate(
            "{count} deliberation written.",
            "{count} deliberations written.",
            len(found.rows),
        ).format(count=len(found.rows))
    )


def _lack(name: str) -> str:
    kind, _space, which = name.partition(" ")
    if not which:
        return _(_LACKS[name])
    return _(_LACKS[f"{kind} {{which}}"]).format(which=which)


# ------------------------------------------------------------------- popolo
@command.command(
    "popolo",
    cls=LocalizedCommand,
    short_help=N_("bodies, persons, seats and votes, as Popolo JSON"),
    help=N_(
        "Write persons, organizations, memberships, posts and votes as Popolo JSON: "
        "all of history, organizations under the names they bear on a day."
    ),
)
@at_option
@known_at_option
@output_option
@click.pass_obj
def popolo(
    context: Context, at: date, known_at: str | None, output: Path | None
) -> None:
    """Write the whole document."""
    from exports.popolo import popolo as document_of  # noqa: PLC0415

    format_for(output, ("json",), None)
    emit(as_json(document_of(ask(context, known_at), at)), output)


def _tell(text: str) -> None:
    meter().clear_line()
    click.echo(harmless(text), err=True)

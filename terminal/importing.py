"""`smo import`: record the acts of files, all of them or none."""

import sys
from functools import partial
from pathlib import Path

import click
import msgspec

from commands.candidates import Gathered, gather
from commands.causing import (
    Caused,
    CausedError,
    caused_since,
    only_without_findings,
    would_cause,
)
from commands.foreseeing import foresee
from commands.on_record import LedgerOnRecord
from commands.progress import Progress, silent
from commands.recording import Outcome, decide, record
from ledger.acts.problems import ProblemsError
from ledger.acts.sheets.reading import is_spreadsheet
from ledger.editions import CURRENT, FIRST
from ledger.language import N_, ntranslate
from ledger.language import translate as _
from ledger.storage.absent import AbsentLedger
from presentation.check import tables_of_caused
from presentation.consequences import consequences_table
from presentation.texts import as_tables, harmless
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.printing import emit, is_on_screen
from terminal.progress import meter

STRICT = N_("Record nothing if «smo check» would find anything because of it.")


class How(msgspec.Struct, frozen=True):
    """How acts are recorded: not at all, to see; only if nothing is found."""

    dry_run: bool = False
    strict: bool = False


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Record the acts of FILES in the order given: all of them or none. A file is "
        "YAML, JSON, or a spreadsheet made from a template (.xlsx, .csv; see «smo "
        "template»). Acts recorded already with the same content are passed over. What "
        "«smo check» finds because of them is shown on stderr."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--dry-run", is_flag=True, help=N_("Check everything, and record nothing at all.")
)
@option("--strict", is_flag=True, help=STRICT)
@option(
    "--edition",
    type=click.IntRange(FIRST, CURRENT),
    metavar="N",
    help=N_(
        "The edition of the rules under which acts were recorded that do not tell it: "
        "1 for an export of smo-ledger 0.1.0. Later rules then refuse none of them."
    ),
)
@click.pass_obj
def command(
    context: Context,
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    strict: bool,
    edition: int | None,
) -> None:
    """Read, judge, record; every problem is shown, and what the acts cause."""
    progress = meter().tell
    with gc_paused():
        gathered = _gathered(context, files, progress, edition)
        tell_encodings(gathered)
        how = How(dry_run=dry_run, strict=strict)
        record_and_tell(context, gathered, how, progress)


def _gathered(
    context: Context,
    files: tuple[Path, ...],
    progress: Progress,
    edition: int | None,
) -> Gathered:
    """Read the files; only a spreadsheet calls institutions by their names."""
    if not any(map(is_spreadsheet, files)):
        return gather(files, progress, edition=edition)
    with context.asking() as ledger:
        registry = partial(LedgerOnRecord, ledger)
        return gather(files, progress, registry, edition)


def tell_encodings(gathered: Gathered) -> None:
    """Say on stderr which files were read as something else than UTF-8."""
    for file, encoding in gathered.encodings.items():
        said = _("{file} is not UTF-8; it was read as {encoding}. Check its accents")
        text = said.format(file=file, encoding=encoding)
        click.echo(harmless(text), err=True)


def record_and_tell(
    context: Context,
    gathered: Gathered,
    how: How,
    progress: Progress = silent,
) -> None:
    """Record what was gathered and say so; every problem is shown on stderr.

    So are the findings the acts cause: what was recorded is told before them.
    """
    try:
        if how.dry_run:
            _try(context, gathered, how, progress)
        else:
            _record(context, gathered, how, progress)
    except ProblemsError as error:
        meter().clear_line()
        for problem in error.problems:
            click.echo(harmless(str(problem)), err=True)
        raise
    except CausedError as error:
        _show(error.caused)
        raise


def _record(context: Context, gathered: Gathered, how: How, progress: Progress) -> None:
    """Record, say so, and show what the acts cause."""
    today = context.today
    if not context.has_ledger:
        # What is refused must not leave an empty ledger behind.
        absent = AbsentLedger()
        decided = decide(gathered, absent, today=today, progress=progress)
        if how.strict:
            only_without_findings(absent, today)(decided)
    with context.recording() as recorder:
        outcome = record(
            gathered,
            recorder,
            today=today,
            progress=progress,
            approve=only_without_findings(recorder, today) if how.strict else None,
        )
        emit(summary(outcome, dry_run=False), None)
        if outcome.recorded and not how.strict:
            until = outcome.position
            before = until - outcome.entries
            _show(caused_since(recorder, before=before, until=until, at=today))


def _try(context: Context, gathered: Gathered, how: How, progress: Progress) -> None:
    """Judge what was gathered; show what would follow, and what would be found."""
    with context.asking() as ledger:
        decided = decide(gathered, ledger, today=context.today, progress=progress)
        caused = would_cause(ledger, decided, context.today)
    for one in foresee(caused.world, decided.new, context.today):
        table = consequences_table(caused.world, one.act, one.consequences)
        emit(as_tables([table], styled=is_on_screen(None)) + "\n", None)
    if how.strict and caused.findings.findings:
        raise CausedError(caused)
    emit(summary(decided.outcome, dry_run=True), None)
    if decided.new:
        _show(caused)


def _show(caused: Caused) -> None:
    """Show on stderr what acts cause, if they cause something."""
    if caused.findings.findings:
        tables = tables_of_caused(caused.findings, caused.world)
        meter().clear_line()
        click.echo(as_tables(tables, styled=sys.stderr.isatty()), err=True)


def summary(outcome: Outcome, *, dry_run: bool) -> str:
    """Say what was recorded, what was there already, and where the ledger ends."""
    recorded, skipped = len(outcome.recorded), len(outcome.skipped)
    said = []
    if recorded and dry_run:
        said.append(
            ntranslate(
                "{count} act would be recorded ({entries} entries); nothing was.",
                "{count} acts would be recorded ({entries} entries); nothing was.",
                recorded,
            ).format(count=recorded, entries=outcome.entries)
        )
    elif recorded:
        said.append(
            ntranslate(
                "{count} act recorded ({entries} entries).",
                "{count} acts recorded ({entries} entries).",
                recorded,
            ).format(count=recorded, entries=outcome.entries)
        )
    else:
        said.append(_("Nothing new to record."))
    if skipped:
        said.append(
            ntranslate(
                "{count} act was there already.",
                "{count} acts were there already.",
                skipped,
            ).format(count=skipped)
        )
    said.append(_("The ledger ends at #{head}.").format(head=outcome.position))
    return " ".join(said)

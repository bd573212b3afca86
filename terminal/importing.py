"""`smo import`: record the acts of files, all of them or none."""

from functools import partial
from pathlib import Path

import click

from commands.candidates import Gathered, gather
from commands.foreseeing import foresee, world_with
from commands.on_record import LedgerOnRecord
from commands.progress import Progress, silent
from commands.recording import Outcome, decide, record
from ledger.acts.problems import ProblemsError
from ledger.acts.sheets.reading import is_spreadsheet
from ledger.editions import CURRENT, FIRST
from ledger.language import N_, ntranslate
from ledger.language import translate as _
from ledger.storage.absent import AbsentLedger
from presentation.consequences import consequences_table
from presentation.texts import as_tables, harmless
from terminal.context import Context
from terminal.gc_pause import gc_paused
from terminal.localized import LocalizedCommand
from terminal.options import option
from terminal.printing import emit, is_on_screen
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Record the acts of FILES in the order given: all of them or none. A file is "
        "YAML, JSON, or a spreadsheet made from a template (.xlsx, .csv; see «smo "
        "template»). Acts recorded already with the same content are passed over."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--dry-run", is_flag=True, help=N_("Check everything, and record nothing at all.")
)
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
    context: Context, files: tuple[Path, ...], *, dry_run: bool, edition: int | None
) -> None:
    """Read, judge, record; every problem is shown."""
    progress = meter().tell
    with gc_paused():
        gathered = _gathered(context, files, progress, edition)
        tell_encodings(gathered)
        record_and_tell(context, gathered, dry_run=dry_run, progress=progress)


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
    *,
    dry_run: bool = False,
    progress: Progress = silent,
) -> None:
    """Record what was gathered and say so; every problem is shown on stderr."""
    try:
        outcome = _recorded(context, gathered, dry_run=dry_run, progress=progress)
    except ProblemsError as error:
        meter().clear_line()
        for problem in error.problems:
            click.echo(harmless(str(problem)), err=True)
        raise
    emit(summary(outcome, dry_run=dry_run), None)


def _recorded(
    context: Context, gathered: Gathered, *, dry_run: bool, progress: Progress
) -> Outcome:
    if dry_run:
        return _tried(context, gathered, progress)
    if not context.has_ledger:
        # What is refused must not leave an empty ledger behind.
        decide(gathered, AbsentLedger(), today=context.today, progress=progress)
    with context.recording() as recorder:
        return record(gathered, recorder, today=context.today, progress=progress)


def _tried(context: Context, gathered: Gathered, progress: Progress) -> Outcome:
    """Judge what was gathered, and show what would follow from its corrections."""
    with context.asking() as ledger:
        decided = decide(gathered, ledger, today=context.today, progress=progress)
        head = decided.outcome.position
        world = world_with(ledger, decided.new, head=head)
    for one in foresee(world, decided.new, context.today):
        table = consequences_table(world, one.act, one.consequences)
        emit(as_tables([table], styled=is_on_screen(None)) + "\n", None)
    return decided.outcome


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

"""`smo import`: record the acts of files, all of them or none."""

import time
from pathlib import Path

import click

from commands.candidates import gather
from commands.recording import Outcome, Progress, record
from ledger.acts.problems import ProblemsError
from ledger.language import N_, ntranslate
from ledger.language import translate as _
from terminal.desk import Desk
from terminal.options import SpokenCommand, option
from terminal.printing import harmless

LONG_S = 1.0
"""After so long without an end, progress is shown."""


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Record the acts of FILES, YAML or JSON, in the order given: all of them or "
        "none. Acts recorded already with the same content are passed over."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--dry-run", is_flag=True, help=N_("Check everything, and record nothing at all.")
)
@click.pass_obj
def command(desk: Desk, files: tuple[Path, ...], *, dry_run: bool) -> None:
    """Read, judge, record; every problem is shown."""
    gathered = gather(files)
    try:
        with desk.recording() as recorder:
            outcome = record(
                gathered,
                recorder,
                today=desk.today,
                dry_run=dry_run,
                progress=_progress(len(gathered.candidates)),
            )
    except ProblemsError as error:
        show_problems(error)
        raise
    click.echo(summary(outcome, dry_run=dry_run))


def show_problems(error: ProblemsError) -> None:
    """Show every problem on stderr."""
    for problem in error.problems:
        click.echo(harmless(str(problem)), err=True)


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


def _progress(total: int) -> Progress:
    """Show on a terminal how far a long import has come."""
    started = time.monotonic()
    stream = click.get_text_stream("stderr")
    shown = 0.0

    def show(count: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if not stream.isatty() or now - started < LONG_S:
            return
        if now - shown > 0.1 or count == total:  # noqa: PLR2004 -- ten times a second
            shown = now
            percent = 100 * count // total
            text = _("{count} of {total} acts judged ({percent} %)").format(
                count=count, total=total, percent=percent
            )
            click.echo(f"\r{text}", err=True, nl=count == total)

    return show

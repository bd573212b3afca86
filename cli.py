"""The terminal's front door: what commands there are, and how a no is said.

Nothing heavy is imported here: a command's module is, when that command is called.
"""

import errno
import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from ledger.errors import LedgerError, UnwritableOutputError
from ledger.language import LANGUAGES, N_, preferred, speak
from ledger.language import translate as _
from terminal.localized import LocalizedGroup, LocalizedOption, tell_click
from terminal.progress import watched

COMMANDS = {
    "demo": ("terminal.demo", N_("Build a ledger from the examples, and show it.")),
    "init": ("terminal.init", N_("Create an empty ledger.")),
    "import": ("terminal.importing", N_("Record the acts of one or more files.")),
    "template": ("terminal.template", N_("Write a spreadsheet to fill in.")),
    "record": ("terminal.record", N_("Record an act of one decision.")),
    "annex": ("terminal.annex", N_("Show annex 1 or annex 2 of the statutes.")),
    "roster": ("terminal.roster", N_("Show who sits, or sat, in a body.")),
    "member": ("terminal.member", N_("Show everything about one institution.")),
    "contributions": ("terminal.contributions", N_("Show what is due for a year.")),
    "papers": ("terminal.papers", N_("Write the papers of a session, in French.")),
    "ballot": ("terminal.ballot", N_("Show who may vote, what is needed, who blocks.")),
    "deadlines": ("terminal.deadlines", N_("Show what is running out, or overdue.")),
    "check": ("terminal.check", N_("Show what the acts miss, break or leave open.")),
    "why": ("terminal.why", N_("Show the rule and the acts behind an answer.")),
    "history": ("terminal.history", N_("Show all change points of an answer.")),
    "diff": ("terminal.diff", N_("Show what changed between two dates, and why.")),
    "replay": ("terminal.replay", N_("Tell the history, act by act.")),
    "export": ("terminal.export", N_("Write what the ledger holds in open formats.")),
    "backup": ("terminal.backup", N_("Copy the ledger, and read the copy again.")),
    "key": ("terminal.key", N_("Make the key that signs checkpoints.")),
    "seal": ("terminal.seal", N_("Sign a checkpoint of the ledger.")),
    "prove": ("terminal.prove", N_("Prove an act or an answer, to who has no ledger.")),
    "verify": ("terminal.verify", N_("Read everything again: was anything touched?")),
    "index": ("terminal.index", N_("Make the annexes quick to look up.")),
    "log": ("terminal.log", N_("Show the entries of the ledger.")),
    "schema": (
        "terminal.schema",
        N_("Print the JSON Schema of the acts file, or of an answer."),
    ),
}
"""Each command: the module that holds it as `command`, and what it does."""


class RefusedCommand(click.ClickException):
    """A ledger's no, shown on stderr; exit status 1."""

    def __init__(self, error: LedgerError) -> None:
        """Take the sentence over, without what would command a terminal."""
        from presentation.texts import harmless  # noqa: PLC0415 -- only to say no

        super().__init__(harmless(str(error)))


class SmoGroup(LocalizedGroup):
    """The commands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a year's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Choose the language before anything is said."""
        language = _language(args)
        speak(language)
        tell_click(language)
        _write_what_was_asked_for()
        return super().parse_args(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl(
                [(name, _(does)) for name, (_m, does) in COMMANDS.items()]
            )

    def invoke(self, ctx: click.Context) -> Any:
        """Say every error of the ledger in one way, with exit status 1."""
        try:
            with watched(ctx):
                return super().invoke(ctx)
        except LedgerError as error:
            raise RefusedCommand(error) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise RefusedCommand(
                UnwritableOutputError(reason=error.strerror)
            ) from error


def _language(args: list[str]) -> str:
    """Find `--lang` wherever it stands before the command, else the environment's."""
    for place, arg in enumerate(args):
        chosen = arg.partition("=")[2] if arg.startswith("--lang=") else None
        if arg == "--lang":
            chosen = args[place + 1] if place + 1 < len(args) else None
        if chosen in LANGUAGES:
            return chosen
    return preferred(os.environ)


@click.command(
    cls=SmoGroup,
    help=N_(
        "The governance ledger of a syndicat mixte ouvert à la carte: record what its "
        "bodies decide, and ask who is a member, on any date, and why."
    ),
)
@click.option(
    "--ledger",
    "place",
    cls=LocalizedOption,
    metavar="PLACE",
    help=N_("A file, or the URL of a database. Default: $SMO_LEDGER, else ledger.db."),
)
@click.option(
    "--lang",
    cls=LocalizedOption,
    expose_value=False,  # SmoGroup has looked at it already
    type=click.Choice(LANGUAGES),
    help=N_("The language. Default: $SMO_LANG, else the locale's."),
)
@click.option(
    "--as",
    "author",
    cls=LocalizedOption,
    metavar="NAME",
    help=N_("Who records. Default: $SMO_USER, else the login."),
)
@click.version_option(
    package_name="smo-ledger",
    cls=LocalizedOption,
    help=N_("Show the version and exit."),
)
@click.pass_context
def main(ctx: click.Context, place: str | None, author: str | None) -> None:
    """Keep what was asked for, for the command that needs it."""
    from terminal.context import Context  # noqa: PLC0415 -- heavy, and --help has passed

    ctx.obj = Context(place=place, author=author)


def _write_what_was_asked_for() -> None:
    """Write UTF-8 to files and programs; on a screen lacking a sign, a mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


if __name__ == "__main__":
    main()

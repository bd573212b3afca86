"""Commands and options whose help is said in the language spoken when it is shown."""

import gettext
import os
from pathlib import Path
from typing import Any

import click

from ledger.language import DOMAIN, LOCALE
from ledger.language import translate as _
from terminal.overwrite_guard import OUTPUT, ensure_not_given


def tell_click(language: str) -> None:
    """Let click say its own messages in a language: this, the whole process shares.

    click asks the standard library's default domain, which reads the environment.
    """
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


class LocalizedOption(click.Option):
    """An option that translates its help when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Translate the help."""
        written = self.help
        self.help = _(written) if written else written
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = written


class LocalizedCommand(click.Command):
    """A command that translates its help when it is shown."""

    def invoke(self, ctx: click.Context) -> Any:
        """Look first at what is to be written over: nothing is done in vain."""
        output = ctx.params.get(OUTPUT)
        if isinstance(output, Path):
            ensure_not_given(output)
        return super().invoke(ctx)

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Translate the help."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help) if self.help else "")

    def get_short_help_str(self, limit: int = 45) -> str:
        """Translate the line by which a group lists it."""
        written = self.help
        self.help = _(written) if written else written
        try:
            return super().get_short_help_str(limit)
        finally:
            self.help = written


class LocalizedGroup(LocalizedCommand, click.Group):
    """A group that translates its help and that of its commands when it is shown."""

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands in the order they were declared."""
        with formatter.section(_("Commands")):
            formatter.write_dl(
                [(name, _(str(one.short_help))) for name, one in self.commands.items()]
            )

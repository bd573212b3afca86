"""`smo check`: what the acts on record miss, break, or leave unknown."""

from datetime import date
from pathlib import Path
from typing import get_args

import click

from ledger.language import N_
from projections.findings.check import THEMES, findings
from projections.findings.finding import Severity
from projections.findings.narrowing import Only, narrowed, rule_named
from projections.register.portrait import institution_named
from projections.timelines.world import World
from projections.whys.questions import act_named
from terminal.asking import ask
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.printing import print_answer
from terminal.progress import meter


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Check the acts on record: what they miss of what the law, the statutes and "
        "the conditions ask, what is not on record, what is late. The exit status is 1 "
        "if something is irregular. With several filters, what is shown fits all of "
        "them; one filter given several times lets through what fits any."
    ),
)
@option(
    "--member",
    "members",
    multiple=True,
    metavar="ID",
    help=N_("Only what is about this institution."),
)
@option(
    "--act",
    "acts",
    multiple=True,
    metavar="REF",
    help=N_("Only what is about this act."),
)
@option(
    "--rule",
    "rules",
    multiple=True,
    metavar="RULE",
    help=N_("Only what this rule finds, such as «vote.unknown»."),
)
@option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice(get_args(Severity)),
    help=N_("Only what is irregular, not on record, or good to know."),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_context
def command(
    ctx: click.Context,
    members: tuple[str, ...],
    acts: tuple[str, ...],
    rules: tuple[str, ...],
    severities: tuple[Severity, ...],
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, print the answer, and say by the exit status whether all is regular."""
    context: Context = ctx.obj
    asked_rules = tuple(map(rule_named, rules))
    world = ask(context, known_at)
    only = Only(
        members=tuple(institution_named(world, one) for one in members),
        acts=tuple(_reported(world, one) for one in acts),
        rules=asked_rules,
        severities=severities,
    )
    every = findings(world, at, meter().each(THEMES, "rules", len(THEMES)))
    found = narrowed(every, only)
    print_answer(found, world, format_=format_, output=output)
    ctx.exit(1 if found.is_irregular else 0)


def _reported(world: World, name: str) -> str:
    """Find an act by its reference; one that was struck is still told of here."""
    struck = {one.act.reference for one in world.known.mistaken}
    return name if name in struck else act_named(world, name)

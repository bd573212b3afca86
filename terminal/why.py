"""`smo why ANSWER`: the rule, the article and the acts behind an answer."""

from datetime import date

import click

from ledger.language import N_
from ledger.language import translate as _
from projections.timelines.world import World
from projections.whys.explain import explain
from projections.whys.explanation import Explanation
from projections.whys.questions import KINDS, question_of
from terminal.asking import question
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, at_option


def verified(
    _ctx: click.Context, _param: click.Parameter, answer: tuple[str, ...]
) -> tuple[str, ...]:
    """Refuse an unknown kind, or a wrong number of words, as misuse."""
    kind, *rest = answer
    known = "\n".join(
        f"  {name} {asked}".rstrip() for name, (asked, *_n) in KINDS.items()
    )
    if kind not in KINDS:
        sentence_ = _("«{kind}» is no kind of answer. There are:\n{known}")
        raise click.UsageError(sentence_.format(kind=kind, known=known))
    asked, least, most = KINDS[kind]
    if not least <= len(rest) <= most:
        sentence_ = _("Ask: {kind} {asked}. There are:\n{known}")
        raise click.UsageError(
            sentence_.format(kind=kind, asked=asked, known=known).replace(" .", ".")
        )
    if kind == "contribution" and not (rest[0].isdecimal() and len(rest[0]) == 4):  # noqa: PLR2004 -- digits
        raise click.UsageError(_("«{year}» is no year").format(year=rest[0]))
    return answer


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show what is behind ANSWER, or why it is not so: the rule and the article in "
        "force that day, the acts with their dates and places in the ledger, and what "
        "is missing. ANSWER is one of: member ID, competence ID COMPETENCE, seat BODY "
        "[PERSON], vacancy ID, regime, executory REF, contribution YEAR ID, pending "
        "ID, vote REF."
    ),
)
@click.argument("answer", nargs=-1, required=True, callback=verified)
@at_option
@question(*TABLES)
def command(world: World, answer: tuple[str, ...], at: date) -> Explanation:
    """Explain it."""
    kind, *rest = answer
    return explain(world, question_of(world, kind, tuple(rest)), at)

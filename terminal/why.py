"""`smo why ANSWER`: the rule, the article and the acts behind an answer."""

from datetime import date
from pathlib import Path

import click

from ledger.language import N_
from ledger.language import translate as _
from presentation.explanation import Row, draw
from presentation.sentences import spoken
from projections.whys.explain import explain
from projections.whys.questions import KINDS, question_of
from terminal.asking import ask
from terminal.desk import Desk
from terminal.options import TABLES, answer_options, at_option, known_at_option
from terminal.printing import print_answer
from terminal.spoken import SpokenCommand


@click.command(
    cls=SpokenCommand,
    help=N_(
        "Show what is behind ANSWER, or why it is not so: the rule and the article in "
        "force that day, the acts with their dates and places in the ledger, and what "
        "is missing. ANSWER is one of: member ID, competence ID COMPETENCE, seat BODY "
        "[PERSON], vacancy ID, regime, executory REF, contribution YEAR ID, pending "
        "ID, vote REF."
    ),
)
@click.argument("answer", nargs=-1, required=True)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    desk: Desk,
    answer: tuple[str, ...],
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Explain, and print the explanation in the format asked for."""
    kind, *rest = verified(answer)
    world = ask(desk, known_at)
    found = explain(world, question_of(world, kind, tuple(rest)), at)
    told = spoken(found, world)
    rows = (
        Row(one.says, one.sentence, one.text, one.article, one.statutes)
        for one in told.steps
    )
    print_answer(
        told,
        lines=(Row, rows),
        draw=lambda: draw(found, world),
        world=world,
        format_=format_,
        output=output,
    )


def verified(answer: tuple[str, ...]) -> tuple[str, ...]:
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

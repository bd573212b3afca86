"""`smo ballot QUESTION`: who may vote, what is needed, who can block, what follows."""

from datetime import date
from pathlib import Path
from typing import get_args

import click
import msgspec

from ledger.acts.presence import ReadPresence, read_presence
from ledger.acts.problems import ProblemsError
from ledger.authorities import COMMITTEE
from ledger.language import N_
from ledger.language import translate as _
from ledger.votes import Question
from presentation.texts import harmless
from projections.answers.ballot import Ballot, ballot
from projections.answers.if_adopted import if_adopted
from projections.register.portrait import institution_named
from projections.register.rosters import body_named
from projections.seats.seats import BUREAU
from projections.votes.electorate import Asked
from projections.votes.judged_votes import Judge
from projections.votes.live_count import live_count, sheet_of
from projections.whys.questions import competence_named
from terminal.asking import ask
from terminal.context import Context
from terminal.localized import LocalizedCommand
from terminal.options import TABLES, answer_options, at_option, known_at_option, option
from terminal.printing import print_answer

QUESTIONS: tuple[Question, ...] = get_args(Question)
CONCERNING = ("adhesion", "withdrawal")
"""The questions about one institution."""


@click.command(
    cls=LocalizedCommand,
    help=N_(
        "Show who may vote on QUESTION, with what weight and by which article, what "
        "is needed, and who can block. QUESTION is one of: adhesion, withdrawal, "
        "statutes, budget, accounts, tariff, election, ordinary."
    ),
)
@click.argument("question", type=click.Choice(QUESTIONS), metavar="QUESTION")
@option(
    "--applicant",
    metavar="ID",
    help=N_("Adhesion, withdrawal: the institution concerned."),
)
@option(
    "--competence",
    metavar="ID",
    help=N_("The competence concerned, by its id or its article."),
)
@option(
    "--body",
    metavar="BODY",
    default="committee",
    help=N_("The body that votes. Default: committee."),
)
@option(
    "--present",
    "present",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=N_(
        "Count those who are there: YAML or JSON with present, proxies {giver: "
        "holder}, recused, recused_as_representatives; or a list of names."
    ),
)
@option(
    "--if-adopted",
    "supposed",
    is_flag=True,
    help=N_(
        "Adhesion, withdrawal: also what the register would become. Nothing is "
        "recorded."
    ),
)
@at_option
@known_at_option
@answer_options(*TABLES)
@click.pass_obj
def command(
    context: Context,
    question: Question,
    applicant: str | None,
    competence: str | None,
    body: str,
    present: Path | None,
    *,
    supposed: bool,
    at: date,
    known_at: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Answer, and print the answer in the format asked for."""
    _verify(question, applicant, supposed=supposed)
    read = _read(present) if present is not None else None
    world = ask(context, known_at)
    asked = Asked(
        question,
        institution_named(world, applicant) if applicant is not None else None,
        competence_named(world, competence) if competence is not None else None,
    )
    voting = body_named(world, body)
    _verify_body(voting, question)
    answer = answered(Judge(world), voting, asked, at, read)
    if supposed:
        follows = if_adopted(world, asked, at)
        answer = msgspec.structs.replace(answer, if_adopted=follows)
    print_answer(answer, world, format_=format_, output=output)


def answered(
    judge: Judge, body: str, asked: Asked, day: date, read: ReadPresence | None
) -> Ballot:
    """Tell what a question takes, and where it is known who is there, of those."""
    answer = ballot(judge, body, asked, day)
    if read is None:
        return answer
    found = judge.electorate(body, asked, day)
    try:
        sheet = sheet_of(read, judge.opened(day), found)
    except ProblemsError as error:
        _tell(error)
        raise
    return msgspec.structs.replace(answer, present=live_count(judge, found, sheet))


# ------------------------------------------------------------------- misuse
def _verify(question: Question, applicant: str | None, *, supposed: bool) -> None:
    """Refuse what cannot be answered, before a ledger is opened."""
    if question not in CONCERNING:
        if supposed:
            raise click.UsageError(
                _(
                    "--if-adopted is for adhesion and withdrawal, not for {question}"
                ).format(question=question)
            )
        if applicant is not None:
            raise click.UsageError(
                _(
                    "--applicant is for adhesion and withdrawal, not for {question}"
                ).format(question=question)
            )
    elif applicant is None and question == "adhesion":
        raise click.UsageError(
            _(
                "Name who asks to join with --applicant ID: the delegates of its "
                "département have more votes"
            )
        )
    elif applicant is None and supposed:
        raise click.UsageError(_("Name who would leave with --applicant ID"))


def _verify_body(body: str, question: Question) -> None:
    """Refuse to put the committee's questions to another body (arts. 8.1, 8.4, 11)."""
    if body == COMMITTEE or question == "ordinary":
        return
    if body != BUREAU and question == "election":
        return
    raise click.UsageError(
        _(
            "Only the committee votes on {question}. Ask the bureau about ordinary "
            "matters, a college about an election"
        ).format(question=question)
    )


def _read(path: Path) -> ReadPresence:
    try:
        return read_presence(path)
    except ProblemsError as error:
        _tell(error)
        raise


def _tell(error: ProblemsError) -> None:
    for problem in error.problems:
        click.echo(harmless(str(problem)), err=True)

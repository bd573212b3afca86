"""`smo why ANSWER`: the rule, the article and the acts behind an answer."""

from datetime import date
from pathlib import Path

import click
import msgspec

from ledger.authorities import Authority, kind_of
from ledger.language import N_
from ledger.language import translate as _
from projections.names import name_on
from projections.reason import Step
from projections.whys.explain import explain
from projections.whys.explanation import Behind, Explanation
from projections.whys.questions import KINDS, question_of
from projections.world import World
from terminal import words
from terminal.asking import ask
from terminal.desk import Desk
from terminal.following import consequences_table
from terminal.options import TABLES, answer_options, at_option, known_at_option
from terminal.printing import Table, print_answer, without_empty_columns
from terminal.sentences import sentence, spoken
from terminal.spoken import SpokenCommand

_BASES = {
    "computed": N_("computed"),
    "certified": N_("certified"),
    "presumed": N_("presumed"),
}
_TEXTS = {
    "statutes": N_("statutes, art. {article}"),
    "conditions": N_("conditions, art. {article}"),
    "CGCT": "CGCT, art. {article}",
    "CRPA": "CRPA, art. {article}",
}


class Row(msgspec.Struct, frozen=True):
    """A step of the explanation, as CSV has it."""

    says: str
    sentence: str
    text: str | None
    article: str | None
    statutes: str | None


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


def draw(found: Explanation, world: World) -> list[Table]:
    """Draw an explanation for people: like a short reasoned note."""
    day = _("Law in force on {day}.").format(day=words.day(found.at))
    note = f"{day} {words.known(found.known_at)}"
    drawn = [Table(sentence(found, world), (), (), note)]
    if found.steps:
        drawn.append(_steps(found, world))
    drawn += [
        consequences_table(world, one.act, one.consequences)
        for one in found.consequences
    ]
    if found.missing:
        drawn.append(_missing(found, world))
    if found.acts:
        drawn.append(_acts(found))
    if found.switches:
        drawn.append(_readings(found))
    return drawn


def _steps(found: Explanation, world: World) -> Table:
    rows = tuple(
        (f"{number}.", sentence(step, world), cited(step))
        for number, step in enumerate(found.steps, start=1)
    )
    heads = ("", _("What follows from what"), _("Text"))
    notes = dict.fromkeys(
        _(
            "Statutes of {version}: text not on record; the rules of {carried} are "
            "carried over."
        ).format(version=step.statutes, carried=step.carried_from)
        for step in found.steps
        if step.text == "statutes" and step.carried_from
    )
    return without_empty_columns(Table(_("Because"), heads, rows, "\n".join(notes)))


def cited(step: Step) -> str:
    """Cite the text and article of a step, and the version of the statutes."""
    if step.text is None:
        return ""
    if step.article is None:
        return _("article not on record")
    if step.conditions is not None:
        sentence_ = _("conditions {version}, art. {number}")
        return sentence_.format(version=step.conditions, number=step.article)
    said = _(_TEXTS[step.text]).format(article=step.article)
    if step.text != "statutes" or step.statutes is None:
        return said
    return _("{article}, version of {version}").format(
        article=said, version=step.statutes
    )


def _missing(found: Explanation, world: World) -> Table:
    rows = tuple(
        (words.fact(one.fact), one.act, holder(one.from_, world, found.at))
        for one in found.missing
    )
    heads = (_("Fact"), _("Act"), _("To be had from"))
    return without_empty_columns(Table(_("Missing"), heads, rows))


def holder(authority: str, world: World, at: date) -> str:
    """Say from whom a fact is to be had."""
    kind = kind_of(authority)
    if kind is not Authority.INSTITUTION:
        return _(kind.value)
    name = name_on(world, authority, at)
    timeline = world.identities.get(authority)
    if timeline is not None and timeline.on(at).kind == "commune":
        return _("town hall ({name})").format(name=name)
    return name


def _acts(found: Explanation) -> Table:
    rows = tuple(
        (
            one.act,
            one.title,
            one.adopted_on,
            _in_force(one),
            _entries(one.positions),
            "\n".join(one.corrections),
            one.source,
        )
        for one in found.acts
    )
    heads = (
        *(_("Act"), _("Title"), _("Adopted"), _("In force")),
        *(_("Entries"), _("Corrected by"), _("Source")),
    )
    notes = dict.fromkeys(f"{one.act}: {one.note}" for one in found.acts if one.note)
    return without_empty_columns(Table(_("Acts"), heads, rows, "\n".join(notes)))


def _in_force(one: Behind) -> str:
    if one.executory_on is None:
        return _("(not established)") if one.missing else ""
    basis = _(_BASES[one.executory_basis]) if one.executory_basis else ""
    return f"{words.day(one.executory_on)} ({basis})"


def _entries(positions: tuple[int, ...]) -> str:
    if len(positions) == 1:
        return f"#{positions[0]}"
    return f"#{positions[0]}–#{positions[-1]}"


def _readings(found: Explanation) -> Table:
    rows = tuple((_(one.reading), one.article) for one in found.switches)
    heads = (_("Reading"), _("Silent text"))
    return Table(_("Readings relied on"), heads, rows)

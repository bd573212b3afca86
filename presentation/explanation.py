"""An explanation as tables for people: like a short reasoned note."""

from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.language import N_
from ledger.language import translate as _
from papers.subjects import of_day
from presentation import words
from presentation.consequences import consequences_table
from presentation.form import Form
from presentation.sentences import sentence, spoken
from presentation.table import Table, columns, without_empty_columns
from projections.naming.behind import Behind
from projections.naming.names import name_on
from projections.reason import Step
from projections.timelines.world import World
from projections.whys.explanation import Explanation

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


def form(answer: Explanation, world: World) -> Form:
    """Tell how an explanation is shown."""
    return Form(
        told=lambda: spoken(answer, world),
        tables=lambda: draw(answer, world),
        lines=lambda: (Row, map(_row, spoken(answer, world).steps)),
        world=world,
        subject=lambda: of_day("Note explicative", answer.at, world, headed=True),
    )


def _row(step: Step) -> Row:
    return Row(step.says, step.sentence, step.text, step.article, step.statutes)


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
    heads, rows = columns(
        found.missing,
        (_("Fact"), lambda one: words.fact(one.fact)),
        (_("Act"), lambda one: one.act),
        (_("To be had from"), lambda one: holder(one.from_, world, found.at)),
    )
    return without_empty_columns(Table(_("Missing"), heads, rows))


def holder(authority: str, world: World, at: date) -> str:
    """Say from whom a fact is to be had."""
    kind = kind_of(authority)
    if kind is not Authority.INSTITUTION:
        return _(kind.value)
    name = name_on(world, authority, at)
    identity = world.identity_on(authority, at)
    if identity is not None and identity.kind == "commune":
        return _("town hall ({name})").format(name=name)
    return name


def _acts(found: Explanation) -> Table:
    heads, rows = columns(
        found.acts,
        (_("Act"), lambda one: one.act),
        (_("Title"), lambda one: one.title),
        (_("Adopted"), lambda one: one.adopted_on),
        (_("In force"), _in_force),
        (_("Entries"), lambda one: _entries(one.positions)),
        (_("Corrected by"), lambda one: "\n".join(one.corrections)),
        (_("Source"), lambda one: one.source),
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
    heads, rows = columns(
        found.switches,
        (_("Reading"), lambda one: _(one.reading)),
        (_("Silent text"), lambda one: one.article),
    )
    return Table(_("Readings relied on"), heads, rows)

"""What a vote takes, drawn like a short reasoned note."""

from collections.abc import Iterable
from itertools import groupby

import msgspec

from ledger.language import N_
from ledger.language import translate as _
from ledger.votes import Question
from papers.subjects import of_day
from presentation import register_words, words
from presentation.difference import changes_table
from presentation.explanation import cited
from presentation.form import Form
from presentation.sentences import sentence
from presentation.table import Table, columns, without_empty_columns
from projections.answers.ballot import Ballot
from projections.answers.if_adopted import IfAdopted
from projections.changes.differences import Change, Point
from projections.naming.articles import cited as cited_clauses
from projections.naming.citing import competence_label
from projections.naming.colleges import colleges_of
from projections.naming.names import name_on
from projections.reason import Step
from projections.timelines.world import World
from projections.votes.electorate import COMMUNAL_BLOCK, Group
from projections.votes.electors import Elector
from projections.votes.live_count import Live

_QUESTIONS: dict[Question, str] = {
    "adhesion": N_("Adhesion of {applicant}"),
    "withdrawal": N_("Withdrawal of {applicant}"),
    "statutes": N_("Change of the statutes"),
    "budget": N_("Vote of the budget"),
    "accounts": N_("Vote on the accounts"),
    "tariff": N_("Vote of a tariff"),
    "election": N_("Election"),
    "ordinary": N_("Ordinary matter"),
}


_ABOUT = {
    "adhesion-approved": N_("If the adhesion of {member} is approved"),
    "competence-transferred": N_("If the transfer by {member} is approved"),
    "withdrawal-approved": N_("If the withdrawal of {member} is approved"),
    "competence-resumed": N_("If the resumption by {member} is approved"),
}


def form(answer: Ballot, world: World) -> Form:
    """Tell how what a vote takes is shown."""
    return Form(
        told=lambda: spoken(answer, world),
        tables=lambda: draw(answer, world),
        lines=lambda: (Elector, answer.voters),
        world=world,
        subject=lambda: of_day(
            "Note préparatoire au vote", answer.on, world, headed=True
        ),
    )


def spoken(answer: Ballot, world: World) -> Ballot:
    """Fill in every sentence of an answer."""
    live = answer.present
    if live is not None:
        proxies = tuple(
            msgspec.structs.replace(one, reason=_(one.reason) if one.reason else None)
            for one in live.proxies
        )
        live = msgspec.structs.replace(
            live, steps=_spoken(live.steps, world), proxies=proxies
        )
    switches = tuple(
        msgspec.structs.replace(one, reading=_(one.reading)) for one in answer.switches
    )
    return msgspec.structs.replace(
        answer, steps=_spoken(answer.steps, world), switches=switches, present=live
    )


def draw(answer: Ballot, world: World) -> list[Table]:
    """Draw who votes and why, who can block, who is there, and what would follow."""
    drawn = [Table(_title(answer, world), (), (), _when(answer))]
    drawn.append(_steps(_("What it takes"), answer.steps, world, _carried(answer)))
    drawn += _groups(answer.groups, answer.blocking, answer, world)
    if answer.present is not None:
        drawn += _live(answer.present, answer, world)
    if answer.if_adopted is not None:
        drawn += draw_follows(answer.if_adopted, world)
    drawn.append(_electors(_("Who votes"), answer.voters))
    if answer.not_voting:
        drawn.append(_electors(_("In office, and without a vote"), answer.not_voting))
    if answer.switches:
        heads, rows = columns(
            answer.switches,
            (_("Reading"), lambda one: _(one.reading)),
            (_("Silent text"), lambda one: one.article),
        )
        drawn.append(Table(_("Readings relied on"), heads, rows))
    return [table for table in drawn if table.rows or table.note]


def _spoken(steps: Iterable[Step], world: World) -> tuple[Step, ...]:
    return tuple(
        msgspec.structs.replace(one, sentence=sentence(one, world)) for one in steps
    )


# ------------------------------------------------------------------- the note
def _title(answer: Ballot, world: World) -> str:
    """Say what is asked, of whom, on which day."""
    if answer.applicant is not None:
        applicant = name_on(world, answer.applicant, answer.on)
    else:
        applicant = _("a member")
    asked = _(_QUESTIONS[answer.question]).format(applicant=applicant)
    if answer.competence is not None:
        label = competence_label(world, answer.competence, answer.on)
        asked = f"{asked} ({label})"
    body = words.body(answer.body, colleges_of(world))
    return f"{asked} – {body}, {words.day(answer.on)}"


def _when(answer: Ballot) -> str:
    day = _("As the session of {day} opens.").format(day=words.day(answer.on))
    return f"{day} {words.known(answer.known_at)}"


def _carried(answer: Ballot) -> str:
    if answer.carried_from is None:
        return ""
    return _(
        "Statutes of {version}: text not on record; the rules of {carried} are "
        "carried over."
    ).format(version=answer.statutes, carried=answer.carried_from)


def _steps(title: str, steps: Iterable[Step], world: World, note: str = "") -> Table:
    rows = tuple(
        (f"{number}.", sentence(one, world), cited(one))
        for number, one in enumerate(steps, start=1)
    )
    heads = ("", _("What follows from what"), _("Text"))
    return without_empty_columns(Table(title, heads, rows, note))


def _groups(
    groups: tuple[Group, ...],
    sets: tuple[tuple[str, ...], ...],
    answer: Ballot,
    world: World,
) -> list[Table]:
    """Draw the votes by group, then who defeats the question together."""
    if not groups:
        return []
    heads, rows = columns(
        groups,
        (_("Group"), lambda one: _group(one.group, answer, world)),
        (_("Voting"), lambda one: one.voters),
        (_("Votes"), lambda one: one.votes),
    )
    shares = Table(_("Votes by group"), heads, rows)
    title = _("Who can block, by voting against together, all the others for")
    if sets == ((),):
        note = _("It cannot be carried, though all these votes were for it.")
        return [shares, Table(title, (), (), note)]
    votes = {one.group: one.votes for one in groups}
    blocks = []
    for together in sets:
        against = sum(votes[group] for group in together)
        names = " + ".join(_group(group, answer, world) for group in together)
        blocks.append((names, against, sum(votes.values()) - against))
    heads = (_("Together"), _("Votes against"), _("Votes for"))
    return [shares, Table(title, heads, tuple(blocks))]


def _group(group: str, answer: Ballot, world: World) -> str:
    if group == COMMUNAL_BLOCK:
        return _("communal block")
    return name_on(world, group, answer.on)


def _electors(title: str, electors: tuple[Elector, ...]) -> Table:
    heads, rows = columns(
        electors,
        (_("Name"), lambda one: one.name),
        (_("Designated by"), lambda one: one.seat_of_name),
        (_("Votes"), lambda one: one.weight or None),
        (_("By these acts"), lambda one: "\n".join(one.because)),
    )
    return without_empty_columns(Table(title, heads, rows))


# ------------------------------------------------------------------- those there
def _live(live: Live, answer: Ballot, world: World) -> list[Table]:
    drawn = [
        _steps(_("Of those who are there"), live.steps, world),
        *_groups(live.groups, live.blocking, answer, world),
        _voters_there(live, answer, world),
    ]
    refused = [one for one in live.proxies if not one.counts]
    if refused:
        heads, rows = columns(
            refused,
            (_("Giver"), lambda one: world.persons.get(one.giver, one.giver)),
            (_("Holder"), lambda one: world.persons.get(one.holder, one.holder)),
            (_("Why"), lambda one: _(one.reason) if one.reason else ""),
            (_("Text"), lambda _one: cited_clauses(world, ["proxies"], answer.on)),
        )
        drawn.append(Table(_("Proxies that do not count"), heads, rows))
    return drawn


def _voters_there(live: Live, answer: Ballot, world: World) -> Table:
    heads, rows = columns(
        live.voters,
        (_("Name"), lambda one: one.name),
        (_("Designated by"), lambda one: name_on(world, one.seat_of, answer.on)),
        (_("Votes"), lambda one: one.weight),
        (
            _("By proxy held by"),
            lambda one: (
                world.persons.get(one.proxy_held_by, one.proxy_held_by)
                if one.proxy_held_by
                else ""
            ),
        ),
    )
    return without_empty_columns(Table(_("Who may vote now"), heads, rows))


# ------------------------------------------------------------------- what would follow
def draw_follows(follows: IfAdopted, world: World) -> list[Table]:
    """Draw what would begin, what would still be missing, and what would change."""
    drawn = [_answers(follows, world)]
    point = Point(follows.shown_on, world)
    supposed = _("this vote")
    changes = [_renamed(change, follows.act, supposed) for change in follows.changes]
    for what, some in groupby(changes, key=lambda change: change.what):
        title = _("It would change: {what}").format(what=_(register_words.TITLES[what]))
        drawn.append(changes_table(title, list(some), point))
    return drawn


def _answers(follows: IfAdopted, world: World) -> Table:
    day = follows.adopted_on
    heads, rows = columns(
        follows.answers,
        (
            _("Competence"),
            lambda one: (
                competence_label(world, one.competence, day) if one.competence else ""
            ),
        ),
        (_("From"), lambda one: one.since or _("(not established)")),
        (_("Still missing"), lambda one: words.missing(one.missing)),
        (
            _("Answers"),
            lambda one: "\n".join(act for act in one.because if act != follows.act),
        ),
    )
    member = name_on(world, follows.member, day)
    title = _(_ABOUT[follows.decision]).format(member=member)
    notes = [
        _("Supposed: adopted, sent to the State and on the web on {day}.").format(
            day=words.day(day)
        )
    ]
    if follows.shown_on > day:
        shown = words.day(follows.shown_on)
        notes.append(_("What would change is shown as on {day}.").format(day=shown))
    if not any(one.since for one in follows.answers):
        notes.append(_("Nothing would begin yet: it would be pending."))
    if not follows.changes:
        notes.append(_("The register would not change."))
    notes.append(_("Nothing was recorded."))
    return without_empty_columns(Table(title, heads, rows, " ".join(notes)))


def _renamed(change: Change, act: str, name: str) -> Change:
    """Call the act that is only supposed what it is."""
    because = tuple(name if one == act else one for one in change.because)
    return msgspec.structs.replace(change, because=because)

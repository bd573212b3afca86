"""What the register would become if the committee agreed, drawn for people."""

from itertools import groupby

import msgspec

from ledger.language import N_
from ledger.language import translate as _
from projections.citing import competence_label
from projections.names import name_on
from projections.register.differences import Change, Point
from projections.votes.if_adopted import IfAdopted
from projections.world import World
from terminal import register_words, words
from terminal.diff import changes_table
from terminal.printing import Table, without_empty_columns

_ABOUT = {
    "adhesion-approved": N_("If the adhesion of {member} is approved"),
    "competence-transferred": N_("If the transfer by {member} is approved"),
    "withdrawal-approved": N_("If the withdrawal of {member} is approved"),
    "competence-resumed": N_("If the resumption by {member} is approved"),
}


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
    rows = tuple(
        (
            competence_label(world, one.competence, day) if one.competence else "",
            one.since or _("(not established)"),
            words.missing(one.missing),
            "\n".join(act for act in one.because if act != follows.act),
        )
        for one in follows.answers
    )
    member = name_on(world, follows.member, day)
    heads = (*(_("Competence"), _("From"), _("Still missing"), _("Answers")),)
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

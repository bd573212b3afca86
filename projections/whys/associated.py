"""Why does an institution that is no member attend? It is associated (art. 7)."""

from datetime import date

import msgspec

from ledger.language import N_
from projections.members.associates import association
from projections.naming.citing import cited, once
from projections.naming.names import name_on
from projections.reason import Rule, say
from projections.timelines.world import World
from projections.whys.explanation import Reasons
from projections.whys.questions import AboutMember

ASSOCIATE = Rule(
    "member.associate",
    N_("{member} is not a member: it is associated since {since}, and does not vote."),
)


def beside_association(
    world: World, asked: AboutMember, at: date, reasons: Reasons
) -> Reasons:
    """Tell that who is no member is, or was, associated."""
    begun = [
        tenure
        for tenure in world.facts.associates.about(asked.member)
        if tenure.from_ <= at
    ]
    if not begun or reasons.answer == "yes":
        return reasons
    last = max(begun, key=lambda tenure: tenure.from_)
    is_now = last.period.holds_on(at)
    headline = reasons.headline
    if is_now and reasons.answer == "no" and asked.competence is None:
        name = name_on(world, asked.member, at)
        headline = say(ASSOCIATE, member=name, since=last.since)
    acts = last.opened if is_now else last.because
    return msgspec.structs.replace(
        reasons,
        headline=headline,
        because=once(*reasons.because, *acts),
        steps=(*reasons.steps, *cited(world, association(last, at), at)),
    )

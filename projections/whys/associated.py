"""Why does an institution that is no member attend? It is associated (art. 7)."""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.language import N_
from projections.citing import once, step
from projections.members.stays import Stay
from projections.names import name_on
from projections.reason import Rule, Step, say
from projections.whys.explanation import Reasons
from projections.whys.questions import AboutMember
from projections.world import World

ASSOCIATE = Rule(
    "member.associate",
    N_("{member} is not a member: it is associated since {since}, and does not vote."),
)
ADMITTED = Rule(
    "associate.admitted",
    N_(
        "{member} was admitted as an associate by {acts}, from {since} on: it attends, "
        "may be invited to speak, and takes no part in the vote."
    ),
    "associates",
)
NO_LONGER = Rule(
    "associate.left",
    N_("The association of {member} ended on {until}, by {acts}."),
    "associates",
)


def beside_association(
    world: World, asked: AboutMember, at: date, reasons: Reasons
) -> Reasons:
    """Tell that who is no member is, or was, associated."""
    begun = [stay for stay in world.associates.of(asked.member) if stay.from_ <= at]
    if not begun or reasons.answer == "yes":
        return reasons
    last = max(begun, key=lambda stay: stay.from_)
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
        steps=(*reasons.steps, *_told(world, last, at)),
    )


def _told(world: World, stay: Stay, at: date) -> Iterator[Step]:
    name = name_on(world, stay.member, at)
    yield step(
        world, ADMITTED, stay.from_, member=name, acts=stay.opened, since=stay.since
    )
    if stay.until is not None and stay.until <= at:
        yield step(
            world,
            NO_LONGER,
            stay.until,
            member=name,
            acts=stay.closed,
            until=stay.until,
        )

"""Lines about institutions: who is a member, for what, and what each is called."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from projections.changes.lines import Held, Line
from projections.members.stays import Face, Stay
from projections.naming.citing import once
from projections.periods import Period
from projections.timelines.world import World


def member_lines(world: World) -> Iterator[Held]:
    """List the members and the competences they hold (annexes 1 and 2)."""
    for stay in chain(world.facts.members, world.facts.competences):
        yield from _stay_lines(stay)


def identity_lines(world: World) -> Iterator[Held]:
    """List what each institution is called and registered as."""
    for one in world.facts.identities:
        value = msgspec.structs.asdict(one.identity)
        member = value.pop("id")
        line = Line(
            what="identity",
            key=member,
            member=member,
            value=value,
            because=one.acts,
            opened=one.acts[-1:],
        )
        yield Held(line, one.period)


def _stay_lines(stay: Stay) -> Iterator[Held]:
    """List a stay's faces: of an heir's, one for each time it inherited."""
    faces = [*stay.earlier, (stay.until, stay.face)]
    begun, so_far = stay.from_, tuple[str, ...]()
    for place, (until, face) in enumerate(faces):
        opening = once(*face.opened)
        is_last = place + 1 == len(faces)
        if until is None or begun < until:
            line = _stay_line(stay, face)
            opened = tuple(act for act in opening if act not in so_far)
            line = msgspec.structs.replace(
                line, opened=opened or opening, closed=stay.closed if is_last else ()
            )
            yield Held(line, Period(begun, until))
        begun, so_far = until or begun, opening


def _stay_line(stay: Stay, face: Face) -> Line:
    value = {"since": face.since, "until": stay.until}
    because = once(*face.opened, *stay.closed)
    if stay.competence is None:
        return Line(
            what="member",
            key=stay.member,
            member=stay.member,
            value=value,
            because=because,
        )
    return Line(
        what="competence",
        key=f"{stay.member} {stay.competence}",
        member=stay.member,
        value={"competence": stay.competence} | value,
        because=because,
    )

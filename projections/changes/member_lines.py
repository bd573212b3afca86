"""Lines about institutions: who is a member, for what, and what each is called."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from projections.changes.lines import Held, Line
from projections.members.tenures import Origin, Tenure
from projections.naming.citing import once
from projections.periods import Period
from projections.timelines.world import World


def member_lines(world: World) -> Iterator[Held]:
    """List the members and the competences they hold (annexes 1 and 2)."""
    for tenure in chain(world.facts.members, world.facts.competences):
        yield from _tenure_lines(tenure)


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


def _tenure_lines(tenure: Tenure) -> Iterator[Held]:
    """List what is shown of a time: of an heir's, anew each time it inherited."""
    origins = [*tenure.earlier, (tenure.until, tenure.origin)]
    begun, so_far = tenure.from_, tuple[str, ...]()
    for place, (until, origin) in enumerate(origins):
        opening = once(*origin.opened)
        is_last = place + 1 == len(origins)
        if until is None or begun < until:
            line = _tenure_line(tenure, origin)
            opened = tuple(act for act in opening if act not in so_far)
            line = msgspec.structs.replace(
                line, opened=opened or opening, closed=tenure.closed if is_last else ()
            )
            yield Held(line, Period(begun, until))
        begun, so_far = until or begun, opening


def _tenure_line(tenure: Tenure, origin: Origin) -> Line:
    value = {"since": origin.since, "until": tenure.until}
    because = once(*origin.opened, *tenure.closed)
    if tenure.competence is None:
        return Line(
            what="member",
            key=tenure.member,
            member=tenure.member,
            value=value,
            because=because,
        )
    return Line(
        what="competence",
        key=f"{tenure.member} {tenure.competence}",
        member=tenure.member,
        value={"competence": tenure.competence} | value,
        because=because,
    )

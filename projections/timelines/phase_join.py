"""How do timelines read that were derived phase by phase?

Of each phase the part within it is kept; what goes on across a seam is one time.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from projections.acts.identity import Identity, IdentityTimeline
from projections.acts.statutes import Statutes, Version
from projections.members.associates import Associates
from projections.members.membership import Membership
from projections.seats.bodies import Bodies, Body
from projections.seats.mandates import Delegates
from projections.timelines.intervals import (
    Moves,
    Of,
    cut_seat,
    cut_tenure,
    existed,
    in_vain,
    join_empty,
    join_seats,
    join_tenures,
    never_came,
    spliced,
    within,
)
from projections.timelines.phases import Phase


def membership(phases: Of, parts: Sequence[Membership]) -> Membership:
    """Put the times as members together; the founders are those of the creation."""
    if len(parts) == 1:
        return parts[0]
    tenures = spliced(phases, [one.tenures for one in parts], cut_tenure, join_tenures)
    created = next((one for one in parts if one.founders), parts[0])
    in_vain = never_came(phases, [one.in_vain for one in parts])
    return msgspec.structs.replace(
        created, tenures=tuple(tenures), in_vain=tuple(in_vain)
    )


def associates(phases: Of, parts: Sequence[Associates]) -> Associates:
    """Put the times of association together."""
    if len(parts) == 1:
        return parts[0]
    tenures = spliced(phases, [one.tenures for one in parts], cut_tenure, join_tenures)
    in_vain = never_came(phases, [one.in_vain for one in parts])
    return Associates(tuple(tenures), tuple(in_vain))


def delegates(phases: Of, parts: Sequence[Delegates]) -> Delegates:
    """Put mandates and vacancies together."""
    if len(parts) == 1:
        return parts[0]
    mandates = spliced(phases, [one.mandates for one in parts], cut_seat, join_seats)
    cut = Moves(mandates).cut
    met = frozenset(claim for one in parts for claim in one.met)
    return Delegates(
        tuple(mandates),
        tuple(spliced(phases, [one.vacancies for one in parts], cut, join_empty)),
        tuple(within(phases, [one.overbooked for one in parts])),
        tuple(in_vain(phases, [one.in_vain for one in parts], met)),
        met,
    )


def bodies(phases: Of, parts: Sequence[Bodies]) -> Bodies:
    """Put the seats of every body together."""
    if len(parts) == 1:
        return parts[0]
    met = {claim for one in parts for claim in one.met}
    found = Bodies(
        overbooked=[*within(phases, [one.overbooked for one in parts])],
        in_vain=[*in_vain(phases, [one.in_vain for one in parts], met)],
        met=met,
    )
    for name in dict.fromkeys(name for one in parts for name in one.by_id):
        each = [one.body(name) for one in parts]
        seats = spliced(phases, [one.seats for one in each], cut_seat, join_seats)
        cut = Moves(seats).cut_in_body
        found.by_id[name] = Body(
            existed(phases, [one.existed for one in each]),
            seats,
            spliced(phases, [one.empty for one in each], cut, join_empty),
        )
    return found


def statutes(phases: Of, parts: Sequence[Statutes]) -> Statutes:
    """Put the versions together: at a seam, that of the new phase is in force."""
    if len(parts) == 1:
        return parts[0]
    found: list[Version] = []
    for phase, part in zip(phases, parts, strict=True):
        start = phase.period.from_
        at_seam = part.on(start)
        if at_seam is not None and not (found and found[-1].act == at_seam.act):
            found.append(msgspec.structs.replace(at_seam, since=start))
        found += [
            version
            for version in part.versions
            if version.since > start and phase.period.holds_on(version.since)
        ]
    return Statutes(tuple(found))


def identities(
    phases: Of, parts: Sequence[dict[str, IdentityTimeline]]
) -> dict[str, IdentityTimeline]:
    """Put the identities together: at a seam, that of the new phase holds."""
    if len(parts) == 1:
        return parts[0]
    found: dict[str, IdentityTimeline] = {}
    for phase, part in zip(phases, parts, strict=True):
        for institution, timeline in part.items():
            made = found.setdefault(institution, IdentityTimeline([], [], []))
            for day, identity, act in _within_phase(phase, timeline, made):
                made.days.append(day)
                made.identities.append(identity)
                made.acts.append(act)
    return found


def _within_phase(
    phase: Phase, timeline: IdentityTimeline, before: IdentityTimeline
) -> Iterator[tuple[date, Identity, str]]:
    """List the identities of a phase; the acts that began it bring a different first.

    Who is first known of in a later phase was called so from ever.
    """
    start = phase.period.from_
    held = timeline.on(start)
    if not before.days:
        yield date.min, timeline.identities[0], timeline.acts[0]
    place = bisect_right(timeline.days, start) - 1
    differs = before.identities and before.identities[-1] != held
    yield start, held, phase.because[-1] if differs else timeline.acts[place]
    for day, identity, act in zip(
        timeline.days, timeline.identities, timeline.acts, strict=True
    ):
        if day > start and phase.period.holds_on(day):
            yield day, identity, act

"""How do timelines read that were derived phase by phase?

Of each phase the part within it is kept; what goes on across a seam is one time.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from projections.bodies import Bodies, Body
from projections.delegates import Delegates
from projections.identity import IdentityTimeline
from projections.membership import Membership
from projections.seams import (
    Of,
    cut_body_seat,
    cut_empty,
    cut_seat,
    cut_stay,
    existed,
    join_empty,
    join_seats,
    join_stays,
    spliced,
    within,
)
from projections.statutes import Statutes, Version


def membership(phases: Of, parts: Sequence[Membership]) -> Membership:
    """Put the stays together; the founders are those of the creation."""
    if len(parts) == 1:
        return parts[0]
    stays = spliced(phases, [one.stays for one in parts], cut_stay, join_stays)
    created = next((one for one in parts if one.founders), parts[0])
    return msgspec.structs.replace(created, stays=tuple(stays))


def delegates(phases: Of, parts: Sequence[Delegates]) -> Delegates:
    """Put mandates and vacancies together."""
    if len(parts) == 1:
        return parts[0]
    mandates = spliced(phases, [one.mandates for one in parts], cut_seat, join_seats)
    vacancies = spliced(phases, [one.vacancies for one in parts], cut_empty, join_empty)
    overbooked = within(phases, [one.overbooked for one in parts])
    return Delegates(tuple(mandates), tuple(vacancies), tuple(overbooked))


def bodies(phases: Of, parts: Sequence[Bodies]) -> Bodies:
    """Put the seats of every body together."""
    if len(parts) == 1:
        return parts[0]
    overbooked = within(phases, [one.overbooked for one in parts])
    found = Bodies(overbooked=[*overbooked])
    for name in dict.fromkeys(name for one in parts for name in one.by_id):
        each = [one.body(name) for one in parts]
        found.by_id[name] = Body(
            existed(phases, [one.existed for one in each]),
            spliced(phases, [one.seats for one in each], cut_seat, join_seats),
            spliced(phases, [one.empty for one in each], cut_body_seat, join_empty),
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
        start = phase.period.from_
        for institution, timeline in part.items():
            made = found.setdefault(institution, IdentityTimeline([], []))
            if not made.days and start > date.min:
                made.days.append(date.min)
                made.identities.append(timeline.identities[0])
            made.days.append(start)
            made.identities.append(timeline.on(start))
            for day, identity in zip(timeline.days, timeline.identities, strict=True):
                if day > start and phase.period.holds_on(day):
                    made.days.append(day)
                    made.identities.append(identity)
    return found

"""Who is a member, for which competences, since when and by which acts?

What the acts make begin and end becomes changes; `stays` folds them into intervals.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.constitution import SyndicateCreated, SyndicateDissolved
from ledger.events.membership import MembersMerged
from projections.acts.as_known import AsKnown
from projections.acts.executory import Executory
from projections.members.proceedings import ENDING, Proceeding
from projections.members.stays import Change, Stay, stays_from
from projections.missing import Missing
from projections.periods import Period, day_before, next_day


class Membership(msgspec.Struct, frozen=True):
    """All stays, and the founders in the order of the act that created the syndicate.

    `unnamed` are the founders whose competences no act names; `undated` is what is
    missing to tell since when the founders are members.
    """

    stays: tuple[Stay, ...] = ()
    founders: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    undated: tuple[Missing, ...] = ()

    def on(self, day: date) -> list[Stay]:
        """List the memberships on a day."""
        return self.during(Period(day, next_day(day)))

    def transfers_on(self, day: date) -> list[Stay]:
        """List the competences held on a day."""
        return self.transfers_during(Period(day, next_day(day)))

    def during(self, asked: Period) -> list[Stay]:
        """List the memberships that overlap a time."""
        return [stay for stay in self._seen(asked) if stay.competence is None]

    def transfers_during(self, asked: Period) -> list[Stay]:
        """List the competences held at a time."""
        return [stay for stay in self._seen(asked) if stay.competence is not None]

    def _seen(self, asked: Period) -> Iterator[Stay]:
        """Show each as on the last day that was asked about."""
        for stay in self.stays:
            part = Period(stay.from_, stay.until).overlap(asked)
            if part is not None and part.until is not None:
                yield stay.seen_on(day_before(part.until))


def membership(
    known: AsKnown, executory: dict[str, Executory], found: list[Proceeding]
) -> Membership:
    """Build the stays of all members from what the acts made begin and end."""
    creation = next(
        (
            (act.reference, taken.decision)
            for act in known.acts.values()
            for taken in act.decisions
            if isinstance(taken.decision, SyndicateCreated)
        ),
        None,
    )
    stays = stays_from([*_constitution(known, executory), *_agreed(found, executory)])
    if creation is None:
        return Membership(stays)
    reference, created = creation
    return Membership(
        stays,
        tuple(str(founder.institution.id) for founder in created.founders),
        tuple(
            str(founder.institution.id)
            for founder in created.founders
            if not founder.competences
        ),
        executory[reference].missing,
    )


def _agreed(
    found: list[Proceeding], executory: dict[str, Executory]
) -> Iterator[Change]:
    for proceeding in found:
        if proceeding.start is not None:
            presumed = [act for act in proceeding.because if executory[act].presumed]
            yield Change(
                proceeding.start,
                proceeding.position,
                proceeding.because,
                (proceeding.member_on(proceeding.start),),
                (proceeding.competence,) if proceeding.competence else (),
                begins=proceeding.procedure not in ENDING,
                admits=proceeding.procedure == "adhesion",
                presumed=tuple(presumed),
            )


def _constitution(known: AsKnown, executory: dict[str, Executory]) -> Iterator[Change]:
    for act in known.acts.values():
        because = (act.reference,)
        day = executory[act.reference].on
        presumed = because if executory[act.reference].presumed else ()
        for taken in act.decisions:
            match taken.decision:
                case SyndicateCreated(founders=founders) if day is not None:
                    for founder in founders:
                        yield Change(
                            day,
                            taken.position,
                            because,
                            (str(founder.institution.id),),
                            founder.competences,
                            begins=True,
                            presumed=presumed,
                        )
                case MembersMerged(members=members, into=into, from_=from_):
                    yield Change(
                        from_, taken.position, because, members, heir=str(into.id)
                    )
                case SyndicateDissolved(on=on):
                    yield Change(on, taken.position, because)
                case _:
                    pass

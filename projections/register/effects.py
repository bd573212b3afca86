"""From which day has each decision effect (specification section 5)?"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from ledger.authorities import SECRETARIAT
from ledger.events import afterwards, committee, delegates, membership, money
from ledger.events.catalogue import Decision
from ledger.events.constitution import SyndicateDissolved
from projections.acts.as_known import ActAsKnown, DecisionAsKnown
from projections.acts.fates import Fate
from projections.money.tariffs import decided
from projections.world import World

SEPTEMBER = 9
"""The month a school year begins in."""


class Effects:
    """The days on which acts, decision by decision, come to have effect."""

    def __init__(self, world: World) -> None:
        """Read the acts of a world."""
        self._world = world
        self._days: dict[str, frozenset[date]] = {}

    def of(  # noqa: PLR0911 -- a kind of decision, a rule
        self, act: ActAsKnown, taken: DecisionAsKnown
    ) -> date | None:
        """Tell the day a decision has effect from; None where it is not established.

        What the secretariat learned holds for the days it names.
        """
        decision = taken.decision
        own = self._world.executory[act.reference].on
        match decision:
            case committee.SessionConvened():
                return decision.sent_on
            case committee.AttendanceRecorded():
                return self._held_on.get(decision.session, act.adopted_on)
            case membership.IdentityChanged() | membership.MembersMerged():
                return decision.from_
            case delegates.DelegateDesignated(from_=from_):
                return own if own is None or from_ is None else max(own, from_)
            case delegates.SeatVacated() | delegates.AssemblyRenewed():
                return decision.on
            case SyndicateDissolved() | money.PaymentReceived():
                return decision.on
            case money.ServiceDelivered():
                return decision.on
            case money.ContributionCalled():
                new_year = date(decision.year, 1, 1)
                return decision.available_on or act.adopted_on or new_year
            case (
                committee.RepresentativeElected()
                | committee.OfficerElected()
                | money.PupilsCounted()
            ):
                return act.adopted_on or _named(decision, act)
            case _:
                return _afterwards(decision, act, own)

    def days_of(self, reference: str) -> frozenset[date]:
        """List the days on which an act, or a decision of it, comes to have effect.

        An act that is not known has none.
        """
        if reference not in self._world.known.acts:
            return frozenset()
        if reference not in self._days:
            act = self._world.known.acts[reference]
            days = [self._world.executory[reference].on, act.adopted_on]
            days += [self.of(act, taken) for taken in act.decisions]
            self._days[reference] = frozenset(day for day in days if day is not None)
        return self._days[reference]

    def counts_on(self, reference: str, day: date) -> bool:
        """Tell whether that day is one of them; it is none of an act not known."""
        return day in self.days_of(reference)

    def counts_in(self, reference: str, after: date, upto: date) -> bool:
        """Tell whether one of these days is one of its."""
        return any(after < day <= upto for day in self.days_of(reference))

    def moving(self, acts: Iterable[str], after: date, upto: date) -> Iterator[str]:
        """Find what suspended, ended or restored these acts in some days."""
        concerned = {*acts}
        for fate in self._moved(after, upto):
            if fate.act in concerned:
                yield from fate.by

    def has_moved(self, acts: Iterable[str], after: date, upto: date) -> bool:
        """Tell whether one of these acts suspended, ended or restored others then."""
        concerned = {*acts}
        return any(
            not concerned.isdisjoint(fate.by) for fate in self._moved(after, upto)
        )

    def _moved(self, after: date, upto: date) -> Iterator[Fate]:
        for fate in self._world.fates:
            if fate.ends_or_restores and fate.on and after < fate.on <= upto:
                yield fate

    def by(self, acts: tuple[str, ...], day: date) -> tuple[str, ...]:
        """Keep the acts that had some effect by a day; all, where none is known to."""
        known = self._world.known.acts
        found = tuple(
            act
            for act in acts
            if act not in known or any(one <= day for one in self.days_of(act))
        )
        return found or acts

    @cached_property
    def _held_on(self) -> dict[str, date]:
        sessions = decided(self._world, committee.SessionConvened)
        return {said.session: said.held_on for _act, said in sessions}


def _named(decision: Decision, act: ActAsKnown) -> date | None:
    """Tell the day that an undated note of the secretariat holds from."""
    if isinstance(decision, money.PupilsCounted) and act.authority == SECRETARIAT:
        return date(int(decision.school_year[:4]), SEPTEMBER, 1)
    return None


def _afterwards(decision: Decision, act: ActAsKnown, own: date | None) -> date | None:
    """Tell when a learning or a correction counts; else when the act is in force."""
    match decision:
        case afterwards.ActTransmitted():
            return decision.sent_on or decision.received_on or act.adopted_on
        case afterwards.ActPublished():
            return decision.on or act.adopted_on
        case afterwards.ActDated():
            return decision.adopted_on
        case (
            afterwards.ActAnnulled(from_=date())
            | afterwards.ActSuspended()
            | afterwards.SuspensionLifted()
        ):
            return decision.from_
        case afterwards.ActRepealed(from_=from_):
            return own if own is None or from_ is None else max(own, from_)
        case _:
            return own

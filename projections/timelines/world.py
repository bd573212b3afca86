"""What holds in law, on every date, as far as it was known: the timelines."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import msgspec

from ledger.events.constitution import StatutesAdopted
from ledger.mapper import Entry
from ledger.tags import member_of
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.acts.executory import Executory
from projections.acts.first_fold import acts_as_known
from projections.acts.identity import Identity, IdentityTimeline, identities, only_named
from projections.acts.persons import person_names
from projections.acts.statutes import Statutes
from projections.acts.voiding import apply_voiding
from projections.members.associates import Associates, beside_members, came_to_nothing
from projections.members.membership import Membership
from projections.members.proceedings import Proceeding
from projections.members.tenures import AgreementInVain
from projections.missing import Missing
from projections.seats.bodies import Bodies
from projections.seats.committee import with_deadlines
from projections.seats.mandates import Delegates
from projections.seats.regimes import Block, Regime, communal_block, regimes
from projections.timelines import phase_join
from projections.timelines.facts import Facts
from projections.timelines.fates import Fate, fates
from projections.timelines.in_force import E, InForce
from projections.timelines.moves import adopted_by_committee, moves
from projections.timelines.phases import Phase
from projections.timelines.revocations import settled_with_revocations
from projections.timelines.settled import Settled
from projections.timelines.strikes import Strikes


class World:
    """The acts as known and what follows from them. No clock, no database.

    Where decisions end or are interrupted, a timeline is derived phase by phase and
    put together again; `on(day)` is what follows from the decisions in force that day.
    """

    def __init__(self, known: RecordAsOf) -> None:
        """Take the acts as known."""
        self._given = known

    @property
    def known(self) -> RecordAsOf:
        """Tell the acts as known, without what was taken back by acts in force."""
        return self._settled.known if self._given.pending else self._given

    @property
    def known_at(self) -> str:
        """Tell the last position taken into account, as answers show it."""
        return f"#{self.known.position}"

    def on(self, day: date) -> InForce:
        """Tell what follows from the decisions in force on a day."""
        days = [phase.period.from_ for phase in self.phases]
        return self.parts[bisect_right(days, day) - 1]

    def seam_on(self, day: date) -> tuple[str, ...]:
        """List the acts by which decisions cease to be in force, or come back, then."""
        for phase in self.phases[1:]:
            if phase.period.from_ == day:
                return phase.because
        return ()

    @property
    def executory(self) -> dict[str, Executory]:
        """Tell since when each act is in force, whatever became of it after."""
        return self._settled.executory

    def without(self, *references: str) -> "World":
        """Tell what would hold if these acts had never been adopted."""
        left_out = {*references}
        acts = {
            reference: act
            for reference, act in self.known.acts.items()
            if reference not in left_out
        }
        return World.of(RecordAsOf(position=self.known.position, acts=acts))

    @staticmethod
    def of(known: RecordAsOf) -> "World":
        """Tell what would hold if these acts, as they read, were all there are."""
        acts = {
            reference: msgspec.structs.replace(act, dead=frozenset())
            for reference, act in known.acts.items()
        }
        alone = RecordAsOf(position=known.position, acts=acts)
        apply_voiding(alone)
        return World(alone)

    @cached_property
    def adopted_by_committee(self) -> Mapping[date, set[str]]:
        """Tell what the committee adopted, by day."""
        return adopted_by_committee(self.known)

    @cached_property
    def moves(self) -> Mapping[date, set[str]]:
        """Tell by which acts something begins or ends, by day."""
        return moves(self.facts, self.phases)

    @cached_property
    def _settled(self) -> Settled:
        return settled_with_revocations(self._given)

    @property
    def phases(self) -> list[Phase]:
        """Tell which decisions are in force together, from which day to which."""
        return self._settled.phases

    @cached_property
    def fates(self) -> list[Fate]:
        """Tell what has become of acts: dead, suspended, resumed, ended."""
        return fates(self._settled.limits, self.phases)

    @cached_property
    def identities(self) -> dict[str, IdentityTimeline]:
        """Tell what each institution is called and registered as."""
        return phase_join.identities(
            self.phases, [one.identities for one in self.parts]
        )

    def identity_on(self, institution: str, day: date) -> Identity | None:
        """Tell what one is registered as on a day; None where no living act tells."""
        timeline = self.identities.get(institution)
        return timeline.on(day) if timeline is not None else None

    @cached_property
    def names(self) -> dict[str, IdentityTimeline]:
        """Tell the identities, and those of institutions only dead acts tell of.

        What an act decided can be as if it had never been, or recorded by mistake; that
        somebody is called so decides nothing, and who asks must still find them.
        """
        dead = {
            reference: msgspec.structs.replace(act, dead=frozenset())
            for reference, act in self.known.acts.items()
            if act.dead
        }
        told = identities(RecordAsOf(position=self.known.position, acts=dead))
        found = told | self.identities
        struck = only_named(self.known).items()
        return found | {one: timeline for one, timeline in struck if one not in found}

    @cached_property
    def statutes(self) -> Statutes:
        """Tell the versions of the statutes."""
        return phase_join.statutes(self.phases, [one.statutes for one in self.parts])

    @property
    def proceedings(self) -> list[Proceeding]:
        """Tell which approval answers which request, if nothing had been ended."""
        return self.ever.proceedings

    @cached_property
    def membership(self) -> Membership:
        """Tell who is a member, for which competences."""
        return phase_join.membership(
            self.phases, [one.membership for one in self.parts]
        )

    @cached_property
    def associates(self) -> Associates:
        """Tell who is associated without being a member (art. 7)."""
        parts = [one.associates for one in self.parts]
        return beside_members(
            phase_join.associates(self.phases, parts), self.membership
        )

    @cached_property
    def facts(self) -> Facts:
        """Look up what holds, when and why, by whom it concerns."""
        return Facts(self)

    @cached_property
    def in_vain_of(self) -> dict[str, list[AgreementInVain]]:
        """Sort what made nothing begin or end, by the institution it was about."""
        found: dict[str, list[AgreementInVain]] = {}
        for one in came_to_nothing(self.membership, self.associates):
            found.setdefault(one.member, []).append(one)
        return found

    @cached_property
    def proposed_about(self) -> dict[str, list[tuple[ActState, DecisionState]]]:
        """Sort what acts proposed to decide, and did or not, by institution."""
        found: dict[str, list[tuple[ActState, DecisionState]]] = {}
        for act in self.known.acts.values():
            for taken in act.proposed:
                member = member_of(taken.decision, act.reference)
                if member is not None:
                    found.setdefault(member, []).append((act, taken))
        return found

    @cached_property
    def said_of(self) -> dict[str, tuple[str, ...]]:
        """Tell which acts say something of an earlier act, by that act."""
        found: dict[str, dict[str, None]] = {}
        for act in self.known.acts.values():
            for taken in act.proposed:
                target = getattr(taken.decision, "target", None)
                if target is not None:
                    found.setdefault(target, {})[act.reference] = None
        return {target: tuple(acts) for target, acts in found.items()}

    @cached_property
    def delegates(self) -> Delegates:
        """Tell who is whose delegate."""
        return phase_join.delegates(self.phases, [one.delegates for one in self.parts])

    @cached_property
    def block(self) -> list[Block]:
        """Tell which members are communes or EPCI, and of which département."""
        return communal_block(self.membership, self.identities)

    @cached_property
    def regimes(self) -> list[Regime]:
        """Tell how the communal block is represented."""
        return regimes(self.block, self.statutes)

    @cached_property
    def bodies(self) -> Bodies:
        """Tell who sits in which body."""
        parts = [one.bodies(self.regimes) for one in self.parts]
        return with_deadlines(phase_join.bodies(self.phases, parts), self.statutes)

    def decided(self, kind: type[E]) -> list[tuple[ActState, E]]:
        """List the decisions of a kind, with their acts, be they ended or suspended."""
        return self.ever.decided(kind)

    def concerning(self, kind: type[E], member: str) -> list[tuple[ActState, E]]:
        """List those of a kind that concern one institution, ended or suspended too."""
        return self.ever.concerning(kind, member)

    def is_in_force(self, act: ActState, day: date) -> bool:
        """Tell whether an act is in force on a day, if nothing had ended it."""
        since = self.executory[act.reference].on
        return since is not None and since <= day

    @cached_property
    def persons(self) -> dict[str, str]:
        """Tell the names of persons, by id."""
        return person_names(self.known)

    @cached_property
    def strikes(self) -> Strikes:
        """Tell what strikes each decision, on any day."""
        return Strikes(self._settled.limits, self.phases)

    def lacks_statutes(self, day: date) -> tuple[Missing, ...]:
        """Tell what is missing where no statutes are in force on a day.

        Of versions that were adopted by then, it is what their acts lack; else, the
        statutes themselves.
        """
        lacking = (
            missing
            for act, _said in self.decided(StatutesAdopted)
            if act.adopted_on is None or act.adopted_on <= day
            for missing in self.executory[act.reference].missing
        )
        return tuple(dict.fromkeys(lacking)) or (Missing(None, "statutes"),)

    @property
    def ever(self) -> InForce:
        """Tell what follows if nothing had been ended or interrupted."""
        return self._settled.ever

    @property
    def parts(self) -> list[InForce]:
        """Tell what follows in each phase; two with the same decisions share it."""
        return self._settled.parts

    @cached_property
    def as_adopted(self) -> InForce:
        """Tell what would follow if nothing had been annulled or taken back."""
        acts = {
            reference: msgspec.structs.replace(act, dead=frozenset())
            for reference, act in self.known.acts.items()
        }
        known = RecordAsOf(position=self.known.position, acts=acts)
        return InForce(known, self.executory)

    @cached_property
    def bodies_ever(self) -> Bodies:
        """Tell who would sit in which body if nothing had been ended or interrupted."""
        return self.ever.bodies(self.regimes)


def world_of(entries: Iterable[Entry], *, position: int, digest: str = "") -> World:
    """Fold the entries up to a position, in order, into a world."""
    known = acts_as_known(entries)
    known.position, known.digest = position, digest
    return World(known)

"""Which decisions in force should move the register, and move nothing; and why?

Specification section 11: no decision is swallowed. Every kind is placed here: how it is
told from the timelines that it moved something, or that it moves nothing by nature. The
reasons are those the timelines keep; nothing is decided a second time.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import assert_never

import msgspec

from ledger.events import afterwards, committee, constitution, delegates, money
from ledger.events import membership as joining
from ledger.events.agreements import ConventionApproved
from ledger.events.catalogue import Afterwards, Challenging, Decision
from ledger.events.challenges import ChallengeClosed, ChallengeReceived
from ledger.institutions import person_id
from ledger.language import N_
from ledger.tags import institution_of, member_of
from projections.acts.act_state import ActState, DecisionState, Place
from projections.acts.voiding import Striking
from projections.changes.effect_days import EffectDays
from projections.findings.finding import Because, Finding, Phrase
from projections.findings.idle_corrections import (
    ALREADY_DEAD,
    corrects_nothing,
    rectified,
    spares,
)
from projections.findings.scope import Scope
from projections.members.proceedings import KEPT
from projections.members.successions import Successions, heir_on, successions
from projections.naming.citing import cited
from projections.naming.names import name_on
from projections.periods import Period, day_before
from projections.reason import Reason
from projections.register.pending import waiting_on, waits

NOT_HELD_NOR_FREE = N_("it asks for what is so already, or for the end of what is not")
ENDED = N_("{member} had become part of {heir} by {day}")
OVER = N_("{member} had ended on {day}, without heir")
DISSOLVED = N_("the syndicate was dissolved on {day}")
NOBODY_LEFT = N_("nobody was a member any more on {day}")
NO_MEMBER = N_("{member} is no member on {day}")
NO_MANDATE = N_("no mandate of {person} for {member} began by it")
SAID_ALREADY = N_("it says what was on record already")
NO_YEAR = N_("{member} is no member in {years}")
STRUCK = N_("{target} was recorded by mistake, as {ruling} says")


_OWN_END = joining.MembersMerged | joining.InstitutionEnded | joining.InstitutionKnown
"""What tells of an institution's end, or who it was."""


class SwallowedFinding(Finding, frozen=True):
    """A decision in force should move the register, and moves nothing."""

    rule = "decision.no-effect"
    severity = "unknown"
    article = N_("specification, section 11")
    sentence = N_("«{decision}», decision {number} of {act}, moves nothing: {why}")
    remedy = N_(
        "See whether the institution, the person or the act is the one that is meant; "
        "what was recorded by mistake is struck with act-struck"
    )


RULES: tuple[type[Finding], ...] = (SwallowedFinding,)


def no_effect(scope: Scope) -> Iterator[Finding]:
    """List the decisions in force on the day asked that moved nothing by then."""
    told = _Teller(scope)
    for act in scope.acts_in_force:
        for taken in act.decisions:
            why = told.why(act, taken) if taken in act.proposed else None
            if why is not None:
                yield _seen(act.reference, taken.number, taken.decision, why)
    for one in scope.world.known.in_vain:
        reference, number = one.place
        values = {"target": one.decision.target, "ruling": one.struck_by}
        yield _seen(reference, number, one.decision, Because(STRUCK, values))


def _seen(act: str, number: int, decision: Decision, why: Because) -> Finding:
    label = Phrase(decision.KIND.label)
    member = member_of(decision, act)
    return SwallowedFinding.seen(act, member, decision=label, number=number, why=why)


class _Teller:
    """Tells of decisions, one by one, why they moved nothing."""

    def __init__(self, scope: Scope) -> None:
        self._world, self._at = scope.world, scope.at
        self._effects = EffectDays(scope.world)

    def why(self, act: ActState, taken: DecisionState) -> Because | None:
        """Say why a decision moved nothing by the day asked; None where it did."""
        day = self._effects.of(act, taken)
        if day is None or day > self._at:
            return self._undated(act, taken.decision) if day is None else None
        return self._ended(act, taken.decision, day) or self._moved(act, taken, day)

    def _undated(self, act: ActState, said: Decision) -> Because | None:
        """Say it of what corrects from its entry on, whatever its day."""
        if isinstance(said, afterwards.ActRectified):
            return rectified(self._world, said)
        waits = isinstance(said, afterwards.ActRevoked | afterwards.ActRepealed)
        is_ruling = isinstance(said, Striking) and not waits
        return self._corrected(act, said) if is_ruling else None

    def _corrected(self, act: ActState, said: Decision) -> Because | None:
        assert isinstance(said, Striking), "nothing else is asked about"
        if not corrects_nothing(self._world, act, said):
            return None
        if spares(self._world, act, said):
            return self._as_said(KEPT.of(None, act=said.target))
        return Because(ALREADY_DEAD, {"target": said.target})

    def _moved(  # noqa: PLR0911 -- one for each way of moving something
        self, act: ActState, taken: DecisionState, day: date
    ) -> Because | None:
        """Tell how each kind is known to move something: every kind is placed."""
        decision, place = taken.decision, (act.reference, taken.number)
        match decision:
            case (
                constitution.SyndicateCreated()
                | joining.AdhesionRequested()
                | joining.AdhesionApproved()
                | joining.CompetenceTransferRequested()
                | joining.CompetenceTransferred()
                | joining.CompetenceResumptionRequested()
                | joining.CompetenceResumed()
                | joining.WithdrawalRequested()
                | joining.WithdrawalApproved()
                | joining.MembersMerged()
                | joining.CompetenceSubstituted()
                | joining.InstitutionEnded()
                | joining.AssociateAdmitted()
                | joining.AssociateLeft()
            ):
                return self._agreed(place)
            case constitution.SyndicateDissolved():
                is_first = place in self._moving
                return None if is_first else Because(NOBODY_LEFT, {"day": day})
            case (
                constitution.StatutesAdopted()
                | constitution.ConditionsAdopted()
                | constitution.PowersDelegated()
                | money.TariffVoted()
                | money.BudgetVoted()
            ):
                over = self._dissolved_on
                is_late = over is not None and over <= day
                return Because(DISSOLVED, {"day": over}) if is_late else None
            case joining.IdentityChanged():
                return self._renamed(act, decision)
            case delegates.DelegateDesignated():
                return self._designated(act, decision, day)
            case delegates.AssemblyRenewed():
                return self._renewed(act, decision)
            case (
                money.PupilsCounted()
                | money.OptionChosen()
                | money.ServiceDelivered()
                | money.SubsidyGranted()
            ):
                return self._owed(act, decision)
            case afterwards.ActRectified():
                return rectified(self._world, decision)
            case (
                afterwards.ActAnnulled()
                | afterwards.ActRevoked()
                | afterwards.ActRepealed()
                | afterwards.ActSuspended()
                | afterwards.SuspensionLifted()
                | afterwards.RulingOverturned()
            ):
                return self._corrected(act, decision)
            case (
                delegates.SeatVacated()
                | committee.RepresentativeElected()
                | committee.OfficerElected()
            ):
                return None  # `seat.unknown` and `seat.taken` tell of them
            case (
                committee.SessionConvened()
                | committee.AttendanceRecorded()
                | committee.MatterDecided()
                | joining.InstitutionKnown()
                | ConventionApproved()
                | money.PriceQuoted()
                | money.ContributionCalled()
                | money.PaymentReceived()
                | ChallengeReceived()
                | ChallengeClosed()
                | afterwards.ActTransmitted()
                | afterwards.ActPublished()
                | afterwards.ActDated()
                | afterwards.EvidenceAttached()
                | afterwards.ActStruck()
            ):
                return None  # no register is theirs to move
            case never:
                assert_never(never)

    # --------------------------------------------------------------- whoever is over
    def _ended(self, act: ActState, decision: Decision, day: date) -> Because | None:
        """Tell that an institution decides, or is decided about, after its end."""
        if isinstance(
            decision,
            Afterwards | Challenging | money.ContributionCalled | money.PaymentReceived,
        ):
            return None
        asked = (
            (institution_of(act.reference), act.adopted_on or day),
            (member_of(decision, act.reference), day),
        )
        for member, on in asked:
            if member is None or member not in self._succeeded.gone:
                continue
            line = self._succeeded.line(member, on)
            heir = heir_on(member, line.heirs, on)
            is_its_own = isinstance(decision, _OWN_END)
            if line.ended and line.ended.since <= on and not is_its_own:
                named = {"member": self._name(heir, on), "day": line.ended.since}
                return Because(OVER, named)
            if heir != member and not is_its_own:
                named = {"member": self._name(member, on), "heir": self._name(heir, on)}
                return Because(ENDED, {**named, "day": on})
        return None

    @cached_property
    def _succeeded(self) -> Successions:
        return successions(self._world.on(self._at).known)

    @cached_property
    def _dissolved_on(self) -> date | None:
        found = self._world.on(self._at).decided(constitution.SyndicateDissolved)
        return min((said.on for _act, said in found), default=None)

    # --------------------------------------------------------------- members
    @cached_property
    def _moving(self) -> set[Place]:
        """List the decisions by which something began, passed on or ended."""
        tenures = (*self._world.membership.tenures, *self._world.associates.tenures)
        return {
            place
            for tenure in tenures
            for causes in (
                tenure.causes,
                *(origin.causes for _day, origin in tenure.earlier),
            )
            for cause in causes
            for place in cause.places
        }

    @cached_property
    def _noted(self) -> dict[Place, Reason]:
        """Tell why decisions about members came to nothing, as the timelines note it.

        Who was voted down is answered; that is shown as pending.
        """
        return {
            place: one.reason
            for found in self._world.in_vain_of.values()
            for one in found
            if one.reason.rule.code != "member.refused"
            and (one.on is None or one.on <= self._at)
            for place in one.cause.places
        }

    def _agreed(self, place: Place) -> Because | None:
        if place in self._moving:
            return None
        if (reason := self._noted.get(place)) is not None:
            return self._as_said(reason)
        asked = [
            one
            for one in self._world.on(self._at).proceedings
            if place in one.places and one.start is None
            if one.lapsed is None and not one.refusals
        ]
        is_moot = asked and not any(waits(self._world, one, self._at) for one in asked)
        return Because(NOT_HELD_NOR_FREE) if is_moot else None

    def _renamed(self, act: ActState, said: joining.IdentityChanged) -> Because | None:
        member = member_of(said, act.reference) or ""
        before = self._world.identity_on(member, day_before(said.from_))
        if before is None:
            return None
        set_ = {
            name: value
            for name, value in msgspec.structs.asdict(said).items()
            if name not in {"member", "from_"} and value is not None
        }
        is_same = all(getattr(before, name, None) == set_[name] for name in set_)
        return Because(SAID_ALREADY) if is_same else None

    # --------------------------------------------------------------- delegates
    def _designated(
        self, act: ActState, said: delegates.DelegateDesignated, day: date
    ) -> Because | None:
        member, person = member_of(said, act.reference) or "", person_id(said.person)
        mandates = self._world.facts.delegates.about(member)
        if any(
            one.person == person and act.reference in one.because for one in mandates
        ):
            return None
        tenures = self._world.facts.members.about(member)
        named = {"member": self._name(member, day), "day": day}
        if any(one.until is None or one.until > day for one in tenures):
            shown = self._world.persons.get(person, person)
            return Because(NO_MANDATE, {**named, "person": shown})
        return None if self._is_awaited(member) else Because(NO_MEMBER, named)

    def _renewed(
        self, act: ActState, said: delegates.AssemblyRenewed
    ) -> Because | None:
        """Tell that who elected anew is no member: an empty seat is no mistake."""
        member = member_of(said, act.reference) or ""
        if self._world.facts.is_member(member, said.on) or self._is_awaited(member):
            return None
        named = {"member": self._name(member, said.on), "day": said.on}
        return Because(NO_MEMBER, named)

    def _is_awaited(self, member: str) -> bool:
        return bool(waiting_on(self._world, self._at, member))

    # --------------------------------------------------------------- money
    def _owed(
        self,
        act: ActState,
        said: money.PupilsCounted
        | money.OptionChosen
        | money.ServiceDelivered
        | money.SubsidyGranted,
    ) -> Because | None:
        """Tell that whom it is about is a member in none of the years it counts in."""
        member = member_of(said, act.reference) or ""
        first, last = _years(said)
        until = date(last + 1, 1, 1) if last is not None else None
        years = Period(date(first, 1, 1), until)
        tenures = self._world.facts.members.about(member)
        is_member = any(one.period.overlap(years) for one in tenures)
        if is_member or self._is_awaited(member):
            return None
        shown = str(first) if last in {None, first} else f"{first}-{last}"
        name = self._name(member, years.from_)
        return Because(NO_YEAR, {"member": name, "years": shown})

    # --------------------------------------------------------------- small words
    def _as_said(self, reason: Reason) -> Because:
        [step] = cited(self._world, [reason], self._at)
        return Because(step.sentence, dict(step.values))

    def _name(self, member: str, day: date) -> str:
        return name_on(self._world, member, day)


def _years(
    said: money.PupilsCounted
    | money.OptionChosen
    | money.ServiceDelivered
    | money.SubsidyGranted,
) -> tuple[int, int | None]:
    """Tell the first and the last year in which it may count; None: no last one."""
    match said:
        case money.PupilsCounted(school_year=school_year):
            first = int(school_year[:4])
            return first, first + 1
        case money.OptionChosen(from_year=first, until_year=last):
            return first, last
        case money.ServiceDelivered(on=on):
            return on.year, on.year
        case money.SubsidyGranted(year=year):
            return year, year

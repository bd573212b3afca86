"""What do founders and associates wait for: a day, a name, an act in force?

One body decides of them: there is no answer to wait for, as there is between a member
and the committee (`pending.py`).
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from ledger.events.constitution import SyndicateCreated
from ledger.events.membership import AssociateAdmitted, AssociateLeft
from ledger.tags import member_of
from projections.members.associates import ADMISSION, DEPARTURE
from projections.members.membership import COMPETENCES_UNNAMED, UNDATED_FOUNDER
from projections.members.tenures import Tenure
from projections.missing import Missing
from projections.naming.names import name_on, sort_key
from projections.reason import Institution, Reason, Rule
from projections.timelines.in_force import InForce, Taken
from projections.timelines.world import World


class Expected(msgspec.Struct, frozen=True):
    """What one act decided of an institution, and is not established or in force."""

    procedure: str
    member: str
    begins_on: date | None
    missing: tuple[Missing, ...]
    act: str
    reason: Reason
    competence: None = None
    unheard: None = None

    @property
    def acts(self) -> tuple[str, ...]:
        """List the act."""
        return (self.act,)


# ------------------------------------------------------------------- founders
def undated_founders(world: World) -> list[Expected]:
    """List the founders, where the day they became members is not established."""
    missing = world.membership.undated
    return [
        _founder(world, UNDATED_FOUNDER, one, missing)
        for one in (world.membership.founders if missing else ())
    ]


def unnamed_founders(world: World, day: date) -> list[Expected]:
    """List the founders of whom no act names a competence."""
    found = (unnamed_founder(world, one, day) for one in world.membership.unnamed)
    return [one for one in found if one is not None]


def unnamed_founder(world: World, founder: str, day: date) -> Expected | None:
    """Show a founder of whom no act names a competence: annex 2 would."""
    is_member = world.facts.is_member(founder, day)
    holds = _is_any(world.facts.competences.about(founder), day)
    return unnamed(world, founder) if is_member and not holds else None


def unnamed(world: World, founder: str) -> Expected:
    """Tell that no act names the competences of a founder."""
    return _founder(world, COMPETENCES_UNNAMED, founder, (Missing(None, "annex 2"),))


def _founder(
    world: World, rule: Rule, founder: str, missing: tuple[Missing, ...]
) -> Expected:
    [(created, _said), *_later] = world.decided(SyndicateCreated)
    act = created.reference
    reason = rule.of(None, member=Institution(founder), act=act)
    return Expected("creation", founder, None, missing, act, reason)


# ------------------------------------------------------------------- associates
def expected_associates(world: World, day: date) -> list[Expected]:
    """List by name the admissions and departures adopted and not in force."""
    found = [
        one
        for taken in about_associates(world.on(day))
        if (one := expected_by(world, taken, day)) is not None
    ]
    return sorted(found, key=lambda one: associates_rank(world, one, day))


def associates_rank(world: World, one: Expected, day: date) -> tuple[str, str]:
    """Order them: by name, admissions before departures."""
    return sort_key(name_on(world, one.member, day)), one.procedure


def about_associates(part: InForce) -> list[Taken]:
    """List the decisions about associates."""
    return [*part.decided(AssociateAdmitted), *part.decided(AssociateLeft)]


def expected_by(world: World, taken: Taken, day: date) -> Expected | None:
    """Tell what such a decision in force on a day waits for; None if it does not."""
    act, said = taken
    in_force = world.executory[act.reference]
    is_later = act.adopted_on is not None and act.adopted_on > day
    if is_later or (in_force.on is not None and in_force.on <= day):
        return None
    member = whose(taken)
    is_associated = _is_any(world.facts.associates.about(member), day)
    if isinstance(said, AssociateLeft):
        procedure, rule, is_moot = "association-end", DEPARTURE, not is_associated
    else:
        is_member = world.facts.is_member(member, day)
        procedure, rule, is_moot = "association", ADMISSION, is_associated or is_member
    if is_moot:
        return None
    reason = rule.of(act.adopted_on, act=act.reference, member=Institution(member))
    missing = in_force.missing
    return Expected(procedure, member, in_force.on, missing, act.reference, reason)


def whose(taken: Taken) -> str:
    """Tell whom a decision about associates concerns."""
    act, said = taken
    return str(member_of(said, act.reference))


def _is_any(tenures: Iterable[Tenure], day: date) -> bool:
    return any(tenure.period.holds_on(day) for tenure in tenures)

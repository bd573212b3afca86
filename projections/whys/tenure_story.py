"""By which acts did a membership begin, pass on, and end?"""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from projections.members.tenures import Tenure
from projections.naming.citing import cited, competence_label, step
from projections.naming.names import name_on
from projections.reason import Rule, Step, Value
from projections.timelines.intervals import MEMBER_RESUMED
from projections.timelines.world import World
from projections.whys.agreement import agreed

ENDED = Rule("member.ended", N_("It ended on {until}."))
WILL_END = Rule("member.until", N_("It lasts until {until}."))


def values_of(
    world: World, member: str, competence: str | None, at: date
) -> dict[str, Value]:
    """Name the member, and the competence where one is asked about."""
    named: dict[str, Value] = {"member": name_on(world, member, at)}
    if competence is not None:
        named["competence"] = competence_label(world, competence, at)
    return named


def tenure_story(world: World, tenure: Tenure, at: date) -> Iterator[Step]:
    """Tell all it rests on: foundation, agreements, succession; then how it ends."""
    reasons = [reason for cause in tenure.causes for reason in cause.reasons]
    ordered = (one for one in reasons if one.rule is not MEMBER_RESUMED)
    yield from cited(world, ordered, at)
    told: list[Step] = []
    for cause in tenure.causes:
        for proceeding in cause.about(tenure.competence):
            told += [one for one in agreed(world, proceeding, at) if one not in told]
    yield from told
    yield from cited(world, (one for one in reasons if one.rule is MEMBER_RESUMED), at)
    if tenure.until is not None:
        rule = ENDED if tenure.until <= at else WILL_END
        yield step(world, rule, tenure.until, until=tenure.until)

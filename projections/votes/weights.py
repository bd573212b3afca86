"""What does a vote weigh: one each, or more for the applicant's département?

Statutes, clauses weight and withdrawal; specification section 8.
"""

from datetime import date

import msgspec

from ledger.clauses import Clause, StatutesClause
from ledger.language import N_
from ledger.statutes import Rules
from ledger.votes import Question
from ledger.voting_refusals import UnknownDepartmentError
from projections.members.proceedings import LEAVING_AHEAD
from projections.reason import Institution, Reason, Rule
from projections.timelines.world import World

DECIDES: tuple[Clause, ...] = ("weight",)

WEIGHT = Rule(
    "vote.weight",
    N_(
        "{name} is the applicant's département: each of its delegates has {weight} "
        "votes."
    ),
    "weight",
)
HEAVY_AHEAD = Rule(
    "ballot.weight",
    N_(
        "{applicant} lies in the territory of {founder}, whose delegates ({count}) "
        "have {weight} votes each; everyone else has one. Votes in all: {votes}."
    ),
    "weight",
)
NO_DEPARTMENT_AHEAD = Rule(
    "ballot.no-department",
    N_(
        "{applicant} lies in the territory of no founding département: everyone has "
        "one vote. Votes in all: {votes}."
    ),
    "weight",
)
ONE_EACH_AHEAD = Rule(
    "ballot.one-each", N_("Everyone has one vote. Votes in all: {votes}.")
)

DEPARTMENT = Rule(
    "vote.applicant-department",
    N_(
        "Of these, delegates of the applicant's département, three votes each: "
        "for {for_}, against {against}, abstentions {abstentions}."
    ),
    "weight",
)


class Weighing(msgspec.Struct, frozen=True):
    """What votes weigh: one each, save `weight` for the delegates of `department`.

    `ahead` is the rule by which they do, as it is said before a vote.
    """

    ahead: Rule = ONE_EACH_AHEAD
    applicant: str | None = None
    department: str | None = None
    weight: int = 1

    def of(self, member: str) -> int:
        """Tell how many votes a delegate of a member has."""
        return self.weight if member == self.department else 1

    def because(self, day: date) -> tuple[Reason, ...]:
        """Say of a vote that was held whose votes weighed more, if any did."""
        if self.department is None or self.weight == 1:
            return ()
        name = Institution(self.department)
        return (WEIGHT.of(day, name=name, weight=self.weight),)

    def beforehand(
        self, day: date, clause: StatutesClause, *, votes: int, heavy: int
    ) -> Reason:
        """Say before a vote what votes weigh, in all, and how many weigh more.

        One vote each is said under the clause that sets the majority.
        """
        if self.ahead is ONE_EACH_AHEAD:
            return self.ahead.under(clause).of(day, votes=votes)
        if self.ahead is LEAVING_AHEAD:
            return self.ahead.of(day, votes=votes)
        applicant = Institution(self.applicant or "")
        if self.department is None:
            return self.ahead.of(day, applicant=applicant, votes=votes)
        return self.ahead.of(
            day,
            applicant=applicant,
            founder=Institution(self.department),
            count=heavy,
            weight=self.weight,
            votes=votes,
        )


EVEN = Weighing()
"""What votes weigh in all bodies but the committee."""


def weighing(
    world: World, question: Question, applicant: str | None, rules: Rules, day: date
) -> Weighing:
    """Tell what votes of the committee weigh on a question.

    Raises:
        UnknownDepartmentError: the applicant's département is not on record.
    """
    match question:
        case "withdrawal":
            return Weighing(LEAVING_AHEAD)
        case "adhesion":
            founder = _department(world, applicant, rules, day)
            if founder is None:
                return Weighing(NO_DEPARTMENT_AHEAD, applicant)
            weight = rules.applicant_department_weight or 1
            return Weighing(HEAVY_AHEAD, applicant, founder, weight)
        case _:
            return EVEN


def _department(
    world: World, applicant: str | None, rules: Rules, day: date
) -> str | None:
    """Find the founder that is the applicant's département."""
    if applicant is None:
        return None
    identity = world.identity_on(applicant, day)
    if identity is not None and identity.kind == "region":
        return None  # it lies in none of them more than in the others
    code = identity.department if identity else None
    if code is None:
        raise UnknownDepartmentError(applicant=applicant)
    departments = rules.departments or ()
    return next((one.founder for one in departments if one.code == code), None)

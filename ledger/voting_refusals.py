"""The refusals of votes: a rule's no, with its numbers and its article.

Statutes arts. 8.1 to 8.5, 11, 15 to 17; specification section 8. `irregular` records
history as it was.
"""

from datetime import date
from typing import Any, ClassVar

from ledger.clauses import Clause
from ledger.days import in_words
from ledger.language import N_
from ledger.language import translate as _
from ledger.refusals import RefusedError
from ledger.votes import QUESTIONS

_COMING_AND_GOING: tuple[Clause, ...] = ("majority.adhesion", "majority.withdrawal")


class VotingError(RefusedError):
    """A rule about sessions and votes says no."""

    def shown(self) -> dict[str, Any]:
        """Tell the values with days in words, and questions by their names."""
        return {name: _shown(name, value) for name, value in self.values.items()}


def _shown(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return in_words(value)
    return _(QUESTIONS[value]) if name in {"needed_as", "voted_as"} else value


# ------------------------------------------------------------------- vote.question
class WrongQuestionError(VotingError):
    """A decision is voted under a question that is not its own."""

    rule = "vote.question"
    clauses = (
        "majority.ordinary",
        "electorate",
        *_COMING_AND_GOING,
        "majority.statutes",
    )
    sentence = N_(
        "«{decision}» was voted under another question ({voted_as}) than its own "
        "({needed_as}). Write «question: {needed}», or give the decision an act of "
        "its own"
    )


class WrongApplicantError(VotingError):
    """The vote names another member than the decision."""

    rule = "vote.question"
    clauses = _COMING_AND_GOING
    sentence = N_(
        "The vote is about {applicant}, and «{decision}» about {member}. Correct one "
        "of the two"
    )


class UnnamedVoteError(VotingError):
    """A vote of a list says neither whom nor what it is about."""

    rule = "vote.question"
    clauses = _COMING_AND_GOING
    sentence = N_(
        "A vote of the list names neither its applicant nor its question. Add one of "
        "the two"
    )


class NoVoteOnDecisionError(VotingError):
    """None of the votes of an act is about one of its decisions."""

    rule = "vote.question"
    clauses = _COMING_AND_GOING
    sentence = N_(
        "None of the votes is about «{decision}». Add a vote with its applicant or its "
        "question"
    )


class AmbiguousVoteError(VotingError):
    """More than one of the votes of an act is about one of its decisions."""

    rule = "vote.question"
    clauses = _COMING_AND_GOING
    sentence = N_(
        "More than one of the votes is about «{decision}». Leave one out, or name the "
        "applicant of each"
    )


class SeveralDepartmentsError(VotingError):
    """Ballots are counted apart for one département, of members of several."""

    since = 2
    rule = "vote.question"
    clauses = ("weight",)
    sentence = N_(
        "applicant_department is told of members of more than one département: "
        "{members}. Write a list of votes, each with its applicant, or the names"
    )


# ------------------------------------------------------------------- vote.electorate
class _ElectorateError(VotingError):
    rule = "vote.electorate"
    clauses: ClassVar[tuple[Clause, ...]] = ("colleges", "proxies", "electorate")


class StrangerError(_ElectorateError):
    """Somebody votes who may not vote on this."""

    sentence = N_(
        "{person} may not vote on this question on {day}. Correct the name, or record "
        "first by which act the person sits"
    )


class TwiceVotedError(_ElectorateError):
    """Somebody's ballot stands twice."""

    sentence = N_("The ballot of {person} stands twice. Leave one out")


class RecusedVoterError(_ElectorateError):
    """Somebody recused votes all the same."""

    article = N_("CGCT, art. L.2131-11")
    clauses = ()
    sentence = N_(
        "{person} is recused, having an interest, and casts no ballot. Keep the name "
        "in one place only: under recused, or with the ballot"
    )


class AbsentVoterError(_ElectorateError):
    """Somebody votes who was not there and gave no proxy that counts."""

    sentence = N_(
        "{person} was not present at {session} and gave no proxy that counts. Correct "
        "the attendance, or leave the ballot out"
    )


class TooManyBallotsError(_ElectorateError):
    """More ballots were counted than persons could vote."""

    sentence = N_(
        "{ballots} ballots are counted, and {voters} persons could vote. Correct the "
        "numbers"
    )


class TooManyHeavyBallotsError(TooManyBallotsError):
    """More ballots are said to be those of the applicant's département than can be."""

    sentence = N_(
        "{ballots} ballots are said to be those of the delegates of the applicant's "
        "département, and there can be {voters} at most. Correct applicant_department"
    )


# ------------------------------------------------------------------- vote.quorum
class NoQuorumError(VotingError):
    """Too few members of the committee were present."""

    rule = "vote.quorum"
    clauses = ("quorum",)
    sentence = N_(
        "{present} members were present at {session} of {in_office} in office, and "
        "{needed} are needed; proxies do not count. Call a second session, which needs "
        "none"
    )


class EarlyRepresentativeError(VotingError):
    """Representatives are left out of the quorum before the law said so."""

    rule = "vote.quorum"
    clauses = ("quorum",)
    sentence = N_(
        "On {day} who represented the syndicate elsewhere was still counted for the "
        "quorum; that ended on {since} (CGCT, art. L.1111-6, II). Write the names "
        "under recused"
    )


# ------------------------------------------------------------------- vote.majority
_OF_MEMBERS = N_(
    "{for_} for, {against} against: {needed} are needed, of {whole} members in office. "
    "Declare the outcome rejected, or correct the ballots"
)


class _MajorityError(VotingError):
    rule = "vote.majority"
    sentence = N_(
        "{for_} for, {against} against: {needed} are needed of {whole} votes cast. "
        "Declare the outcome rejected, or correct the ballots"
    )


class AdhesionMajorityError(_MajorityError):
    """An adhesion that two thirds of the votes cast did not carry."""

    clauses = ("majority.adhesion",)


_OF_ONE = N_(
    "{member}: {for_} for, {against} against: {needed} are needed of {whole} votes "
    "cast. Write a list of votes, in which that of {member} is rejected, or correct "
    "the ballots"
)


class AdhesionOfOneMajorityError(AdhesionMajorityError):
    """Of several adhesions, one that two thirds of the votes cast did not carry."""

    since = 2
    sentence = _OF_ONE


class WithdrawalMajorityError(_MajorityError):
    """A withdrawal that two thirds of the votes cast did not carry."""

    clauses = ("majority.withdrawal",)


class WithdrawalOfOneMajorityError(WithdrawalMajorityError):
    """Of several withdrawals, one that two thirds of the votes did not carry."""

    since = 2
    sentence = _OF_ONE


class StatutesMajorityError(_MajorityError):
    """Statutes that two thirds of the members did not carry."""

    clauses = ("majority.statutes",)
    sentence = _OF_MEMBERS


class OrdinaryMajorityError(_MajorityError):
    """A matter with no more votes for than against, nor the president in a tie."""

    clauses: ClassVar[tuple[Clause, ...]] = ("majority.ordinary",)


class AccountsMajorityError(_MajorityError):
    """Accounts that more were against than for."""

    article = N_("CGCT, art. L.1612-12")
    sentence = N_(
        "{for_} for, {against} against: more are against, so that the accounts are not "
        "settled. Declare the outcome rejected, or correct the ballots"
    )


class TieError(OrdinaryMajorityError):
    """As many for as against, and the president's own ballot is not known to be for."""

    clauses = ("tie", "bureau")
    sentence = N_(
        "{for_} for, {against} against: in a tie the president's own ballot decides, "
        "and it is not known to be for. Declare the outcome rejected, or say under "
        "president how the president voted"
    )


class BureauMajorityError(_MajorityError):
    """A matter that more than half of the bureau did not carry."""

    clauses = ("bureau",)
    sentence = _OF_MEMBERS


class CollegeMajorityError(_MajorityError):
    """An election that more delegates of the college were not for than against."""

    clauses = ("colleges",)


class UnknownDepartmentError(VotingError):
    """Nobody knows whose delegates have three votes."""

    rule = "vote.majority"
    clauses = ("weight",)
    sentence = N_(
        "In which département {applicant} is, is not on record, and the votes of that "
        "département's delegates weigh more. Record it with identity-changed"
    )


class UntoldWeightError(VotingError):
    """Nobody can tell how much the votes counted weigh."""

    rule = "vote.majority"
    clauses = ("weight",)
    sentence = N_(
        "The outcome depends on how many of the {ballots} ballots are those of the "
        "delegates of the applicant's département, whose votes weigh more. Add "
        "applicant_department, or the names"
    )


# ------------------------------------------------------------------- vote.outcome
class WrongOutcomeError(VotingError):
    """A question was declared rejected, and was carried."""

    rule = "vote.outcome"
    clauses = (
        *("majority.ordinary", "bureau", "majority.statutes"),
        *_COMING_AND_GOING,
    )
    sentence = N_(
        "{for_} for, {against} against: that carries the question. Declare the outcome "
        "adopted, or correct the ballots"
    )


class WrongOutcomeOfOneError(WrongOutcomeError):
    """Of several members, one was declared rejected, and was carried."""

    since = 2
    sentence = N_(
        "{member}: {for_} for, {against} against: that carries the question. Write a "
        "list of votes, in which that of {member} is adopted, or correct the ballots"
    )


OF_ONE: dict[type[RefusedError], type[RefusedError]] = {
    AdhesionMajorityError: AdhesionOfOneMajorityError,
    WithdrawalMajorityError: WithdrawalOfOneMajorityError,
    WrongOutcomeError: WrongOutcomeOfOneError,
}
"""The refusals that name the member, where an act decides on several."""


# ------------------------------------------------------------------- delegations
class ReservedPowerError(VotingError):
    """A power is delegated that the committee must use itself."""

    rule = "delegation.reserved"
    clauses = ("delegation",)
    sentence = N_(
        "«{matter}» may not be delegated: budgets and tariffs, the accounts and the "
        "statutes are the committee's alone. Leave it out"
    )

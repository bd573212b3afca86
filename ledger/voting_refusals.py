"""The refusals of sessions and votes: a rule's no, with its numbers and its article.

Statutes arts. 8.1 to 8.5, 11, 15 to 17; specification section 8. `irregular` records
history as it was.
"""

from ledger.language import N_
from ledger.refusals import RefusedError


# ------------------------------------------------------------------- sessions
class ShortNoticeError(RefusedError):
    """The committee was called too late."""

    rule = "session.notice"
    article = N_("statutes, art. 8.3")
    sentence = N_(
        "{session} was called on {sent_on} for {held_on}: {days} days, and {needed} "
        "are needed. Correct the dates, or say of which session it is the second call"
    )


class _SecondCallError(RefusedError):
    rule = "session.second-call"
    article = N_("statutes, art. 8.3")


class EarlySecondCallError(_SecondCallError):
    """The second call follows the first too soon."""

    sentence = N_(
        "{session} is held {days} days after {first}, and {needed} are needed. Correct "
        "the dates"
    )


class NeedlessSecondCallError(_SecondCallError):
    """Nothing on record says that the first session lacked its quorum."""

    sentence = N_(
        "Nothing on record says that {first} lacked its quorum. Record its convocation "
        "and its attendance first, or leave second_call_of out"
    )


class _ProxyError(RefusedError):
    rule = "session.proxy"
    article = N_("statutes, art. 8.3")


class SecondProxyError(_ProxyError):
    """One person holds more proxies than one may."""

    sentence = N_(
        "«{holder}» holds {held} proxies at {session}, and {allowed} is allowed. Leave "
        "out the others"
    )


class AbsentHolderError(_ProxyError):
    """A proxy is held by somebody who is not there, or is no member."""

    sentence = N_(
        "The proxy of «{giver}» at {session} is held by «{holder}», who is no member "
        "present there. Leave it out"
    )


# ------------------------------------------------------------------- vote.question
class WrongQuestionError(RefusedError):
    """A decision is voted under a question that is not its own."""

    rule = "vote.question"
    article = N_("statutes, arts. 8.3, 8.5 and 15 to 17")
    sentence = N_(
        "«{decision}» is voted as «{needed}», not as «{question}». Correct the "
        "question, or give the decision an act of its own"
    )


class WrongApplicantError(RefusedError):
    """The vote names another member than the decision."""

    rule = "vote.question"
    article = N_("statutes, arts. 15 and 16")
    sentence = N_(
        "The vote is about {applicant}, and «{decision}» about {member}. Correct one "
        "of the two"
    )


# ------------------------------------------------------------------- vote.electorate
class _ElectorateError(RefusedError):
    rule = "vote.electorate"
    article = N_("statutes, arts. 8.1, 8.3 and 8.5")


class StrangerError(_ElectorateError):
    """Somebody votes who may not vote on this."""

    sentence = N_(
        "«{person}» may not vote on this question on {day}. Correct the name, or "
        "record first by which act the person sits"
    )


class TwiceVotedError(_ElectorateError):
    """Somebody's ballot stands twice."""

    sentence = N_("The ballot of «{person}» stands twice. Leave one out")


class RecusedVoterError(_ElectorateError):
    """Somebody recused votes all the same."""

    sentence = N_(
        "«{person}» is recused (CGCT, art. L.2131-11) and casts no ballot. Leave out "
        "one of the two"
    )


class AbsentVoterError(_ElectorateError):
    """Somebody votes who was not there and gave no proxy that counts."""

    sentence = N_(
        "«{person}» was not present at {session} and gave no proxy that counts. "
        "Correct the attendance, or leave the ballot out"
    )


class TooManyBallotsError(_ElectorateError):
    """More ballots were counted than persons could vote."""

    sentence = N_(
        "{ballots} ballots are counted, and {voters} persons could vote. Correct the "
        "numbers"
    )


# ------------------------------------------------------------------- vote.quorum
class NoQuorumError(RefusedError):
    """Too few members of the committee were present."""

    rule = "vote.quorum"
    article = N_("statutes, art. 8.3")
    sentence = N_(
        "{present} members were present at {session} of {in_office} in office, and "
        "{needed} are needed; proxies do not count. Call a second session, which needs "
        "none"
    )


# ------------------------------------------------------------------- vote.majority
class _MajorityError(RefusedError):
    rule = "vote.majority"
    sentence = N_(
        "{for_} votes for, {against} against: {needed} are needed of {whole}. Declare "
        "the outcome rejected, or correct the ballots"
    )


class AdhesionMajorityError(_MajorityError):
    """An adhesion that two thirds of the votes cast did not carry."""

    article = N_("statutes, art. 15")


class WithdrawalMajorityError(_MajorityError):
    """A withdrawal that two thirds of the votes cast did not carry."""

    article = N_("statutes, art. 16")


class StatutesMajorityError(_MajorityError):
    """Statutes that two thirds of the members did not carry."""

    article = N_("statutes, art. 17")


class OrdinaryMajorityError(_MajorityError):
    """A matter with no more votes for than against, nor the president in a tie."""

    article = N_("statutes, art. 8.3")


class BureauMajorityError(_MajorityError):
    """A matter that more than half of the bureau did not carry."""

    article = N_("statutes, art. 11")


class CollegeMajorityError(_MajorityError):
    """An election that more delegates of the college were not for than against."""

    article = N_("statutes, art. 8.1")


class UnknownDepartmentError(RefusedError):
    """Nobody knows whose delegates have three votes."""

    rule = "vote.majority"
    article = N_("statutes, art. 15")
    sentence = N_(
        "The département of {applicant} is not on record, and its delegates' votes "
        "weigh more. Record it with identity-changed"
    )


class UntoldWeightError(RefusedError):
    """Nobody can tell how much the votes counted weigh."""

    rule = "vote.majority"
    article = N_("statutes, art. 15")
    sentence = N_(
        "The outcome depends on how many of the {ballots} ballots are those of "
        "{department}'s delegates. Add applicant_department, or the names"
    )


# ------------------------------------------------------------------- vote.outcome
class WrongOutcomeError(RefusedError):
    """A question was declared rejected, and was carried."""

    rule = "vote.outcome"
    article = N_("statutes, arts. 8.3, 11 and 15 to 17")
    sentence = N_(
        "{for_} votes for, {against} against carry the question: {needed} are needed "
        "of {whole}. Declare the outcome adopted, or correct the ballots"
    )


# ------------------------------------------------------------------- delegations
class ReservedPowerError(RefusedError):
    """A power is delegated that the committee must use itself."""

    rule = "delegation.reserved"
    article = N_("statutes, art. 8.4")
    sentence = N_(
        "«{matter}» may not be delegated: budgets and tariffs, the accounts and the "
        "statutes are the committee's alone. Leave it out"
    )

"""Every refusal: a rule's no, which stops a recording (specification section 11).

Each says what it saw and what to do, and names its rule and the article behind it.
"""

from collections.abc import Callable
from typing import ClassVar, get_args

from ledger.acts.problems import NearestError
from ledger.clauses import Citation, Clause, said
from ledger.editions import CURRENT, FIRST
from ledger.errors import LedgerError
from ledger.excusable import ExcusableRule
from ledger.language import N_
from ledger.language import translate as _
from ledger.spellings import nearest_institutions


class RefusedError(LedgerError):
    """A rule says no.

    It rests on `clauses` of the statutes, or on an `article` of another text. It stands
    `since` an edition of the rules: no act recorded under an earlier one is refused.
    """

    rule: ClassVar[str]
    article: ClassVar[str] = ""
    clauses: ClassVar[tuple[Clause, ...]] = ()
    since: ClassVar[int] = FIRST

    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Say `rule: sentence (article)`."""
        return f"{self.rule}: {super().__str__()} ({self.cited()})"

    def citing(self, where: Callable[[Clause], Citation]) -> None:
        """Look up where its clauses stand; until then they are not on record."""
        self.citations = tuple(map(where, self.clauses))

    def cited(self) -> str:
        """Tell the article behind the rule, in the language spoken now."""
        if not self.clauses:
            return _(self.article)
        return said(self.citations or [Citation("statutes")])

    def stops(self, edition: int) -> bool:
        """Tell whether an act recorded under an edition is refused for this.

        Who sat, and how votes count, may be read otherwise since an earlier edition:
        `check` judges that again, and what was recorded then is taken.
        """
        is_read_anew = self.rule.startswith(("session.", "vote.", "seat."))
        return self.since <= edition and not (is_read_anew and edition < CURRENT)

    @property
    def is_excusable(self) -> bool:
        """Tell whether an act may name this rule under `irregular` and be recorded."""
        return self.rule in get_args(ExcusableRule)


# ------------------------------------------------------------------- act.dates
class _DatesError(RefusedError):
    rule = "act.dates"
    article = N_("CGCT, arts. L.2131-1 and L.3131-1")


class BeforeAdoptionError(_DatesError):
    """Sent, received, published or executory before it was adopted."""

    sentence = N_(
        "{field} is {day}, before the adoption on {adopted_on}. Correct one of the two"
    )


class ConvenedAfterAdoptionError(_DatesError):
    """The body was called to meet after it had met."""

    sentence = N_(
        "convened_on is {day}, after the adoption on {adopted_on}. Correct one of them"
    )


class FutureAdoptionError(_DatesError):
    """Adopted on a day that has not come."""

    sentence = N_(
        "adopted_on is {adopted_on}, and today is {today}. Record the act once it is "
        "adopted"
    )


class FuturePaymentError(_DatesError):
    """Money received on a day that has not come."""

    sentence = N_(
        "on is {day}, and today is {today}. Record the payment once it is received"
    )


# ------------------------------------------------------------------- call.duplicate
class DuplicateCallError(RefusedError):
    """The number of a call is that of another call for the same year."""

    rule = "call.duplicate"
    article = N_("specification, section 9")
    sentence = N_(
        "The call {number} for {year} is recorded already, by {act}. Read the number "
        "again, or leave this call out"
    )


# ------------------------------------------------------------------- act.reference
class ReusedReferenceError(RefusedError):
    """The reference names another act already."""

    rule = "act.reference"
    article = N_("specification, section 3")
    sentence = N_(
        "The reference {act} is already used for other content. Give this act a "
        "reference of its own, or correct the recorded one with act-rectified"
    )


# ------------------------------------------------------------------- act.author
class _AuthorError(RefusedError):
    rule = "act.author"
    clauses = (
        *("committee", "president", "vice-presidents", "bureau"),
        *("adhesion", "withdrawal"),
    )


class WrongAuthorError(_AuthorError):
    """This kind of body cannot decide that."""

    sentence = N_(
        "{authority} cannot decide «{decision}»; that is for: {allowed}. Record it "
        "under the act of the body that decided it"
    )


class NotItsOwnError(_AuthorError):
    """An institution decides for itself only."""

    sentence = N_(
        "{authority} cannot decide «{decision}» for {member}, only for itself. Record "
        "it under an act of {member}"
    )


class NoOrderError(_AuthorError):
    """Only the State's order states its own effect; an agreement has that of both."""

    sentence = N_(
        "{authority} cannot state the effect of «{decision}»; only an order of the "
        "State does. Leave the date out: the member's request states it"
    )


class NotTheAuthorError(_AuthorError):
    """Only its author takes an act back or ends it."""

    sentence = N_(
        "{authority} cannot decide «{decision}» on {target}; only its author can. "
        "Record it under an act of its author"
    )


# ------------------------------------------------------------------- act.prefecture-id
class _PrefectureIdError(RefusedError):
    rule = "act.prefecture-id"
    article = N_("CGCT, arts. R.2131-1 and R.3132-1")
    since = 2


class ForeignStampError(_PrefectureIdError):
    """The @CTES identifier carries the SIREN of somebody else."""

    sentence = N_(
        "{identifier} carries the SIREN {said}, and {authority} had {siren} on {day}. "
        "Read it again, or record it on the act it belongs to"
    )


class SharedStampError(_PrefectureIdError):
    """The @CTES identifier stands on another act already."""

    sentence = N_(
        "{identifier} stands on {other} already, and would stand on {act}. Read both "
        "again: it belongs to one act only"
    )


# ------------------------------------------------------------------- challenge.which
class _ChallengeError(RefusedError):
    rule = "challenge.which"
    article = N_("specification, section 17")


class NoChallengeError(_ChallengeError):
    """No challenge of the act is open."""

    sentence = N_(
        "No challenge of {act} is open. Record it first with challenge-received"
    )


class WhichChallengeError(_ChallengeError):
    """Several challenges of the act are open, and none is named."""

    sentence = N_(
        "Several challenges of {act} are open: {waiting}. Name the one that ended by "
        "its number"
    )


# ------------------------------------------------------------------- act.target
class _TargetError(RefusedError):
    rule = "act.target"
    article = N_("specification, section 10")


class UnknownTargetError(_TargetError, NearestError):
    """The act spoken of is not in the ledger."""

    sentence = N_(
        "The act {name} is neither in the ledger nor in these files. Record it first"
    )
    otherwise = N_("Nothing is like it")


class UnknownTargetDecisionError(_TargetError):
    """The act spoken of has fewer decisions."""

    sentence = N_(
        "{target} has no decision {number}; it has {count}, counted from 1. Correct "
        "the number"
    )


class StruckTargetError(_TargetError):
    """The act spoken of was recorded by mistake, and struck."""

    sentence = N_(
        "{target} was recorded by mistake, as {ruling} says, and stands no more. "
        "Record it anew first, or strike {ruling} with act-struck"
    )


class StruckTargetDecisionError(_TargetError):
    """The decision spoken of was recorded by mistake, and struck."""

    sentence = N_(
        "Decision {number} of {target} was recorded by mistake, and stands no more. "
        "Name another, or strike with act-struck what struck it"
    )


class UnrecordedStrikeError(_TargetError):
    """What is to be struck comes only after the strike, or is the very act."""

    sentence = N_(
        "{target} is not recorded before this act, which cannot strike it. Put it "
        "first, or leave it out"
    )


class ReusedStrikeError(_TargetError):
    """What the strike took out cannot return: its reference is used again."""

    sentence = N_(
        "What {target} struck cannot return: its reference is used again. Strike first "
        "what was recorded anew"
    )


class NotARulingError(_TargetError):
    """Only what a court ruled can be overturned."""

    sentence = N_(
        "{target} is no court's ruling, and cannot be overturned. Name the ruling, or "
        "annul the act with act-annulled"
    )


# ------------------------------------------------------------------- member.unknown
class _MemberError(RefusedError):
    rule = "member.unknown"
    clauses = ("members", "adhesion")


class UnknownMemberError(_MemberError, NearestError):
    """Nobody of that name is known."""

    sentence = N_(
        "«{name}» is no institution the ledger or these files know. Correct the name, "
        "or record its request to join first"
    )
    otherwise = N_("Nothing is like it")

    def closest(self) -> list[str]:
        """Find the nearest institution, whatever is abbreviated or left out."""
        return nearest_institutions(self.values["name"], self.known, most=1)


class UnnamedMemberError(_MemberError):
    """A decision about a member, by a body that is none, names no member."""

    sentence = N_(
        "«{decision}» concerns a member, and {authority} is none. Add the field member"
    )


# ------------------------------------------------------------------- person.namesake
class NamesakeError(RefusedError):
    """Two members designate somebody of the same name."""

    rule = "person.namesake"
    article = N_("specification, section 3")
    sentence = N_(
        "«{person}» was designated by {other} already. Write {{id, name}}: the same id "
        "if it is the same person, another one if it is a namesake"
    )


# ------------------------------------------------------------------- statutes.rules
class IncompleteRulesError(RefusedError):
    """The first rules of the statutes must be whole."""

    rule = "statutes.rules"
    article = N_("specification, section 7")
    sentence = N_(
        "The first version of the statutes must name every rule. Add {missing}"
    )


# ------------------------------------------------------------------- seat.count
class SeatCountError(RefusedError):
    """Every seat is taken, and nobody is said to be replaced."""

    rule = "seat.count"
    clauses = ("seats", "vice-presidents")
    sentence = N_(
        "There is no free seat for «{person}» on the day this takes effect. Say whom "
        "the person replaces, or record first that a seat was vacated"
    )


# ------------------------------------------------------------------- revocation.late
class LateRevocationError(RefusedError):
    """An act is taken back after its four months."""

    rule = "revocation.late"
    article = N_("CRPA, arts. L.242-1 and L.243-3")
    sentence = N_(
        "{target} was adopted on {adopted_on} and could be revoked until {last_day}; "
        "this is {revoked_on}. Repeal it for the future instead"
    )

"""Is a question carried? Exact fractions of votes, or of members; the tie.

Statutes, clauses majority.*, tie, bureau and colleges; specification section 8.
Abstentions are not votes cast; where no vote is cast nothing is adopted.
"""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Literal

import msgspec

from ledger.authorities import COMMITTEE
from ledger.clauses import Clause, StatutesClause
from ledger.language import N_
from ledger.statutes import Rules
from ledger.votes import Question
from projections.reason import Person, Reason, Rule, Value
from projections.seats.seats import BUREAU

DECIDES: tuple[Clause, ...] = (
    "majority.ordinary",
    "majority.adhesion",
    "majority.withdrawal",
    "majority.statutes",
    "tie",
)

Base = Literal["votes", "members"]
Ballot = Literal["for", "against", "abstention"]

HALF = Fraction(1, 2)

MAJORITY_OF_BUREAU = "1/2 of members"
"""How the clause `bureau` is read: more than half of the bureau's members."""

MAJORITY_OF_COLLEGE = "1/2 of votes"
"""How the clause `colleges` is read: each delegate one vote, more for than against."""

MORE_FOR = Rule(
    "vote.needed",
    N_("Needed: more for than against; of {whole} votes cast, {needed}."),
)
SHARE_OF_VOTES = Rule(
    "vote.needed",
    N_("Needed: {needed} for; {share} of the {whole} votes cast are {exact}."),
)
SHARE_OF_MEMBERS = Rule(
    "vote.needed",
    N_("Needed: {needed} for; {share} of the {whole} members in office are {exact}."),
)
MORE_FOR_AHEAD = Rule(
    "ballot.majority",
    N_(
        "More votes must be for than against: {needed}, if all {votes} are cast. "
        "Abstentions are not votes cast."
    ),
)
SHARE_OF_VOTES_AHEAD = Rule(
    "ballot.majority-of-votes",
    N_(
        "{share} of the votes cast must be for: {needed}, if all {votes} are cast. "
        "Abstentions are not votes cast."
    ),
)
HALF_OF_MEMBERS_AHEAD = Rule(
    "ballot.majority-of-bureau",
    N_(
        "More than half of the members must be for: {needed} of {in_office}, whoever "
        "is absent or abstains."
    ),
)
SHARE_OF_MEMBERS_AHEAD = Rule(
    "ballot.majority-of-members",
    N_(
        "{share} of the members in office must be for: {needed} of {in_office}, "
        "whoever is absent or abstains."
    ),
)
SAYINGS: dict[tuple[Base, bool], tuple[Rule, Rule]] = {
    ("votes", True): (MORE_FOR, MORE_FOR_AHEAD),
    ("votes", False): (SHARE_OF_VOTES, SHARE_OF_VOTES_AHEAD),
    ("members", True): (SHARE_OF_MEMBERS, HALF_OF_MEMBERS_AHEAD),
    ("members", False): (SHARE_OF_MEMBERS, SHARE_OF_MEMBERS_AHEAD),
}
"""What is said of a majority, by its base and whether it is half; after and before."""

SETTLED = Rule(
    "vote.needed",
    N_(
        "The accounts are settled unless more votes are against than for: of {whole} "
        "votes cast, {needed} for are enough."
    ),
    law="CGCT",
    article="L.1612-12",
)
SETTLED_AHEAD = Rule(
    "ballot.accounts-settled",
    N_(
        "The accounts are settled unless more votes are against than for: {needed}, if "
        "all {votes} are cast. A tie settles them."
    ),
    law="CGCT",
    article="L.1612-12",
)

TIE = Rule("vote.tie", N_("In a tie the president's own ballot decides."), "tie")
TIE_AHEAD = Rule(
    "ballot.tie", N_("In a tie the president's own ballot decides: {name}.")
)
TIE_UNDECIDED = Rule(
    "ballot.tie-undecided",
    N_("In a tie nothing is adopted: no president votes on it."),
)


class Majority(msgspec.Struct, frozen=True):
    """The share a question needs, and of what; half means more than half.

    `clause` sets it; where the body is `presided`, the president decides a tie. What
    `settles` is carried unless more are against: the accounts (CGCT L.1612-12).
    """

    share: Fraction
    base: Base
    clause: StatutesClause = "majority.ordinary"
    presided: bool = True
    settles: bool = False

    @classmethod
    def read(
        cls,
        text: str,
        clause: StatutesClause = "majority.ordinary",
        *,
        presided: bool = True,
    ) -> "Majority":
        """Read it as the statutes' rules write it.

        >>> majority = Majority.read("2/3 of votes")
        >>> majority.share, majority.base
        (Fraction(2, 3), 'votes')
        """
        share, _of, base = text.partition(" of ")
        of: Base = "votes" if base == "votes" else "members"
        return cls(Fraction(share), of, clause, presided)

    def __str__(self) -> str:
        """Write it as the statutes' rules do."""
        return f"{self.share} of {self.base}"

    @property
    def is_half(self) -> bool:
        """Tell whether more than half is asked for, so that there may be a tie."""
        return self.share == HALF

    def needed(self, whole: int) -> int:
        """Tell how many are needed of so many, without a tie being decided.

        Without one nothing is adopted, however few there are.

        >>> Majority.read("2/3 of votes").needed(34)
        23
        """
        exact = self.share * whole
        if self.settles:
            return ceil(exact)
        if self.is_half:
            return int(exact) + 1
        return max(-(-exact.numerator // exact.denominator), 1)

    def need(self, *, members: int, votes: int) -> "Need":
        """Tell what carries a question, of so many members or of so many votes."""
        return Need(self, members if self.base == "members" else votes)


class Need(msgspec.Struct, frozen=True):
    """What carries a question: a majority of so many members, or of so many votes."""

    majority: Majority
    whole: int

    @property
    def needed(self) -> int:
        """Tell how many are needed."""
        return self.majority.needed(self.whole)

    def reason(self, day: date) -> Reason:
        """Say of a vote of a day what was needed, as an exact fraction."""
        majority = self.majority
        rule, _ahead = said_of(majority)
        return rule.of(
            day,
            share=str(majority.share),
            whole=self.whole,
            exact=str(majority.share * self.whole),
            needed=self.needed,
        )


class Tally(msgspec.Struct, frozen=True):
    """The votes for, against and abstaining, each with its weight."""

    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    abstentions: int = 0

    @property
    def cast(self) -> int:
        """Tell how many votes were cast: abstentions are none."""
        return self.for_ + self.against


class Result(msgspec.Struct, frozen=True):
    """What a tally comes to; `president` is the ballot that decides a tie.

    Absent, abstaining or unknown, the president decides nothing: it is not carried.
    """

    need: Need
    tally: Tally
    president: Ballot | None

    @property
    def is_tie(self) -> bool:
        """Tell whether as many are for as against, where that decides nothing."""
        is_even = self.tally.for_ == self.tally.against > 0
        majority = self.need.majority
        return majority.is_half and not majority.settles and is_even

    @property
    def is_carried(self) -> bool:
        """Tell whether the question is carried."""
        if self.need.majority.settles:
            return self.tally.for_ >= self.tally.against
        if self.tally.cast == 0:
            return False
        if self.is_tie:
            return self.president == "for"
        return self.tally.for_ >= self.need.needed

    @property
    def numbers(self) -> dict[str, int]:
        """List what was cast, and how many were needed of how many."""
        return {
            "for_": self.tally.for_,
            "against": self.tally.against,
            "needed": self.need.needed,
            "whole": self.need.whole,
        }


def majority_clause(body: str, question: Question) -> StatutesClause:
    """Tell the clause of the statutes that sets the majority of a vote."""
    if body != COMMITTEE:
        return "bureau" if body == BUREAU else "colleges"
    match question:
        case "adhesion":
            return "majority.adhesion"
        case "withdrawal":
            return "majority.withdrawal"
        case "statutes":
            return "majority.statutes"
        case _:
            return "majority.ordinary"


def majority_of(body: str, question: Question, rules: Rules) -> Majority:
    """Tell the majority that a question needs in a body."""
    majorities = rules.majorities
    assert majorities is not None, "rules that miss none have them"
    clause = majority_clause(body, question)
    if body == COMMITTEE and question == "accounts":
        return Majority(HALF, "votes", presided=False, settles=True)
    written = {
        "bureau": MAJORITY_OF_BUREAU,
        "colleges": MAJORITY_OF_COLLEGE,
        "majority.adhesion": majorities.adhesion,
        "majority.withdrawal": majorities.withdrawal,
        "majority.statutes": majorities.statutes,
    }
    text = written.get(clause, majorities.ordinary)
    return Majority.read(text, clause, presided=clause != "colleges")


def said_of(majority: Majority) -> tuple[Rule, Rule]:
    """Tell what is said of a majority, after the vote and before, and its source."""
    if majority.settles:
        return SETTLED, SETTLED_AHEAD
    after, before = SAYINGS[majority.base, majority.is_half]
    return after.under(majority.clause), before.under(majority.clause)


def ahead(
    majority: Majority, day: date, *, votes: int, members: int, president: str | None
) -> tuple[Reason, ...]:
    """Say before a vote what is needed, if all votes are cast, and who decides a tie.

    `president` is the person who presides, None where nobody who votes does.
    """
    _voted, rule = said_of(majority)
    said: dict[str, Value] = {
        "share": str(majority.share),
        "votes": votes,
        "needed": majority.need(members=members, votes=votes).needed,
        "in_office": members,
    }
    reasons = [rule.of(day, **said)]
    if majority.settles:
        return tuple(reasons)
    if majority.is_half and president is not None:
        tie = TIE_AHEAD.under(majority.clause)
        reasons.append(tie.of(day, name=Person(president)))
    elif majority.is_half:
        reasons.append(TIE_UNDECIDED.under(majority.clause).of(day))
    return tuple(reasons)

"""Is a question carried? Exact fractions of votes, or of members; the tie.

Statutes arts. 8.3, 11, 15 to 17; specification section 8. Abstentions are not votes
cast; where no vote is cast nothing is adopted.
"""

from fractions import Fraction
from typing import Literal

import msgspec

Base = Literal["votes", "members"]
Ballot = Literal["for", "against", "abstention"]

HALF = Fraction(1, 2)


class Majority(msgspec.Struct, frozen=True):
    """The share a question needs, and of what; half means more than half."""

    share: Fraction
    base: Base

    @classmethod
    def read(cls, text: str) -> "Majority":
        """Read it as the statutes' rules write it.

        >>> Majority.read("2/3 of votes")
        Majority(share=Fraction(2, 3), base='votes')
        """
        share, _of, base = text.partition(" of ")
        return cls(Fraction(share), "votes" if base == "votes" else "members")

    def needed(self, whole: int) -> int:
        """Tell how many are needed of so many, without a tie being decided.

        >>> Majority.read("2/3 of votes").needed(34)
        23
        """
        exact = self.share * whole
        if self.share == HALF:
            return int(exact) + 1
        return -(-exact.numerator // exact.denominator)


class Tally(msgspec.Struct, frozen=True):
    """The votes for, against and abstaining, each with its weight."""

    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    abstentions: int = 0

    @property
    def cast(self) -> int:
        """Tell how many votes were cast: abstentions are none."""
        return self.for_ + self.against


def is_carried(
    tally: Tally, majority: Majority, *, members: int, president: Ballot | None
) -> bool:
    """Tell whether a question is carried.

    `members` are those in office, where the majority is one of members. A tie is
    decided by the president's own ballot; absent, abstaining or unknown: not carried.
    """
    if tally.cast == 0:
        return False
    if majority.share == HALF and tally.for_ == tally.against:
        return president == "for"
    whole = members if majority.base == "members" else tally.cast
    return tally.for_ >= majority.needed(whole)

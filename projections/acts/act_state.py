"""An act as it is known at a position of the ledger: what it says, what still stands.

Made by the first fold (`first_fold.py`); everything else is a pure function of these
acts, and knows nothing of how they came to read as they do.
"""

from datetime import date

import msgspec

from ledger.authorities import authority_of
from ledger.events.catalogue import Afterwards, Challenging, Decision
from ledger.events.registration import ActRegistered
from ledger.votes import ReportedVote
from projections.acts.votes_taken import is_adopted, is_carried

Place = tuple[str, int]
"""A decision: the reference of its act, and its number in it, from 1."""


class DecisionState(msgspec.Struct, frozen=True, gc=False):
    """One decision of an act: its number from 1, and its position in the ledger."""

    number: int
    position: int
    decision: Decision


class Contradiction(msgspec.Struct, frozen=True, gc=False):
    """What was learned of an act by an entry, and read otherwise before."""

    field: str
    before: date | str
    after: date | str
    by: str


class ActState(msgspec.Struct):
    """An act as it reads, with what has been learned of it.

    `dead` are the numbers of the decisions that are as if they had never been taken;
    `follows` is what else happens because of it: seats its ending of others leaves;
    `rectified_by` are the acts by which it reads as it does; `contradicted` tells of
    its transmission what was learned otherwise; `struck` are the numbers of the
    decisions that were recorded by mistake, and are not among the others. Its entries
    stand one after the other, from `position` to `last`.
    """

    position: int
    registered: ActRegistered
    vote: ReportedVote | None = None
    proposed: list[DecisionState] = []
    dead: frozenset[int] = frozenset()
    follows: list[DecisionState] = []
    rectified_by: tuple[str, ...] = ()
    contradicted: tuple[Contradiction, ...] = ()
    last: int = 0
    struck: tuple[int, ...] = ()

    def propose(self, position: int, decision: Decision) -> None:
        """Add the next decision, under the number it was recorded with."""
        number = len(self.proposed) + len(self.struck) + 1
        self.proposed.append(DecisionState(number, position, decision))

    def proposal(self, number: int) -> DecisionState | None:
        """Find what it proposed under a number; None where that is struck or none."""
        for taken in self.proposed:
            if taken.number == number:
                return taken
        return None

    @property
    def positions(self) -> tuple[int, ...]:
        """List the positions of its entries."""
        return tuple(range(self.position, max(self.position, self.last) + 1))

    @property
    def reference(self) -> str:
        """Tell the name the act is known by."""
        return self.registered.act

    @property
    def authority(self) -> str:
        """Tell who adopted the act."""
        return authority_of(self.reference)

    @property
    def decisions(self) -> list[DecisionState]:
        """List what the act decides: what it proposed, was adopted, and lives."""
        if not self.is_adopted:
            return []
        return self._alive(self.carried + self.follows)

    @property
    def carried(self) -> list[DecisionState]:
        """List what it proposed and its vote carried, also what is dead since."""
        if not isinstance(self.vote, tuple):
            return self.proposed if self.is_adopted else []
        return [one for one in self.proposed if is_carried(self.vote, one.decision)]

    def stands(self, number: int) -> bool:
        """Tell whether a decision was adopted, and is not as if never taken."""
        if number in self.dead or not self.is_adopted:
            return False
        taken = self.proposal(number) if isinstance(self.vote, tuple) else None
        return taken is None or is_carried(self.vote, taken.decision)

    @property
    def voted_down(self) -> list[DecisionState]:
        """List what the act proposed and was rejected: of no effect, but an answer."""
        if not isinstance(self.vote, tuple):
            return [] if self.is_adopted else self._alive(self.proposed)
        lost = (one for one in self.proposed if not is_carried(self.vote, one.decision))
        return self._alive([*lost])

    @property
    def is_adopted(self) -> bool:
        """Tell whether its body adopted it, or any of its decisions."""
        return is_adopted(self.vote)

    def _alive(self, taken: list[DecisionState]) -> list[DecisionState]:
        if not self.dead:
            return taken
        return [one for one in taken if one.number not in self.dead]

    @property
    def adopted_on(self) -> date | None:
        """Tell the day of adoption, None where it is unknown."""
        return self.registered.adopted_on


class Mistaken(msgspec.Struct, frozen=True):
    """An act that was recorded by mistake, or some of its decisions by their numbers.

    `act` is as it was recorded; `position` is that of the decision of `by` to strike
    it, for a `reason`.
    """

    act: ActState
    decisions: tuple[int, ...]
    by: str
    position: int
    reason: str


class SaidInVain(msgspec.Struct, frozen=True):
    """A decision about an act that was struck as a whole, by another act."""

    place: Place
    position: int
    decision: Afterwards | Challenging
    struck_by: str


class RecordAsOf(msgspec.Struct):
    """The acts as known at a position, by reference, in order of position.

    `recorded_at` is when the last entry was, UTC as stored; None before the first.
    `digest` is the head of the ledger's tree there, in short. `pending` are the acts
    that take others back and are not known to be in force: they undo nothing yet.
    `mistaken` is what was struck, and `in_vain` what other acts say of it: neither is
    among the acts.
    """

    position: int = 0
    acts: dict[str, ActState] = {}
    recorded_at: str | None = None
    digest: str = ""
    pending: frozenset[str] = frozenset()
    mistaken: tuple[Mistaken, ...] = ()
    in_vain: tuple[SaidInVain, ...] = ()

    def with_rectifying(self, *acts: str) -> tuple[str, ...]:
        """List acts, each with those by which it reads as it does."""
        named = [each for act in acts for each in (act, *self.acts[act].rectified_by)]
        return tuple(dict.fromkeys(named))

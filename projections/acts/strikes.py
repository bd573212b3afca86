"""What became of a decision, in law: who struck it, since when, and does it still hold?

A repeal that ends no membership, or an annulment after the seat was filled, is told
here too: what follows from them is the business of the phases (`timelines/phases.py`).
"""

from collections.abc import Iterator
from datetime import date

from projections.acts.as_known import ActAsKnown, AsKnown, Place
from projections.acts.endings import limit_of
from projections.acts.executory import Executory
from projections.acts.lives import Blow, Lives, blows


class Strikes:
    """Tells of each decision what strikes it on a day, and of each blow its day."""

    def __init__(self, known: AsKnown, executory: dict[str, Executory]) -> None:
        """Take the acts as known, and since when each is executory."""
        self._executory = executory
        self.blows = tuple(blows(known))
        self._lives = Lives(known, lambda blow, _place: self.limit_of(blow))

    def limit_of(self, blow: Blow) -> date | None:
        """Tell the day from which a correction limited in time acts."""
        return limit_of(blow, self._executory)

    def days(self) -> Iterator[date]:
        """List the days from which something limited in time acts."""
        for blow in self.blows:
            day = self.limit_of(blow)
            if day is not None:
                yield day

    def standing(self, at: date) -> list[Blow]:
        """List the corrections that stand on a day, in order of the ledger."""
        return [blow for blow in self.blows if not self._lives.is_dead(blow.place, at)]

    def striking(self, place: Place, at: date | None) -> tuple[Blow, ...]:
        """List what strikes a decision on a day; without a day, for good."""
        return self._lives.striking(place, at)

    def struck(self, act: ActAsKnown, at: date | None) -> dict[int, tuple[Blow, ...]]:
        """Look up what strikes the decisions of an act, by their number.

        On a day; without one, for good.
        """
        found = {
            taken.number: self.striking((act.reference, taken.number), at)
            for taken in act.proposed
        }
        return {number: aimed for number, aimed in found.items() if aimed}

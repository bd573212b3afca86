"""Which revocations are in force, and let what they take back be as if it never was?

Its author takes an act back by another act, which has effect once it was sent to the
State and made public (CGCT L.2131-1, L.3131-1): until its day is established, it undoes
nothing. That day may hang on other revocations, where it tells who the author was in
law: a commune posts that it takes back the decision that told its population.

The circle is broken as it is for repeals (`timelines/settled.py`): a revocation is
judged by what stands without it, and they are settled in the order of the days they are
in force from. What one of them, in force, was judged by is not asked again when a later
one takes that back. Those that tell of nobody decide no other's force, and are settled
together.
"""

from collections.abc import Iterable
from datetime import date

from projections.acts.act_state import RecordAsOf
from projections.acts.executory import Executory
from projections.acts.identity import told_of
from projections.acts.voiding import about_which, with_pending
from projections.timelines.settled import Settled, settle


def settled_with_revocations(known: RecordAsOf) -> Settled:
    """Settle what the acts, with all revocations pending, establish once some act."""
    found = settle(known)
    if not known.pending:
        return found
    circular = {one for one in known.pending if _tells_of_somebody(known, one)}
    firm: dict[str, Executory] = {}
    while (first := _first(found, circular - firm.keys())) is not None:
        firm[first] = found.executory[first]
        found = settle(with_pending(known, known.pending - firm.keys()), firm)
    in_force = {one for one in known.pending if found.executory[one].on is not None}
    if in_force - circular:
        found = settle(with_pending(known, known.pending - in_force), firm)
    return found


def _first(found: Settled, waiting: Iterable[str]) -> str | None:
    """Find which is in force first; of one day, as recorded."""
    dated: list[tuple[date, int, str]] = [
        (on, found.known.acts[one].position, one)
        for one in waiting
        if (on := found.executory[one].on) is not None
    ]
    return min(dated)[2] if dated else None


def _tells_of_somebody(known: RecordAsOf, reference: str) -> bool:
    """Tell whether what it takes back bears on who some institution is."""
    about = (known.acts.get(one) for one in about_which(known, reference))
    return any(
        True
        for act in about
        if act is not None
        for taken in act.proposed
        for _institution in told_of(act, taken)
    )

"""What an explanation is: the answer, its steps, its acts, and what is missing.

Every sentence is a rule's (`projections/reason.py`), said of its values.
"""

from datetime import date
from typing import Literal

import msgspec

from projections.changes.consequences import Aftermath
from projections.missing import Lacking, Missing
from projections.naming.behind import Behind
from projections.reason import Said, Step, Value
from projections.switches import Relied, Switch
from projections.whys.values import Held

Answer = Literal["yes", "no", "not established"]


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of question answers on a day, before the acts are looked up."""

    answer: Answer
    headline: Said
    value: Held = None
    because: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[Missing, ...] = ()
    switches: tuple[Switch, ...] = ()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """An answer and all that is behind it (specification sections 12 and 16).

    `established` is false where what is asked is not so, or cannot be established;
    `answer` tells which. `consequences` is what followed from what became of an act,
    or from what it makes of others, where an act is asked about.
    """

    question: str
    at: date
    known_at: str
    established: bool
    answer: Answer
    value: Held
    says: str
    sentence: str
    values: dict[str, Value]
    because: tuple[str, ...]
    steps: tuple[Step, ...]
    missing: tuple[Lacking, ...]
    acts: tuple[Behind, ...]
    switches: tuple[Relied, ...]
    consequences: tuple[Aftermath, ...] = ()

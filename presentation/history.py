"""The change points of an answer, as a table for people and as lines."""

from datetime import date

import msgspec

from ledger.language import translate as _
from presentation import words
from presentation.sentences import sentence
from presentation.table import Table, without_empty_columns
from projections.whys.changes import History
from projections.world import World


class Row(msgspec.Struct, frozen=True):
    """A time during which the answer was one and the same, as CSV has it."""

    from_: date | None = msgspec.field(name="from")
    until: date | None
    answer: str
    sentence: str
    because: tuple[str, ...]


def draw(found: History, world: World) -> list[Table]:
    """Draw the change points for people, the first time first."""
    rows = tuple(
        (
            one.from_ or _("ever"),
            words.last(one.until),
            sentence(one, world),
            "\n".join(one.because),
        )
        for one in found.changes
    )
    heads = (_("From"), _("Until"), _("What held"), _("By these acts"))
    title = _("History of: {question}").format(question=found.question)
    note = words.known(found.known_at)
    return [without_empty_columns(Table(title, heads, rows, note))]

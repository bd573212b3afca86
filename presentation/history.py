"""The change points of an answer, as a table for people and as lines."""

from datetime import date

import msgspec

from ledger.language import translate as _
from papers.subjects import Subject, known
from presentation import words
from presentation.form import Form
from presentation.sentences import sentence, spoken_history
from presentation.table import Table, columns, without_empty_columns
from projections.timelines.world import World
from projections.whys.changes import Change, History


class Row(msgspec.Struct, frozen=True):
    """A time during which the answer was one and the same, as CSV has it."""

    from_: date | None = msgspec.field(name="from")
    until: date | None
    answer: str
    sentence: str
    because: tuple[str, ...]


def form(answer: History, world: World) -> Form:
    """Tell how the change points of an answer are shown."""
    title = "Évolution d’une réponse dans le temps"
    return Form(
        told=lambda: spoken_history(answer, world),
        tables=lambda: draw(answer, world),
        lines=lambda: (Row, map(_row, spoken_history(answer, world).changes)),
        world=world,
        subject=lambda: Subject(
            title, f"État à toutes dates, {known(world)}", says_it_all=False
        ),
    )


def _row(change: Change) -> Row:
    return Row(
        *(change.from_, change.until, change.answer, change.sentence, change.because)
    )


def draw(found: History, world: World) -> list[Table]:
    """Draw the change points for people, the first time first."""
    heads, rows = columns(
        found.changes,
        (_("From"), lambda one: one.from_ or _("ever")),
        (_("Until"), lambda one: words.last(one.until)),
        (_("What held"), lambda one: sentence(one, world)),
        (_("By these acts"), lambda one: "\n".join(one.because)),
    )
    title = _("History of: {question}").format(question=found.question)
    note = words.known(found.known_at)
    return [without_empty_columns(Table(title, heads, rows, note))]

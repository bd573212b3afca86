"""An extract of the register: whose it is, of what, as known when, by which acts."""

from papers.document import Block, Document, Grid, Line, Paper, Title
from papers.frame import called
from papers.subjects import Subject
from projections.answers.cited import ActCited
from projections.naming.syndicate import Syndicate


def extract(
    subject: Subject,
    syndicate: Syndicate,
    body: Document,
    acts: tuple[ActCited, ...],
) -> Paper:
    """Put an answer into its frame."""
    state = f"{subject.state}."
    return Paper(
        subject.title,
        (
            Line(called(syndicate)),
            Title(subject.title, 1),
            Line(state),
            *body,
            Title("Actes cités"),
            _cited(acts),
        ),
        state,
    )


def _cited(acts: tuple[ActCited, ...]) -> Block:
    if not acts:
        return Line("Aucun acte n’est cité.")
    rows = tuple(
        (one.act, one.adopted_on or "date non établie", one.title) for one in acts
    )
    return Grid(("Acte", "Adopté le", "Objet"), rows)

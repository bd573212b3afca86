"""What does the table of a session's votes say: each act, and how it was voted on?"""

from collections.abc import Iterator

from projections.acts.act_state import ActState
from projections.session_papers.frame import Papers
from projections.session_papers.parts import Heading, Quorum
from projections.session_papers.voted_acts import VotedAct, voted_acts


class MinutesPaper(Heading, frozen=True, kw_only=True):
    """The table of votes; `recorded` is the act that says who attended."""

    recorded: str | None
    quorum: Quorum | None
    acts: tuple[VotedAct, ...]


def minutes_paper(papers: Papers) -> MinutesPaper:
    """Tell how the body voted on each act it adopted at a session."""
    attendance = papers.session.attendance
    return MinutesPaper(
        **papers.heading("minutes", *([attendance.act] if attendance else [])),
        recorded=attendance.act if attendance is not None else None,
        quorum=papers.quorum(attendance),
        acts=tuple(line for act in _acts(papers) for line in voted_acts(papers, act)),
    )


def _acts(papers: Papers) -> Iterator[ActState]:
    for act in papers.world.known.acts.values():
        is_of_session = act.registered.session == papers.session.reference
        if is_of_session and act.authority == papers.session.body:
            yield act

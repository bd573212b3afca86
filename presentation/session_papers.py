"""The papers of a session: documents of their own form, always in French."""

from papers.attendance import attendance
from papers.document import Paper
from papers.minutes import minutes
from papers.notice import notice
from presentation.form import Form
from projections.session_papers.attendance import AttendancePaper
from projections.session_papers.minutes import MinutesPaper
from projections.session_papers.notice import NoticePaper
from projections.timelines.world import World

SessionPaper = NoticePaper | AttendancePaper | MinutesPaper


def form(answer: SessionPaper, world: World) -> Form:
    """Tell how a paper of a session is shown."""
    return Form(told=lambda: answer, world=world, paper=lambda: _drawn_up(answer))


def _drawn_up(answer: SessionPaper) -> Paper:
    match answer:
        case NoticePaper():
            return notice(answer)
        case AttendancePaper():
            return attendance(answer)
        case MinutesPaper():
            return minutes(answer)

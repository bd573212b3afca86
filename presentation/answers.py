"""What there is to ask for: each answer by the name of the command that gives it."""

from typing import Any

from presentation.journal import Log
from projections.answers.ballot import Ballot
from projections.changes.chronicle import Record
from projections.changes.differences import Difference
from projections.deadlines.deadlines import Deadlines
from projections.findings.check import Check
from projections.money.contributions import Contributions
from projections.money.plan import PlannedContributions
from projections.money.statement import Statement
from projections.register.answers import Annex1, Annex2
from projections.register.portrait import Portrait
from projections.register.rosters import Roster
from projections.session_papers.attendance import AttendancePaper
from projections.session_papers.minutes import MinutesPaper
from projections.session_papers.notice import NoticePaper
from projections.whys.changes import History
from projections.whys.explanation import Explanation

ANSWERS: dict[str, Any] = {
    "annex": Annex1 | Annex2,
    "roster": Roster,
    "member": Portrait,
    "contributions": Contributions,
    "plan": PlannedContributions,
    "statement": Statement,
    "notice": NoticePaper,
    "attendance": AttendancePaper,
    "minutes": MinutesPaper,
    "ballot": Ballot,
    "deadlines": Deadlines,
    "check": Check,
    "why": Explanation,
    "history": History,
    "diff": Difference,
    "replay": Record,
    "log": Log,
}
"""The type of what each says as JSON; of `replay`, that of one line."""

"""The rules by which a recording is refused (specification section 11).

A rule's name is stored where an act names it under `irregular`, so it never changes.
"""

from typing import Literal

ExcusableRule = Literal[
    "act.dates",
    "act.author",
    "act.prefecture-id",
    "call.duplicate",
    "seat.count",
    "revocation.late",
    "delegation.reserved",
    "statutes.names",
    "competence.unknown",
    "department.unknown",
    "institution.twice",
    "seat.dismissal",
    "text.damaged",
    "name.characters",
    "session.notice",
    "session.second-call",
    "session.proxy",
    "session.attendance",
    "vote.question",
    "vote.outcome",
    "vote.majority",
    "vote.electorate",
    "vote.quorum",
]
"""Rules a historic act may have broken: named under `irregular`, it is recorded."""

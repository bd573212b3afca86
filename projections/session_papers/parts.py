"""The parts the papers of a session are made of: people, quorum, what frames them."""

from datetime import date

import msgspec

from ledger.clauses import StatutesClause
from ledger.statutes import Department
from projections.acts.act_state import ActState
from projections.naming.syndicate import Syndicate


class StatutesCited(msgspec.Struct, frozen=True):
    """The version in force; the one whose text is carried over, if it has none."""

    version: str
    carried_from: str | None


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """A person in office as the session opened, and by whom designated.

    `college` is the one that elected the person, where it is a representative.
    """

    person: str
    name: str
    member: str
    member_name: str
    college: str | None
    office: str | None
    because: tuple[str, ...]


class Named(msgspec.Struct, frozen=True):
    """A person, by id and name."""

    person: str
    name: str


class Quorum(msgspec.Struct, frozen=True, kw_only=True):
    """How many must be present; proxies do not count.

    `present` and `reached` are None where nobody says who attended. A lawful second
    call needs none: `required` is false.
    """

    required: bool
    in_office: int
    needed: int
    present: int | None
    reached: bool | None
    article: str | None


class Irregularity(msgspec.Struct, frozen=True):
    """A rule an act broke, accepted at recording, and why."""

    act: str
    rule: str
    reason: str


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What every paper of a session begins and ends with.

    `irregular` is what its notice and its attendance sheet broke, `articles` where each
    clause of the statutes stood that day, as far as a version on record tells;
    `colleges` of which département each college is.
    """

    paper: str
    session: str
    body: str
    held_on: date
    sent_on: date
    known_at: str
    digest: str
    syndicate: Syndicate
    statutes: StatutesCited
    articles: dict[StatutesClause, str]
    colleges: dict[str, Department]
    irregular: tuple[Irregularity, ...]
    because: tuple[str, ...]


def irregularities(act: ActState) -> tuple[Irregularity, ...]:
    """List the rules an act is declared to break."""
    declared = act.registered.irregular
    return tuple(Irregularity(act.reference, one.rule, one.reason) for one in declared)

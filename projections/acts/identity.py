"""What is an institution called and registered as, on a date?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from ledger.events.constitution import SyndicateCreated
from ledger.events.membership import (
    AdhesionRequested,
    AssociateAdmitted,
    CompetenceSubstituted,
    IdentityChanged,
    InstitutionKnown,
    MembersMerged,
)
from ledger.institutions import Institution
from ledger.tags import member_of
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.periods import Period

COMMUNAL = ("commune", "epci")
"""The kinds of institution that make up the communal block."""

_FIELDS = tuple(field for field in Institution.__struct_fields__ if field != "id")


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What an institution is called and registered as; nothing is judged here."""

    id: str
    name: str
    kind: str
    department: str | None = None
    insee: str | None = None
    siren: str | None = None
    siret: str | None = None
    population: int | None = None
    epci: str | None = None
    epci_kind: str | None = None


class Registered(msgspec.Struct, frozen=True):
    """What an institution is called and registered as during a time.

    The first time begins with the calendar: what is said first is said from ever.
    `acts` are those that said so, and those before them, whose words still stand.
    """

    identity: Identity
    period: Period
    acts: tuple[str, ...]

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts that said so."""
        return self.acts


class IdentityTimeline(msgspec.Struct):
    """The identities of one institution: each holds from its day to the next.

    `acts` are, place by place, those that said what it says.
    """

    days: list[date]
    identities: list[Identity]
    acts: list[str] = []

    def on(self, day: date) -> Identity:
        """Tell the identity on a day."""
        return self.identities[bisect_right(self.days, day) - 1]

    def times(self) -> list[Registered]:
        """List the identities that differ from the one before, each with its time."""
        found: list[Registered] = []
        untils = [*self.days[1:], None]
        for day, until, identity, act in zip(
            self.days, untils, self.identities, self.acts, strict=True
        ):
            last = found[-1] if found else None
            if last is not None and (day == until or last.identity == identity):
                whole = Period(last.period.from_, until)
                found[-1] = msgspec.structs.replace(last, period=whole)
            elif day != until:
                acts = (*(last.acts if last else ()), act)
                once = tuple(dict.fromkeys(acts))
                found.append(Registered(identity, Period(day, until), once))
        return found

    def departments(self) -> list[tuple[str | None, Period]]:
        """List the times a commune or EPCI belongs to one département."""
        times: list[tuple[str | None, Period]] = []
        untils = [*self.days[1:], None]
        for day, until, identity in zip(
            self.days, untils, self.identities, strict=True
        ):
            if identity.kind not in COMMUNAL or day == until:
                continue
            last = times[-1] if times else None
            if last and last[0] == identity.department and last[1].until == day:
                times[-1] = (last[0], Period(last[1].from_, until))
            else:
                times.append((identity.department, Period(day, until)))
        return times


class _Statement(msgspec.Struct, frozen=True):
    """What a decision says of an institution, from a day on (None: from ever)."""

    day: date | None
    position: int
    says: dict[str, Any]
    act: str

    @property
    def introduces(self) -> bool:
        """Tell whether it says enough to know an institution by."""
        return "kind" in self.says and "name" in self.says

    @property
    def order(self) -> tuple[date, int]:
        """Tell what comes first; what was said for ever, before all else."""
        return self.day or date.min, self.position


def identities(known: RecordAsOf) -> dict[str, IdentityTimeline]:
    """Tell the identities of every institution an act introduces, by its id."""
    statements: dict[str, list[_Statement]] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            for institution, day, says in _said(act, taken):
                statement = _Statement(day, taken.position, says, act.reference)
                statements.setdefault(institution, []).append(statement)
    return {
        institution: _timeline(institution, said)
        for institution, said in statements.items()
        if any(statement.introduces for statement in said)
    }


def only_named(known: RecordAsOf) -> dict[str, IdentityTimeline]:
    """Tell the names, and the kinds, of those whom an act tells of that was struck."""
    found: dict[str, IdentityTimeline] = {}
    for one in known.mistaken:
        alone = identities(RecordAsOf(acts={one.act.reference: one.act}))
        for institution, timeline in alone.items():
            last = timeline.identities[-1]
            named = Identity(id=last.id, name=last.name, kind=last.kind)
            found[institution] = IdentityTimeline(
                [date.min], [named], timeline.acts[-1:]
            )
    return found


def told_of(act: ActState, taken: DecisionState) -> Iterator[str]:
    """List the institutions a decision says something of, by id."""
    return (institution for institution, _day, _says in _said(act, taken))


def _said(
    act: ActState, taken: DecisionState
) -> Iterable[tuple[str, date | None, dict[str, Any]]]:
    decision = taken.decision
    match decision:
        case SyndicateCreated():
            for founder in decision.founders:
                yield str(founder.institution.id), None, _given(founder.institution)
        case AdhesionRequested():
            applicant = decision.applicant
            yield applicant.id or act.authority, act.adopted_on, _given(applicant)
        case AssociateAdmitted():
            institution = decision.institution
            yield str(institution.id), act.adopted_on, _given(institution)
        case InstitutionKnown():
            institution = decision.institution
            yield str(institution.id), decision.from_, _given(institution)
        case MembersMerged() | CompetenceSubstituted():
            yield str(decision.into.id), decision.from_, _given(decision.into)
        case IdentityChanged():
            member = str(member_of(decision, act.reference))
            yield member, decision.from_, _given(decision)
        case _:
            pass


def _given(said: Institution | IdentityChanged) -> dict[str, Any]:
    given = {field: getattr(said, field) for field in _FIELDS}
    if said.siret is not None:
        given["siren"] = said.siret[:9]
    return {field: value for field, value in given.items() if value is not None}


def _timeline(institution: str, said: list[_Statement]) -> IdentityTimeline:
    """Lay the statements one over the other, in order of their days.

    What introduced the institution also holds for the days before anything was said.
    """
    statements = sorted(said, key=lambda statement: statement.order)
    introduction = next(statement for statement in statements if statement.introduces)
    says: dict[str, Any] = {"id": institution, **introduction.says}
    days = [date.min]
    states = [Identity(**says)]
    acts = [introduction.act]
    for statement in statements:
        if "siren" in statement.says:
            says.pop("siret", None)  # the establishment's number begins with it
        says |= statement.says
        days.append(statement.day or date.min)
        states.append(Identity(**says))
        acts.append(statement.act)
    return IdentityTimeline(days, states, acts)

"""Refuse what neither the statutes nor the register have, and one code for two.

What may be wrong is told by what was ever said of competences, départements and codes.
Only then is the register derived, to tell it of the day of the act: as rectified,
without what was annulled, and without whom has ended.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from eventsourcing.dcb.api import DCBQuery, DCBQueryItem

from commands.candidates import Candidate
from commands.foreseeing import Foreseen
from commands.known import INTRODUCTIONS, Known
from ledger.acts.act import Act, votes_told
from ledger.acts.problems import Found, Keys
from ledger.events.catalogue import StoredEvent
from ledger.events.constitution import StatutesAdopted
from ledger.events.event import stored_name_of
from ledger.events.membership import (
    AdhesionRequested,
    IdentityChanged,
    MembersMerged,
)
from ledger.institutions import Institution
from ledger.mapper import entries_from
from ledger.naming_refusals import (
    RulesNameNobodyError,
    RulesNameNoCompetenceError,
    TwiceKnownError,
    UnknownCompetenceError,
    UnknownDepartmentError,
)
from ledger.statutes import Rules
from ledger.tags import member_of
from projections.members.successions import successions
from projections.timelines.world import World

CODES = ("insee", "siren")
"""The codes that one institution has at a time, and no other."""


class Coded(msgspec.Struct, frozen=True):
    """An institution as a decision writes it: its codes, and from which day."""

    id: str
    day: date | None
    keys: Keys
    codes: tuple[tuple[str, str], ...]


Others = dict[str, frozenset[str]]
"""Who was said to bear each code before an act says so of another institution."""


# ------------------------------------------------------------------- all of a batch
def judge_names(foreseen: Foreseen, known: Known) -> Iterator[tuple[Candidate, Found]]:
    """Find what acts of a batch name that is not there, as all of it is known."""
    acts = [(one, one.act) for one in foreseen.batch if one.act is not None]
    borne = _borne(foreseen, [act for _, act in acts])
    doubtful: list[tuple[Candidate, Act, Others]] = []
    for candidate, act in acts:
        yield from ((candidate, found) for found in _rules(act, known))
        others = _others(act, borne)
        if others or _names_new(act, known):
            doubtful.append((candidate, act, others))
        _note(borne, _coded_of(act))
    if doubtful:
        register = _Register(foreseen.world)
        for candidate, act, others in doubtful:
            yield from ((candidate, found) for found in register.judge(act, others))


def _names_new(act: Act, known: Known) -> bool:
    """Tell whether an act names what no statutes on record ever named."""
    named = {name for _keys, name in _competences(act)}
    codes = {code for _keys, _whose, code in _departments(act)}
    return known.has_rules and not (
        named <= known.competences and codes <= known.departments
    )


def _others(act: Act, borne: dict[str, set[str]]) -> Others:
    found = {
        code: frozenset(borne.get(code, set()) - {one.id})
        for one in _coded_of(act)
        for _field, code in one.codes
    }
    return {code: others for code, others in found.items() if others}


class _Register:
    """What the statutes and the institutions were, as of the day of an act."""

    def __init__(self, world: World) -> None:
        """Keep what is known; heirs, and since when they are there, are told once."""
        self._world = world
        self._heirs = successions(world.known)
        self._begun: dict[str, date] = {}
        for act in world.known.acts.values():
            for taken in act.decisions:
                for one in _coded(taken.decision, act.reference, None):
                    is_heir = isinstance(taken.decision, MembersMerged)
                    since = one.day if is_heir and one.day else date.min
                    self._begun[one.id] = min(self._begun.get(one.id, since), since)

    def judge(self, act: Act, others: Others) -> Iterator[Found]:
        """Find what an act names that was not there on its day."""
        rules = self._rules_by(act.registered.adopted_on)
        listed = [one.id for each in rules for one in each.competences or ()]
        for keys, name in _competences(act) if listed else ():
            if name not in listed:
                error = UnknownCompetenceError(
                    name=name, known=[*dict.fromkeys(listed)]
                )
                yield Found(keys, error)
        codes = {one.code for each in rules for one in each.departments or ()}
        for keys, whose, code in _departments(act) if codes else ():
            if code not in codes:
                said = ", ".join(sorted(codes))
                wrong = UnknownDepartmentError(code=code, known=said, institution=whose)
                yield Found(keys, wrong)
        for one in _coded_of(act):
            yield from self._twice(one, others)

    def _rules_by(self, day: date | None) -> list[Rules]:
        """List the rules adopted by a day, be they in force or not."""
        return [
            taken.decision.rules
            for act in self._world.known.acts.values()
            for taken in act.decisions
            if isinstance(taken.decision, StatutesAdopted)
            and taken.decision.rules is not None
            and (day is None or act.adopted_on is None or act.adopted_on <= day)
        ]

    def _twice(self, one: Coded, said: Others) -> Iterator[Found]:
        day = one.day or date.max
        for field, code in one.codes:
            others = [
                other
                for other in sorted(said.get(code, frozenset()))
                if self._bears(other, field, code, day)
            ]
            if others:
                error = TwiceKnownError(
                    field=field.upper(),
                    code=code,
                    institution=one.id,
                    other=others[0],
                    day=one.day or "?",
                )
                yield Found((*one.keys, field), error)

    def _bears(self, other: str, field: str, code: str, day: date) -> bool:
        """Tell whether an institution that is there bears a code on a day.

        An heir is there from the merger on, who merged until then.
        """
        timeline = self._world.identities.get(other)
        line = self._heirs.line(other, day)
        ends = [*(since for since, _heir in line.heirs[:1])]
        ends += [line.ended.since] if line.ended is not None else []
        ended = min(ends, default=date.max) <= day
        return (
            timeline is not None
            and not ended
            and self._begun.get(other, date.min) <= day
            and getattr(timeline.on(day), field) == code
        )


# ------------------------------------------------------------------- statutes.names
def _rules(act: Act, known: Known) -> Iterator[Found]:
    """Find the names in rules that nobody bears; before the creation none is known."""
    for number, decision in enumerate(act.decisions):
        if not isinstance(decision, StatutesAdopted) or decision.rules is None:
            continue
        keys = ("decisions", number, "rules")
        there = {*known.institutions, *known.all_institutions()}
        for place, name in _named_by(decision.rules) if known.founders else ():
            if name not in there:
                nobody = RulesNameNobodyError(
                    name=name, field=place[0], known=sorted(there)
                )
                yield Found((*keys, *place), nobody)
        own = [one.id for one in decision.rules.competences or ()]
        listed = own or sorted(known.competences)
        for name in decision.rules.shares or {}:
            if listed and name not in listed:
                none = RulesNameNoCompetenceError(
                    name=name, field="shares", known=listed
                )
                yield Found((*keys, "shares", name), none)


def _named_by(rules: Rules) -> Iterator[tuple[Keys, str]]:
    """List the institutions rules name, each with the way to it."""
    for name in rules.seats or {}:
        yield ("seats", name), name
    for place, department in enumerate(rules.departments or ()):
        yield ("departments", place, "founder"), department.founder
    for competence, shares in (rules.shares or {}).items():
        for name in shares:
            yield ("shares", competence, name), name


# ------------------------------------------------------------------- what acts name
def _competences(act: Act) -> Iterator[tuple[Keys, str]]:
    """List the competences an act names; a founder's stand before any statutes."""
    for where, vote in votes_told(act):
        if vote.competence is not None:
            yield (*where, "competence"), vote.competence
    for number, decision in enumerate(act.decisions):
        keys = ("decisions", number)
        for place, name in enumerate(getattr(decision, "competences", ())):
            yield (*keys, "competences", place), name
        one = getattr(decision, "competence", None)
        if one is not None:
            yield (*keys, "competence"), one


def _departments(act: Act) -> Iterator[tuple[Keys, str, str]]:
    """List the départements of those who may be members, each with whose it is."""
    for number, decision in enumerate(act.decisions):
        match decision:
            case AdhesionRequested(applicant=written):
                field: Keys = ("applicant",)
            case MembersMerged(into=written):
                field = ("into",)
            case IdentityChanged(department=str() as code):
                whose = member_of(decision, act.reference) or ""
                yield ("decisions", number, "department"), whose, code
                continue
            case _:
                continue
        if written.department is not None:
            keys = ("decisions", number, *field, "department")
            yield keys, written.name, written.department


def _coded_of(act: Act) -> Iterator[Coded]:
    """List the institutions an act gives codes to."""
    for number, decision in enumerate(act.decisions):
        for one in _coded(decision, act.reference, act.registered.adopted_on):
            yield msgspec.structs.replace(one, keys=("decisions", number, *one.keys))


def _coded(decision: StoredEvent, reference: str, day: date | None) -> Iterator[Coded]:
    day = getattr(decision, "from_", day)
    if isinstance(decision, IdentityChanged):
        yield _with_codes(member_of(decision, reference) or "", day, (), decision)
    for field in decision.__struct_fields__:
        written = getattr(decision, field)
        if isinstance(written, Institution):
            name = written.id or member_of(decision, reference) or ""
            yield _with_codes(name, day, (field,), written)
    for place, founder in enumerate(getattr(decision, "founders", ())):
        written = founder.institution
        keys = ("founders", place, "institution")
        yield _with_codes(str(written.id), day, keys, written)


def _with_codes(
    name: str, day: date | None, keys: Keys, said: Institution | IdentityChanged
) -> Coded:
    codes = ((field, getattr(said, field)) for field in CODES)
    return Coded(name, day, keys, tuple(one for one in codes if one[1] is not None))


def _borne(foreseen: Foreseen, acts: Sequence[Act]) -> dict[str, set[str]]:
    """Tell who on record was ever said to bear each code that some acts give."""
    asked = {code for act in acts for one in _coded_of(act) for _, code in one.codes}
    borne: dict[str, set[str]] = {}
    if asked:
        types = [stored_name_of(one) for one in (*INTRODUCTIONS, IdentityChanged)]
        query = DCBQuery([DCBQueryItem(types=types)])
        recorded = foreseen.ledger.entries(query, until=foreseen.head)
        for entry in entries_from(recorded):
            _note(borne, _coded(entry.event, entry.act, None))
    return borne


def _note(borne: dict[str, set[str]], coded: Iterable[Coded]) -> None:
    for one in coded:
        for _field, code in one.codes:
            borne.setdefault(code, set()).add(one.id)

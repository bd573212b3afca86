"""Which institution does a sheet mean by a name, and which competence by a label?

What the ledger has on record is read once, and only for a sheet that writes a name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from commands.candidates import Candidate
from commands.foreseeing import bearing_entries, world_after
from commands.known import Known, Ledger
from ledger.acts.sheets.on_record import USUAL_COMPETENCES, OnRecord
from ledger.events.constitution import StatutesAdopted, SyndicateCreated
from ledger.events.membership import (
    AdhesionRequested,
    AssociateAdmitted,
    CompetenceSubstituted,
    IdentityChanged,
    InstitutionKnown,
    MembersMerged,
)
from ledger.names import slug
from ledger.statutes import Competence
from ledger.tags import member_of
from projections.timelines.world import World


class LedgerOnRecord(OnRecord):
    """What the ledger has on record, and the acts read before the sheet."""

    def __init__(self, ledger: Ledger, before: Iterable[Candidate]) -> None:
        """Keep both; nothing is read until it is asked for."""
        self._ledger = ledger
        self._before = tuple(before)

    def institutions_called(self, name: str) -> Sequence[str]:
        """List the ids of those that have this id, or bear or ever bore this name."""
        if name in self._ids:
            return (name,)
        return sorted(self._called.get(slug(name), ()))

    def competences(self) -> Mapping[str, str]:
        """Tell the id of each competence, by its id and by its label as a slug."""
        found = dict(USUAL_COMPETENCES)
        for version in self._world.statutes.versions:
            found |= _worded(version.rules.competences)
        for candidate in self._before:
            for decision in candidate.decisions:
                if isinstance(decision, StatutesAdopted) and decision.rules:
                    found |= _worded(decision.rules.competences)
        return found

    @cached_property
    def _ids(self) -> set[str]:
        """List the ids there are: most sheets write nothing else."""
        named = {member for one in self._before for member, _name in _named_in(one)}
        return named.union(Known(ledger=self._ledger).all_institutions())

    @cached_property
    def _world(self) -> World:
        head = self._ledger.head()
        return world_after(bearing_entries(self._ledger, head=head), (), head=head)

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """Tell who has an id, or bore a name, by its slug."""
        called: dict[str, set[str]] = {}
        for member, timeline in self._world.names.items():
            names = {slug(identity.name) for identity in timeline.identities}
            for name in (member, *names):
                called.setdefault(name, set()).add(member)
        for candidate in self._before:
            for member, written in _named_in(candidate):
                called.setdefault(slug(written), set()).add(member)
                called.setdefault(member, set()).add(member)
        return called


def _named_in(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """List the institutions an act names, each with its name."""
    for decision in candidate.decisions:
        member = member_of(decision, candidate.reference)
        match decision:
            case SyndicateCreated():
                for founder in decision.founders:
                    yield str(founder.institution.id), founder.institution.name
            case AdhesionRequested() if member:
                yield member, decision.applicant.name
            case AssociateAdmitted() | InstitutionKnown() if member:
                yield member, decision.institution.name
            case MembersMerged() | CompetenceSubstituted() if member:
                yield member, decision.into.name
            case IdentityChanged() if member and decision.name:
                yield member, decision.name
            case _:
                pass


def _worded(competences: Iterable[Competence] | None) -> dict[str, str]:
    return {
        slug(word): one.id for one in competences or () for word in (one.id, one.label)
    }

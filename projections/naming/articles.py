"""In which article of the version in force does a clause stand (specification 17)?

A clause that a version carries on is cited by the article of the version that set it.
No version is read as numbered like another: where none on record tells, none is cited.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ledger.clauses import OF_STATUTES, SET_BY, Citation, Clause, said
from ledger.events.constitution import ConditionsAdopted, SyndicateCreated
from ledger.shipped import Articles, shipped_articles
from projections.acts.act_state import ActState
from projections.acts.executory import article_of
from projections.timelines.in_force import InForce
from projections.timelines.world import World


class Conditions(msgspec.Struct, frozen=True, order=True):
    """A version of the conditions of a competence; the later is the greater."""

    since: date
    position: int
    version: str
    competence: str
    act: str


def cite(world: World, clause: Clause, day: date, *competences: str) -> Citation:
    """Tell where a clause stands, as the texts are in force on a day.

    Of the conditions, those of the first of the competences that has some are asked;
    without competences, the latest, whatever about.
    """
    if clause in OF_STATUTES:
        return _of_statutes(world, clause, day)
    return _of_conditions(world, clause, day, competences)


def cited(world: World, clauses: Iterable[Clause], day: date, *competences: str) -> str:
    """Write where clauses stand, in the language spoken now."""
    return said(cite(world, one, day, *competences) for one in clauses)


def article_for(world: World, act: ActState, day: date) -> str:
    """Tell the article of the CGCT by which an act enters into force."""
    return article_of(act.authority, world.identity_on(act.authority, day))


def ever_in_force(world: World) -> list[Conditions]:
    """List the versions whose entry into force is known, whatever became of them."""
    return _versions(world, world.ever)


def conditions_on(world: World, day: date, *competences: str) -> Conditions | None:
    """Find the conditions in force on a day for the first competence with some.

    Without competences named: the latest, whatever about.
    """
    in_force = [one for one in _versions(world, world.on(day)) if one.since <= day]
    if not competences:
        return in_force[-1] if in_force else None
    for competence in competences:
        found = [one for one in in_force if one.competence == competence]
        if found:
            return found[-1]
    return None


# ------------------------------------------------------------------- statutes
def _of_statutes(world: World, clause: Clause, day: date) -> Citation:
    """Go back from the version in force to the one that set the clause."""
    part = world.on(day)
    versions = [one for one in part.statutes.versions if one.since <= day]
    if not versions:
        return Citation("statutes")
    in_force, siren = versions[-1], _siren(part)
    for one in reversed(versions):
        told = one.articles or shipped_articles(siren, "statutes", one.version)
        if clause in told:
            set_by = one.version if one is not in_force else None
            return Citation("statutes", in_force.version, told[clause], set_by)
        if one.names.intersection(SET_BY.get(clause, ())):
            break  # it set the clause anew, and does not say where
    return Citation("statutes", in_force.version)


# ------------------------------------------------------------------- conditions
def _of_conditions(
    world: World, clause: Clause, day: date, competences: tuple[str, ...]
) -> Citation:
    """Look into the version in force; a clause it lacks is extended from another.

    Only a version whose articles are known is known to lack one.
    """
    found = conditions_on(world, day, *competences)
    if found is None:
        return Citation("conditions")
    siren = _siren(world.on(day))
    told = _articles(world, found, siren)
    if clause in told:
        return Citation("conditions", found.version, told[clause])
    others = [*_extended(world, clause, siren)] if told else []
    if not others:
        return Citation("conditions", found.version)
    article, set_by = others[-1]
    return Citation("conditions", found.version, article, set_by)


def _extended(
    world: World, clause: Clause, siren: str | None
) -> Iterator[tuple[str, str]]:
    for one in ever_in_force(world):
        told = _articles(world, one, siren)
        if clause in told:
            yield told[clause], one.version


def _articles(world: World, found: Conditions, siren: str | None) -> Articles:
    for _act, said_ in world.decided(ConditionsAdopted):
        is_it = (said_.version, said_.competence) == (found.version, found.competence)
        if is_it and said_.articles:
            return {str(one): where for one, where in said_.articles.items()}
    return shipped_articles(siren, "conditions", found.version)


def _versions(world: World, part: InForce) -> list[Conditions]:
    return sorted(
        Conditions(since, act.position, said_.version, said_.competence, act.reference)
        for act, said_ in part.decided(ConditionsAdopted)
        if (since := world.executory[act.reference].on) is not None
    )


def _siren(part: InForce) -> str | None:
    """Tell the syndicate's SIREN, of the last act that creates it."""
    for _act, created in reversed(part.decided(SyndicateCreated)):
        return created.siren or (created.siret[:9] if created.siret else None)
    return None

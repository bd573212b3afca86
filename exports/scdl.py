"""Which deliberations are published as open data (SCDL Délibérations 2.1.5), and how?

One row for each act of nature DE that a deliberating body adopted: the committee, the
bureau, a college, a member's assembly. A row that lacks a required value is left out,
and said to be; what is optional and not established stays empty.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from exports.matters import matter_name
from exports.scdl_budget import Budget, budget_of
from exports.scdl_checks import failed
from exports.scdl_votes import HeadCount, head_count
from ledger.authorities import COMMITTEE, Authority, authority_of, kind_of
from ledger.events.constitution import SyndicateCreated
from projections.acts.act_state import ActState
from projections.acts.voiding import VoidIndex
from projections.timelines.world import World

DELIBERATING = {
    Authority.COMMITTEE,
    Authority.BUREAU,
    Authority.COLLEGE,
    Authority.INSTITUTION,
}
"""Who deliberates: several persons, by a vote. A president decides alone."""


class Deliberation(msgspec.Struct, frozen=True, rename="upper"):
    """A row of the file; the fields, in upper case, are its columns."""

    coll_nom: str
    coll_siret: str
    delib_id: str
    delib_date: date
    delib_matiere_code: str
    delib_matiere_nom: str
    delib_objet: str
    budget_annee: str | None = None
    budget_nom: str | None = None
    pref_id: str | None = None
    pref_date: date | None = None
    vote_effectif: int | None = None
    vote_reel: int | None = None
    vote_pour: int | None = None
    vote_contre: int | None = None
    vote_abstention: int | None = None
    delib_url: str | None = None


class LeftOut(msgspec.Struct, frozen=True):
    """A deliberation that is not in the file, or some cells of it, and why.

    `missing` are facts, `vote.…` and `pref_date` where only cells are left empty.
    """

    act: str
    missing: tuple[str, ...]


class Scdl(msgspec.Struct, frozen=True):
    """The rows, in order of position, and what is left out of the file."""

    known_at: str
    rows: tuple[Deliberation, ...]
    left_out: tuple[LeftOut, ...]
    left_empty: tuple[LeftOut, ...]


class _Author(msgspec.Struct, frozen=True):
    name: str
    siret: str | None


def scdl(world: World) -> Scdl:
    """Make the rows; whatever is missing is told."""
    rows: list[Deliberation] = []
    left_out: list[LeftOut] = []
    left_empty: list[LeftOut] = []
    lives = VoidIndex(world.known)
    for act in world.known.acts.values():
        if not _is_deliberation(act):
            continue
        undone = _is_undone(act, lives)
        missing = ("undone",) if undone else tuple(_missing(world, act))
        if missing:
            left_out.append(LeftOut(act.reference, missing))
            continue
        row, empty = _row(world, act)
        rows.append(row)
        left_empty += [LeftOut(act.reference, empty)] if empty else []
    return Scdl(world.known_at, tuple(rows), tuple(left_out), tuple(left_empty))


def cells_of(row: Deliberation) -> dict[str, str]:
    """Write a row as its cells, by column."""
    plain = msgspec.to_builtins(row)
    return {name: "" if one is None else str(one) for name, one in plain.items()}


def one_line(text: str) -> str:
    """Write a text on one line, as a cell of an open-data file wants it."""
    return " ".join(text.split())


# ------------------------------------------------------------------- one act
def _is_deliberation(act: ActState) -> bool:
    is_deliberating = kind_of(act.authority) in DELIBERATING
    return is_deliberating and act.registered.nature == "DE"


def _is_undone(act: ActState, lives: VoidIndex) -> bool:
    """Tell whether nothing is left of an act, be it that it decided nothing."""
    wholly = lives.is_dead((act.reference, 0), None)
    return wholly or (bool(act.proposed) and len(act.dead) == len(act.proposed))


def _missing(world: World, act: ActState) -> Iterator[str]:
    """Tell what keeps an act out of the file."""
    if not act.is_adopted:
        yield "rejected"
        return
    said = act.registered
    if not one_line(said.title or ""):
        yield "title"
    if said.adopted_on is None:
        yield "adopted_on"
    if said.matter is None:
        yield "matter"
    elif matter_name(said.matter) is None:
        yield f"nomenclature {said.matter}"
    author = _author(world, act)
    if author is None or author.siret is None:
        yield "siret"


def _row(world: World, act: ActState) -> tuple[Deliberation, tuple[str, ...]]:
    """Make the row of an act that lacks nothing required; tell what stays empty."""
    said, author = act.registered, _author(world, act)
    assert author is not None, "asked of complete acts only"
    assert said.adopted_on is not None, "asked of complete acts only"
    votes = head_count(world, act, said.adopted_on)
    counted = votes if isinstance(votes, HeadCount) else HeadCount()
    budget = budget_of(world, act, said.adopted_on) or Budget()
    code = str(said.matter)
    row = Deliberation(
        coll_nom=one_line(author.name),
        coll_siret=str(author.siret),
        delib_id=_number(act),
        delib_date=said.adopted_on,
        delib_matiere_code=code,
        delib_matiere_nom=str(matter_name(code)),
        delib_objet=one_line(str(said.title)),
        budget_annee=budget.years,
        budget_nom=budget.name,
        pref_id=_prefecture(said.prefecture_id),
        pref_date=said.received_on,
        vote_effectif=counted.in_office,
        vote_reel=counted.cast,
        vote_pour=counted.for_,
        vote_contre=counted.against,
        vote_abstention=counted.abstentions,
    )
    empty: list[str] = [] if isinstance(votes, HeadCount) else [votes]
    if [check.column for check in failed(cells_of(row))] == ["PREF_DATE"]:
        # Irregular, and recorded as such: the State had it before it was adopted.
        row = msgspec.structs.replace(row, pref_date=None)
        empty.append("pref_date")
    return row, tuple(one for one in empty if one)


def _author(world: World, act: ActState) -> _Author | None:
    """Tell whose deliberation it is: the member's, or the syndicate's."""
    if kind_of(act.authority) is not Authority.INSTITUTION:
        for _act, created in world.decided(SyndicateCreated):
            return _Author(created.name, created.siret)
        return None
    identity = world.identity_on(act.authority, act.adopted_on or date.max)
    if identity is None:
        return None
    return _Author(identity.name, identity.siret)


def _number(act: ActState) -> str:
    """Tell the number within the collectivity: bodies number each for itself."""
    is_main = kind_of(act.authority) is Authority.INSTITUTION
    if is_main or authority_of(act.reference) == COMMITTEE:
        return act.reference.partition("/")[2]
    return act.reference


def _prefecture(prefecture_id: str | None) -> str | None:
    """Name the prefecture of the département that the @CTES identifier begins with.

    Whether a sub-prefecture read the act for it, the record does not tell.
    """
    return f"PREF{prefecture_id[:3]}" if prefecture_id is not None else None

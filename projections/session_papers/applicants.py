"""Whose adhesion is put to the vote at a session, and what do votes on it weigh?

Read first from the acts of the session; before they are adopted, from its agenda,
where an item names an institution whose request is pending (art. 15). An item about an
adhesion that names none is handed back unread: nothing is guessed.
"""

import re
from collections.abc import Iterator

import msgspec

from ledger.authorities import COMMITTEE
from ledger.names import slug
from ledger.voting_refusals import UnknownDepartmentError
from projections.naming.names import name_on
from projections.register.pending import pending_on
from projections.session_papers.frame import Papers
from projections.votes.electorate import Asked, Electorate
from projections.votes.questions_put import questions_put

_ABOUT_ADHESION = re.compile(r"(^|-)adhesions?(-|$)")


class Applicant(msgspec.Struct, frozen=True):
    """An institution that asks to join; `department` is the founder with more votes.

    `weight` is that of a delegate of the founder's, `votes` are all there are and
    `needed` those needed if all are cast: None where the applicant's département is not
    on record. `act` is the act of the session, None while the agenda tells.
    """

    member: str
    name: str
    department: str | None
    department_name: str | None
    weight: int | None
    votes: int | None
    needed: int | None
    act: str | None


class Applicants(msgspec.Struct, frozen=True):
    """The applicants, and the items about adhesions that name none."""

    found: tuple[Applicant, ...]
    unread: tuple[str, ...]


def applicants(papers: Papers) -> Applicants:
    """List whose adhesion a session of the committee is about."""
    if not papers.is_of_committee:
        return Applicants((), ())
    by_act = dict(_by_acts(papers))
    named, unread = _by_agenda(papers, by_act)
    acts: dict[str, str | None] = {**dict.fromkeys(named), **by_act}
    return Applicants(
        tuple(_applicant(papers, member, act) for member, act in acts.items()),
        tuple(unread),
    )


def electorate_on(papers: Papers, applicant: str) -> Electorate | None:
    """Tell who votes on an adhesion; None where its département is not on record."""
    asked = Asked("adhesion", applicant)
    try:
        return papers.judge.electorate(COMMITTEE, asked, papers.day)
    except UnknownDepartmentError:
        return None


def _applicant(papers: Papers, member: str, act: str | None) -> Applicant:
    voters = electorate_on(papers, member)
    return Applicant(
        member=member,
        name=name_on(papers.opened, member, papers.day),
        department=voters.department if voters is not None else None,
        department_name=papers.name(voters.department) if voters is not None else None,
        weight=voters.weighing.weight if voters is not None else None,
        votes=voters.votes if voters is not None else None,
        needed=voters.needed if voters is not None else None,
        act=act,
    )


def _by_acts(papers: Papers) -> Iterator[tuple[str, str]]:
    for act in papers.world.known.acts.values():
        is_of_session = act.registered.session == papers.session.reference
        if is_of_session and act.authority == papers.session.body:
            for put in questions_put(act).each:
                asked = put.asked
                if asked.question == "adhesion" and asked.applicant is not None:
                    yield asked.applicant, act.reference


def _by_agenda(papers: Papers, known: dict[str, str]) -> tuple[list[str], list[str]]:
    """Find who is named by the items about adhesions; list the others."""
    waiting = [
        one.member
        for one in pending_on(papers.opened, papers.day)
        if one.procedure in {"adhesion", "transfer"}
    ]
    names = {
        member: slug(name_on(papers.opened, member, papers.day))
        for member in dict.fromkeys([*known, *waiting])
    }
    found, unread = [], []
    for item in papers.session.agenda:
        written = f"-{slug(item)}-"
        if _ABOUT_ADHESION.search(written.strip("-")) is None:
            continue
        named = [member for member, name in names.items() if f"-{name}-" in written]
        found += named
        unread += [] if named else [item]
    return found, unread

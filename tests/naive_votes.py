"""The articles on votes, read once more: a person at a time, in whole numbers.

Nothing of the program is imported. An assembly is a list of delegates; each is of a
group, was somewhere, and did something. Whoever reads this beside the statutes (arts.
8.3, 8.5, 11, 15 to 17; CGCT L.1612-12, L.2121-14, L.2131-11) should find the same.
"""

from typing import NamedTuple

REGION, NORD, PAS_DE_CALAIS, COMMUNAL = "region", "nord", "pas-de-calais", "communal"
PRESENT, ABSENT = "present", "absent"


class Delegate(NamedTuple):
    """One delegate: `where` is present, absent, or the number of the proxy's holder."""

    group: str
    where: str | int = PRESENT
    choice: str | None = None
    is_president: bool = False


class Reading(NamedTuple):
    """What the articles say of a vote."""

    is_carried: bool
    has_wrong_ballot: bool
    has_quorum: bool


def weight(delegate: Delegate, question: str) -> int:
    """Art. 15: three votes to a delegate of the applicant's département, the Nord."""
    if question == "adhesion" and delegate.group == NORD:
        return 3
    return 1


def may_vote(delegate: Delegate, question: str) -> bool:
    """Art. 8.5: on education, whoever holds it, and the president; not on accounts."""
    if question == "accounts":
        return not delegate.is_president
    if question == "education":
        return delegate.group == COMMUNAL or delegate.is_president
    return True


def read(assembly: list[Delegate], question: str) -> Reading:
    """Read the articles on one vote."""
    has_wrong_ballot = False
    votes_for = votes_against = 0
    presidents_choice = None
    for number, delegate in enumerate(assembly):
        if delegate.choice not in {"for", "against", "abstain"}:
            continue
        if not _ballot_may_stand(assembly, number, question):
            has_wrong_ballot = True
        if not may_vote(delegate, question):
            continue  # a stranger's ballot has no weight at all
        if delegate.choice == "for":
            votes_for += weight(delegate, question)
        if delegate.choice == "against":
            votes_against += weight(delegate, question)
        if delegate.is_president:
            presidents_choice = delegate.choice
    return Reading(
        _carries(votes_for, votes_against, presidents_choice, len(assembly), question),
        has_wrong_ballot,
        question == "bureau" or _has_quorum(assembly, question),
    )


def _ballot_may_stand(assembly: list[Delegate], number: int, question: str) -> bool:
    """Tell whether a ballot may stand: entitled, and there or lawfully represented."""
    delegate = assembly[number]
    if not may_vote(delegate, question):
        return False
    if delegate.where == PRESENT:
        return True
    if delegate.where == ABSENT:
        return False
    assert isinstance(delegate.where, int)
    holder = assembly[delegate.where]
    leaves = holder.choice == "recused" or (
        question == "accounts" and holder.is_president
    )
    if holder.where != PRESENT or leaves:
        return False
    # Art. 8.3: no member may receive more than one; of two nobody knows which stands.
    return sum(one.where == delegate.where for one in assembly) == 1


def _has_quorum(assembly: list[Delegate], question: str) -> bool:
    """Art. 8.3: half of those in office are there; who left the room is not there."""
    there = 0
    for one in assembly:
        has_left = one.choice == "recused" or (
            question == "accounts" and one.is_president
        )
        if one.where == PRESENT and not has_left:
            there += 1
    return there * 2 >= len(assembly)


def _carries(
    votes_for: int, against: int, president: str | None, members: int, question: str
) -> bool:
    cast = votes_for + against
    if question == "accounts" or cast == 0:  # CGCT L.1612-12: unless more are against
        return question == "accounts" and votes_for >= against
    if question in {"adhesion", "withdrawal"}:  # arts. 15, 16: two thirds of the cast
        return 3 * votes_for >= 2 * cast
    if question == "statutes":  # art. 17: two thirds of the members
        return 3 * votes_for >= 2 * members
    if votes_for == against:  # arts. 8.3, 11: the president's voice prevails
        return president == "for"
    if question == "bureau":  # art. 11: the majority of its members
        return 2 * votes_for > members
    return 2 * votes_for > cast

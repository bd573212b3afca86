"""The articles on votes, read once more: a person at a time, in whole numbers.

Nothing of the program is imported. An assembly is a list of delegates; each is of a
group, was somewhere, and did something. Whoever reads this beside the statutes (arts.
8.3, 8.5, 11, 15 to 17; CGCT L.2121-14, L.2131-11) should find the same.
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
        question == "bureau" or _has_quorum(assembly),
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
    # Art. 8.3: no member may receive more than one; the first received stands.
    received = [
        giver for giver, one in enumerate(assembly) if one.where == delegate.where
    ]
    return received[0] == number


def _has_quorum(assembly: list[Delegate]) -> bool:
    """Art. 8.3: half of those in office are there; the recused do not count."""
    counted = [one for one in assembly if one.choice != "recused"]
    there = [one for one in counted if one.where == PRESENT]
    return len(there) * 2 >= len(counted)


def _carries(
    votes_for: int, against: int, president: str | None, members: int, question: str
) -> bool:
    cast = votes_for + against
    if cast == 0:
        return False
    if question in {"adhesion", "withdrawal"}:  # arts. 15, 16: two thirds of the cast
        return 3 * votes_for >= 2 * cast
    if question == "statutes":  # art. 17: two thirds of the members
        return 3 * votes_for >= 2 * members
    if votes_for == against:  # arts. 8.3, 11: the president's voice prevails
        return president == "for"
    if question == "bureau":  # art. 11: the majority of its members
        return 2 * votes_for > members
    return 2 * votes_for > cast

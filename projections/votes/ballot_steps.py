"""Why does a question take what it takes: who votes, with what weight, which majority?

Each step is a sentence with the article behind it, in the version of the day.
"""

from collections.abc import Iterator

from ledger.authorities import COMMITTEE
from ledger.clauses import StatutesClause
from ledger.language import N_
from projections.citing import competence_label, step
from projections.names import name_on
from projections.reason import Rule, Step, Value
from projections.seats.seats import BUREAU
from projections.votes.counting import HALF
from projections.votes.electorate import Asked, Electorate, majority_clause
from projections.world import World

NOBODY = Rule("ballot.nobody", N_("Nobody sits in it that day, so nobody votes."))
EVERYBODY = Rule(
    "ballot.everybody", N_("All members in office vote: {count}."), "electorate"
)
HOLDERS = Rule(
    "ballot.holders",
    N_(
        "The matter concerns {competence}: of {in_office} members in office only those "
        "vote whose members hold it, and always the president: {count}."
    ),
    "electorate",
)
ACCOUNTS = Rule(
    "ballot.accounts",
    N_(
        "The president, {name}, leaves before the vote on the accounts: of {in_office} "
        "members in office {count} vote."
    ),
    law="CGCT",
    article="L.2121-14",
)
HEAVY = Rule(
    "ballot.weight",
    N_(
        "{applicant} lies in the territory of {founder}, whose delegates ({count}) "
        "have {weight} votes each; everyone else has one. Votes in all: {votes}."
    ),
    "weight",
)
NO_DEPARTMENT = Rule(
    "ballot.no-department",
    N_(
        "{applicant} lies in the territory of no founding département: everyone has "
        "one vote. Votes in all: {votes}."
    ),
    "weight",
)
ONE_EACH = Rule("ballot.one-each", N_("Everyone has one vote. Votes in all: {votes}."))
LEAVING = Rule(
    "ballot.leaving",
    N_(
        "Everyone has one vote: nobody's weighs more when a member leaves. Votes in "
        "all: {votes}."
    ),
    "withdrawal",
)
OF_VOTES = Rule(
    "ballot.majority-of-votes",
    N_(
        "{share} of the votes cast must be for: {needed}, if all {votes} are cast. "
        "Abstentions are not votes cast."
    ),
)
HALF_OF_VOTES = Rule(
    "ballot.majority",
    N_(
        "More votes must be for than against: {needed}, if all {votes} are cast. "
        "Abstentions are not votes cast."
    ),
)
OF_MEMBERS = Rule(
    "ballot.majority-of-members",
    N_(
        "{share} of the members in office must be for: {needed} of {in_office}, "
        "whoever is absent or abstains."
    ),
)
HALF_OF_MEMBERS = Rule(
    "ballot.majority-of-bureau",
    N_(
        "More than half of the members must be for: {needed} of {in_office}, whoever "
        "is absent or abstains."
    ),
)
TIE = Rule("ballot.tie", N_("In a tie the president's own ballot decides: {name}."))
TIE_UNDECIDED = Rule(
    "ballot.tie-undecided",
    N_("In a tie nothing is adopted: no president votes on it."),
)


def clause_of(body: str, asked: Asked) -> StatutesClause:
    """Tell the clause a vote is governed by."""
    is_of_some = asked.question == "ordinary" and asked.competence is not None
    if body == COMMITTEE and (is_of_some or asked.question == "accounts"):
        return "electorate"
    return majority_clause(body, asked.question)


def steps_of(opened: World, found: Electorate) -> Iterator[Step]:
    """Reason from who sits to what is needed."""
    yield _who_votes(opened, found)
    if found.voters:
        yield _weights(opened, found)
        yield from majority_steps(opened, found)


def needed(found: Electorate) -> int:
    """Tell how many votes are needed if all are cast; without one nothing passes."""
    return max(found.needed, 1)


def majority_steps(opened: World, found: Electorate) -> Iterator[Step]:
    """Say which majority is needed of these voters, and what becomes of a tie."""
    is_half = found.majority.share == HALF
    if found.majority.base == "members":
        rule = HALF_OF_MEMBERS if is_half else OF_MEMBERS
    else:
        rule = HALF_OF_VOTES if is_half else OF_VOTES
    yield _said(
        opened,
        found,
        rule,
        share=str(found.majority.share),
        votes=found.votes,
        needed=needed(found),
        in_office=len(found.in_office),
    )
    if is_half and found.body in {COMMITTEE, BUREAU}:
        president = found.voter(found.president or "")
        if president is None:
            yield _said(opened, found, TIE_UNDECIDED)
        else:
            yield _said(opened, found, TIE, name=president.name)
    elif is_half:
        yield _said(opened, found, TIE_UNDECIDED)


def _who_votes(opened: World, found: Electorate) -> Step:
    day, count, in_office = found.day, len(found.voters), len(found.in_office)
    asked, president = found.asked, found.president
    if not in_office:
        return step(opened, NOBODY, day)
    if found.body != COMMITTEE:
        return _said(opened, found, EVERYBODY, count=count)
    if asked.question == "accounts" and president in found.in_office:
        name = opened.persons.get(president or "", president)
        return step(opened, ACCOUNTS, day, name=name, count=count, in_office=in_office)
    if asked.question == "ordinary" and asked.competence is not None:
        label = competence_label(opened, asked.competence, day)
        return step(
            opened, HOLDERS, day, competence=label, count=count, in_office=in_office
        )
    return step(opened, EVERYBODY, day, count=count)


def _weights(opened: World, found: Electorate) -> Step:
    day, votes, question = found.day, found.votes, found.asked.question
    if found.body != COMMITTEE or question not in {"adhesion", "withdrawal"}:
        return _said(opened, found, ONE_EACH, votes=votes)
    if question == "withdrawal":
        return step(opened, LEAVING, day, votes=votes)
    applicant = name_on(opened, found.asked.applicant or "", day)
    if found.department is None:
        return step(opened, NO_DEPARTMENT, day, applicant=applicant, votes=votes)
    theirs = [one for one in found.voters if one.seat_of == found.department]
    weight = theirs[0].weight if theirs else 1
    return step(
        opened,
        HEAVY,
        day,
        applicant=applicant,
        founder=name_on(opened, found.department, day),
        count=len(theirs),
        weight=weight,
        votes=votes,
    )


def _said(opened: World, found: Electorate, rule: Rule, /, **values: Value) -> Step:
    """Say a rule under the clause that sets the majority of this vote."""
    clause = majority_clause(found.body, found.asked.question)
    return step(opened, rule.under(clause), found.day, **values)

"""Random votes of small assemblies: recorded for real, and read a second time."""

from typing import Any

from hypothesis import example, settings
from hypothesis import given as hypothetically
from hypothesis import strategies as st

from tests.acts import ENT, Plain, decision
from tests.committee import AT_SESSION, SESSION, decided, held, vote
from tests.naive_votes import ABSENT, PRESENT, Delegate, read
from tests.small_assemblies import APPLICANT, GROUPS, acts_of, name
from tests.spec import given

Case = tuple[list[Delegate], str]
CHOICES = ["for", "for", "against", "abstain", "recused", None]
WHAT: dict[str, Plain] = {
    "adhesion": decision("adhesion-approved", member=APPLICANT, competences=[ENT]),
    "withdrawal": decision("withdrawal-approved", member="member-0"),
    "statutes": decision("statutes-adopted", version="2"),
    "ordinary": decision("matter-decided", subject="Une affaire fictive"),
    "education": decision("matter-decided", subject="Une affaire fictive"),
    "accounts": decision("matter-decided", subject="Les comptes fictifs"),
}
PUT: dict[str, Plain] = {
    "accounts": {"question": "accounts"},
    "education": {"question": "ordinary", "competence": ENT},
}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw who sits, who presides, who is where and does what, and what is asked."""
    groups = draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=6))
    # One of the communes is member-0, which asked to leave, where one sits at all.
    groups.sort(key=GROUPS.index, reverse=True)
    places: list[Any] = [PRESENT, PRESENT, PRESENT, ABSENT, *range(len(groups))]
    president = draw(st.sampled_from([None, *range(len(groups))]))
    people = []
    for number, group in enumerate(groups):
        where = draw(st.sampled_from([one for one in places if one != number]))
        choice = draw(st.sampled_from(CHOICES))
        people.append(Delegate(group, where, choice, number == president))
    asked = [one for one in WHAT if one != "withdrawal" or groups[0] == "communal"]
    return people, draw(st.sampled_from(asked))


ALONE = Delegate("nord", PRESENT, "for", is_president=True)
AGAINST = Delegate("nord", PRESENT, "against")


@settings(max_examples=60, deadline=None, derandomize=True)
@hypothetically(case=cases())
@example(case=([ALONE], "adhesion"))
@example(case=([ALONE, AGAINST], "ordinary"))
def test_what_is_refused_is_what_the_articles_refuse(case: Case) -> None:
    people, question = case
    groups = tuple(one.group for one in people)
    president = next((n for n, one in enumerate(people) if one.is_president), None)
    named = {name(groups, number): one for number, one in enumerate(people)}

    def who(choice: str) -> list[str]:
        return [person for person, one in named.items() if one.choice == choice]

    sides = [who(side) for side in ("for", "against", "abstain")]
    ballots = vote(*sides, recused=who("recused"), **PUT.get(question, {}))
    put = decided(ballots, WHAT[question])
    present = [person for person, one in named.items() if one.where == PRESENT]
    proxies = {
        person: name(groups, one.where)
        for person, one in named.items()
        if isinstance(one.where, int)
    }
    accepted = [{"rule": "session.proxy", "reason": "Au registre (fictif)"}]
    session = held(SESSION, *present, proxies=proxies, irregular=accepted)
    seating = acts_of(groups, president)
    found = given(*seating, *session).when(put | AT_SESSION).rules_broken()
    expected = read(people, question)
    assert found == {
        *(["vote.electorate"] if expected.has_wrong_ballot else []),
        *([] if expected.has_quorum else ["vote.quorum"]),
        *([] if expected.is_carried else ["vote.majority"]),
    }

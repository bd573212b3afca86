"""Tell who sits and who votes: statutes, designations, elections, sessions, ballots.

Founders carry their real ids; every person and every commune is fictional. Acts are
written as in `tests.acts`.

    given(*HOUSE).when(adhesion(vote(22, 2))).refused(AdhesionMajorityError)
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from ledger.names import slug
from tests.acts import (
    ARTICLES,
    COMMITTEE,
    ENT,
    FIBRE,
    SECRETARIAT,
    Plain,
    act,
    complete,
    creation,
    decision,
    joins,
    known,
    matter,
    request,
)

REGION = "region-hauts-de-france"
NORD = "departement-du-nord"
PAS_DE_CALAIS = "departement-du-pas-de-calais"
FOUNDERS = (REGION, NORD, PAS_DE_CALAIS)
BUREAU = "bureau"
COLLEGE = "college-communal"
COLLEGE_NORD = "college-nord"
COLLEGE_PDC = "college-pas-de-calais"
START = "2019-01-01"

RULES: Plain = {
    "competences": [
        {"id": FIBRE, "article": "4.1", "label": "Communications électroniques"},
        {"id": ENT, "article": "4.2", "label": "Numérique éducatif"},
    ],
    "seats": {REGION: "10", NORD: "5", PAS_DE_CALAIS: "5"},
    "departments": [
        {"code": "59", "name": "Nord", "founder": NORD, "college": COLLEGE_NORD},
        {"code": "62", "name": "PdC", "founder": PAS_DE_CALAIS, "college": COLLEGE_PDC},
    ],
    "direct_seats_up_to": "4",
    "communal_college_seats": "4",
    "departmental_colleges": {"members_each": "2", "seats_each": "2"},
    "two_and_two_at_four": "departmental-colleges",
    "colleges_survive_departures": "true",
    "majorities": {
        **dict.fromkeys(("adhesion", "withdrawal"), "2/3 of votes"),
        "statutes": "2/3 of members",
        "ordinary": "1/2 of votes",
    },
    "applicant_department_weight": "3",
    "quorum": "1/2",
    "proxies_each": "1",
    "notice_days": "5",
    "second_call_days": "3",
    "vacancy_months": "1",
    "vice_presidents": "2",
    "shares": {FIBRE: {REGION: "50", NORD: "25", PAS_DE_CALAIS: "25"}},
}
"""The statutes of 2018 as data."""


# ------------------------------------------------------------------- seats
def statutes(on: str, **rules: Any) -> Plain:
    """Let a version of the statutes enter into force that day."""
    said = {"version": on, "rules": rules, "articles": ARTICLES}
    adopted = decision("statutes-adopted", **said)
    return act(f"{COMMITTEE}/statuts-{on}", adopted, **complete(on))


def founded(on: str = START, **rules: Any) -> list[Plain]:
    """Create the syndicate with its three founders, and its first statutes."""
    founders = [(founder, [FIBRE]) for founder in FOUNDERS]
    return [creation(*founders, on=on), statutes(on, **(RULES | rules))]


def designates(
    member: str,
    person: Any,
    on: str,
    *,
    replaces: str | None = None,
    from_: str | None = None,
) -> Plain:
    """Let an assembly designate a delegate, by an act in force that day."""
    said = {"person": person} | known(replaces=replaces) | known(**{"from": from_})
    name = slug(person if isinstance(person, str) else person["id"])
    designated = decision("delegate-designated", **said)
    return act(f"{member}/designe-{name}-{on}", designated, **complete(on))


def delegates(founder: str, persons: Sequence[str], on: str = START) -> Plain:
    """Let a founder designate all its delegates in one act."""
    said = [decision("delegate-designated", person=person) for person in persons]
    return act(f"{founder}/designe-{on}", *said, **complete(on))


def seated(member: str, on: str, *, department: str = "59", **said: Any) -> list[Plain]:
    """Let a commune join and designate, the same day, a delegate `d-<member>`."""
    described = {"department": department} | said
    joined = joins(member, on=on, number=f"adhesion-{on}", **described)
    return [*joined, designates(member, f"d-{member}", on)]


def all_seated(members: str, on: str, *, department: str = "59") -> list[Plain]:
    """Let several communes, named in one text, join and designate that day."""
    return [
        one
        for member in members.split()
        for one in seated(member, on, department=department)
    ]


def vacates(
    person: str, on: str, seat: str = "delegate", by: str = SECRETARIAT
) -> Plain:
    """Let a person leave a seat."""
    said = {"person": person, "seat": seat, "on": on, "reason": "death"}
    left = decision("seat-vacated", **said)
    return act(f"{by}/depart-{slug(person)}-{seat}-{on}", left)


def renews(member: str, on: str) -> Plain:
    """Let the secretariat learn that an assembly was renewed."""
    said = decision("assembly-renewed", member=member, on=on)
    return act(f"{SECRETARIAT}/renouvellement-{member}-{on}", said)


def elects(college: str, on: str, *persons: str, replaces: str | None = None) -> Plain:
    """Let a college elect representatives."""
    said = [
        decision("representative-elected", person=person, **known(replaces=replaces))
        for person in persons
    ]
    return act(f"{college}/election-{on}-{slug(persons[0])}", *said, adopted_on=on)


def elects_officer(
    office: str, person: str, on: str, *, replaces: str | None = None
) -> Plain:
    """Let the committee elect an officer."""
    said = {"office": office, "person": person} | known(replaces=replaces)
    elected = decision("officer-elected", **said)
    return act(f"{COMMITTEE}/{office}-{slug(person)}-{on}", elected, **complete(on))


# ------------------------------------------------------------------- houses
REGIONALS = [f"region-{number}" for number in range(1, 11)]
OF_NORD = [f"nord-{number}" for number in range(1, 6)]
OF_PDC = [f"pdc-{number}" for number in range(1, 6)]
OF_FOUNDERS = [*REGIONALS, *OF_NORD, *OF_PDC]
COMMUNAL = ["d-avelin", "d-beuvry", "d-xaffevillers", "d-ypreville"]
EVERYBODY = [*OF_FOUNDERS, *COMMUNAL]
PRESIDENT = "region-1"
VICE_PRESIDENTS = ["nord-1", "pdc-1"]
OFFICERS = [
    elects_officer("president", PRESIDENT, "2019-03-15"),
    *(elects_officer("vice-president", one, "2019-03-15") for one in VICE_PRESIDENTS),
]


def founders_seated() -> list[Plain]:
    """Found the syndicate, and seat the twenty delegates of its founders."""
    return [
        *founded(),
        delegates(REGION, REGIONALS),
        delegates(NORD, OF_NORD),
        delegates(PAS_DE_CALAIS, OF_PDC),
    ]


def full_house(*officers: Plain) -> list[Plain]:
    """Seat 24: twenty of the founders, two of each college; and elect officers."""
    return [
        *founders_seated(),
        *all_seated("avelin beuvry", "2019-02-01"),
        *all_seated("xaffevillers ypreville", "2019-02-01", department="62"),
        elects(COLLEGE_NORD, "2019-03-01", *COMMUNAL[:2]),
        elects(COLLEGE_PDC, "2019-03-01", *COMMUNAL[2:]),
        *officers,
    ]


def applies(member: str, department: str | None = "59", **said: Any) -> Plain:
    """Let a commune ask to join, for the schools."""
    dates = {"adopted_on": "2024-05-04"} | said
    applicant = {"department": department}
    return request(member, "demande", applicant=applicant, **dates)


APPLICANT = "zuydcoote"
HOUSE = [*full_house(*OFFICERS), applies(APPLICANT, **complete("2020-01-15"))]
"""A full house with all its officers, and an applicant of the Nord."""


# ------------------------------------------------------------------- sessions
DAY = "2020-06-18"
"""The day of the votes, unless another is named."""

SESSION = f"{COMMITTEE}/{DAY}"
AT_SESSION: Plain = {"session": SESSION}
"""What an act says that was adopted at that session."""


def convenes(
    session: str,
    held_on: str | None = None,
    *,
    sent_on: str | None = None,
    **said: Any,
) -> Plain:
    """Call a body to meet: the session's name tells which, and the day unless said.

    Unless said, the call is sent eight days before, which is early enough.
    """
    body, _, day = session.partition("/")
    day = held_on or day
    sent = sent_on or str(date.fromisoformat(day) - timedelta(days=8))
    fields = known(irregular=said.pop("irregular", None), adopted_on=sent)
    call = {"session": session, "body": body, "sent_on": sent, "held_on": day}
    convened = decision("session-convened", **call | said)
    return act(f"{SECRETARIAT}/{session.replace('/', '-')}", convened, **fields)


def attended(session: str, *present: str, **said: Any) -> Plain:
    """Write down who was there, and with `proxies` who held whose proxy."""
    fields = known(irregular=said.pop("irregular", None))
    sheet = decision("attendance-recorded", session=session, present=[*present], **said)
    number = session.replace("/", "-")
    return act(f"{SECRETARIAT}/presence-{number}", sheet, **fields)


def held(session: str, *present: str, **said: Any) -> list[Plain]:
    """Hold a session that was called in time."""
    return [convenes(session), attended(session, *present, **said)]


# ------------------------------------------------------------------- votes
NUMBER = "vote"


def vote(
    for_: int | Sequence[str] = (),
    against: int | Sequence[str] = (),
    abstentions: int | Sequence[str] = (),
    **said: Any,
) -> Plain:
    """Write the ballots, by number or by name."""
    sides = {"for": for_, "against": against, "abstentions": abstentions}
    texts: Plain = {
        side: str(cast) if isinstance(cast, int) else list(cast)
        for side, cast in sides.items()
    }
    return texts | said


def heavy(for_: int = 0, against: int = 0, abstentions: int = 0) -> Plain:
    """Say how the delegates of the applicant's département voted."""
    return vote(for_, against, abstentions)


def decided(ballots: Any, *decisions: Plain, on: str = DAY, **fields: Any) -> Plain:
    """Let the committee vote on a day; what it decides, or else a matter."""
    number = fields.pop("number", NUMBER)
    author = fields.pop("author", COMMITTEE)
    said = {"adopted_on": on, "executory_on": on, "executory_basis": "certified"}
    what = decisions or (matter(),)
    return act(f"{author}/{number}", *what, **(said | fields), vote=ballots)


def adhesion(ballots: Any, member: str = APPLICANT, **fields: Any) -> Plain:
    """Put the adhesion of a commune to the vote."""
    said = decision("adhesion-approved", member=member, competences=[ENT])
    return decided(ballots, said, **fields)


def withdrawal(ballots: Any, member: str = "avelin", **fields: Any) -> Plain:
    """Put the withdrawal of a member to the vote."""
    return decided(ballots, decision("withdrawal-approved", member=member), **fields)


def new_statutes(ballots: Any, *, on: str = DAY, **rules: Any) -> Plain:
    """Put a change of the statutes to the vote."""
    said = decision("statutes-adopted", version=on, rules=rules)
    return decided(ballots, said, on=on, number=f"statuts-{on}")

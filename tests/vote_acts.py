"""A full house of twenty-four, and votes put to it: acts as plain dicts.

Ten delegates of the Region, five of the Nord, five of the Pas-de-Calais, two
representatives of each college; Commune fictive Zuydcoote (Nord) asks to join. Only
the communes hold the competence for education. Every person is invented.

    given(*HOUSE).when(adhesion(vote(22, 2))).refused(AdhesionMajorityError)
"""

from collections.abc import Sequence
from typing import Any

from ledger.mapper import from_stored
from projections.world import World, world_of
from tests.acts import Plain, act, decision
from tests.history import COMMITTEE, ENT, complete, written
from tests.history import act as history_act
from tests.seat_acts import (
    COLLEGE_NORD,
    COLLEGE_PDC,
    NORD,
    PAS_DE_CALAIS,
    REGION,
    all_seated,
    elects,
    elects_officer,
    founded,
)
from tests.spec import new_ledger, run

REGIONALS = [f"region-{number}" for number in range(1, 11)]
OF_NORD = [f"nord-{number}" for number in range(1, 6)]
OF_PDC = [f"pas-{number}" for number in range(1, 6)]
COMMUNAL = ["d-avelin", "d-beuvry", "d-carvin", "d-douvrin"]
EVERYBODY = [*REGIONALS, *OF_NORD, *OF_PDC, *COMMUNAL]
PRESIDENT = "region-1"
VICE_PRESIDENTS = ["nord-1", "pas-1"]
APPLICANT = "zuydcoote"
STARTS = "2019-01-01"
NUMBER = "vote"
DAY = "2020-06-18"
"""The day of the votes."""


def delegates(founder: str, persons: Sequence[str], on: str = "2019-01-10") -> Plain:
    """Let a founder designate all its delegates in one act."""
    said = [{"type": "delegate-designated", "person": one} for one in persons]
    return written(history_act(f"{founder}/designe-{on}", *said, **complete(on)))


def asking(member: str, *, department: str | None = "59") -> Plain:
    """Let a commune ask to join."""
    applicant = {"name": f"Commune fictive {member}", "kind": "commune"}
    applicant |= {} if department is None else {"department": department}
    asked = decision("adhesion-requested", applicant=applicant, competences=[ENT])
    return act(f"{member}/adhesion", asked, **complete("2020-01-15"))


def opening(*, president: bool = True) -> list[Plain]:
    """Found the syndicate and fill its committee."""
    acts = [
        *founded(STARTS),
        *all_seated("avelin beuvry", "2019-02-01"),
        *all_seated("carvin douvrin", "2019-02-01", department="62"),
        elects(COLLEGE_NORD, "2019-03-01", "d-avelin", "d-beuvry"),
        elects(COLLEGE_PDC, "2019-03-01", "d-carvin", "d-douvrin"),
    ]
    founders = [
        delegates(REGION, REGIONALS),
        delegates(NORD, OF_NORD),
        delegates(PAS_DE_CALAIS, OF_PDC),
    ]
    head, tail = [written(one) for one in acts[:2]], [written(one) for one in acts[2:]]
    officers = [
        written(elects_officer("president", PRESIDENT, "2019-03-15")),
        written(elects_officer("vice-president", VICE_PRESIDENTS[0], "2019-03-15")),
        written(elects_officer("vice-president", VICE_PRESIDENTS[1], "2019-03-15")),
    ]
    return [
        *head,
        *founders,
        *tail,
        *(officers if president else []),
        asking(APPLICANT),
    ]


HOUSE = opening()


# ------------------------------------------------------------------- the world after
def world_after(*asked: Plain) -> World:
    """Record acts, all in one batch, and tell what holds then."""
    with new_ledger() as recorder:
        run(recorder, asked)
        entries = [from_stored(stored) for stored in recorder.entries()]
    return world_of(entries, position=len(entries))


# ------------------------------------------------------------------- votes
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
    told = {"for": for_, "against": against, "abstentions": abstentions}
    return {side: str(number) for side, number in told.items()}


def decided(ballots: Any, *decisions: Plain, on: str = DAY, **fields: Any) -> Plain:
    """Let the committee vote on a day; what it decides, or else a matter."""
    number = fields.pop("number", NUMBER)
    author = fields.pop("author", COMMITTEE)
    what = decisions or (decision("matter-decided", subject="Une affaire fictive"),)
    said = {"adopted_on": on, "executory_on": on, "executory_basis": "certified"}
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


# ------------------------------------------------------------------- sessions
def convened(held_on: str = DAY, sent_on: str = "2020-06-08", **said: Any) -> Plain:
    """Call the committee, in an act of the secretariat."""
    session = said.pop("session", f"{COMMITTEE}/{held_on}")
    body = said.pop("body", COMMITTEE)
    call = {"session": session, "body": body, "sent_on": sent_on, "held_on": held_on}
    return act(
        f"secretariat/convocation-{session.replace('/', '-')}",
        decision("session-convened", **call, **said),
        adopted_on=sent_on,
    )


def attended(
    present: Sequence[str] = EVERYBODY,
    proxies: dict[str, str] | None = None,
    *,
    on: str = DAY,
    **fields: Any,
) -> Plain:
    """Write down who was there, and who held whose proxy."""
    session = fields.pop("session", f"{COMMITTEE}/{on}")
    said = {"session": session, "present": list(present), "proxies": proxies or {}}
    return act(
        f"secretariat/presence-{session.replace('/', '-')}",
        decision("attendance-recorded", **said),
        adopted_on=on,
        **fields,
    )


def held(present: Sequence[str] = EVERYBODY, **proxies: str) -> list[Plain]:
    """Hold a session on the day of the votes; `nord_2="nord_1"` gives a proxy."""
    given = {
        giver.replace("_", "-"): holder.replace("_", "-")
        for giver, holder in proxies.items()
    }
    return [convened(), attended(present, given)]


AT_SESSION: Plain = {"session": f"{COMMITTEE}/{DAY}"}
"""What an act says that was adopted at that session."""

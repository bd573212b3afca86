"""The committee in session: called, attended, and what it voted on, one by one."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from examples.fictional_acts import Act, Story, in_french, syndicate_dates
from examples.fictional_chance import after
from examples.fictional_motions import Motion
from examples.fictional_votes import Attendance, Ballot, attend, cast

COMMITTEE = "comite-syndical"
_COLLEGES = {
    "college-communal": "collège des communes et EPCI",
    "college-nord": "collège du Nord",
    "college-pas-de-calais": "collège du Pas-de-Calais",
}


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A session of the committee: `absent` so many, if told; else as chance has it."""

    day: date
    motions: tuple[Motion, ...] = ()
    absent: int = -1
    second_call_of: date | None = None


# ------------------------------------------------------------------- the session
def hold(story: Story, session: Session) -> None:
    """Hold a session: convene, attend, vote; without quorum nothing is put to it."""
    day = session.day
    seated = story.committee.seated(day)
    attendance = attend(day, seated, story.president, absent=session.absent)
    _convene(story, session)
    _attended(story, attendance)
    if attendance.is_quorate or session.second_call_of is not None:
        for motion in session.motions:
            _vote(story, motion, attendance)
    else:
        assert session.absent > 0, f"no quorum on {day}, and that was not meant"


def _convene(story: Story, session: Session) -> None:
    is_second = session.second_call_of is not None
    sent = session.day - timedelta(days=4 if is_second else 9)
    convened: Act = {
        "type": "session-convened",
        "session": f"{COMMITTEE}/{session.day}",
        "body": COMMITTEE,
        "sent_on": sent,
        "held_on": session.day,
        "agenda": [motion.title for motion in session.motions],
    }
    if is_second:
        convened["second_call_of"] = f"{COMMITTEE}/{session.second_call_of}"
    author = "secretariat" if story.president is None else "president"
    title = f"Convocation du comité syndical du {in_french(session.day)}"
    story.tell(author, sent, title, decisions=[convened])


def _attended(story: Story, attendance: Attendance) -> None:
    recorded: Act = {
        "type": "attendance-recorded",
        "session": f"{COMMITTEE}/{attendance.day}",
        "present": list(attendance.present),
    }
    if attendance.proxies:
        recorded["proxies"] = attendance.proxies
    recorded["presided_by"] = story.president or attendance.present[0]
    title = f"Feuille de présence du comité syndical du {in_french(attendance.day)}"
    story.tell("secretariat", after(attendance.day, 1), title, decisions=[recorded])


def _vote(story: Story, motion: Motion, attendance: Attendance) -> None:
    """Put a motion to the vote; what it decides holds only where it is adopted."""
    day, decision = attendance.day, dict(motion.decision)
    if motion.elects is not None:
        office, founder, rank = motion.elects
        elected = story.committee.delegates(founder, day)[rank]
        assert elected in attendance.voting, f"{elected} is away"
        decision["person"] = elected
        if office == "president":
            story.president = elected
    dates = syndicate_dates(day)
    story.tell(
        COMMITTEE,
        day,
        motion.title,
        matter=motion.matter,
        session=f"{COMMITTEE}/{day}",
        **dates,
        vote=cast(motion.ballot, attendance),
        decisions=[decision] if decision else [],
    )
    in_force = max(dates["sent_on"], dates["published"][0]["on"])
    if motion.ballot.outcome == "adopted":
        _take_effect(story, motion, in_force)


def _take_effect(story: Story, motion: Motion, in_force: date) -> None:
    if motion.joins is not None and motion.joins in story.in_force:
        asked = story.in_force[motion.joins]
        if asked is not None:
            start = max(asked, in_force)
            department = str(motion.ballot.department)
            story.committee.join(motion.joins, department, start)
            story.since[motion.joins] = start
    if motion.leaves is not None and motion.leaves_on is not None:
        story.committee.leave(motion.leaves, max(in_force, motion.leaves_on))


# ------------------------------------------------------------------- the colleges
def college_elects(
    story: Story, college: str, day: date, members: Sequence[str]
) -> None:
    """Let a college meet and elect the delegates of some of its members (art. 8.1)."""
    seated = {one.person: one.member for one in story.committee.college(college, day)}
    attendance = attend(day, seated, None)
    assert attendance.is_quorate, f"{college} {day}"
    elected = [story.committee.delegate(member, day) for member in members]
    session = f"{college}/{day}"
    sent = day - timedelta(days=8)
    convened = {"type": "session-convened", "session": session, "body": college}
    convened |= {"sent_on": f"{sent}", "held_on": f"{day}"}
    meeting = f"du {_COLLEGES[college]} du {in_french(day)}"
    story.tell("secretariat", sent, f"Convocation {meeting}", decisions=[convened])
    recorded: Act = {"type": "attendance-recorded", "session": session}
    recorded["present"] = list(attendance.present)
    if attendance.proxies:
        recorded["proxies"] = attendance.proxies
    title = f"Feuille de présence {meeting}"
    story.tell("secretariat", after(day, 1), title, decisions=[recorded])
    story.tell(
        college,
        day,
        "Élection de représentants au comité syndical",
        matter="5.3",
        session=session,
        vote=cast(
            Ballot(question="election", abstentions=len(seated) // 9), attendance
        ),
        decisions=[
            {"type": "representative-elected", "person": one} for one in elected
        ],
    )
    for person in elected:
        story.committee.elect(college, person, day)

"""How acts end or are mended: each way of specification section 10, once.

A court suspends and lifts, annuls for good, and is overturned by a higher one; authors
revoke and repeal; the secretariat rectifies. What was voted, called or paid before
stands, as it would.
"""

from datetime import date
from typing import Any

from examples.fictional_acts import NOTE, Act, Story, assembly_act
from examples.fictional_members import Designates, Step
from examples.fictional_money import chosen

ANNULLED, SUSPENDED, REPEALS = "mouvaux", "marquette-lez-lille", "ostricourt"
REVOKES, CONTESTED, MISCOUNTED = "cc-ternois", "la-madeleine", "ca-lens-lievin"
_TRIBUNAL = "tribunal-administratif-de-lille"
_COURT_OF_APPEAL = "cour-administrative-d-appel-de-douai"
_NOTE = NOTE.replace("délibération inventée", "décision de justice inventée")


def suspension(story: Story) -> None:
    """Let the judge suspend an adhesion, at the prefect's request (CGCT L.3132-1)."""
    day = date(2025, 5, 12)
    title = "Suspension de la délibération approuvant l'adhésion de Marquette-lez-Lille"
    suspended = {"type": "act-suspended", "target": _approval(story, SUSPENDED)}
    _rules(story, _TRIBUNAL, day, title, suspended | {"from": day})
    story.committee.leave(SUSPENDED, day)


def lifting(story: Story) -> None:
    """Let the judge end the suspension, once the file is complete (CJA L.521-4)."""
    day = date(2025, 7, 1)
    title = "Fin de la suspension de l'adhésion de Marquette-lez-Lille"
    lifted = {"type": "suspension-lifted", "target": _approval(story, SUSPENDED)}
    _rules(story, _TRIBUNAL, day, title, lifted | {"from": day})
    story.committee.resume(SUSPENDED, day)


def annulment(story: Story) -> None:
    """Let the judge annul an adhesion; its delegate never sat, its calls stand."""
    title = "Annulation de la délibération approuvant l'adhésion de Mouvaux"
    annulled = {"type": "act-annulled", "target": _approval(story, ANNULLED)}
    _rules(story, _TRIBUNAL, date(2026, 9, 24), title, annulled)
    story.committee.forget(ANNULLED)


def contested_option(story: Story) -> None:
    """Let the judge annul a commune's choice of an option."""
    title = "Annulation de la délibération de La Madeleine choisissant une option"
    chosen_ = _said(story, CONTESTED, "option-chosen")
    annulled = {"type": "act-annulled", "target": chosen_}
    _rules(story, _TRIBUNAL, date(2025, 12, 18), title, annulled)


def overturning(story: Story) -> None:
    """Let the court of appeal void that judgment: the choice holds again."""
    ruling = next(
        act
        for act in story.acts
        if act["act"] == _TRIBUNAL
        and act["decisions"][0]["target"] is _said(story, CONTESTED, "option-chosen")
    )
    title = "Annulation du jugement relatif à l'option de La Madeleine"
    overturned = {"type": "ruling-overturned", "target": ruling}
    _rules(story, _COURT_OF_APPEAL, date(2026, 10, 8), title, overturned)


def repeal(story: Story) -> None:
    """Let a commune repeal its designation; the seat is empty until it designates."""
    day = date(2026, 9, 29)
    person = story.committee.delegate(REPEALS, day)
    designated = _said(story, REPEALS, "delegate-designated", person=person)
    repealed: Act = {"type": "act-repealed", "target": designated}
    title = "Abrogation de la désignation du délégué au comité syndical"
    start = assembly_act(story, (REPEALS, day), title, [repealed])
    assert start is not None, "its dates are usual"
    story.committee.vacate(person, start)


def revocation(story: Story) -> None:
    """Let an EPCI revoke an illegal act of its own, within four months."""
    revoked = {
        "type": "act-revoked",
        "target": _said(story, REVOKES, "option-chosen"),
        "reason": "Délibération adoptée sans que le quorum soit atteint",
    }
    title = "Retrait de la délibération choisissant une option du barème"
    assembly_act(story, (REVOKES, date(2026, 2, 2)), title, [revoked])


def rectification(story: Story) -> None:
    """Let the secretariat correct a clerical error: one half-day too many."""
    target = _said(story, "secretariat", "service-delivered", member=MISCOUNTED)
    rectified = {
        "type": "act-rectified",
        "target": target,
        "decision": 1,
        "set": {"quantity": 3},
        "reason": "Erreur de saisie : trois demi-journées, et non quatre",
    }
    title = "Rectification d'un procès-verbal de service fait"
    story.tell("secretariat", date(2026, 11, 4), title, decisions=[rectified])


# ------------------------------------------------------------------- the acts
def _rules(story: Story, court: str, day: date, title: str, decision: Act) -> None:
    story.tell(court, day, title, note=_NOTE, decisions=[decision])


def _approval(story: Story, member: str) -> Act:
    return _said(story, "comite-syndical", "adhesion-approved", member=member)


def _said(story: Story, authority: str, kind: str, **fields: Any) -> Act:
    """Find the last act of an authority that says so in its first decision."""
    return next(
        act
        for act in reversed(story.acts)
        if act["act"] == authority
        and {"type": kind, **fields}.items() <= act["decisions"][0].items()
    )


STEPS: tuple[Step, ...] = (
    (date(2025, 5, 12), suspension),
    (date(2025, 7, 1), lifting),
    chosen(REVOKES, "accompagnement", (2026, None), date(2025, 11, 20)),
    (date(2025, 12, 18), contested_option),
    (date(2026, 2, 2), revocation),
    (date(2026, 9, 24), annulment),
    (date(2026, 9, 29), repeal),
    (date(2026, 10, 8), overturning),
    Designates(member=REPEALS, on=date(2026, 10, 19)).step(),
    (date(2026, 11, 4), rectification),
)

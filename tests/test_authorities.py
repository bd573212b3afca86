"""Who may decide what: the table of the specification (section 4), written out again.

Each kind of decision is put to each kind of authority.
"""

from datetime import date

from commands.judging import judge
from commands.known import Known
from commands.known_acts import known_act
from ledger.acts.decoding import decode_act
from ledger.authorities import Authority
from ledger.events.catalogue import DECISIONS
from ledger.events.challenges import ChallengeReceived
from ledger.events.committee import MatterDecided
from ledger.events.constitution import ConditionsAdopted
from ledger.events.registration import ActRegistered
from ledger.refusals import WrongAuthorError
from tests.acts import Plain, act, decision, institution

AUTHORITIES = {
    "prefecture": "prefecture-du-nord",
    "committee": "comite-syndical",
    "bureau": "bureau",
    "president": "president",
    "college": "college-nord",
    "institution": "bourg",
    "court": "tribunal-administratif-de-lille",
    "appeal": "cour-administrative-d-appel-de-douai",
    "council": "conseil-d-etat",
    "secretariat": "secretariat",
}
COURTS = "court appeal council"
MEMBER = {"member": "bourg"}
COMPETENCES = {"competences": ["ent"]}
LINE = {"code": "base", "label": "Base", "unit": "pupil", "price": "1"}
CALL = {**MEMBER, "year": "2024", "amount": "1"}
FROM = {"from": "2024-01-01"}
TARGET = "AUTHORITY/1"
"""Stands for an act of whoever decides: the author of the target."""

FOUNDER = {"institution": {"id": "val", "name": "Val", "kind": "region"}}
TABLE: dict[str, tuple[str, Plain]] = {
    "syndicate-created": ("prefecture", {"name": "Fictif", "founders": [FOUNDER]}),
    "members-merged": (
        "prefecture",
        {"members": ["bourg"], "into": institution("val"), **FROM},
    ),
    "competence-substituted": (
        "prefecture institution",
        {
            "members": ["val"],
            "into": institution("bourg", kind="epci"),
            "competence": "ent",
            **FROM,
        },
    ),
    "institution-ended": ("prefecture", {**MEMBER, "on": "2024-01-01"}),
    "institution-known": ("secretariat", {"institution": institution("val")}),
    "identity-changed": ("prefecture institution secretariat", {**MEMBER, **FROM}),
    "syndicate-dissolved": ("prefecture", {"on": "2024-01-01"}),
    "statutes-adopted": ("committee", {"version": "1"}),
    "conditions-adopted": ("committee", {"competence": "ent", "version": "1"}),
    "powers-delegated": ("committee", {"to": "bureau", "matters": ["conventions"]}),
    "tariff-voted": (
        "committee",
        {"competence": "ent", "from_year": "2024", "lines": [LINE]},
    ),
    "budget-voted": (
        "committee",
        {"competence": "ent", "year": "2024", "operating": "1"},
    ),
    "adhesion-approved": ("committee", {**MEMBER, **COMPETENCES}),
    "competence-transferred": ("committee", {**MEMBER, **COMPETENCES}),
    "competence-resumed": ("committee prefecture", {**MEMBER, **COMPETENCES}),
    "withdrawal-approved": ("committee prefecture", MEMBER),
    "officer-elected": ("committee", {"office": "president", "person": "Ada Fictive"}),
    "associate-admitted": ("committee", {"institution": institution("val")}),
    "associate-left": ("committee", MEMBER),
    "convention-approved": (
        "committee bureau president institution",
        {"partner": "Fictif", "subject": "Rien"},
    ),
    "matter-decided": (
        "committee bureau president institution",
        {"subject": "Rien"},
    ),
    "session-convened": (
        "president secretariat",
        {
            "session": "comite-syndical/1",
            "body": "comite-syndical",
            "sent_on": "2024-01-01",
            "held_on": "2024-01-09",
        },
    ),
    "attendance-recorded": (
        "secretariat",
        {"session": "comite-syndical/1", "present": []},
    ),
    "contribution-called": ("president secretariat", CALL),
    "service-delivered": (
        "president secretariat",
        {**MEMBER, "line": "base", "on": "2024-01-01"},
    ),
    "payment-received": ("secretariat", {**CALL, "on": "2024-01-01"}),
    "representative-elected": ("college", {"person": "Ada Fictive"}),
    "seat-vacated": (
        "institution secretariat",
        {"person": "Ada Fictive", "reason": "death", "on": "2024-01-01"},
    ),
    "adhesion-requested": (
        "institution",
        {"applicant": institution("bourg"), **COMPETENCES},
    ),
    "competence-transfer-requested": ("institution", COMPETENCES),
    "competence-resumption-requested": ("institution", COMPETENCES),
    "withdrawal-requested": ("institution", {}),
    "delegate-designated": ("institution", {"person": "Ada Fictive"}),
    "assembly-renewed": (
        "institution secretariat",
        {**MEMBER, "on": "2024-01-01"},
    ),
    "pupils-counted": (
        "institution secretariat",
        {**MEMBER, "school_year": "2023-2024", "pupils": "1"},
    ),
    "option-chosen": (
        "institution",
        {**MEMBER, "line": "base", "from_year": "2024"},
    ),
    "price-quoted": ("institution", {"lines": [{"unit": "pupil", "price": "1"}]}),
    "subsidy-granted": ("institution", {"payer": "bourg", **CALL}),
    "act-annulled": (COURTS, {"target": TARGET}),
    "act-suspended": (COURTS, {"target": TARGET, **FROM}),
    "suspension-lifted": (COURTS, {"target": TARGET, **FROM}),
    "ruling-overturned": (COURTS, {"target": TARGET}),
    "act-revoked": (" ".join(AUTHORITIES), {"target": TARGET}),
    "act-repealed": (" ".join(AUTHORITIES), {"target": TARGET}),
    "act-transmitted": ("secretariat", {"target": TARGET}),
    "act-published": ("secretariat", {"target": TARGET}),
    "act-dated": ("secretariat", {"target": TARGET, "adopted_on": "2024-01-01"}),
    "challenge-received": (
        "prefecture secretariat",
        {"target": TARGET, "kind": "suit", "by": "Fictif", "on": "2024-01-01"},
    ),
    "challenge-closed": (
        "prefecture secretariat",
        {"target": TARGET, "on": "2024-01-01", "outcome": "judged"},
    ),
    "evidence-attached": (
        "secretariat",
        {"target": TARGET, "document": {"name": "a.pdf", "sha256": "0" * 64}},
    ),
    "act-struck": ("secretariat", {"target": TARGET, "reason": "x"}),
    "act-rectified": (
        "secretariat",
        {"target": TARGET, "set": {"title": "x"}, "reason": "x"},
    ),
}


def test_the_table_has_a_line_for_every_decision() -> None:
    assert set(TABLE) == set(DECISIONS)


def test_a_decision_is_for_its_authorities_and_no_others() -> None:
    wrong = [
        (name, authority, found)
        for name, (allowed, fields) in TABLE.items()
        for authority in AUTHORITIES
        if (found := errors_of(name, authority, fields))
        != ([] if authority in allowed.split() else [WrongAuthorError])
    ]
    assert wrong == []


def errors_of(name: str, authority: str, fields: Plain) -> list[type[Exception]]:
    author = AUTHORITIES[authority]
    target = f"{author}/1"
    if name == "ruling-overturned":
        target = f"{AUTHORITIES['court']}/1"
    if "target" in fields:
        fields = {**fields, "target": target}
    asked = decode_act(act(f"{author}/2", decision(name, **fields)))
    found = judge(asked, known(target), date(2026, 1, 31))
    return [type(each.error) for each in found]


def known(reference: str) -> Known:
    recorded = known_act(
        [ActRegistered(act=reference), MatterDecided(subject="x")], b""
    )
    suit = ChallengeReceived(
        target=reference, kind="suit", by="Fictif", on=date(2024, 1, 1)
    )
    return Known(
        acts={reference: recorded},
        institutions={"bourg", "val"},
        challenges={reference: [suit]},
    )


def test_a_college_declares_vacant_the_seats_of_its_representatives_only() -> None:
    gone = {"person": "Ada Fictive", "reason": "death", "on": "2024-01-01"}
    for seat, errors in (
        ("representative", []),
        ("delegate", [WrongAuthorError]),
        ("president", [WrongAuthorError]),
    ):
        vacated = decision("seat-vacated", seat=seat, **gone)
        asked = decode_act(act("college-nord/1", vacated))
        found = judge(asked, known("college-nord/0"), date(2026, 1, 31))
        assert [type(each.error) for each in found] == errors


def test_the_conditions_are_changed_by_the_committee_alone() -> None:
    """Conditions, clause changes."""
    assert ConditionsAdopted.KIND.by == {Authority.COMMITTEE}

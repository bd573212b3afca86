"""What each kind of decision declares is what the specification says of it.

The tables are written out again, by the names people use; who may take what stands in
`test_authorities.py`.
"""

from datetime import date
from types import NoneType
from typing import Any, get_args

import msgspec

from ledger.acts.shapes import hints_of
from ledger.events.catalogue import DECISIONS, bearing_on
from ledger.events.event import name_of
from ledger.events.kind import (
    Character,
    DecisionKind,
    Named,
    NotBefore,
    OfAct,
    Reading,
    SchoolYearOf,
    SessionOf,
    Subject,
    YearOf,
)

MEMBERSHIP = {
    *("adhesion-requested", "adhesion-approved", "competence-transfer-requested"),
    *("competence-transferred", "competence-resumption-requested"),
    *("competence-resumed", "withdrawal-requested", "withdrawal-approved"),
    *("identity-changed", "members-merged", "associate-admitted", "associate-left"),
}
CORRECTIONS = {
    *("act-transmitted", "act-published", "act-dated", "act-rectified"),
    *("act-annulled", "act-revoked", "act-repealed", "act-suspended"),
    *("suspension-lifted", "ruling-overturned"),
}
FRAME = {"syndicate-created", "statutes-adopted", "syndicate-dissolved"}
SEATS = {
    *("delegate-designated", "seat-vacated", "assembly-renewed", "session-convened"),
    *("attendance-recorded", "representative-elected", "officer-elected"),
}
BEARING = {
    Subject.EVERY_ANSWER: FRAME | {"conditions-adopted"},
    Subject.IDENTITY: {
        *("adhesion-requested", "identity-changed", "members-merged"),
        "associate-admitted",
    },
    Subject.ANNEXES: FRAME | MEMBERSHIP | CORRECTIONS,
    Subject.VOTES: FRAME | MEMBERSHIP | CORRECTIONS | SEATS,
}

EFFECTS: dict[str, tuple[Reading, ...]] = {
    "syndicate-dissolved": (Named("on"),),
    "identity-changed": (Named("from_"),),
    "members-merged": (Named("from_"),),
    "delegate-designated": (NotBefore("from_"),),
    "seat-vacated": (Named("on"),),
    "assembly-renewed": (Named("on"),),
    "session-convened": (Named("sent_on"),),
    "attendance-recorded": (SessionOf("session"), OfAct.ADOPTED),
    "representative-elected": (OfAct.ADOPTED,),
    "officer-elected": (OfAct.ADOPTED,),
    "pupils-counted": (OfAct.ADOPTED, SchoolYearOf("school_year")),
    "service-delivered": (Named("on"),),
    "contribution-called": (Named("available_on"), OfAct.ADOPTED, YearOf("year")),
    "payment-received": (Named("on"),),
    "act-transmitted": (Named("sent_on"), Named("received_on"), OfAct.ADOPTED),
    "act-published": (Named("on"), OfAct.ADOPTED),
    "act-dated": (Named("adopted_on"),),
    "act-annulled": (Named("from_"), OfAct.IN_FORCE),
    "act-repealed": (NotBefore("from_"),),
    "act-suspended": (Named("from_"),),
    "suspension-lifted": (Named("from_"),),
}
"""Section 5; all others count once their act is in force."""

QUESTIONS = {
    "adhesion-approved": "adhesion",
    "competence-transferred": "adhesion",
    "competence-resumed": "withdrawal",
    "withdrawal-approved": "withdrawal",
    "statutes-adopted": "statutes",
    "budget-voted": "budget",
    "tariff-voted": "tariff",
    "officer-elected": "election",
}
"""Section 8; all others are ordinary, or the accounts."""

CHARACTERS = {
    Character.PREPARES: {
        "session-convened",
        "attendance-recorded",
        "service-delivered",
    },
    Character.STATES: {
        *("pupils-counted", "contribution-called", "payment-received"),
        *("price-quoted", "identity-changed", "assembly-renewed", "seat-vacated"),
    },
}
KINDS = {name: cls.KIND for name, cls in DECISIONS.items() if hasattr(cls, "KIND")}


def test_every_kind_of_decision_is_declared() -> None:
    assert DECISIONS.keys() - KINDS.keys() == set()
    assert {*map(type, KINDS.values())} == {DecisionKind}


def test_no_two_kinds_have_one_label() -> None:
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)


def test_what_is_declared_is_no_field() -> None:
    assert [n for n, cls in DECISIONS.items() if "KIND" in cls.__struct_fields__] == []


def test_each_subject_is_borne_on_by_its_kinds_and_no_others() -> None:
    found = {one: {*map(name_of, bearing_on(one))} for one in Subject}
    assert found == BEARING


def test_each_kind_has_effect_since_the_day_the_specification_says() -> None:
    usual = (OfAct.IN_FORCE,)
    found = {name: kind.effect_from for name, kind in KINDS.items()}
    assert {name: day for name, day in found.items() if day != usual} == EFFECTS


def test_each_kind_is_voted_under_its_question() -> None:
    wrong = {
        name: kind.voted_as
        for name, kind in KINDS.items()
        if kind.voted_as
        != ((QUESTIONS[name],) if name in QUESTIONS else ("ordinary", "accounts"))
    }
    assert wrong == {}


def test_what_holds_by_itself_or_only_prepares_is_told() -> None:
    found = {
        character: {name for name, kind in KINDS.items() if kind.character is character}
        for character in CHARACTERS
    }
    assert found == CHARACTERS


def test_a_day_is_read_in_a_field_that_holds_one() -> None:
    wrong = [
        (name, reading)
        for name, kind in KINDS.items()
        for reading in kind.effect_from
        if not fits(reading, fields_of(name))
    ]
    assert wrong == []


def fields_of(name: str) -> dict[str, Any]:
    """Tell the type of each field, without the None of what may be left out."""
    cls = DECISIONS[name]
    hints = hints_of(cls)
    found = {}
    for field in msgspec.structs.fields(cls):
        hint = hints[field.encode_name]
        arms = [arm for arm in get_args(hint) if arm is not NoneType]
        found[field.name] = arms[0] if NoneType in get_args(hint) else hint
    return found


def fits(reading: Reading, fields: dict[str, Any]) -> bool:
    match reading:
        case Named(field) | NotBefore(field):
            return fields.get(field) is date
        case SessionOf(field) | YearOf(field) | SchoolYearOf(field):
            return field in fields
        case OfAct():
            return True

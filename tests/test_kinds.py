"""What each kind of decision declares is what the specification says of it.

The tables are written out again, by the names people use; who may take what stands in
`test_authorities.py`.
"""

from datetime import date
from typing import Any

import msgspec

from ledger.acts.fields import Document
from ledger.acts.shapes import arms_of, hints_of, meaning_of, structs_in
from ledger.events.catalogue import DECISIONS, Decision, bearing_on
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
from ledger.events.registration import ActRegistered
from ledger.institutions import Person
from ledger.statutes import Rules
from ledger.votes import Tally, Vote

MEMBERSHIP = {
    *("adhesion-requested", "adhesion-approved", "competence-transfer-requested"),
    *("competence-transferred", "competence-resumption-requested"),
    *("competence-resumed", "withdrawal-requested", "withdrawal-approved"),
    *("identity-changed", "members-merged", "associate-admitted", "associate-left"),
    *("competence-substituted", "institution-ended", "institution-known"),
}
CORRECTIONS = {
    *("act-transmitted", "act-published", "act-dated", "act-rectified"),
    *("act-annulled", "act-revoked", "act-repealed", "act-suspended"),
    "act-struck",
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
        *("associate-admitted", "competence-substituted", "institution-known"),
    },
    Subject.ANNEXES: FRAME | MEMBERSHIP | CORRECTIONS,
    Subject.VOTES: FRAME | MEMBERSHIP | CORRECTIONS | SEATS,
}

EFFECTS: dict[str, tuple[Reading, ...]] = {
    "syndicate-dissolved": (Named("on"),),
    "identity-changed": (Named("from_"),),
    "members-merged": (Named("from_"),),
    "competence-substituted": (Named("from_"),),
    "institution-ended": (Named("on"),),
    "institution-known": (Named("from_"), OfAct.IN_FORCE),
    "competence-resumed": (Named("effect"), OfAct.IN_FORCE),
    "withdrawal-approved": (Named("effect"), OfAct.IN_FORCE),
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
    "challenge-received": (Named("on"),),
    "challenge-closed": (Named("on"),),
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
        *("service-delivered", "challenge-received", "challenge-closed"),
    },
    Character.STATES: {
        *("pupils-counted", "contribution-called", "payment-received"),
        *("price-quoted", "identity-changed", "assembly-renewed", "seat-vacated"),
        "institution-known",
    },
}
KINDS = {name: cls.KIND for name, cls in DECISIONS.items() if hasattr(cls, "KIND")}

EXPLAINED: set[type[msgspec.Struct]] = {
    *structs_in(Decision | ActRegistered | Vote)
} - {Document, Person, Tally, *structs_in(Rules)}
"""A document, a person, a count and the rules are asked for as one value each."""


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


def fields_of(name: str) -> dict[str, list[Any]]:
    """Tell what each field may be, by the name it has in the code."""
    cls = DECISIONS[name]
    hints = hints_of(cls)
    fields = msgspec.structs.fields(cls)
    return {field.name: arms_of(hints[field.encode_name]) for field in fields}


def fits(reading: Reading, fields: dict[str, list[Any]]) -> bool:
    match reading:
        case Named(field) | NotBefore(field):
            return fields.get(field) == [date]
        case SessionOf(field) | YearOf(field) | SchoolYearOf(field):
            return field in fields
        case OfAct():
            return True


# ------------------------------------------------------------------- the fields
def test_every_field_of_an_act_has_a_label_and_a_meaning() -> None:
    nameless = [
        (cls.__name__, name)
        for cls in EXPLAINED
        for name, hint in hints_of(cls).items()
        if not ((said := meaning_of(hint)) and said.title and said.description)
    ]
    assert nameless == []


def test_no_two_fields_of_a_struct_have_one_label() -> None:
    twice = [
        cls.__name__
        for cls in EXPLAINED
        if len({*titles(cls)}) < len(cls.__struct_fields__)
    ]
    assert twice == []


def titles(cls: type[msgspec.Struct]) -> list[str | None]:
    said = map(meaning_of, hints_of(cls).values())
    return [one.title for one in said if one is not None]

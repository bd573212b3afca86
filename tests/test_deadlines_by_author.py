"""Whose acts have which deadlines, and by which text? The author tells."""

from typing import get_args

import pytest

from ledger.terms import Kind
from tests.acts import (
    COMMITTEE,
    COURT,
    FIBRE,
    PREFECTURE,
    Plain,
    act,
    complete,
    creation,
    learned,
    request,
)
from tests.committee import NORD, REGION
from tests.spec import given
from tests.test_deadlines import ADOPTED, asked, matter, of


@pytest.mark.parametrize(
    ("authority", "article"),
    [
        (COMMITTEE, "CGCT L.5721-4, L.3132-1"),
        ("bureau", "CGCT L.5721-4, L.3132-1"),
        ("president", "CGCT L.5721-4, L.3132-1"),
        ("avelin", "CGCT L.2131-6"),
        ("cc-fictive", "CGCT L.5211-3, L.2131-6"),
        (NORD, "CGCT L.3132-1"),
        (REGION, "CGCT L.4142-1"),
        ("nobody-knows", "CGCT L.2131-6, L.3132-1, L.4142-1"),
    ],
)
def test_the_prefect_s_text_follows_from_the_author(
    authority: str, article: str
) -> None:
    joiners = [
        request("avelin", "0"),
        request("cc-fictive", "0", applicant={"kind": "epci"}),
    ]
    founders = creation((REGION, [FIBRE]))
    nord = learned(
        *("0", "associate-admitted"),
        institution={"id": NORD, "name": NORD, "kind": "departement"},
    )
    history = given(founders, nord, *joiners, matter(f"{authority}/1"))
    found = of(f"{authority}/1", asked(history, "2021-06-01"))["defere"]
    assert found.article == article
    is_institution = authority not in {COMMITTEE, "bureau", "president"}
    assert found.member == (authority if is_institution else None)


def known_as(kind: str) -> Plain:
    """Let the secretariat know an institution of a kind."""
    return learned(
        "0", "institution-known", institution={"id": "qui", "name": "Qui", "kind": kind}
    )


@pytest.mark.parametrize("kind", get_args(Kind))
def test_whatever_an_author_is_its_deadlines_are_told(kind: str) -> None:
    """Under no control of legality, the prefect refers nothing; a private body errs."""
    published = [{"on": "2021-05-26", "mode": "web"}]
    history = given(known_as(kind), matter("qui/1", published=published))
    found = of("qui/1", asked(history, "2021-06-01", is_all=True))
    told = {"private": [], "public": ["appeal", "revocation"]}
    told["state"] = told["public"]
    assert sorted(found) == told.get(kind, ["appeal", "defere", "revocation"])
    if kind == "syndicat":
        assert found["defere"].article == "CGCT L.5211-3, L.2131-6"
    if "appeal" in found:
        assert str(found["appeal"].last_day) == "2021-07-27"


def test_the_prefect_refers_no_order_of_its_own() -> None:
    history = given(matter(f"{PREFECTURE}/1"))
    found = of(f"{PREFECTURE}/1", asked(history, "2021-06-01", is_all=True))
    assert list(found) == ["appeal", "revocation"]


@pytest.mark.parametrize("authority", [COURT, "college-nord", "secretariat"])
def test_rulings_elections_and_notes_have_no_such_deadline(authority: str) -> None:
    history = given(matter(f"{authority}/1"))
    assert asked(history, "2021-06-01", is_all=True).deadlines == ()


def test_a_convocation_decides_nothing() -> None:
    convened = {
        "type": "session-convened",
        "session": "comite-syndical/2021-05-03",
        "body": COMMITTEE,
        "sent_on": ADOPTED,
        "held_on": "2021-05-03",
    }
    history = given(act("president/1", convened, **complete(ADOPTED)))
    assert asked(history, "2021-05-01", is_all=True).deadlines == ()

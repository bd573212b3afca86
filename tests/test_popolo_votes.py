"""Votes as Popolo: who chose what, how many did, how it went."""

from typing import Any

import pytest

from projections.timelines.world import World
from tests.acts import COMMITTEE, act
from tests.committee import founded
from tests.popolo_document import Document, document, examples_world
from tests.spec import given as recorded


@pytest.fixture(scope="module")
def examples() -> World:
    """Read the examples, once."""
    return examples_world()


def voted(vote: Any, **said: Any) -> Document:
    """Let the committee vote on an act, and find the vote event."""
    fields = {"adopted_on": "2024-02-12", "title": "Objet", "vote": vote} | said
    history = recorded(*founded(), act(f"{COMMITTEE}/1", **fields))
    found = document(history.world())
    [event], [motion] = found["vote_events"], found["motions"]
    assert motion["text"] == "Objet"
    assert motion["result"] == event["result"]
    return event  # type: ignore[no-any-return]


def test_a_vote_by_name_tells_who_chose_what_and_how_many() -> None:
    event = voted(
        {
            "question": "ordinary",
            "for": ["Anne Aubel", "Bea Brun"],
            "against": ["Carl Cros"],
            "recused": ["Dora Dhe"],
        }
    )
    assert event["result"] == "pass"
    assert event["counts"] == [
        {"option": "yes", "value": 2},
        {"option": "no", "value": 1},
        {"option": "abstain", "value": 0},
        {"option": "not voting", "value": 1},
    ]
    assert [(one["voter_id"], one["option"]) for one in event["votes"]] == [
        ("anne-aubel", "yes"),
        ("bea-brun", "yes"),
        ("carl-cros", "no"),
        ("dora-dhe", "not voting"),
    ]


def test_a_vote_by_number_has_counts_only() -> None:
    event = voted({"for": 9, "against": 12, "outcome": "rejected"})
    assert event["result"] == "fail"
    assert [one["value"] for one in event["counts"]] == [9, 12, 0]
    assert "votes" not in event


def test_unanimity_counts_nobody() -> None:
    event = voted("unanimous")
    assert event["result"] == "pass"
    assert "counts" not in event


def test_a_vote_names_its_session_where_it_was_convened(examples: World) -> None:
    found = document(examples)
    held = {one["id"]: one for one in found["events"]}
    of_committee = [
        one for one in found["vote_events"] if one["organization_id"] == COMMITTEE
    ]
    named = [one for one in of_committee if "legislative_session_id" in one]
    assert len(named) > 50
    for one in named:
        session = held[one["legislative_session_id"]]
        assert session["start_date"] == one["start_date"]
        assert session["organization_id"] == COMMITTEE

"""Any act, written as YAML and as JSON, comes back out of the ledger as it went in."""

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commands.candidates import gather
from ledger.acts.act import Act, events_of
from ledger.acts.fields import Irregularity
from ledger.events.catalogue import DECISIONS, EVENTS
from ledger.events.event import stored_name_of
from ledger.events.registration import ActRegistered
from ledger.mapper import entries_from
from ledger.storage.recorder import SQLRecorder
from tests.shell import done, log
from tests.spec import new_ledger
from tests.strategies import acts, values, written

QUICK = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def recorder() -> Iterator[SQLRecorder]:
    """Keep one ledger for all the acts."""
    with new_ledger() as recorder:
        yield recorder


def exactly(event: object) -> bytes:
    """Show an event so that 1.30 is not 1.3, and the order of a mapping is nothing."""
    return msgspec.json.encode(event, order="deterministic")


def files_of(folder: str, acts: list[Act]) -> tuple[Path, Path]:
    """Write acts twice, as PyYAML and the standard library write them."""
    plain = [written(act) for act in acts]
    as_yaml, as_json = Path(folder, "acts.yaml"), Path(folder, "acts.json")
    as_yaml.write_text(yaml.safe_dump(plain, sort_keys=False), encoding="utf-8")
    as_json.write_text(json.dumps(plain, default=str), encoding="utf-8")
    return as_yaml, as_json


@QUICK
@given(st.lists(acts(), max_size=3))
def test_any_act_comes_back_as_it_was_written(
    recorder: SQLRecorder, asked: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for file in files_of(folder, asked):
            gathered = gather([file])
            assert not gathered.all_problems()
            assert [candidate.act for candidate in gathered.candidates] == asked
            head = recorder.head()
            events = [event for one in gathered.candidates for event in one.stored]
            if events:
                recorder.append(events)
            entries = list(entries_from(recorder.entries(after=head)))
            expected = [event for act in asked for event in events_of(act)]
            assert [entry.event for entry in entries] == expected
            # Equal prices may be written differently; they come back as written.
            assert [exactly(entry.event) for entry in entries] == list(
                map(exactly, expected)
            )


@pytest.mark.parametrize("name", DECISIONS)
def test_every_kind_of_decision_can_be_made_from_its_type(name: str) -> None:
    """So that the property above leaves none out."""

    @settings(max_examples=3, deadline=None, database=None, derandomize=True)
    @given(values(DECISIONS[name]))
    def make(decision: object) -> None:
        assert type(decision) is DECISIONS[name]

    make()


# ------------------------------------------------------------------- at the terminal
LAWFUL = (
    *("conditions-adopted", "powers-delegated", "officer-elected", "tariff-voted"),
    *("budget-voted", "convention-approved", "matter-decided"),
)
"""What the committee may decide of its own, about nobody in particular."""


ANY_NAMES = tuple(
    Irregularity(rule=rule, reason="Noms tirés au sort (fictif)")
    for rule in ("text.damaged", "name.characters", "statutes.names")
)
"""Names drawn at random are not as people bear them."""


def lawful(registered: ActRegistered) -> ActRegistered:
    """Let an act be the committee's, adopted before all else that happens to it."""
    reference = f"comite-syndical/{registered.act.partition('/')[2]}"
    adopted_on = registered.adopted_on and date(1899, 1, 1)
    return msgspec.structs.replace(
        registered,
        act=reference,
        adopted_on=adopted_on,
        convened_on=None,
        prefecture_id=None,
        documents=(),
        irregular=ANY_NAMES,
    )


def without_vote(act: Act) -> Act:
    """Leave out the vote: what was asked would have to fit every decision."""
    return msgspec.structs.replace(act, vote=None)


@settings(QUICK, max_examples=15)
@given(acts(LAWFUL, lawful).map(without_vote))
def test_a_lawful_act_is_imported_and_logged_as_it_was_written(asked: Act) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder, "ledger.db")
        as_yaml, as_json = files_of(folder, [asked])
        done("--ledger", ledger, "import", as_yaml)
        again = done("--ledger", ledger, "import", as_json)
        assert again.startswith("Nothing new to record.")
        entries = log(ledger)
    assert {entry["act"] for entry in entries} == {asked.reference}
    events = [
        msgspec.convert(
            {"type": stored_name_of(EVENTS[entry["type"]]), **entry["data"]},
            EVENTS[entry["type"]],
            strict=False,
        )
        for entry in entries
    ]
    assert events == events_of(asked)

"""What was written once is read for ever: one line of JSON for each stored type.

`golden/events.jsonl` is never edited, only added to.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ledger.events.catalogue import EVENTS
from ledger.events.event import stored_name_of
from ledger.mapper import Entry, from_stored, to_stored
from ledger.storage.entry import StoredEntry
from ledger.unfit import UnknownStoredTypeError, UnreadableEntryError
from tests.acts import act, decision
from tests.spec import new_ledger, run

GOLDEN = Path(__file__).parent / "golden" / "events.jsonl"
LINES = GOLDEN.read_text(encoding="utf-8").splitlines()

DEFAULTS: dict[tuple[str, str], Any] = {
    ("ActRegistered", "nature"): "DE",
    ("ActRegistered", "published"): (),
    ("ActRegistered", "documents"): (),
    ("ActRegistered", "irregular"): (),
    ("SeatVacated", "seat"): "delegate",
    ("SessionConvened", "agenda"): (),
    ("AttendanceRecorded", "proxies"): {},
    ("AttendanceRecorded", "arrived"): {},
    ("AttendanceRecorded", "left"): {},
    ("AttendanceRecorded", "order"): (),
    ("TariffVoted", "headcount"): "previous",
    ("TariffVoted", "prorata"): "none",
    ("TariffLine", "optional"): False,
    ("QuotedLine", "optional"): False,
    ("Founder", "competences"): (),
    ("Vote", "for_"): (),
    ("Vote", "against"): (),
    ("Vote", "abstentions"): (),
    ("Vote", "recused"): (),
    ("Vote", "recused_as_representatives"): (),
    ("Tally", "for_"): 0,
    ("Tally", "against"): 0,
    ("Tally", "abstentions"): 0,
}
"""What a field that is not written means, for ever; all others: nothing is known."""


def stored(data: str, name: str = "", tags: str = '["act:x/1"]') -> StoredEntry:
    name = name or msgspec.json.decode(data)["type"]
    return StoredEntry(1, "2026-01-31T12:00:00.000000Z", "clerk", name, tags, data)


def read(line: str) -> Entry:
    return from_stored(stored(line))


def parts_of(value: Any) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        value = [getattr(value, name) for name in value.__struct_fields__]
    if isinstance(value, tuple | list):
        for item in value:
            yield from parts_of(item)


def test_every_type_has_a_specimen() -> None:
    specimens = {msgspec.json.decode(line)["type"] for line in LINES}
    assert specimens == set(map(stored_name_of, EVENTS.values()))


def test_a_specimen_is_read_and_written_again_to_the_byte() -> None:
    again = [to_stored(read(line).event, "x/1").data.decode() for line in LINES]
    assert again == LINES


def test_the_specimens_hold_every_field_there_is() -> None:
    parts = [part for line in LINES for part in parts_of(read(line).event)]
    fields = {(type(part), name) for part in parts for name in part.__struct_fields__}
    written = {
        (type(part), name)
        for part in parts
        for name in part.__struct_fields__
        if getattr(part, name) != default_of(part, name)
        or name in required_of(type(part))
    }
    assert fields == written


def test_a_field_left_out_has_its_meaning_for_ever() -> None:
    for cls in {type(part) for line in LINES for part in parts_of(read(line).event)}:
        required = required_of(cls)
        for field in msgspec.structs.fields(cls):
            if field.name not in required:
                expected = DEFAULTS.get((cls.__name__, field.name))
                is_made = field.default is msgspec.NODEFAULT
                found = field.default_factory() if is_made else field.default
                assert found == expected, (cls, field.name)


def test_a_specimen_with_the_fewest_fields_says_nothing_more() -> None:
    for line in LINES:
        written = msgspec.json.decode(line)
        event = read(line).event
        for field in msgspec.structs.fields(event):
            if field.encode_name not in written:
                assert getattr(event, field.name) == default_of(event, field.name)


def required_of(cls: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(cls) if field.required}


def default_of(part: msgspec.Struct, name: str) -> Any:
    return DEFAULTS.get((type(part).__name__, name))


# ------------------------------------------------------------------- the rows
REGISTERED = (
    '{"type":"act-registered.v1","act":"bourg/2024-1","adopted_on":"2024-02-12"}'
)
VOTE_CAST = '{"type":"assembly-vote-cast.v1","vote":{"for":23}}'
REQUESTED = (
    '{"type":"adhesion-requested.v1","applicant":{"name":"Commune de « Bourg »",'
    '"kind":"commune"},"competences":["numerique-educatif"]}'
)
DESIGNATED = '{"type":"delegate-designated.v1","person":"Hélène Fictive"}'
COUNTED = '{"type":"pupils-counted.v1","school_year":"2023-2024","pupils":155}'
BOURG = '["act:bourg/2024-1","member:bourg"]'
BOURG_AND_HELENE = '["act:bourg/2024-1","member:bourg","person:helene-fictive"]'


def test_a_small_act_is_stored_as_these_texts() -> None:
    """Never edit them: they are what has been hashed."""
    applicant = {"name": "Commune de « Bourg »", "kind": "commune"}
    competences = ["numerique-educatif"]
    small = act(
        "bourg/2024-1",
        decision("adhesion-requested", competences=competences, applicant=applicant),
        decision("delegate-designated", person="Hélène Fictive"),
        decision("pupils-counted", pupils="155", school_year="2023-2024"),
        vote={"for": "23"},
        adopted_on="2024-02-12",
        edition="1",
    )
    with new_ledger() as recorder:
        run(recorder, [small])
        texts = [(row.type, row.tags, row.data) for row in recorder.entries()]
    assert texts == [
        ("act-registered.v1", BOURG, REGISTERED),
        ("assembly-vote-cast.v1", BOURG, VOTE_CAST),
        ("adhesion-requested.v1", BOURG, REQUESTED),
        ("delegate-designated.v1", BOURG_AND_HELENE, DESIGNATED),
        ("pupils-counted.v1", BOURG, COUNTED),
    ]


TAGS = [
    ("syndicate-created.v1", ["member:bourg-fictif"]),
    ("members-merged.v1", ["member:bourg-fictif", "member:val-fictif"]),
    (
        "competence-substituted.v1",
        ["member:ca-fictive", "member:bourg-fictif", "member:val-fictif"],
    ),
    ("institution-known.v1", ["member:bourg-fictif"]),
    ("associate-admitted.v1", ["member:bourg-fictif"]),
    ("adhesion-approved.v1", ["member:bourg-fictif"]),
    ("subsidy-granted.v1", ["member:bourg-fictif", "member:departement-du-nord"]),
    ("officer-elected.v1", ["person:ada-fictive", "person:basile-fictif"]),
    ("session-convened.v1", ["session:comite-syndical/2024-06-20"]),
    ("act-annulled.v1", ["target:bourg-fictif/2024-1"]),
    ("matter-decided.v1", []),
]


@pytest.mark.parametrize(("name", "tags"), TAGS)
def test_an_entry_is_found_by_whom_and_what_it_concerns(
    name: str, tags: list[str]
) -> None:
    line = next(line for line in LINES if f'"{name}"' in line)
    written = to_stored(read(line).event, "comite-syndical/1").tags
    assert written == ["act:comite-syndical/1", *tags]


# ------------------------------------------------------------------- what is unknown
def test_a_type_that_is_not_known_is_an_error() -> None:
    with pytest.raises(UnknownStoredTypeError, match=r"#1 .*matter-decided\.v2"):
        from_stored(stored('{"type":"matter-decided.v2","subject":"x"}'))


@pytest.mark.parametrize(
    "entry",
    [
        stored('{"type":"matter-decided.v1","subject":"x","more":1}'),
        stored('{"type":"matter-decided.v1"}'),
        stored("{}", "matter-decided.v1"),
        stored("not JSON", "matter-decided.v1"),
        stored("\udcff", "matter-decided.v1"),
        stored('{"type":"matter-decided.v1","subject":"x"}', "tariff-voted.v1"),
        stored('{"type":"matter-decided.v1","subject":"x"}', tags="[]"),
        stored('{"type":"matter-decided.v1","subject":"x"}', tags="no tags"),
    ],
)
def test_an_entry_that_does_not_fit_its_type_is_an_error(entry: StoredEntry) -> None:
    with pytest.raises(UnreadableEntryError, match="Entry #1"):
        from_stored(entry)

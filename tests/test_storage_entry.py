"""The hashed form of an entry is fixed for ever."""

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ledger.storage.entry import StoredEntry, hashed_form

ENTRY = StoredEntry(
    position=42,
    recorded_at="2026-01-31T12:00:00.000001Z",
    recorded_by="Zoé",
    type="member-joined.v1",
    tags='["member:saint-étienne","act:1"]',
    data='{"note":"«oui»\\n","n":1}',
)

# Never edit this: it is what has been hashed.
GOLDEN = (
    '[42,"2026-01-31T12:00:00.000001Z","Zoé","member-joined.v1",'
    '"[\\"member:saint-étienne\\",\\"act:1\\"]",'
    '"{\\"note\\":\\"«oui»\\\\n\\",\\"n\\":1}"]'
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_the_hashed_form_is_this_to_the_byte() -> None:
    assert hashed_form(ENTRY) == GOLDEN.encode()


def test_any_program_that_writes_plain_json_finds_the_same_bytes() -> None:
    hard = "".join(map(chr, range(0x100))) + '\u2028\u2029\ufeff😀\\"/'
    entry = msgspec.structs.replace(ENTRY, recorded_by=hard, data=hard, tags=hard)
    assert hashed_form(entry) == as_plain_json(entry)


@given(st.builds(StoredEntry, st.integers(1, 2**53), *[TEXTS] * 5))
def test_so_it_does_whatever_the_texts(entry: StoredEntry) -> None:
    assert hashed_form(entry) == as_plain_json(entry)


def as_plain_json(entry: StoredEntry) -> bytes:
    fields = [*msgspec.structs.astuple(entry)]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()

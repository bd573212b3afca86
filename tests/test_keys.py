"""Signed notes and keys: as other programs write them, and nothing that is not so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.proof.checkpoint import (
    Checkpoint,
    MalformedCheckpointError,
    checkpoint_of,
)
from ledger.proof.keys import (
    SigningKey,
    Verdict,
    WrongKeyError,
    new_key,
    read_public_key,
    read_signing_key,
)
from ledger.proof.note import MalformedNoteError, Note, read_note

# The key and the note with which the signed notes of Go's sumdb are documented.
PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PUBLISHED_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
    "KvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)

# Secrets everybody knows: good for tests only.
KEY = SigningKey("registre.example/fictif", bytes(range(32)))
WITNESS = SigningKey("mairie.example/fictif", bytes(range(32, 64)))
CHECKPOINT = Checkpoint(KEY.name, 1085, bytes(range(32)))


def sealed() -> Note:
    text = str(CHECKPOINT)
    return Note(text, (KEY.sign(text), WITNESS.cosign(text, time=1_767_225_600)))


def verdicts(note: Note, key: str) -> list[Verdict]:
    return [read_public_key(key).judges(note, one) for one in note.signatures]


def test_a_note_that_others_published_is_verified() -> None:
    note = read_note(PUBLISHED_NOTE)
    assert verdicts(note, PUBLISHED_KEY) == [Verdict.GOOD]
    assert str(note) == PUBLISHED_NOTE


def test_a_note_says_who_signed_and_who_cosigned() -> None:
    note = read_note(str(sealed()))
    assert note == sealed()
    assert checkpoint_of(note) == CHECKPOINT
    assert verdicts(note, str(KEY.public)) == [Verdict.GOOD, Verdict.ANOTHER_KEY]
    assert verdicts(note, str(WITNESS.public)) == [Verdict.ANOTHER_KEY, Verdict.GOOD]
    namesake = new_key(KEY.name)
    assert verdicts(note, str(namesake.public)) == [Verdict.ANOTHER_KEY] * 2


@given(st.data())
def test_no_byte_of_a_note_can_be_changed_unseen(data: st.DataObject) -> None:
    written = str(sealed()).encode()
    place = data.draw(st.integers(0, len(written) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = bytearray(written)
    changed[place] ^= 1 << bit
    keys = (KEY.public, WITNESS.public)
    try:
        note = read_note(changed.decode())
        checkpoint_of(note)
    except (UnicodeDecodeError, MalformedNoteError, MalformedCheckpointError):
        return
    good = [
        any(key.judges(note, one) is Verdict.GOOD for one in note.signatures)
        for key in keys
    ]
    assert not all(good)


def test_a_cosignature_holds_for_its_time_only() -> None:
    note = sealed()
    line = note.signatures[1]
    later = (1_767_225_601).to_bytes(8) + line.signed[8:]
    moved = Note(note.text, (type(line)(line.name, line.key_id, later),))
    assert verdicts(moved, str(WITNESS.public)) == [Verdict.BAD]


def test_keys_are_read_as_they_were_written() -> None:
    assert read_signing_key(f"{KEY}\n") == KEY
    assert read_public_key(f"{KEY.public}\n") == KEY.public
    assert KEY.secret.hex() not in repr(KEY)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "registre",
        "a+b",
        str(KEY),
        str(KEY.public).replace("registre", "register"),
        str(KEY.public)[:-4],
        f"{KEY.public}=",
        "re gistre+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ],
)
def test_what_is_no_public_key_is_refused(written: str) -> None:
    with pytest.raises(WrongKeyError):
        read_public_key(written)


@pytest.mark.parametrize(
    "written", ["", str(KEY.public), str(KEY)[:-8], str(KEY).replace("fictif", "x")]
)
def test_what_is_no_signing_key_is_refused_and_not_shown(written: str) -> None:
    with pytest.raises(WrongKeyError) as caught:
        read_signing_key(written)
    assert not written or written not in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "two words",
        "a+b",
        "a\nb",
        "a\x01b",
        "a\x7fb",
        "a\x85b",
        "a\u200bb",
        "a\ud800",
    ],
)
def test_a_key_s_name_is_one_word_without_a_plus(name: str) -> None:
    with pytest.raises(WrongKeyError):
        new_key(name)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "text\n",
        "\n\n— a QUJDREVG\n",
        "text\n\n",
        "text\n\n— a QUJDREVG",
        "text\n\n- a QUJDREVG\n",
        "text\n\n— a b QUJDREVG\n",
        "text\n\n— a+b QUJDREVG\n",
        "text\n\n— a QUJDREV\n",
        "text\n\n— a QUJD\n",
        "te\x00xt\n\n— a QUJDREVG\n",
        "te\x7fxt\n\n— a QUJDREVG\n",
    ],
)
def test_what_is_no_note_is_refused(written: str) -> None:
    with pytest.raises(MalformedNoteError):
        read_note(written)


@pytest.mark.parametrize(
    "text",
    [
        "a\n1\n",
        "a\n1\nAAAA\n",
        "a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\nmany\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(MalformedCheckpointError):
        checkpoint_of(Note(text, (KEY.sign(text),)))


@pytest.mark.parametrize("name", ["a\x01b", "a\x7fb", "a\u200bb"])
def test_a_key_whose_name_holds_what_nobody_sees_signs_nothing(name: str) -> None:
    with pytest.raises(WrongKeyError, match="marks that cannot be seen"):
        read_signing_key(str(SigningKey(name, KEY.secret)))


def test_a_checkpoint_is_signed_in_the_name_it_begins_with() -> None:
    text = str(CHECKPOINT)
    others = Note(text, (WITNESS.cosign(text, time=1),))
    with pytest.raises(MalformedCheckpointError, match="in the name of its first line"):
        checkpoint_of(others)


def test_line_ends_changed_under_way_are_said() -> None:
    changed = str(sealed()).replace("\n", "\r\n")
    with pytest.raises(MalformedNoteError, match=r"line ends were changed.*CRLF"):
        read_note(changed)


def test_spaces_at_line_ends_are_said() -> None:
    changed = str(sealed()).replace("\n", " \n")
    with pytest.raises(MalformedNoteError, match="spaces stand at the ends of its"):
        read_note(changed)

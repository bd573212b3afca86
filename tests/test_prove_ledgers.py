"""What is written always follows again, whatever the ledger holds."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.checking_proof import check_proof
from commands.proving import prove_answer
from ledger.events.committee import MatterDecided
from ledger.events.registration import ActRegistered
from ledger.mapper import to_stored
from ledger.proof.keys import PublicKey, read_public_key
from ledger.storage.opening import create_ledger, open_ledger
from ledger.storage.recorder import SQLRecorder
from ledger.storage.sealed import SealedLedger
from projections.proven.query_text import read_question
from projections.register.portrait import UnknownInstitutionError
from projections.whys.questions import UnknownActError
from tests.proofs import Sealed, faults, proof, read, sealed_copy, sealed_real, verified
from tests.shell import smo
from tests.tampering import unguarded

CHERENG = "chereng/2024-1-1"
NOT_KNOWN = (UnknownInstitutionError, UnknownActError)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_real(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def key(sealed: Sealed) -> PublicKey:
    return read_public_key(sealed.public_key.read_text())


# ------------------------------------------------------------------- odd ledgers
def test_whoever_recorded_is_written_so_that_every_mark_is_kept(
    tmp_path: Path,
) -> None:
    name = 'a\nb\r\u2028\u0085\x07 | "é\\ end'
    engine = create_ledger(str(tmp_path / "odd.db"))
    said: list[ActRegistered | MatterDecided] = [
        ActRegistered(act="bureau/1"),
        MatterDecided(subject="one\n| two"),
    ]
    SQLRecorder(engine, author=name).append(
        [to_stored(event, "bureau/1") for event in said]
    )
    engine.dispose()
    (tmp_path / "sealed").mkdir()
    odd = sealed_copy(tmp_path / "odd.db", tmp_path / "sealed")
    text = proof(odd, "bureau/1")
    assert {one.entry.recorded_by for one in read(text).entries} == {name}
    code, found = verified(tmp_path, text, "--public-key", odd.public_key)
    assert (code, found["entries"][1]["data"]) == (0, {"subject": "one\n| two"})


def test_the_only_entry_of_a_ledger_is_proven_by_no_hash(tmp_path: Path) -> None:
    engine = create_ledger(str(tmp_path / "one.db"))
    only = to_stored(ActRegistered(act="bureau/1"), "bureau/1")
    SQLRecorder(engine, author="clerk").append([only])
    engine.dispose()
    (tmp_path / "sealed").mkdir()
    text = proof(sealed_copy(tmp_path / "one.db", tmp_path / "sealed"), "bureau/1")
    assert "\nproof\n" in text
    assert faults(text) == set()


def test_a_ledger_that_was_touched_since_its_seal_proves_nothing(
    sealed: Sealed, tmp_path: Path
) -> None:
    place = tmp_path / "touched.db"
    shutil.copy(sealed.place, place)
    engine = open_ledger(str(place))
    with unguarded(engine) as connection:
        connection.exec_driver_sql(
            "UPDATE entries SET recorded_by = 'nobody' WHERE type LIKE 'adhesion%'"
        )
    engine.dispose()
    result = smo("--ledger", place, "prove", CHERENG)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "does not fit its checkpoint" in result.stderr


# ------------------------------------------------------------------- every question
REAL_QUESTIONS = [
    *("annex 1", "annex 2", "roster comite-syndical", "roster bureau"),
    *("member hem", "member villeneuve-d-ascq", "contributions 2024"),
    *("contributions 2024 --member hem", "why regime", "why seat comite-syndical"),
    *("why member chereng", "why pending hem", f"why executory {CHERENG}"),
    *("why vote comite-syndical/2023-18", "why vacancy region-hauts-de-france"),
]
LAST_ACTS = 34
"""By then every institution and act that is asked about is known."""


@settings(derandomize=True, deadline=None, max_examples=120)
@given(data=st.data())
def test_what_is_written_always_follows_again(
    data: st.DataObject, sealed: Sealed, key: PublicKey
) -> None:
    words, option, limit = data.draw(st.sampled_from(REAL_QUESTIONS)).partition(" --")
    day = data.draw(st.dates(date(2013, 1, 1), date(2026, 1, 1)))
    engine = open_ledger(str(sealed.place))
    ledger = SealedLedger(engine)
    known_at = data.draw(st.integers(1, ledger.recorder.head()))
    asked = read_question(f"{words} --at {day}{option}{limit}")
    try:
        made = prove_answer(ledger, asked, f"#{known_at}")
    except NOT_KNOWN:
        assert known_at < LAST_ACTS, "all that is asked about is known by then"
    else:
        assert str(read(made.text)) == made.text
        assert check_proof(made.text, key).verdict.holds
    finally:
        engine.dispose()

"""`smo roster` and `smo member`, as people and scripts ask."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.acts import write
from tests.committee import (
    COLLEGE_NORD,
    all_seated,
    designates,
    elects,
    founded,
    renews,
)
from tests.shell import done, smo

NORD_THREE = all_seated("avelin beuvry carvin", "2020-03-02")
PDC_TWO = all_seated("xaffevillers ypreville", "2021-03-01", department="62")
ACTS = [
    *founded(),
    *NORD_THREE,
    *PDC_TWO,
    elects(COLLEGE_NORD, "2021-04-05", "d-avelin"),
    designates("beuvry", "Ada Lestrem", "2022-06-01"),
    renews("carvin", "2022-07-03"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the acts once; no test here records anything."""
    folder = tmp_path_factory.mktemp("rosters")
    file = write(folder / "acts.yaml", ACTS)
    place = folder / "ledger.db"
    done("--ledger", place, "import", file)
    return place


# ------------------------------------------------------------------- rosters
def test_who_sat_in_the_nord_college_in_2022(ledger: Path) -> None:
    shown = done("--ledger", ledger, "roster", "nord", "--in", "2022")
    assert "Nord college – 1 Jan 2022 to 31 Dec 2022" in shown
    for expected in [
        *("d-avelin", "d-beuvry", "d-carvin", "Ada Lestrem"),
        *("Commune de Avelin", "1 Mar 2021", "31 May 2022", "holds over"),
        *("installation assumed", "beuvry/designe-ada-lestrem"),
    ]:
        assert expected in shown


def test_the_same_in_french(ledger: Path) -> None:
    shown = done(
        *("--lang", "fr", "--ledger", ledger, "roster", "nord", "--in", "2022")
    )
    assert "Collège" in shown
    assert "31 mai 2022" in shown
    assert "Ada Lestrem" in shown
    assert "holds over" not in shown


def test_a_roster_as_json_has_the_fields_of_the_specification(ledger: Path) -> None:
    found = json.loads(
        done("--ledger", ledger, "roster", "nord", "--at", "14/07/2022", "--json")
    )
    assert set(found) >= {
        *("body", "from", "until", "known_at", "existed", "seats", "vacancies"),
    }
    assert (found["from"], found["until"]) == ("2022-07-14", "2022-07-15")
    for seat in found["seats"]:
        assert set(seat) >= {
            *("person", "name", "member", "from", "until", "holdover", "because"),
        }
    assert [seat["holdover"] for seat in found["seats"]] == [False, False, True]


def test_a_roster_as_csv_is_one_header_and_data(ledger: Path) -> None:
    text = done("--ledger", ledger, "roster", "nord", "--in", "2022", "--format", "csv")
    header, *lines = csv.reader(io.StringIO(text))
    assert header[:3] == ["person", "name", "member"]
    assert {"from", "until", "holdover", "because"} <= set(header)
    assert len(lines) == 4
    assert all(len(line) == len(header) for line in lines)


def test_a_roster_is_written_to_the_file_asked_for(
    ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "roster.csv"
    said = done(
        *("--ledger", ledger, "roster", "nord", "--at", "2022-07-14"),
        *("--format", "csv", "--output", file),
    )
    assert said == ""
    assert file.read_text().startswith("person,name,member")


def test_before_the_college_existed_it_says_when_it_began(ledger: Path) -> None:
    shown = done("--ledger", ledger, "roster", "nord", "--at", "2021-02-28")
    assert "It did not exist yet; it began on 1 Mar 2021." in shown


def test_a_college_that_never_existed_is_said_so(ledger: Path) -> None:
    shown = done("--ledger", ledger, "roster", "communal", "--at", "2022-01-01")
    assert "It has never existed, as far as is known." in shown


def test_empty_seats_are_counted_with_their_deadline(ledger: Path) -> None:
    shown = done("--ledger", ledger, "roster", "committee", "--at", "2022-01-01")
    assert "Empty seats" in shown
    assert "1 Feb 2019" in shown
    assert "a representative" in shown


def test_a_body_typed_nearly_right_gets_the_nearest(ledger: Path) -> None:
    refused = smo("--ledger", ledger, "roster", "nrod")
    assert refused.exit_code == 1
    assert "nord" in refused.stderr


def test_a_day_and_a_period_exclude_each_other(ledger: Path) -> None:
    wrong = smo(
        *("--ledger", ledger, "roster", "nord", "--at", "2022-01-01", "--in", "2022")
    )
    assert wrong.exit_code == 2


def test_a_ledger_that_does_not_exist_is_not_created(tmp_path: Path) -> None:
    place = tmp_path / "none.db"
    assert smo("--ledger", place, "roster", "nord").exit_code == 1
    assert not place.exists()


def test_a_roster_is_asked_as_of_a_position(ledger: Path) -> None:
    found = json.loads(
        done(
            *("--ledger", ledger, "roster", "nord", "--at", "2022-07-14"),
            *("--known-at", "#12", "--json"),
        )
    )
    assert found["known_at"] == "#12"
    assert found["seats"] == []


# ------------------------------------------------------------------- one member
def test_everything_about_a_member(ledger: Path) -> None:
    shown = done("--ledger", ledger, "member", "beuvry", "--at", "2022-07-14")
    for expected in [
        *("Commune de Beuvry (beuvry)", "2 Mar 2020", "31 May 2022"),
        *("Ada Lestrem", "beuvry/adhesion-2020-03-02", "Numérique éducatif"),
    ]:
        assert expected in shown


def test_a_member_as_json_has_the_fields_of_the_specification(ledger: Path) -> None:
    found = json.loads(done("--ledger", ledger, "member", "beuvry", "--json"))
    assert set(found) >= {
        *("member", "name", "kind", "department", "identifiers", "membership"),
        *("transfers", "delegates", "pending"),
    }
    assert set(found["membership"][0]) >= {"from", "until", "because"}
    assert set(found["delegates"][0]) >= {
        *("person", "name", "from", "until", "because"),
    }


def test_a_member_as_csv_is_one_header_and_its_transfers(ledger: Path) -> None:
    text = done("--ledger", ledger, "member", "beuvry", "--format", "csv")
    header, *lines = csv.reader(io.StringIO(text))
    assert header == ["competence", "from", "until", "because"]
    assert len(lines) == 1


def test_a_member_typed_nearly_right_gets_the_nearest(ledger: Path) -> None:
    refused = smo("--ledger", ledger, "member", "beuvrie")
    assert refused.exit_code == 1
    assert "beuvry" in refused.stderr


def test_a_member_in_a_period_shows_what_overlaps_it(ledger: Path) -> None:
    found = json.loads(
        done("--ledger", ledger, "member", "beuvry", "--in", "2021", "--json")
    )
    assert [one["person"] for one in found["delegates"]] == ["d-beuvry"]

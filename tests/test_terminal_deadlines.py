"""`smo deadlines`, as people and scripts ask; persons are invented."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.acts import COMMITTEE, ENT, act, request, write
from tests.committee import designates
from tests.shell import REAL, done, smo

HOSTILE = "Titre\r\nDTSTART;VALUE=DATE:19990101\u2028END:VEVENT\x07"
NAME = "Commune d'Avelin; fictive, et d'un nom si long qu'il faut plier la ligne\r\nX:1"
REFERENCE = f"{COMMITTEE}/fictif-1"
ACT = act(
    REFERENCE,
    {"type": "matter-decided", "subject": "Rien"},
    title=HOSTILE,
    adopted_on="2021-05-20",
    sent_on="2021-05-25",
    received_on="2021-05-25",
    published=[{"on": "2021-05-25", "mode": "web"}],
)
CALLED = {
    "type": "contribution-called",
    "member": "avelin",
    "year": 2021,
    "amount": "1234.50",
    "number": "T-1\nUID:1",
    "available_on": "2021-05-28",
}
ACTS = [
    request(
        "avelin",
        "fictif-1",
        ENT,
        applicant={"name": NAME},
        irregular=[{"rule": "name.characters", "reason": "un nom hostile"}],
    ),
    ACT,
    act("secretariat/fictif-1", CALLED),
]
AT = ("--at", "2021-06-01")
KINDS = ["call", "appeal", "defere", "contest", "revocation", "prescription"]


def recorded(folder: Path) -> Path:
    """Record a few acts, with texts that would begin lines of their own."""
    place = folder / "ledger.db"
    file = write(folder / "fictif.yaml", ACTS)
    done("--ledger", place, "import", file)
    return place


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the acts once."""
    return recorded(tmp_path_factory.mktemp("deadlines"))


def asked(place: Path, *options: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        done("--ledger", place, "deadlines", "--json", *options)
    )
    return found


# ------------------------------------------------------------------- for scripts
def test_deadlines_have_the_fields_of_the_specification(ledger: Path) -> None:
    found = asked(ledger, *AT)
    assert (found["at"], found["known_at"]) == ("2021-06-01", "#6")
    assert [one["kind"] for one in found["deadlines"]] == KINDS
    assert {
        "kind": "appeal",
        "act": REFERENCE,
        "member": None,
        "starts": "2021-05-25",
        "last_day": "2021-07-26",
        "open": True,
        "missing": [],
    }.items() <= found["deadlines"][1].items()
    call = found["deadlines"][0]
    assert (call["member"], call["last_day"]) == ("avelin", "2021-06-27")


def test_json_lists_what_the_table_shows_and_all_when_asked(ledger: Path) -> None:
    assert asked(ledger, *AT)["left_out"]["not-established"] == 3
    found = asked(ledger, *AT, "--all")
    assert found["left_out"] == {}
    unknown = [one for one in found["deadlines"] if one["missing"]]
    assert [(one["kind"], one["last_day"], one["open"]) for one in unknown] == [
        ("appeal", None, False),
        ("defere", None, False),
        ("revocation", None, False),
    ]


def test_deadlines_as_csv_are_one_header_and_the_lines(ledger: Path) -> None:
    text = done(*("--ledger", ledger, "deadlines", *AT, "--format", "csv", "--all"))
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    assert header[:6] == ["kind", "act", "member", "starts", "last_day", "open"]
    assert lines[1][:6] == [
        *("appeal", REFERENCE, "", "2021-05-25", "2021-07-26", "true"),
    ]
    assert lines[-1][header.index("missing")] == "adopted_on (avelin/fictif-1)"


def test_an_earlier_position_knows_less(ledger: Path) -> None:
    found = asked(ledger, *AT, "--known-at", "#4")
    assert (found["known_at"], len(found["deadlines"])) == ("#4", 3)


# ------------------------------------------------------------------- for people
def test_deadlines_are_said_in_english(ledger: Path) -> None:
    shown = done("--ledger", ledger, "deadlines", *AT)
    for expected in [
        *("Running on 1 Jun 2021", "Days left", "26 Jul 2021", "55", REFERENCE),
        *("appeal by third parties", "prefect's referral to the court"),
        *("revocation by its author", "call to be paid", "€1,234.50 outstanding"),
        "Not shown: 0 over as far as the record shows, 0 settled, 3 not established",
        "As known at entry #6.",
    ]:
        assert expected in shown
    assert shown.count("outstanding") == 2  # the call and its prescription
    late = done("--ledger", ledger, "deadlines", "--at", "2026-06-27")
    assert "No deadline is running." in late
    assert "Overdue on 27 Jun 2026" in late
    assert "1,826" in late


def test_deadlines_are_said_in_french(ledger: Path) -> None:
    shown = done("--lang", "fr", "--ledger", ledger, "deadlines", *AT, "--all")
    plain = shown.replace("\u202f", " ").replace("\u00a0", " ")
    for expected in [
        *("Délais en cours le 1er juin 2021", "26 juil. 2021", "recours des tiers"),
        *("déféré préfectoral", "retrait par son auteur", "titre à payer"),
        *("reste dû 1 234,50 €", "Non établi le 1er juin 2021"),
        "date de réception par l’État (avelin/fictif-1)",
    ]:
        assert expected in plain


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        (
            "en",
            "Over on 27 Jun 2026, as far as the record shows",
            "that is not on record may have begun a time anew.",
        ),
        (
            "fr",
            "Délais échus le 27 juin 2026, pour autant que le dossier le montre",
            "qui ne figure pas au dossier a pu rouvrir un délai.",
        ),
    ],
)
def test_what_is_over_is_so_as_far_as_the_record_shows(
    ledger: Path, language: str, title: str, note: str
) -> None:
    question = ("--ledger", ledger, "deadlines", "--at", "2026-06-27", "--all")
    shown = done("--lang", language, *question)
    assert title in shown
    assert " ".join(shown.split()).count(note) == 1
    written = done("--lang", language, *question, "--format", "md")
    assert "pour autant que le dossier le montre" in written
    over = {
        one["state"]: one for one in json.loads(done(*question, "--json"))["deadlines"]
    }
    assert over["over"]["as_far_as_recorded"] is True
    assert over["overdue"]["as_far_as_recorded"] is False


def test_an_election_is_contested_until_an_hour(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    acts = [ACTS[0], designates("avelin", "Nadia Petit", "2021-05-20")]
    done("--ledger", place, "import", write(tmp_path / "fictif.yaml", acts))
    question = ("--ledger", place, "deadlines", "--at", "2021-05-20")
    shown = done(*question)
    assert "electoral protest" in shown
    assert "until 18:00" in shown
    written = done("--lang", "fr", *question, "--format", "ics").replace("\n ", "")
    assert "Protestation électorale – avelin/designe-nadia-petit" in written
    assert "jusqu’à 18 h 00" in written


def test_an_election_of_an_unknown_day_ends_at_no_hour(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    designated = designates("avelin", "Nadia Petit", "2021-05-20")
    del designated["adopted_on"]
    done("--ledger", place, "import", write(tmp_path / "a.yaml", [ACTS[0], designated]))
    shown = done("--ledger", place, "deadlines", "--at", "2021-05-20", "--all")
    assert "electoral protest" in shown
    assert "18:00" not in shown


# ------------------------------------------------------------------- the real acts
def test_the_real_agglomeration_s_act_could_be_attacked_until_26_july_2021(
    tmp_path: Path,
) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", *REAL)
    reference = "ca-caudresis-catesis/2021-43"
    found = asked(place, "--at", "2021-07-26")["deadlines"]
    assert [
        (one["kind"], one["starts"], one["last_day"], one["days_left"])
        for one in found
        if one["act"] == reference
    ] == [
        ("appeal", "2021-05-25", "2021-07-26", 0),
        ("defere", "2021-05-25", "2021-07-26", 0),
        ("revocation", "2021-04-21", "2021-08-21", 26),
    ]
    late = asked(place, "--at", "2024-06-30", "--all")["deadlines"]
    assert [
        (one["kind"], [missing["fact"] for missing in one["missing"]])
        for one in late
        if one["act"] == "hem/sans-numero"
    ] == [
        ("appeal", ["publicity"]),
        ("appeal", ["adopted_on"]),
        ("defere", ["received_on"]),
        ("defere", ["received_on"]),
        ("revocation", ["adopted_on"]),
    ]


# ------------------------------------------------------------------- nothing there
def test_an_empty_ledger_has_no_deadline(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "init")
    assert "No deadline is running." in done("--ledger", place, "deadlines")
    assert asked(place)["deadlines"] == []


def test_without_a_ledger_nothing_is_answered_or_created(tmp_path: Path) -> None:
    refused = smo("--ledger", tmp_path / "none.db", "deadlines")
    assert refused.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_date_is_misused(tmp_path: Path) -> None:
    assert smo("deadlines", "--at", "2024-13-01").exit_code == 2
    assert smo("deadlines", "--format", "xml").exit_code == 2

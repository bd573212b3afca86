"""`smo replay`, as people and scripts read it."""

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.demo_then_ruling import record_demo_then_ruling
from tests.shell import PROGRAM, done, environment, log

RULING = "tribunal-administratif-de-lille/fictif-2026-077"
JOINED = "comite-syndical/fictif-2024-5"
DEAD = "comite-syndical/fictif-2024-7"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Record the examples once, then the annulment."""
    place = tmp_path_factory.mktemp("replay") / "demo.db"
    record_demo_then_ruling(place)
    return place


@pytest.fixture(scope="module")
def limited(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let a court suspend an adhesion, and an author repeal half of a session."""
    folder = tmp_path_factory.mktemp("limited")
    place, acts = folder / "demo.db", folder / "acts.yaml"
    shutil.copy(ledger, place)
    acts.write_text(f"""\
- act: tribunal-administratif-de-lille/2500001
  adopted_on: 2025-01-10
  decisions: [{{type: act-suspended, target: {JOINED}, from: 2025-01-13}}]
- act: tribunal-administratif-de-lille/2500002
  adopted_on: 2025-03-03
  decisions: [{{type: suspension-lifted, target: {JOINED}, from: 2025-03-03}}]
- act: comite-syndical/abroge
  adopted_on: 2025-04-01
  executory_on: 2025-04-03
  executory_basis: certified
  decisions: [{{type: act-repealed, target: comite-syndical/fictif-2024-6}}]
""")
    done("--ledger", place, "import", acts)
    return place


def records(place: Path, *args: object) -> list[dict[str, Any]]:
    text = done("--ledger", place, "replay", "--at", "2026-11-20", *args, "--json")
    return [json.loads(line) for line in text.splitlines()]


# ------------------------------------------------------------------- JSON lines
def test_a_replay_as_json_is_one_object_a_line(ledger: Path) -> None:
    found = records(ledger)
    for record in found:
        assert list(record)[:5] == ["day", "act", "title", "positions", "changes"]
        for change in record["changes"]:
            assert {"what", "member", "person", "before", "after"} <= {*change}
    known = [record["day"] for record in found if record["day"] is not None]
    assert known == sorted(known)
    assert [record["day"] is None for record in found] == [
        *[False] * len(known),
        *[True] * (len(found) - len(known)),
    ]


def test_every_entry_of_the_ledger_is_told(ledger: Path) -> None:
    told = {position for record in records(ledger) for position in record["positions"]}
    assert told == {entry["position"] for entry in log(ledger)}


def test_a_replay_begins_and_ends_where_it_is_asked_to(ledger: Path) -> None:
    text = done(
        *("--ledger", ledger, "replay", "--from", "2022-01-01", "--at", "31/12/2022"),
        *("--format", "json"),
    )
    found = [json.loads(line)["day"] for line in text.splitlines()]
    dated = [day for day in found if day is not None]
    assert dated
    assert all(day.startswith("2022") for day in dated)


def test_before_the_ruling_was_known_the_act_was_alive(ledger: Path) -> None:
    head = len(log(ledger))
    before = records(ledger, "--known-at", f"#{head - 2}")
    [alive] = [record for record in before if record["act"] == DEAD]
    assert {change["what"] for change in alive["changes"]} == {
        *("member", "competence", "seat")
    }
    [dead] = [record for record in records(ledger) if record["act"] == DEAD]
    assert (dead["changes"], dead["killed_by"]) == ([], [RULING])


# ------------------------------------------------------------------- for people
def test_a_chronicle_in_english(ledger: Path) -> None:
    shown = done("--ledger", ledger, "replay", "--at", "2026-11-20")
    for expected in [
        "15 December 2020\n",
        "    • CC du Sud Avesnois becomes a member\n",
        "    • The communal block: one college elects its representatives",
        "    • CC de Flandre Intérieure is now called CA Coeur de Flandre\n",
        f"    • dead, as if it had never been: {RULING}\n",
        f"    • undoes {DEAD}, as if it had never been\n",
        " – no change in the register\n    • pupils 2021-2022: 4,537\n",
        "    • pupils 2022-2023, of 16 members: 75,041\n",
        "    • option «application-mobile» from 2022 to 2023\n",
        "    • CA Douaisis Agglo, service «demi-journee» on 14 May 2024: 2\n",
        "    • CC du Ternois, subsidy of Département du Pas-de-Calais for 2024: €800",
        "    • voted down: of no effect\n",
        "    • Commune nouvelle des Deux-Weppes becomes a member, as since 13 Dec 2022",
        "    • 33 members are called for €2,248,839.85 in all\n",
    ]:
        assert expected in shown, expected
    dated, _title, untold = shown.partition("\nEffect not established\n")
    assert "hem/sans-numero" in untold
    assert "hem/sans-numero" not in dated
    assert "    • missing: date of adoption, date sent to the State" in untold


def test_a_chronicle_in_french(ledger: Path) -> None:
    shown = done("--lang", "fr", "--ledger", ledger, "replay", "--at", "2026-11-20")
    plain = shown.replace("\u00a0", " ").replace("\u202f", " ")
    for expected in [
        "1er janvier 2025\n",
        "    • CC du Sud Avesnois devient membre\n",
        "    • Bloc communal : un collège élit ses représentants",
        f"    • réputé n’avoir jamais existé : {RULING}\n",
        f"    • anéantit {DEAD}, réputé n’avoir jamais existé\n",
        "    • élèves 2021-2022 : 4 537\n",
        "    • option « application-mobile » de 2022 à 2023\n",
        "    • CA Douaisis Agglo, prestation « demi-journee » le 14 mai 2024 : 2\n",
        "    • rejeté par le vote : sans effet\n",
        "succède à",
        "\nEffet non établi\n",
        "    • demande d’adhésion ; désignation d’un délégué : Hélène Recloux\n",
    ]:
        assert expected in plain, expected


def test_what_is_limited_in_time_is_told_in_both_languages(limited: Path) -> None:
    asked = ("--ledger", limited, "replay", "--at", "2026-11-20")
    court = "tribunal-administratif-de-lille"
    told = done(*asked).replace("\n    • ", " | ")
    for expected in [
        f"| suspended from 13 Jan 2025: {court}/2500001 | of effect again from 3 Mar",
        f"again from 3 Mar 2025: {court}/2500002 | CC Flandre Lys becomes a member |",
        f"| interrupts {JOINED} from this day | CC Flandre Lys is a member no longer |",
        f"| restores {JOINED} from this day | CC Flandre Lys becomes a member again |",
        "| repealed from 3 Apr 2025: comite-syndical/abroge |",
        "| repeals comite-syndical/fictif-2024-6 from this day | what has begun goes",
    ]:
        assert expected in told, expected
    french = done("--lang", "fr", *asked).replace("\u00a0", " ")
    french = french.replace("\n    • ", " | ")
    for expected in [
        f"| suspendu à compter du 13 janv. 2025 : {court}/2500001 |",
        f"| produit de nouveau effet à compter du 3 mars 2025 : {court}/2500002 |",
        f"| suspend les effets de {JOINED} à compter de ce jour |",
        "| CC Flandre Lys redevient membre |",
        "| abroge comite-syndical/fictif-2024-6 à compter de ce jour |",
    ]:
        assert expected in french, expected


# ------------------------------------------------------------------- where it goes
def test_a_replay_goes_to_a_file(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "replay.jsonl"
    assert done("--ledger", ledger, "replay", "--json", "--output", file) == ""
    assert len(file.read_text().splitlines()) > 250


def test_whoever_reads_only_the_beginning_gets_no_traceback(ledger: Path) -> None:
    for more in [[], ["--json"]]:
        told = subprocess.Popen(
            [*PROGRAM, "--ledger", str(ledger), "replay", *more],
            cwd=ledger.parent,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert told.stdout is not None
        assert told.stderr is not None
        assert told.stdout.readline()
        told.stdout.close()
        assert told.stderr.read() == b""
        told.stderr.close()
        told.wait()


def test_somebody_at_a_screen_gets_it_page_by_page(ledger: Path) -> None:
    pages = ledger.parent / "pages"
    pager = ledger.parent / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {pages}\n")
    pager.chmod(0o755)
    ours, theirs = pty.openpty()
    told = subprocess.run(
        [*PROGRAM, "--ledger", str(ledger), "replay", "--at", "2020-12-31"],
        cwd=ledger.parent,
        env=environment() | {"PAGER": str(pager), "TERM": "xterm", "COLUMNS": "60"},
        stdin=theirs,
        stdout=theirs,
        check=True,
    )
    os.close(theirs)
    os.close(ours)
    assert told.returncode == 0
    text = pages.read_text()
    assert "CC du Sud Avesnois becomes a member" in text
    assert max(map(len, text.splitlines())) < 100

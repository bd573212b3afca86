"""What `smo export acts` writes gives the same ledger again, entry by entry."""

import hashlib
import tempfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands.candidates import gather
from commands.demonstrate import example_files
from exports.acts import as_json, as_yaml, recorded_acts
from ledger.acts.act import Act
from ledger.acts.reading import read_acts
from ledger.acts.writing import written_act
from ledger.mapper import Entry
from projections.money.contributions import contributions
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.register.rosters import roster
from projections.timelines.world import World, world_of
from tests import random_dues, random_histories, random_seats
from tests.acts import Plain, act, decision, request, write
from tests.shell import ROOT, done, log, smo
from tests.spec import entries_of
from tests.strategies import acts as any_acts
from tests.strategies import written

SLOWLY = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
HISTORIES = {
    "membership": (random_histories.histories(), random_histories.FIRST, 10),
    "seats": (random_seats.histories(), random_seats.FIRST, 20),
    "money": (random_dues.histories(), random_dues.FIRST, 140),
}
"""Each with its first day, and the days between two of the ten that are asked about."""


def exported(entries: Iterable[Entry], suffix: str = ".yaml") -> str:
    write_acts = as_yaml if suffix == ".yaml" else as_json
    return "".join(write_acts(recorded_acts(entries)))


def imported(text: str, suffix: str = ".yaml") -> list[Entry]:
    """Read the acts of a file, as an import does, into entries of an empty ledger."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"acts{suffix}")
        file.write_text(text, encoding="utf-8")
        assert not gather([file]).all_problems()
        return entries_of(read_acts(file))


def answers(entries: list[Entry], days: Iterable[date]) -> list[Any]:
    """Ask who is a member, who sits and what is owed, on each of some days."""
    world = world_of(entries, position=len(entries))
    return [answer for day in days for answer in asked(world, day)]


def asked(world: World, day: date) -> list[Any]:
    during = day_of(day)
    rosters = [roster(world, body, during) for body in sorted(world.bodies.by_id)]
    owed = contributions(world, day.year, day)
    return [annex_1(world, during), annex_2(world, during), *rosters, owed]


# ------------------------------------------------------------------- round trip
@pytest.mark.parametrize("kind", HISTORIES)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_an_export_recorded_again_answers_alike_on_ten_dates(
    kind: str, suffix: str
) -> None:
    drawn, first, step = HISTORIES[kind]
    days = [first + timedelta(days=number * step) for number in range(10)]

    @SLOWLY
    @given(drawn)
    def round_trip(acts: list[Plain]) -> None:
        entries = entries_of(acts)
        text = exported(entries, suffix)
        again = imported(text, suffix)
        assert exported(again, suffix) == text
        assert answers(again, days) == answers(entries, days)

    round_trip()


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@settings(SLOWLY, max_examples=150)
@given(acts=st.lists(any_acts(), max_size=3, unique_by=lambda one: one.reference))
def test_whatever_an_act_says_its_export_gives_the_same_entries(
    suffix: str, acts: list[Act]
) -> None:
    entries = entries_of(map(written, acts))
    text = exported(entries, suffix)
    assert imported(text, suffix) == entries
    assert exported(imported(text, suffix), suffix) == text


def test_the_examples_come_back_whole() -> None:
    files = example_files(ROOT / "examples")
    acts = [raw for file in files for raw in read_acts(file)]
    entries = entries_of(acts)
    text = exported(entries)
    assert imported(text) == entries
    assert max(map(len, text.splitlines())) < 160
    days = [date(year, 6, 30) for year in range(2017, 2027)]
    assert answers(imported(text), days) == answers(entries, days)


def test_an_export_is_written_as_the_examples_are() -> None:
    asked = decision(
        "adhesion-requested",
        applicant={"name": "Commune fictive avelin", "kind": "commune"},
        competences=["numerique-educatif"],
    )
    note = "Une note. " * 20 + "Fin."
    asked_for = act("avelin/2024-1", asked, note=note, title="Adhésion")
    [record] = recorded_acts(entries_of([asked_for]))
    assert written_act(record.fields).splitlines() == [
        "- act: avelin/2024-1",
        "  title: Adhésion",
        "  note: >-",
        f"    {'Une note. ' * 10}Une".rstrip(),
        f"    note. {'Une note. ' * 9}Fin.",
        "  edition: 2",
        "  decisions:",
        "    - type: adhesion-requested",
        "      applicant: {name: Commune fictive avelin, kind: commune}",
        "      competences: [numerique-educatif]",
    ]


def test_nothing_and_truth_survive_in_a_rectification() -> None:
    rectified = decision(
        "act-rectified",
        target="comite-syndical/1",
        set={"title": None, "note": "true", "sent_on": "null", "x": [True, False]},
        reason="Erreur",
    )
    entries = entries_of([act("secretariat/1", rectified)])
    text = exported(entries)
    assert 'title: !!null ""' in text
    assert imported(text) == entries


def test_two_acts_of_one_reference_with_others_between_stay_two_texts() -> None:
    """An export never merges: what was learned stays an act of the secretariat's."""
    dated = decision("act-dated", target="avelin/2024-1", adopted_on="2024-02-12")
    acts = [request("avelin", "2024-1"), act("secretariat/1", dated)]
    [first, second] = recorded_acts(entries_of(acts))
    assert "adopted_on" not in first.fields
    assert second.fields["decisions"] == [dated]


# ------------------------------------------------------------------- at the terminal
@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Record two acts whose documents have one name and are not the same."""
    place = tmp_path / "ledger.db"
    for number, content in enumerate((b"proces-verbal", b"avis"), start=1):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "acte.PDF").write_bytes(content)
        acts = [request(f"commune-{number}", "2024-1", documents=["acte.PDF"])]
        done("--ledger", place, "import", write(folder / "acts.yaml", acts))
    return place


def test_documents_lie_beside_the_file_and_are_found_again(
    ledger: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "acts.yaml"
    target.parent.mkdir()
    assert not done("--ledger", ledger, "export", "acts", "--output", target)
    kept = sorted((target.parent / "documents").iterdir())
    sums = {hashlib.sha256(one).hexdigest() for one in (b"proces-verbal", b"avis")}
    assert {path.name for path in kept} == {f"{one}.pdf" for one in sums}
    again = tmp_path / "again.db"
    done("--ledger", again, "import", target)
    other = tmp_path / "other" / "acts.yaml"
    other.parent.mkdir()
    done("--ledger", again, "export", "acts", "--output", other)
    assert other.read_bytes() == target.read_bytes()
    for path in kept:
        assert (other.parent / "documents" / path.name).read_bytes() == (
            path.read_bytes()
        )


def test_a_document_that_was_altered_since_is_refused(
    ledger: Path, tmp_path: Path
) -> None:
    target = tmp_path / "acts.yaml"
    done("--ledger", ledger, "export", "acts", "--output", target)
    path = min((tmp_path / "documents").iterdir())
    path.write_bytes(b"falsified")
    result = smo("--ledger", tmp_path / "again.db", "import", target)
    assert result.exit_code == 1
    assert path.stem in result.stderr


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Left out, for want"), ("fr", "Omis, faute de")]
)
def test_documents_that_do_not_go_to_the_screen_are_named(
    ledger: Path, language: str, said: str
) -> None:
    result = smo("--lang", language, "--ledger", ledger, "export", "acts")
    assert result.exit_code == 0
    assert result.stderr.count(said) == 2
    assert result.stdout.startswith("- act: commune-1/2024-1\n")
    assert result.stderr.count("acte.PDF") == 2


def test_an_export_of_what_was_known_ends_there(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "acts.json"
    done("--ledger", ledger, "export", "acts", "--known-at", "#2", "--output", target)
    done("--ledger", tmp_path / "again.db", "import", target)
    before = [one["data"] for one in log(ledger)[:2]]
    assert [one["data"] for one in log(tmp_path / "again.db")] == before


@pytest.mark.parametrize(
    ("format_", "name", "said"),
    [
        ("yaml", "acts.json", "«acts.json» does not go with --format yaml"),
        ("json", "acts.txt", "acts.txt would be read as YAML"),
    ],
)
def test_a_format_that_the_import_would_misread_is_misuse(
    ledger: Path, format_: str, name: str, said: str
) -> None:
    asked_for = ("export", "acts", "--format", format_, "--output", name)
    result = smo("--ledger", ledger, *asked_for)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path(name).exists()


def test_an_empty_ledger_gives_an_empty_list(tmp_path: Path) -> None:
    place, target = tmp_path / "ledger.db", tmp_path / "acts.yaml"
    done("--ledger", place, "init")
    done("--ledger", place, "export", "acts", "--output", target)
    assert read_acts(target) == []

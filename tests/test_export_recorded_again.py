"""What was once recorded, in its turn, is recorded again from an export, at one go."""

from pathlib import Path

import pytest

from examples.catalogue_runs import BASE, FOLDER, Example, examples
from exports.acts import as_yaml, recorded_acts
from ledger.acts.reading import read_acts
from ledger.mapper import Entry, entries_from
from ledger.refusals import SeatCountError
from ledger.storage.recorder import SQLRecorder
from ledger.voting_refusals import StrangerError
from tests.acts import Plain, act, decision
from tests.spec import given, ledger_with, run

RECORDED = [one for one in examples("findings") if not one.is_alone]
SMALL = read_acts(FOLDER / BASE)
RESIGNED = act(
    "secretariat/fictif-2025-91",
    decision(
        "seat-vacated", person="Blaise Orfeuil", reason="resignation", on="2025-03-01"
    ),
    adopted_on="2025-05-01",
)
"""Learned after a vote of April in which the delegate took part."""


def entries(recorder: SQLRecorder) -> list[Entry]:
    return list(entries_from(recorder.entries()))


@pytest.mark.parametrize("example", RECORDED, ids=lambda one: one.name)
def test_whatever_check_finds_comes_back_from_an_export(
    example: Example, tmp_path: Path
) -> None:
    with ledger_with(SMALL) as recorder:
        for number, text in enumerate(example.imports):
            file = tmp_path / f"{number}.yaml"
            file.write_text(text, encoding="utf-8")
            run(recorder, read_acts(file))
        held = entries(recorder)
    file = tmp_path / "export.yaml"
    file.write_text("".join(as_yaml(recorded_acts(held))), encoding="utf-8")
    with ledger_with([]) as recorder:
        run(recorder, read_acts(file))
        again = entries(recorder)
    assert [(one.act, one.event) for one in again] == [
        (one.act, one.event) for one in held
    ]


def test_a_vote_is_lawful_that_was_so_before_what_stands_below_it_was_known() -> None:
    given().when(*SMALL, RESIGNED).records(*(one["act"] for one in (*SMALL, RESIGNED)))


def test_a_vote_is_refused_that_was_unlawful_by_what_stands_above_it() -> None:
    before, after = _around_the_vote()
    given().when(*before, RESIGNED, *after).refused(StrangerError)


def test_a_designation_is_refused_for_want_of_a_seat_by_what_stands_above_it() -> None:
    author = "region-hauts-de-france/fictif-2025"
    first, second = (
        act(
            f"{author}-{number}",
            decision(
                "delegate-designated",
                person=person,
                replaces="Côme Valdoré",
                **{"from": day},
            ),
            adopted_on="2025-06-09",
            sent_on="2025-06-10",
            published=[{"on": "2025-06-10", "mode": "web"}],
        )
        for number, person, day in (
            (10, "Ferréol Ambricourt", "2025-06-16"),
            (11, "Ysé Marquenoire", "2025-06-20"),
        )
    )
    given(*SMALL).when(first, second).refused(SeatCountError)
    given(*SMALL).when(second, first).records(second["act"], first["act"])


def _around_the_vote() -> tuple[list[Plain], list[Plain]]:
    """Divide the small ledger's acts before those of April 2025."""
    place = next(number for number, one in enumerate(SMALL) if "2025-04-03" in str(one))
    return SMALL[:place], SMALL[place:]

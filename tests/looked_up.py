"""An index and the fold, asked the same: in memory, from the lines alone."""

from datetime import date

import msgspec

from ledger.storage.index_line import IndexLine
from ledger.storage.lookup import Lines
from projections.index.annexes import PARTS, indexed_annex_1, indexed_annex_2
from projections.periods import day_of
from projections.register.annexes import annex_1, annex_2
from projections.timelines.world import World


def shown_on(lines: list[IndexLine], day: date) -> Lines:
    """Choose the lines shown on a day as the database does."""
    on = day.isoformat()
    shown = [
        line
        for line in lines
        if line.from_day <= on and (line.until_day is None or line.until_day > on)
    ]
    return {
        part: [line.line for line in shown if line.part == part]
        for part in {*PARTS["1"], *PARTS["2"]}
    }


def looked_up(lines: Lines, day: date, position: int) -> list[bytes]:
    """Give both annexes as they are printed, from the lines of a day."""
    first = indexed_annex_1(lines, day, position)
    return list(
        map(msgspec.json.encode, [first, indexed_annex_2(lines, day, position)])
    )


def derived(world: World, day: date) -> list[bytes]:
    """Give both annexes as they are printed, from the entries."""
    asked = day_of(day)
    answers = [annex_1(world, asked), annex_2(world, asked)]
    return list(map(msgspec.json.encode, answers))


def change_days(lines: list[IndexLine]) -> set[date]:
    """List the days on which anything changes, the day before and the day after."""
    found = {day for line in lines for day in (line.from_day, line.until_day) if day}
    numbers = {date.fromisoformat(day).toordinal() for day in found}
    around = {number + step for number in numbers for step in (-1, 0, 1)}
    return {date.fromordinal(number) for number in around if number > 0}

"""What does the register say on a day, line by line, and when does each line hold?

Everything an answer can show on one day, as lines with a name. Two days differ by
their lines (`smo diff`); the edges of the lines tell the history (`smo replay`).
"""

from datetime import date

from projections.changes.day_lines import account_lines, pending_lines
from projections.changes.lines import Held, Line, Name, numbered
from projections.changes.member_lines import identity_lines, member_lines
from projections.changes.rule_lines import (
    budget_lines,
    conditions_lines,
    statutes_lines,
    tariff_lines,
)
from projections.changes.seat_lines import regime_lines, seat_lines, vacancy_lines
from projections.timelines.world import World


def register_of(world: World) -> list[Held]:
    """List all lines that last, each with the time during which it holds.

    What only a day tells is not among them: what is pending, and the accounts.
    """
    return numbered(
        [
            *member_lines(world),
            *identity_lines(world),
            *regime_lines(world),
            *seat_lines(world),
            *vacancy_lines(world),
            *statutes_lines(world),
            *conditions_lines(world),
            *tariff_lines(world),
            *budget_lines(world),
        ]
    )


def register_on(world: World, day: date) -> dict[Name, Line]:
    """List the lines of one day, by name: those that last, then those of the day."""
    return lines_on(register_of(world), world, day)


def lines_on(register: list[Held], world: World, day: date) -> dict[Name, Line]:
    """List the lines of one day, where those that last are at hand."""
    lasting = (held.line for held in register if held.period.holds_on(day))
    lines = [*lasting, *pending_lines(world, day), *account_lines(world, day)]
    return {line.name: line for line in lines}


def by_name(register: list[Held]) -> dict[Name, list[Held]]:
    """Sort the lines that last by name, each name's in the order of time."""
    found: dict[Name, list[Held]] = {}
    for held in sorted(register, key=lambda held: held.period.from_):
        found.setdefault(held.line.name, []).append(held)
    return found


def beside(lasting: list[Held], day: date) -> tuple[str, ...]:
    """List the acts by which a line holds on a day no more, or not yet."""
    ended: tuple[str, ...] = ()
    for held in lasting:
        if held.period.from_ > day:
            return (*ended, *held.line.opened)
        ended = held.line.closed
    return ended

"""What an act did on a day, told in sentences: those of `smo replay`."""

from collections.abc import Iterator
from datetime import date

from ledger.language import N_
from ledger.language import translate as _
from presentation import words
from presentation.act_effects import told
from presentation.change_prose import SeatEvent
from presentation.money_prose import told as facts_told
from projections.changes.chronicle import Record
from projections.missing import Missing
from projections.timelines.fates import Kind
from projections.timelines.world import World

_BECAME: dict[Kind, str] = {
    "dead": N_("dead, as if it had never been"),
    "restored": N_("stands, the ruling against it being overturned"),
    "suspended": N_("suspended from {day}"),
    "resumed": N_("of effect again from {day}"),
    "annulled": N_("annulled from {day}"),
    "repealed": N_("repealed from {day}"),
    "stopped": N_("of no effect again from {day}"),
}
_MAKES: dict[Kind, str] = {
    "dead": N_("undoes {act}, as if it had never been"),
    "restored": N_("restores {act}, as if never annulled"),
    "suspended": N_("interrupts {act} from this day"),
    "resumed": N_("restores {act} from this day"),
    "annulled": N_("ends {act} from this day"),
    "repealed": N_("repeals {act} from this day"),
    "stopped": N_("ends {act} again from this day"),
}


def heading(record: Record) -> str:
    """Name the act with its title; or say that a year is over."""
    if record.act is None:
        return _("The year before is over")
    return f"{record.act} – {record.title}" if record.title else record.act


def dates(record: Record) -> Iterator[str]:
    """Tell an act's own dates, and its entries in the ledger."""
    if record.act is None:
        return
    if record.adopted_on is None:
        yield _("date of adoption unknown")
    else:
        yield _("adopted on {day}").format(day=words.day(record.adopted_on))
    if record.executory_on is not None:
        certain = _("executory on {day}")
        text = _("presumed executory on {day}") if record.presumed else certain
        yield text.format(day=words.day(record.executory_on))
    first, last = record.positions[0], record.positions[-1]
    yield f"#{first}" if first == last else f"#{first}–#{last}"
    if record.status == "effect":
        yield _("continued") if record.executory_on is None else _("further effect")


def sentences(record: Record, world: World, at: date) -> Iterator[str]:
    """Tell what became of an act, what it did to others, and what it changed.

    What became of it is told once, on its first day.
    """
    day = record.day or record.adopted_on or at
    if record.status != "effect":
        yield from became(record)
    yield from made(record)
    yield from SeatEvent(world, day).sentences(record.changes)
    of_day = tuple(deed for deed in record.deeds if deed.on == record.day)
    facts = list(facts_told(of_day, record.act or "", world, day))
    if not (record.changes or record.does or record.act is None):
        yield from _without_change(record, world, day, has_facts=bool(facts))
    yield from facts


def _without_change(
    record: Record, world: World, day: date, *, has_facts: bool
) -> Iterator[str]:
    """Say what an act decided that changes nothing in the register that day."""
    others = tuple(
        deed for deed in record.deeds if not (has_facts and deed.value is not None)
    )
    decided = words.listed(told(others, world, day))
    if decided and (record.status == "undated" or not _is_nothing(record)):
        yield decided
    elif decided:
        yield f"{decided} – {_nothing_yet(record)}"
    elif not has_facts:
        yield _nothing_yet(record)
    if record.status == "undated":
        own = (None if one.act == record.act else one.act for one in record.missing)
        facts = (one.fact for one in record.missing)
        found = tuple(map(Missing, own, facts))
        missing = words.missing(found).replace("\n", ", ")
        yield _("missing: {missing}").format(missing=missing)


def _nothing_yet(record: Record) -> str:
    """Say that nothing changes, or when it will."""
    if record.effect_on is None:
        return _("no change in the register")
    return _("of effect on {day}").format(day=words.day(record.effect_on))


def _is_nothing(record: Record) -> bool:
    """Tell whether an act that lives changes nothing, and undoes nothing."""
    is_dead = record.rejected or bool(record.dead)
    return not is_dead and not any(deed.target for deed in record.deeds)


# ------------------------------------------------------------------- fates
def became(record: Record) -> Iterator[str]:
    """Tell what became of an act: voted down, dead, suspended, ended, by which acts."""
    if record.rejected:
        yield _("voted down: of no effect")
    for fate in record.fates:
        text = _(_BECAME[fate.kind]).format(day=words.day(fate.on))
        if not fate.is_whole:
            text = words.labelled(_decisions(fate.decisions), text)
        yield words.labelled(text, ", ".join(fate.by))


def made(record: Record) -> Iterator[str]:
    """Tell what an act ends, interrupts or restores that day."""
    for fate in record.does:
        act = fate.act
        if not fate.is_whole:
            act = f"{act} ({_decisions(fate.decisions)})"
        yield _(_MAKES[fate.kind]).format(act=act)
        if fate.spared:
            yield _("what has begun goes on: only leaving ends a membership")


def _decisions(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers))
    if len(numbers) == 1:
        return _("decision {numbers}").format(numbers=shown)
    return _("decisions {numbers}").format(numbers=shown)

"""What became of an act, and what an act made of others, as people read it."""

from collections.abc import Iterator

from ledger.language import N_
from ledger.language import translate as _
from projections.acts.fates import Kind
from projections.register.chronicle import Record
from terminal import words

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
            yield _("what has begun goes on: only leaving ends a membership (art. 16)")


def _decisions(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers))
    if len(numbers) == 1:
        return _("decision {numbers}").format(numbers=shown)
    return _("decisions {numbers}").format(numbers=shown)

"""Which findings do acts cause: those there are with them, and were not before them?"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from commands.foreseeing import entries_to_be
from commands.known import Ledger
from commands.recording import Approve, Decided
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.mapper import Entry, entries_from
from projections.findings.check import Findings, findings
from projections.timelines.world import World, world_of


class CausedError(LedgerError):
    """Something would be found in acts that are to be recorded only if nothing is."""

    sentence = N_("With --strict, nothing was recorded: {count} finding(s)")

    def __init__(self, caused: "Caused") -> None:
        """Keep what would be found."""
        super().__init__(count=len(caused.findings.findings))
        self.caused = caused


class Caused(msgspec.Struct, frozen=True):
    """The findings that acts cause, and what holds with them."""

    world: World
    findings: Findings


def caused_by(entries: Sequence[Entry], *, before: int, at: date) -> Caused:
    """Tell what is found on a day in these entries, and not in the first of them.

    Everything is looked at twice, without the acts and with them: what one act makes
    irregular, late or unknown may be another.
    """
    world = world_of(entries, position=len(entries))
    found = findings(world, at)
    if before and found.findings:
        earlier = findings(world_of(entries[:before], position=before), at)
        were = {one.saying for one in earlier.findings}
        new = tuple(one for one in found.findings if one.saying not in were)
        found = msgspec.structs.replace(found, findings=new)
    return Caused(world, found)


def caused_since(ledger: Ledger, *, before: int, until: int, at: date) -> Caused:
    """Tell what the acts recorded between two positions cause."""
    entries = [*entries_from(ledger.entries(until=until))]
    return caused_by(entries, before=before, at=at)


def would_cause(ledger: Ledger, decided: Decided, at: date) -> Caused:
    """Tell what acts would cause that are not recorded yet."""
    head = decided.outcome.position
    recorded: Iterable[Entry] = entries_from(ledger.entries(until=head))
    entries = [*recorded, *entries_to_be(decided.new, head)]
    return caused_by(entries, before=head, at=at)


def only_without_findings(ledger: Ledger, at: date) -> Approve:
    """Approve of acts that cause nothing.

    Raises, when it is asked:
        CausedError: they cause something.
    """

    def approve(decided: Decided) -> None:
        caused = would_cause(ledger, decided, at)
        if caused.findings.findings:
            raise CausedError(caused)

    return approve

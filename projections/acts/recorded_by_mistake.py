"""Which entries are as if they had never been recorded?

Specification section 10: the secretariat strikes an act, or some of its decisions, that
was recorded by mistake. This is settled before all else, entry by entry: what was
struck is left out, and so is the strike, so that no projection hears of either.

A reference may come again once its act was struck. So what is said of an act is about
the one that stood under its reference when it was said, or else came next:

    #1 bourg/1   #2 strikes bourg/1   #3 bourg/1 anew   #4 strikes bourg/1
    until #2     from #2 on: none     from #3 on: #3    from #4 on: none

A strike may be struck: what it struck returns, unless its reference is used again.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from ledger.events.afterwards import ActStruck
from ledger.events.catalogue import Afterwards, Challenging
from ledger.events.registration import (
    ActRegistered,
    AssemblyVoteCast,
    CommitteeVoteCast,
)
from ledger.mapper import Entry
from projections.acts.act_state import Place

Cast: TypeAlias = CommitteeVoteCast | AssemblyVoteCast

Said: TypeAlias = Afterwards | Challenging
"""What is said of another act."""

Refused: TypeAlias = Literal["absent", "itself", "decision", "reused"]
"""Why a strike strikes nothing: nothing stood under that reference; it is of the very
act; a decision it names is not there; what would return has no place any more."""


class Recording(msgspec.Struct, eq=False):
    """An act as it was recorded once: its entries, and which of them are decisions."""

    reference: str
    entries: list[Entry] = []
    decided: list[int] = []

    @property
    def position(self) -> int:
        """Tell the position of its first entry."""
        return self.entries[0].position

    @property
    def registered(self) -> ActRegistered | None:
        """Tell what it says of itself; None where that entry is not at hand."""
        first = self.entries[0].event
        return first if isinstance(first, ActRegistered) else None


class Strike(msgspec.Struct, eq=False):
    """That an act, or some decisions of it, were recorded by mistake.

    `struck` is None where it strikes nothing, and `refused` says why.
    """

    place: Place
    position: int
    said: ActStruck
    by: Recording
    struck: Recording | None = None
    refused: Refused | None = None

    def takes(self, number: int) -> bool:
        """Tell whether it strikes a decision of the act."""
        return not self.said.decisions or number in self.said.decisions


class Recordings:
    """The acts as they were recorded, entry by entry, and what was struck of them."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Take the entries, in order of position."""
        self.strikes: list[Strike] = []
        self._of: dict[str, list[Recording]] = {}
        self._standing: list[Strike] = []
        self._afterwards: list[tuple[Recording, Entry, Said]] = []
        self._since: dict[str, list[tuple[int, Recording | None]]] = {}
        for entry in entries:
            self.take(entry)

    def take(self, entry: Entry) -> None:
        """Take the next entry."""
        known = self._of.setdefault(entry.act, [])
        if isinstance(entry.event, ActRegistered) or not known:
            known.append(Recording(entry.act, []))
            self._since.setdefault(entry.act, []).append((entry.position, known[-1]))
        recording = known[-1]
        recording.entries.append(entry)
        if not isinstance(entry.event, ActRegistered | Cast):
            recording.decided.append(entry.position)
        if isinstance(entry.event, ActStruck):
            self._strike(recording, entry.position, entry.event)
        elif isinstance(entry.event, Said):
            self._afterwards.append((recording, entry, entry.event))

    def _strike(self, by: Recording, position: int, said: ActStruck) -> None:
        strike = Strike((by.reference, len(by.decided)), position, said, by)
        target = self.aimed_at(said.target, position, or_next=False)
        strike.refused = self._why_not(strike, target)
        self.strikes.append(strike)
        if strike.refused is not None:
            return
        strike.struck, before = target, self._standing
        self._standing = self._in_effect(position)
        changed = {*before}.symmetric_difference(self._standing)
        named = {one.said.target for one in changed}
        if any(len(self._standing_as(reference)) > 1 for reference in named):
            strike.struck, strike.refused, self._standing = None, "reused", before
            return
        for reference in named:
            standing = self._standing_as(reference)
            now = standing[0] if standing else None
            self._since[reference].append((position, now))

    def _why_not(self, strike: Strike, target: Recording | None) -> Refused | None:
        if target is None:
            return "absent"
        if target is strike.by:
            return "itself"
        gone = self.struck_of(target)
        for number in strike.said.decisions or ():
            if number > len(target.decided) or number in gone:
                return "decision"
        return None

    def _in_effect(self, position: int) -> list[Strike]:
        """List the strikes up to a position that no later one strikes, last first."""
        found: list[Strike] = []
        for strike in reversed(self.strikes):
            if strike.position > position or strike.struck is None:
                continue
            if not any(
                later.struck is strike.by and later.takes(strike.place[1])
                for later in found
            ):
                found.append(strike)
        return found

    def _standing_as(self, reference: str) -> list[Recording]:
        return [one for one in self._of.get(reference, ()) if self.stands(one)]

    # --------------------------------------------------------------- asking
    @property
    def all(self) -> Iterator[Recording]:
        """List them, those of one reference together, in order of position."""
        for known in self._of.values():
            yield from known

    @property
    def standing_strikes(self) -> list[Strike]:
        """List the strikes that strike something, and are not struck themselves."""
        return sorted(self._standing, key=lambda one: one.position)

    def striking(self, recording: Recording) -> Strike | None:
        """Find what strikes an act as a whole."""
        for one in self._standing:
            if one.struck is recording and not one.said.decisions:
                return one
        return None

    def stands(self, recording: Recording) -> bool:
        """Tell whether an act was not struck as a whole."""
        return self.striking(recording) is None

    def struck_whole(self) -> frozenset[int]:
        """List at which positions the acts begin that were struck as a whole."""
        whole = [one for one in self._standing if not one.said.decisions]
        return frozenset(one.struck.position for one in whole if one.struck)

    def returning(self, position: int) -> Iterator[str]:
        """List what may return by the strikes of the act that begins at a position."""
        struck = {one.struck for one in self.strikes if one.by.position == position}
        for one in self.strikes:
            if one.by in struck:
                yield one.said.target

    def strike_at(self, place: Place, said: ActStruck) -> Strike | None:
        """Find the strike that stands at a place: the last that says so there."""
        for one in reversed(self.strikes):
            if one.place == place and one.said == said:
                return one
        return None

    def struck_last(self, reference: str) -> Strike | None:
        """Find what struck the last act of a reference; None where one stands."""
        found = [self.striking(one) for one in self._of.get(reference, ())]
        return found[-1] if found and None not in found else None

    def recorded_as(self, reference: str) -> list[Recording]:
        """List what was ever recorded under a reference, struck or not."""
        return list(self._of.get(reference, ()))

    def struck_of(
        self, recording: Recording, position: int | None = None
    ) -> frozenset[int]:
        """List the numbers of an act's decisions that were struck by a position."""
        acting = self._standing if position is None else self._in_effect(position)
        mine = [one for one in acting if one.struck is recording]
        numbers = range(1, len(recording.decided) + 1) if mine else ()
        return frozenset(n for n in numbers if any(one.takes(n) for one in mine))

    def aimed_at(
        self, reference: str, position: int, *, or_next: bool = True
    ) -> Recording | None:
        """Find the act that stands under a reference at a position, or comes next."""
        after: Recording | None = None
        now: Recording | None = None
        for since, recording in self._since.get(reference, ()):
            if since <= position:
                now = recording
            elif recording is not None and after is None:
                after = recording
        return now or (after if or_next else None)

    def in_vain(self) -> Iterator[tuple[Place, Entry, Strike]]:
        """List what is said of acts that were struck, and by what they were."""
        for by, entry, said in self._afterwards:
            target = self.aimed_at(said.target, entry.position)
            strike = self.striking(target) if target is not None else None
            if strike is not None:
                number = by.decided.index(entry.position) + 1
                yield (by.reference, number), entry, strike

    def left_out(self) -> Mapping[int, int]:
        """Tell which entries are as if never recorded, by position.

        Each with the number its decision had in an act that still stands, or else 0.
        """
        if not self.strikes:
            return {}
        found: dict[int, int] = {}
        for recording in dict.fromkeys(one.struck for one in self._standing):
            assert recording is not None, "it strikes something"
            self._leave_out(found, recording, self.struck_of(recording))
        for by in dict.fromkeys(one.by for one in self.strikes):
            own = {one.place[1] for one in self.strikes if one.by is by}
            self._leave_out(found, by, own | self.struck_of(by))
        for (_act, number), entry, _strike in self.in_vain():
            found.setdefault(entry.position, number)
        return found

    def _leave_out(
        self, found: dict[int, int], of: Recording, numbers: Iterable[int]
    ) -> None:
        own = {of.decided[number - 1]: number for number in numbers}
        strikes_only = {one.position for one in self.strikes if one.by is of}
        if self.stands(of) and not (of.decided and strikes_only.issuperset(of.decided)):
            found |= own
        else:
            found |= dict.fromkeys((one.position for one in of.entries), 0)

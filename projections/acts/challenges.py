"""Which challenges of an act are on record, and how did each end? (section 17)."""

from collections.abc import Sequence
from datetime import date

import msgspec

from ledger.events.challenges import ChallengeClosed, ChallengeReceived
from ledger.language import N_
from projections.acts.act_state import RecordAsOf
from projections.reason import Reason, Rule, Value

KINDS = {
    "gracious": N_("recourse to its author"),
    "observations": N_("the prefect's observations"),
    "missing-papers": N_("the prefect's request for papers"),
    "suit": N_("suit before the court"),
    "referral": N_("the prefect's referral to the court"),
}
_RECEIVED = {
    "gracious": N_("{by} asked the author to take {act} back; received on {on}."),
    "observations": N_("{by} sent observations on {act}; received on {on}."),
    "missing-papers": N_("{by} asked for papers missing of {act}; received on {on}."),
    "suit": N_("{by} brought {act} before the court, which received it on {on}."),
    "referral": N_("{by} referred {act} to the court, which received it on {on}."),
}
RECEIVED = {
    kind: Rule("challenge.received", sentence) for kind, sentence in _RECEIVED.items()
}
_CLOSED = {
    "rejected": N_("The challenge of {act} by {by} was rejected on {on}."),
    "accepted": N_("The challenge of {act} by {by} was accepted on {on}."),
    "withdrawn": N_("{by} withdrew the challenge of {act} on {on}."),
    "judged": N_("The challenge of {act} by {by} was judged on {on}."),
    "completed": N_("The papers {by} had asked for of {act} were complete on {on}."),
}
CLOSED = {
    outcome: Rule("challenge.closed", sentence) for outcome, sentence in _CLOSED.items()
}


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """A challenge, and how it was closed; `act` and `closed_by` recorded that."""

    said: ChallengeReceived
    act: str
    position: int
    closed: ChallengeClosed | None = None
    closed_by: str | None = None

    def closed_on(self, at: date) -> date | None:
        """Tell the day it was closed; None where it was open on a day."""
        is_closed = self.closed is not None and self.closed.on <= at
        return self.closed.on if self.closed is not None and is_closed else None

    @property
    def asks_author(self) -> bool:
        """Tell whether it asks the author to think again; silence then refuses it."""
        return self.said.kind in {"gracious", "observations"}

    @property
    def acts(self) -> tuple[str, ...]:
        """List the acts that recorded it."""
        return (self.act,) if self.closed_by is None else (self.act, self.closed_by)

    def because(self, at: date) -> tuple[Reason, ...]:
        """Say what is on record of it by a day."""
        values: dict[str, Value] = {"act": self.said.target, "by": self.said.by}
        received = RECEIVED[self.said.kind].of(
            self.said.on, **values, on=self.said.on, ruling=self.act
        )
        closed_on = self.closed_on(at)
        if self.closed is None or self.closed_by is None or closed_on is None:
            return (received,)
        rule = CLOSED[self.closed.outcome]
        ended = rule.of(closed_on, **values, on=closed_on, ruling=self.closed_by)
        return received, ended


def challenges(known: RecordAsOf) -> dict[str, list[Challenge]]:
    """Sort the challenges on record by the act they are about, in order of position.

    What closes none that can be told is of no effect.
    """
    found: dict[str, list[Challenge]] = {}
    for act in known.acts.values():
        for taken in act.decisions:
            match taken.decision:
                case ChallengeReceived() as said:
                    one = Challenge(
                        said=said, act=act.reference, position=taken.position
                    )
                    found.setdefault(said.target, []).append(one)
                case ChallengeClosed() as closing:
                    _close(found.get(closing.target, []), closing, act.reference)
                case _:
                    pass
    return found


def which(
    open_: Sequence[ChallengeReceived], closing: ChallengeClosed
) -> ChallengeReceived | None:
    """Find which open one is closed: that of its number, else the only one."""
    numbered = [one for one in open_ if closing.number and one.number == closing.number]
    fitting = numbered or open_
    return fitting[0] if len(fitting) == 1 else None


def _close(made: list[Challenge], closing: ChallengeClosed, by: str) -> None:
    waiting = [one for one in made if one.closed is None]
    found = which([one.said for one in waiting], closing)
    for place, one in enumerate(made):
        if one.closed is None and one.said is found:
            made[place] = msgspec.structs.replace(one, closed=closing, closed_by=by)

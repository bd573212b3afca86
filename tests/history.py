"""Tell a history in Python, act by act, and ask what follows: given, when, then.

Acts are written as in an acts file, and pass through the same decoder and the same
mapper as real ones. People and institutions are fictional.

    given(creation(), *joins("avelin", on="2020-03-02")).members("2020-03-02")
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from ledger.acts.act import Act, events_of
from ledger.acts.decoding import decode_act
from ledger.events.event import name_of
from ledger.mapper import Entry, from_stored, plain, to_stored
from ledger.shipped import shipped_articles
from ledger.storage.entry import StoredEntry
from projections.acts.executory import Executory
from projections.members.annexes import annex_1, annex_2
from projections.members.answers import Annex1, Annex2, Pending
from projections.members.pending import pending_on
from projections.periods import day_of
from projections.world import World, world_of

ENT = "numerique-educatif"
FIBRE = "communications-electroniques"
COMMITTEE = "comite-syndical"
PREFECTURE = "prefecture-du-nord"
SECRETARIAT = "secretariat"
SIREN = "200039386"
"""The real syndicate's: the articles of its texts ship with the program."""

ARTICLES = dict(shipped_articles(SIREN, "statutes", "2018-11-28"))
"""Where the clauses of the statutes of 2018 stand."""

Facts = list[str]
Waiting = tuple[str, str | None, Facts]


# ------------------------------------------------------------------- acts
def act(reference: str, *decisions: dict[str, Any], **fields: Any) -> Act:
    """Write an act; what it says of itself as keywords, dates as texts."""
    return decode_act({"act": reference, **fields, "decisions": [*decisions]})


def complete(day: str, effective: str | None = None) -> dict[str, Any]:
    """Say that an act was adopted that day, and in force that day or the one given."""
    executory = effective or day
    return {
        "adopted_on": day,
        "sent_on": executory,
        "published": [{"on": executory, "mode": "web"}],
    }


def institution(member: str, **said: Any) -> dict[str, Any]:
    """Describe a commune, or what is said instead."""
    name = f"Commune de {member.capitalize()}"
    return {"id": member, "name": name, "kind": "commune", "department": "59"} | said


def creation(
    *founders: tuple[str, list[str]], on: str | None = "2013-07-04", **said: Any
) -> Act:
    """Create the syndicate; without founders named, a Region that holds the fibre."""
    named = founders or (("region-fictive", [FIBRE]),)
    dated = {} if on is None else {"adopted_on": on}
    return act(
        f"{PREFECTURE}/creation",
        {
            "type": "syndicate-created",
            "name": "Syndicat fictif",
            "siren": SIREN,
            "founders": [
                {
                    "institution": {"id": founder, "name": founder, "kind": "region"},
                    "competences": competences,
                }
                for founder, competences in named
            ],
        },
        **dated | said,
    )


def request(member: str, number: str, *competences: str, **fields: Any) -> Act:
    """Let an assembly ask to join; `effect` and `applicant` are the decision's."""
    effect, applicant = fields.pop("effect", None), fields.pop("applicant", {})
    decision = {
        "type": "adhesion-requested",
        "applicant": institution(member, **applicant),
        "competences": [*(competences or (ENT,))],
    }
    return act(f"{member}/{number}", decision | _effect(effect), **fields)


def approval(member: str, number: str, *competences: str, **fields: Any) -> Act:
    """Let the committee agree that an institution joins."""
    decision = {"type": "adhesion-approved", "member": member}
    named = {"competences": [*(competences or (ENT,))]}
    return act(f"{COMMITTEE}/{number}", decision | named, **fields)


def asks(member: str, number: str, what: str, *competences: str, **fields: Any) -> Act:
    """Let a member ask: for a `competence-transfer`, a `withdrawal`, …."""
    named = {"competences": [*competences]} if competences else {}
    decision = {"type": f"{what}-requested"} | named
    effect = _effect(fields.pop("effect", None))
    return act(f"{member}/{number}", decision | effect, **fields)


def agrees(
    member: str, number: str, what: str, *competences: str, **fields: Any
) -> Act:
    """Let the committee agree: `competence-transferred`, `withdrawal-approved`, …."""
    named = {"competences": [*competences]} if competences else {}
    decision = {"type": what, "member": member} | named
    return act(f"{COMMITTEE}/{number}", decision, **fields)


def joins(
    member: str, *competences: str, on: str, number: str = "adhesion", **applicant: Any
) -> list[Act]:
    """Let both bodies agree, in force that day, that an institution joins."""
    dates, of_committee = complete(on), f"{member}-{number}"
    return [
        request(member, number, *competences, applicant=applicant, **dates),
        approval(member, of_committee, *competences, **dates),
    ]


def leaves(member: str, *, on: str, number: str = "retrait") -> list[Act]:
    """Let both bodies agree, in force that day, that a member leaves."""
    dates, of_committee = complete(on), f"{member}-{number}"
    return [
        asks(member, number, "withdrawal", **dates),
        agrees(member, of_committee, "withdrawal-approved", **dates),
    ]


def learned(number: str, what: str, **said: Any) -> Act:
    """Let the secretariat write down what it learned: `act-transmitted`, …."""
    return act(f"{SECRETARIAT}/{number}", {"type": what} | said)


def written(one: Act) -> dict[str, Any]:
    """Write an act as an acts file holds it."""
    decisions = [
        {"type": name_of(decision)} | plain(decision) for decision in one.decisions
    ]
    return plain(one.registered) | {"decisions": decisions}


def _effect(effect: str | None) -> dict[str, Any]:
    return {} if effect is None else {"effect": effect}


# ------------------------------------------------------------------- entries
def entries_of(acts: Iterable[Act]) -> list[Entry]:
    """Store the acts one after the other, and read the entries back."""
    return list(_read(acts))


def _read(acts: Iterable[Act]) -> Iterator[Entry]:
    position = 0
    for one in acts:
        for event in events_of(one):
            position += 1
            stored = to_stored(event, one.reference)
            yield from_stored(
                StoredEntry(
                    position,
                    "2026-01-01T00:00:00.000000Z",
                    "history",
                    stored.type,
                    msgspec.json.encode(stored.tags).decode(),
                    stored.data.decode(),
                )
            )


# ------------------------------------------------------------------- questions
class History(msgspec.Struct, frozen=True):
    """Acts that were recorded in this order, and what one may ask of them."""

    acts: tuple[Act, ...]
    known_at: int | None = None

    def as_known_at(self, position: int) -> "History":
        """Ask as of an earlier position."""
        return History(self.acts, position)

    def world(self) -> World:
        """Derive what holds."""
        entries = entries_of(self.acts)
        position = len(entries) if self.known_at is None else self.known_at
        return world_of(entries[:position], position=position)

    def annex_1(self, day: str) -> Annex1:
        """Ask who is a member on a day."""
        return annex_1(self.world(), day_of(date.fromisoformat(day)))

    def annex_2(self, day: str) -> Annex2:
        """Ask who transferred which competence, on a day."""
        return annex_2(self.world(), day_of(date.fromisoformat(day)))

    def members(self, day: str) -> list[str]:
        """List the members on a day, by id, in the order of annex 1."""
        return [line.member for line in self.annex_1(day).members]

    def holders(self, day: str) -> list[tuple[str, str]]:
        """List members and competences on a day, in the order of annex 2."""
        lines = self.annex_2(day).transfers
        return [(line.member, line.competence) for line in lines]

    def times(self, member: str, competence: str | None = None) -> list[str]:
        """List the times of a member, or of a competence of its, as `from..until`."""
        return sorted(
            f"{stay.from_}..{stay.until or ''}"
            for stay in self.world().membership.stays
            if (stay.member, stay.competence) == (member, competence)
        )

    def pending(self, day: str) -> list[Pending]:
        """List what is pending on a day."""
        return pending_on(self.world(), date.fromisoformat(day))

    def waiting(self, day: str) -> list[Waiting]:
        """List who waits on a day, for which competence, and what is missing."""
        return [
            (one.member, one.competence, [missing.fact for missing in one.missing])
            for one in self.pending(day)
        ]

    def executory(self, reference: str) -> Executory:
        """Ask since when an act is in force."""
        return self.world().executory[reference]


def given(*acts: Act) -> History:
    """Record these acts, in this order."""
    return History(acts)

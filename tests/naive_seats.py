"""The rules of section 7 told a second time: delegates, lived through day by day.

Nothing of the program is imported here, nor anything of its timelines: a clerk keeps a
table of seats and changes it each morning. It knows no mergers, no corrections.
"""

from itertools import count
from typing import Any

from tests.naive_oracle import Act, acts_known, agreements, in_force

COMMUNAL = "college-communal"
STEPS = ["direct", "communal-college", "departmental-colleges"]

Said = tuple[str, dict[str, Any]]
"""Who decided, and what."""


class Assemblies:
    """The members, their delegates and the regime, one day after the other."""

    def __init__(self, acts: list[Act], upto: int) -> None:
        """Read the acts; nothing has happened yet."""
        self.known = acts_known(acts, upto)
        self.agreements = sorted(
            agreements(self.known), key=lambda one: int(one["position"])
        )
        self.calendar: dict[tuple[str, str], list[Said]] = {}
        self.versions: list[tuple[str, int, dict[str, Any]]] = []
        self.described: dict[str, list[tuple[str, int, str, bool]]] = {}
        for act in self.known:
            for decision in act["decisions"]:
                self.note(act, decision)
        self.serial = count()
        self.rules: dict[str, Any] = {}
        self.founders: list[str] = []
        self.members: set[str] = set()
        self.seats: dict[str, list[dict[str, Any]]] = {}
        self.regime, self.spell = "", 0
        self.colleges: list[str] = []

    def note(self, act: Act, decision: dict[str, Any]) -> None:
        """Write a decision into the calendar, on the day it takes effect."""
        author, kind = act["act"].partition("/")[0], decision["type"]
        when = decision.get("on") or act.get("adopted_on")
        if kind in {"delegate-designated", "statutes-adopted"}:
            when = in_force(act, self.known)[0]
        if kind == "delegate-designated" and when:
            when = max(when, decision.get("from", when))
        if kind == "statutes-adopted" and when:
            self.versions.append((when, decision["position"], decision["rules"]))
        if kind == "adhesion-requested":
            place = decision["applicant"]["department"]
            one = (when or "", decision["position"], place, True)
            self.described.setdefault(author, []).append(one)
        if kind == "identity-changed":
            since, place = decision["from"], decision["department"]
            one = (since, decision["position"], place, False)
            self.described.setdefault(decision["member"], []).append(one)
        if when:
            self.calendar.setdefault((when, kind), []).append((author, decision))

    def live(self, day: str) -> None:
        """Let one day happen: the statutes, members, delegates, the regime."""
        for start, _position, named in sorted(self.versions, key=lambda one: one[:2]):
            if start == day:
                self.rules |= named
        self.come_and_go(day)
        self.renew(day)
        self.designate(day)
        self.choose_regime(day)

    def of_day(self, day: str, *kinds: str) -> list[Said]:
        """List who decided what, by position, of what takes effect on a day."""
        found = [one for kind in kinds for one in self.calendar.get((day, kind), [])]
        return sorted(found, key=lambda one: int(one[1]["position"]))

    def come_and_go(self, day: str) -> None:
        """Let members join and leave; with a member its delegates leave."""
        before = set(self.members)
        for _author, decision in self.of_day(day, "syndicate-created"):
            self.founders = [one["institution"]["id"] for one in decision["founders"]]
            self.members |= set(self.founders)
        for one in self.agreements:
            if one["start"] != day:
                continue
            if one["procedure"] == "adhesion":
                self.members.add(one["member"])
            elif one["member"] in self.members:
                self.members.discard(one["member"])
                if one["member"] in before:
                    self.seats[one["member"]] = []

    def renew(self, day: str) -> None:
        """Let the delegates of an assembly that is renewed hold over."""
        for _author, decision in self.of_day(day, "assembly-renewed"):
            for seat in self.seats.get(decision["member"], []):
                seat["holds_over"] = True

    def designate(self, day: str) -> None:
        """Let delegates come and go, in order of position."""
        moved = self.of_day(day, "delegate-designated", "seat-vacated")
        for author, decision in moved:
            if decision["type"] == "delegate-designated":
                self.seat(author, decision)
            elif decision.get("seat", "delegate") == "delegate":
                for member in self.seats if author == "secretariat" else [author]:
                    self.unseat(member, decision["person"])

    def seat(self, member: str, decision: dict[str, Any]) -> None:
        """Seat a person: again, instead of somebody, or on one more seat."""
        person, replaces = decision["person"], decision.get("replaces")
        if replaces != person:
            self.unseat(member, replaces)
        seats = self.seats.setdefault(member, [])
        for seat in seats:
            if seat["person"] == person:
                seat["term"] += seat["holds_over"]
                seat["holds_over"] = False
                return
        if member not in self.founders:
            seats.clear()
        key = next(self.serial)
        seats.append({"key": key, "person": person, "holds_over": False, "term": 0})

    def unseat(self, member: str, person: str | None) -> None:
        """Take a person's seat away."""
        kept = [one for one in self.seats.get(member, []) if one["person"] != person]
        self.seats[member] = kept

    # --------------------------------------------------------------- the communal block
    def block(self) -> list[str]:
        """List the members that are communes."""
        return sorted(self.members - set(self.founders))

    def department(self, member: str, day: str) -> str | None:
        """Tell in which département a member counts."""
        said = sorted(self.described.get(member, []))
        found = next((place for *_, place, introduces in said if introduces), None)
        for since, _position, place, _introduces in said:
            if since <= day:
                found = place
        return found

    def choose_regime(self, day: str) -> None:
        """Read the state machine after all changes of the day."""
        if not self.rules:
            return
        sides = [self.department(member, day) for member in self.block()]
        each = int(self.rules["departmental_colleges"]["members_each"])
        is_split = min(sides.count("59"), sides.count("62")) >= each
        wanted = "departmental-colleges" if is_split else "communal-college"
        if len(sides) <= int(self.rules["direct_seats_up_to"]):
            prefers = self.rules["two_and_two_at_four"] == "departmental-colleges"
            wanted = wanted if is_split and prefers else "direct"
        survive = self.rules["colleges_survive_departures"] == "true"
        if self.regime and survive:
            wanted = max(wanted, self.regime, key=STEPS.index)
        if wanted == self.regime:
            return
        self.regime, self.spell = wanted, self.spell + 1
        departments = [one["college"] for one in self.rules["departments"]]
        self.colleges = {"direct": [], "communal-college": [COMMUNAL]}.get(
            wanted, departments
        )

    def belongs(self, name: str, day: str) -> list[str]:
        """List the members of a college."""
        codes = {one["college"]: one["code"] for one in self.rules["departments"]}
        return [
            member
            for member in self.block()
            if name == COMMUNAL or self.department(member, day) == codes[name]
        ]

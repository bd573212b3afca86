"""The rules of section 7 told a second time: every seat, lived through day by day.

Nothing of the program is imported here, nor anything of its timelines: a clerk keeps a
table of seats and changes it each morning. It knows no mergers, no corrections.
"""

from datetime import date, timedelta
from itertools import count
from typing import Any

from tests.naive_oracle import Act, acts_known, agreements, in_force

FIRST, LAST = date(2021, 1, 1), date(2021, 8, 31)
COMMITTEE, BUREAU, COMMUNAL = "comite-syndical", "bureau", "college-communal"
STEPS = ["direct", "communal-college", "departmental-colleges"]

Line = tuple[str, str, str | None, bool]
"""A person, the member that designated, an office, whether it holds over."""

Table = dict[Any, Line]
"""The lines of a body, each under a key that stays as long as the seat does."""


class Chamber:
    """All bodies on all days, as the acts up to a position establish them."""

    def __init__(self, acts: list[Act], upto: int) -> None:
        """Live through all the days."""
        self.known = acts_known(acts, upto)
        self.decisions = [(act, one) for act in self.known for one in act["decisions"]]
        self.decisions.sort(key=lambda pair: pair[1]["position"])
        self.agreements = sorted(
            agreements(self.known), key=lambda one: int(one["position"])
        )
        self.serial = count()
        self.founders: list[str] = []
        self.members: set[str] = set()
        self.seats: dict[str, list[dict[str, Any]]] = {}
        self.regime, self.colleges, self.spell = "", [], 0
        self.elected: dict[str, list[dict[str, Any]]] = {}
        self.days: dict[str, dict[str, Table]] = {}
        self.empty: dict[str, dict[str, int]] = {}
        self.regimes: dict[str, str] = {}
        day = FIRST
        while day <= LAST:
            self.live(str(day))
            day += timedelta(days=1)

    def live(self, day: str) -> None:
        """Let one day happen: members, delegates, regime, colleges, bureau."""
        self.rules = self.rules_on(day)
        self.come_and_go(day)
        self.renew(day)
        self.designate(day)
        self.choose_regime(day)
        bodies = {name: self.college(name, day) for name in self.colleges}
        self.elect_representatives(day, bodies)
        bodies[COMMITTEE] = self.committee()
        self.elect_officers(day, bodies[COMMITTEE])
        bodies[BUREAU] = {
            one["key"]: (*one["line"][:2], office, self.holds_over(one["line"]))
            for office in ("president", "vice-president")
            for one in self.elected.get(office, [])
        }
        self.days[day], self.regimes[day] = bodies, self.regime
        self.empty[day] = self.count_empty(day)

    # --------------------------------------------------------------- on a day
    def rules_on(self, day: str) -> dict[str, Any]:
        """Lay the versions of the statutes in force one over the other."""
        versions = []
        for act, decision in self.decisions:
            start = in_force(act, self.known)[0]
            if decision["type"] == "statutes-adopted" and start and start <= day:
                versions.append((start, decision["position"], decision["rules"]))
        rules: dict[str, Any] = {}
        for _start, _position, named in sorted(versions, key=lambda one: one[:2]):
            rules |= named
        return rules

    def of_day(self, day: str, kind: str) -> list[tuple[Act, dict[str, Any]]]:
        """List the decisions of a kind that take effect on a day, by position."""
        found = []
        for act, decision in self.decisions:
            when = decision.get("on") or act.get("adopted_on")
            if kind == "delegate-designated":
                start = in_force(act, self.known)[0]
                when = start and max(start, decision.get("from", start))
            if decision["type"] == kind and when == day:
                found.append((act, decision))
        return found

    def come_and_go(self, day: str) -> None:
        """Let members join and leave; with a member its delegates leave."""
        before = set(self.members)
        for act, decision in self.of_day(day, "syndicate-created"):
            assert act["adopted_on"] == day
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
        for _act, decision in self.of_day(day, "assembly-renewed"):
            for seat in self.seats.get(decision["member"], []):
                seat["holds_over"] = True

    def designate(self, day: str) -> None:
        """Let delegates come and go, in order of position."""
        moved = self.of_day(day, "delegate-designated")
        moved += [
            (act, decision)
            for act, decision in self.of_day(day, "seat-vacated")
            if decision.get("seat", "delegate") == "delegate"
        ]
        for act, decision in sorted(moved, key=lambda pair: int(pair[1]["position"])):
            author = act["act"].partition("/")[0]
            if decision["type"] == "delegate-designated":
                self.seat(author, decision)
                continue
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
                seat["holds_over"] = False
                return
        if member not in self.founders:
            seats.clear()
        key = next(self.serial)
        seats.append({"key": key, "person": person, "holds_over": False})

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
        said = []
        for act, decision in self.decisions:
            if decision["type"] == "adhesion-requested":
                if act["act"].partition("/")[0] == member:
                    since = act.get("adopted_on", "")
                    place = decision["applicant"]["department"]
                    said.append((since, decision["position"], place, True))
            elif (
                decision["type"] == "identity-changed" and decision["member"] == member
            ):
                since, place = decision["from"], decision["department"]
                said.append((since, decision["position"], place, False))
        said.sort()
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
        for name in [COMMUNAL, *departments]:
            if name not in self.colleges:
                self.elected[name] = []

    def belongs(self, name: str, day: str) -> list[str]:
        """List the members of a college."""
        codes = {one["college"]: one["code"] for one in self.rules["departments"]}
        return [
            member
            for member in self.block()
            if name == COMMUNAL or self.department(member, day) == codes[name]
        ]

    def college(self, name: str, day: str) -> Table:
        """List who sits in a college."""
        return {
            (seat["key"], name): (seat["person"], member, None, seat["holds_over"])
            for member in self.belongs(name, day)
            for seat in self.seats.get(member, [])
        }

    # --------------------------------------------------------------- elected seats
    def elect_representatives(self, day: str, bodies: dict[str, Table]) -> None:
        """Let representatives lose their seats, then let the colleges elect."""
        for name in self.colleges:
            seated = self.elected.setdefault(name, [])
            seated[:] = [one for one in seated if one["rests_on"] in bodies[name]]
            self.elect(
                seated,
                bodies[name],
                [
                    decision
                    for act, decision in self.of_day(day, "representative-elected")
                    if act["act"].partition("/")[0] == name
                ]
                + self.left(day, "representative"),
            )

    def elect_officers(self, day: str, committee: Table) -> None:
        """Let offices end with the seat or the renewal, then let the committee elect."""
        renewed = [one["member"] for _, one in self.of_day(day, "assembly-renewed")]
        for office in ("president", "vice-president"):
            seated = self.elected.setdefault(office, [])
            seated[:] = [
                one
                for one in seated
                if one["rests_on"] in committee and one["line"][1] not in renewed
            ]
            may = {
                key: line
                for key, line in committee.items()
                if office == "president" or line[1] in self.founders
            }
            elections = [
                one
                for _, one in self.of_day(day, "officer-elected")
                if one["office"] == office
            ]
            events = elections + self.left(day, office)
            self.elect(seated, may, events, only_one=office == "president")

    def left(self, day: str, seat: str) -> list[dict[str, Any]]:
        """List the elected seats of a kind that somebody leaves on a day."""
        found = [one for _act, one in self.of_day(day, "seat-vacated")]
        return [one for one in found if one.get("seat") == seat]

    def elect(
        self,
        seated: list[dict[str, Any]],
        electable: Table,
        events: list[dict[str, Any]],
        *,
        only_one: bool = False,
    ) -> None:
        """Follow the elections of a day in order of position."""
        for event in sorted(events, key=lambda one: int(one["position"])):
            person, is_left = event["person"], event["type"] == "seat-vacated"
            goes = person if is_left else event.get("replaces")
            if is_left or goes != person:
                seated[:] = [one for one in seated if one["line"][0] != goes]
            base = [key for key, line in electable.items() if line[0] == person]
            if is_left or not base or any(one["line"][0] == person for one in seated):
                continue
            if only_one:
                seated.clear()
            key, line = ("elected", next(self.serial)), electable[base[0]]
            seated.append({"key": key, "rests_on": base[0], "line": line})

    # --------------------------------------------------------------- the committee
    def committee(self) -> Table:
        """List the founders' delegates, and the communal ones or representatives."""
        found: Table = {}
        for member in sorted(self.members):
            is_founder = member in self.founders
            if is_founder or self.regime == "direct":
                spell = 0 if is_founder else self.spell
                for seat in self.seats.get(member, []):
                    line = (seat["person"], member, None, seat["holds_over"])
                    found[seat["key"], spell] = line
        for name in self.colleges:
            for one in self.elected[name]:
                person, member, *_ = one["line"]
                found[one["key"]] = (person, member, None, self.holds_over(one["line"]))
        return found

    def holds_over(self, line: Line) -> bool:
        """Tell whether the delegate behind an elected seat holds over."""
        return any(
            seat["holds_over"]
            for seat in self.seats.get(line[1], [])
            if seat["person"] == line[0]
        )

    def count_empty(self, day: str) -> dict[str, int]:
        """Count the empty seats of each body."""
        if not self.rules:
            return {}
        vacant = [one for one in self.block() if not self.seats.get(one)]
        empty = {
            name: len(set(vacant) & set(self.belongs(name, day)))
            for name in self.colleges
        }
        committee = len(vacant) if self.regime == "direct" else 0
        for founder in self.founders:
            taken = len(self.seats.get(founder, []))
            committee += max(int(self.rules["seats"][founder]) - taken, 0)
        each = int(self.rules["departmental_colleges"]["seats_each"])
        for name in self.colleges:
            size = int(self.rules["communal_college_seats"])
            size = size if name == COMMUNAL else each
            committee += max(size - len(self.elected[name]), 0)
        offices = {"president": 1, "vice-president": int(self.rules["vice_presidents"])}
        bureau = sum(
            max(size - len(self.elected[office]), 0) for office, size in offices.items()
        )
        return empty | {COMMITTEE: committee, BUREAU: bureau}

    # --------------------------------------------------------------- answers
    def lines(self, body: str, day: str) -> list[tuple[Any, ...]]:
        """List who sat in a body on a day, since when and until when."""
        return sorted(
            (
                (*line, self.since(body, key, day), self.until(body, key, day))
                for key, line in self.days[day].get(body, {}).items()
            ),
            key=str,
        )

    def since(self, body: str, key: Any, day: str) -> str:
        """Look back for the first day of a seat."""
        return min(
            other
            for other, bodies in self.days.items()
            if other <= day and key in bodies.get(body, {})
        )

    def until(self, body: str, key: Any, day: str) -> str | None:
        """Look ahead for the first day on which the seat is no longer there."""
        for other, bodies in self.days.items():
            if other > day and key not in bodies.get(body, {}):
                return other
        return None

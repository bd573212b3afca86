"""Who sits in the colleges, the committee, the bureau: told a second time, day by day.

Nothing of the program is imported here. It stands on the members and delegates of
`naive_seats`; each morning who lost what the seat rests on goes, then bodies elect.
"""

from datetime import date, timedelta
from typing import Any

from tests.naive_oracle import Act
from tests.naive_seats import COMMUNAL, Assemblies

FIRST, LAST = date(2021, 1, 1), date(2021, 8, 31)
COMMITTEE, BUREAU = "comite-syndical", "bureau"

Line = tuple[str, str, str | None, bool]
"""A person, the member that designated, an office, whether it holds over."""

Table = dict[Any, Line]
"""The lines of a body, each under a key that stays as long as the seat does."""


class Chamber:
    """All bodies on all days, as the acts up to a position establish them."""

    def __init__(self, acts: list[Act], upto: int) -> None:
        """Live through all the days."""
        self.below = Assemblies(acts, upto)
        self.elected: dict[str, list[dict[str, Any]]] = {}
        self.days: dict[str, dict[str, Table]] = {}
        self.empty: dict[str, dict[str, int]] = {}
        self.regimes: dict[str, str] = {}
        day = FIRST
        while day <= LAST:
            self.live(str(day))
            day += timedelta(days=1)

    def live(self, day: str) -> None:
        """Let one day happen: below, then in colleges, committee and bureau."""
        self.below.live(day)
        bodies = {name: self.college(name, day) for name in self.below.colleges}
        self.elect_representatives(day, bodies)
        bodies[COMMITTEE] = self.committee()
        self.elect_officers(day, bodies[COMMITTEE])
        bodies[BUREAU] = {
            one["key"]: (*one["line"][:2], office, self.holds_over(one["line"]))
            for office in ("president", "vice-president")
            for one in self.elected.get(office, [])
        }
        self.days[day], self.regimes[day] = bodies, self.below.regime
        self.empty[day] = self.count_empty(day)

    def college(self, name: str, day: str) -> Table:
        """List who sits in a college."""
        return {
            (seat["key"], name): (seat["person"], member, None, seat["holds_over"])
            for member in self.below.belongs(name, day)
            for seat in self.below.seats.get(member, [])
        }

    # --------------------------------------------------------------- elected seats
    def elect_representatives(self, day: str, bodies: dict[str, Table]) -> None:
        """Let representatives lose their seats, then let the colleges elect."""
        for name in self.elected.keys() - {"president", "vice-president"}:
            if name not in self.below.colleges:
                self.elected[name] = []
        said = self.below.of_day(day, "representative-elected")
        left = self.left(day, "representative")
        for name in self.below.colleges:
            seated = self.elected.setdefault(name, [])
            seated[:] = [
                one
                for one in seated
                if one["rests_on"] in bodies[name] and one["term"] == self.term(one)
            ]
            own = [decision for author, decision in said if author == name]
            self.elect(seated, bodies[name], own + left)

    def elect_officers(self, day: str, committee: Table) -> None:
        """Let offices end with the seat or the renewal; then the committee elects."""
        happened = self.below.of_day(day, "assembly-renewed")
        renewed = [one["member"] for _author, one in happened]
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
                if office == "president" or line[1] in self.below.founders
            }
            elections = [
                one
                for _author, one in self.below.of_day(day, "officer-elected")
                if one["office"] == office
            ]
            events = elections + self.left(day, office)
            self.elect(seated, may, events, only_one=office == "president")

    def left(self, day: str, seat: str) -> list[dict[str, Any]]:
        """List the elected seats of a kind that somebody leaves on a day."""
        found = [one for _author, one in self.below.of_day(day, "seat-vacated")]
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
            base = [key for key, line in electable.items() if line[0] == person]
            if not (is_left or base):
                continue
            goes = person if is_left else event.get("replaces")
            if is_left or goes != person:
                seated[:] = [one for one in seated if one["line"][0] != goes]
            if is_left or any(one["line"][0] == person for one in seated):
                continue
            if only_one:
                seated.clear()
            key, line = ("elected", next(self.below.serial)), electable[base[0]]
            one = {"key": key, "rests_on": base[0], "line": line}
            seated.append(one | {"term": self.term(one)})

    def term(self, elected: dict[str, Any]) -> int | None:
        """Tell how often the delegate was installed again after a renewal."""
        person, member, *_ = elected["line"]
        seats = self.below.seats.get(member, [])
        return next((one["term"] for one in seats if one["person"] == person), None)

    # --------------------------------------------------------------- the committee
    def committee(self) -> Table:
        """List the founders' delegates, and the communal ones or representatives."""
        found: Table = {}
        for member in sorted(self.below.members):
            is_founder = member in self.below.founders
            if is_founder or self.below.regime == "direct":
                spell = 0 if is_founder else self.below.spell
                for seat in self.below.seats.get(member, []):
                    line = (seat["person"], member, None, seat["holds_over"])
                    found[seat["key"], spell] = line
        for name in self.below.colleges:
            for one in self.elected[name]:
                person, member, *_ = one["line"]
                found[one["key"]] = (person, member, None, self.holds_over(one["line"]))
        return found

    def holds_over(self, line: Line) -> bool:
        """Tell whether the delegate behind an elected seat holds over."""
        return any(
            seat["holds_over"]
            for seat in self.below.seats.get(line[1], [])
            if seat["person"] == line[0]
        )

    def count_empty(self, day: str) -> dict[str, int]:
        """Count the empty seats of each body."""
        rules = self.below.rules
        if not rules:
            return {}
        vacant = [one for one in self.below.block() if not self.below.seats.get(one)]
        empty = {
            name: len(set(vacant) & set(self.below.belongs(name, day)))
            for name in self.below.colleges
        }
        committee = len(vacant) if self.below.regime == "direct" else 0
        for founder in self.below.founders:
            taken = len(self.below.seats.get(founder, []))
            committee += max(int(rules["seats"][founder]) - taken, 0)
        each = int(rules["departmental_colleges"]["seats_each"])
        for name in self.below.colleges:
            size = int(rules["communal_college_seats"])
            size = size if name == COMMUNAL else each
            committee += max(size - len(self.elected[name]), 0)
        offices = {"president": 1, "vice-president": int(rules["vice_presidents"])}
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
        first = day
        for other in reversed([other for other in self.days if other <= day]):
            if key not in self.days[other].get(body, {}):
                break
            first = other
        return first

    def until(self, body: str, key: Any, day: str) -> str | None:
        """Look ahead for the first day on which the seat is no longer there."""
        for other, bodies in self.days.items():
            if other > day and key not in bodies.get(body, {}):
                return other
        return None

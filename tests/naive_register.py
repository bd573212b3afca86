"""The register told day by day, from the agreements of the naive oracle."""

from datetime import date, timedelta
from typing import Any

from tests.naive_oracle import Act, acts_known, agreements, in_force

Line = tuple[str, str | None, str, str | None]
"""A member, its competence (None: the membership), since when, until when."""

Waiting = tuple[str, str | None, str, str | None, tuple[tuple[str | None, str], ...]]
"""A member, a competence, a procedure, the day it begins, what is missing."""

Held = dict[tuple[str, str | None], str]

FIRST, LAST = date(2022, 5, 1), date(2022, 12, 31)


class Register:
    """Everything the acts up to a position establish, one day after the other."""

    def __init__(self, acts: list[Act], upto: int) -> None:
        """Live through all the days."""
        self.known = acts_known(acts, upto)
        self.agreements = agreements(self.known)
        self.days: dict[str, Held] = {}
        held: Held = {}
        day = FIRST
        while day <= LAST:
            self.live(str(day), held)
            self.days[str(day)] = dict(held)
            day += timedelta(days=1)

    def live(self, day: str, held: Held) -> None:
        """Let happen what happens on a day, in the order of its recording."""
        happens = [(one["position"], one) for one in self.agreements]
        happens += self.foundations()
        for _position, one in sorted(happens, key=lambda pair: pair[0]):
            if one["start"] == day:
                change(day, held, one)

    def foundations(self) -> list[tuple[int, dict[str, Any]]]:
        """List what each founder begins with, as agreements that need nobody."""
        found = []
        for act in self.known:
            for decision in act["decisions"]:
                for founder in decision.get("founders", []):
                    begun = {
                        "member": founder["institution"]["id"],
                        "procedure": "foundation",
                        "start": in_force(act, self.known)[0],
                    }
                    for competence in founder["competences"] or [None]:
                        one = begun | {"competence": competence}
                        found.append((decision["position"], one))
        return found

    def lines(self, day: str) -> list[Line]:
        """List the members and what they hold, with since and until."""
        return sorted(
            (
                (member, competence, since, self.until(member, competence, day))
                for (member, competence), since in self.days[day].items()
            ),
            key=str,
        )

    def until(self, member: str, competence: str | None, day: str) -> str | None:
        """Look ahead for the first day on which this time is over."""
        since = self.days[day][member, competence]
        for later, held in self.days.items():
            if later > day and held.get((member, competence)) != since:
                return later
        return None

    def waiting(self, day: str) -> list[Waiting]:
        """List what has been said by a day, has not begun and may still begin."""
        held = self.days[day]
        unnamed = {
            one["member"]
            for _position, one in self.foundations()
            if one["competence"] is None
        }
        return sorted(
            (
                (
                    one["member"],
                    one["competence"],
                    one["procedure"],
                    one["start"],
                    tuple(one["missing"]),
                )
                for one in self.agreements
                if one["first_adopted"] <= day
                and not (one["start"] and one["start"] <= day)
                and not (one["dead_from"] and one["dead_from"] <= day)
                and matters(one, held, unnamed)
            ),
            key=str,
        )


def change(day: str, held: Held, one: dict[str, Any]) -> None:
    """Begin or end what an agreement says."""
    member, competence = one["member"], one["competence"]
    if one["procedure"] == "transfer" and (member, None) not in held:
        return
    if one["procedure"] in {"foundation", "adhesion", "transfer"}:
        held.setdefault((member, None), day)
        held.setdefault((member, competence), day)
        return
    if one["procedure"] == "resumption":
        if (member, competence) not in held:
            return
        del held[member, competence]
        if any(who == member and what for who, what in held):
            return
    for key in [key for key in held if key[0] == member]:
        del held[key]


def matters(one: dict[str, Any], held: Held, unnamed: set[str]) -> bool:
    """Tell whether there is something left to begin, or to end."""
    member, competence = one["member"], one["competence"]
    if one["procedure"] == "withdrawal":
        return (member, None) in held
    if one["procedure"] == "resumption":
        return (member, competence) in held or member in unnamed
    return (member, competence) not in held

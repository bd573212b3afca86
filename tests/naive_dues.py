"""The rules of section 9 told a second time, with fractions and day by day.

Nothing of the program is imported here. It knows no mergers, and of corrections those
it is given: from which day an act has no effect, and until which.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.naive_cents import divided, euros, not_set_off, part_of_year, summed
from tests.naive_oracle import Act, acts_known, agreements, in_force

ENT, FIBRE = "numerique-educatif", "communications-electroniques"
SERVICES = {"half-day", "school", "quote"}

Line = tuple[str, str, str, str, str]
"""Member, line, quantity, price, amount: the numbers as texts, empty for none."""


class Dues:
    """What everybody owes for a year under the law in force on a day."""

    def __init__(
        self,
        acts: list[Act],
        upto: int,
        when: tuple[int, str],
        struck: dict[str, tuple[str, str]] | None = None,
    ) -> None:
        """Read the acts up to a position; those struck have no effect for a while."""
        self.known = acts_known(acts, upto)
        self.year, self.at = when
        self.law = min(self.at, f"{self.year}-12-31")
        self.struck = struck or {}
        self.all = sorted(
            ((act, one) for act in self.known for one in act["decisions"]),
            key=lambda pair: int(pair[1]["position"]),
        )
        self.lines: list[Line] = []
        self.missing: set[tuple[str, str, str]] = set()
        self.held = {member: self.days_held(member) for member in self.joined()}
        for member in self.held:
            self.by_tariff(member)
        self.by_budget()
        self.missing |= self.may_hold()
        untold = {member for member, *_ in self.missing}
        self.lines += not_set_off(self.lines, untold)

    # --------------------------------------------------------------- what was decided
    def decided(
        self, kind: str, days: list[str] | None = None
    ) -> list[tuple[Act, dict[str, Any]]]:
        """List the decisions of a kind, if need be those in force on one of some days.

        Where no days are given: what stood on one day, from the law day on.
        """
        return [
            (act, decision)
            for act, decision in self.all
            if decision["type"] == kind
            and (
                any(self.holds(act, day) for day in days)
                if days is not None
                else any(self.stands(act, day) for day in self.since(self.law))
            )
        ]

    def since(self, first: str) -> list[str]:
        """List days from one to that asked on which something may be otherwise."""
        edges = {edge for ends in self.struck.values() for edge in ends}
        edges |= {in_force(act, self.known)[0] or "" for act in self.known}
        return [first, *sorted(day for day in edges if first < day <= self.at)]

    def stands(self, act: Act, day: str) -> bool:
        """Tell whether nothing strikes an act on a day."""
        since, until = self.struck.get(act["act"], ("9999", "9999"))
        return not since <= day < until

    def holds(self, act: Act, day: str) -> bool:
        """Tell whether an act is in force on a day."""
        start = in_force(act, self.known)[0]
        return bool(start and start <= day) and self.stands(act, day)

    def joined(self) -> list[str]:
        """List who ever joined for the competence that has a tariff."""
        return sorted(
            {
                one["member"]
                for one in agreements(self.known)
                if one["start"] and one["procedure"] == "adhesion"
            }
        )

    def days_held(self, member: str) -> set[str]:
        """List the days on which a member holds the competence."""
        turns = [(one["start"], one) for one in agreements(self.known)]
        mine = [pair for pair in turns if pair[0] and pair[1]["member"] == member]
        mine.sort(key=lambda pair: (pair[0], int(pair[1]["position"])))
        never: tuple[str, Any] = ("2027-01-01", None)
        days: set[str] = set()
        holds = False
        for (start, one), (end, _next) in pairwise([*mine, never]):
            holds = one["procedure"] == "adhesion"
            day = date.fromisoformat(start)
            while holds and str(day) < end:
                days.add(str(day))
                day += timedelta(days=1)
        return days

    # --------------------------------------------------------------- who waits
    def may_hold(self) -> set[tuple[str, str, str]]:
        """List who waits for the competence, and may hold it: what is missing to tell.

        Who waits for what it holds, or would owe nothing more, is not among them.
        """
        if self.at < f"{self.year}-01-01":
            return set()
        return {
            (one["member"], ENT, fact)
            for one in agreements(self.known)
            if one["procedure"] == "adhesion"
            and one["first_adopted"] <= self.law
            and not (one["dead_from"] and one["dead_from"] <= self.at)
            and self.law not in self.held.get(one["member"], set())
            and self.would_owe(one["member"])
            for _act, fact in one["missing"]
        }

    def would_owe(self, member: str) -> bool:
        """Tell whether who waits would owe more if it held the competence."""
        tariff = self.tariff()
        if tariff is None:
            return True
        held = self.held.get(member, set())
        if any(f"{self.year}-01-01" <= day <= self.law for day in held):
            return bool(tariff["prorata"] != "none")
        by_itself = [
            line
            for line in tariff["lines"]
            if line["unit"] not in SERVICES and self.wants(member, line)
        ]
        return bool(by_itself or self.services(member))

    # --------------------------------------------------------------- the tariff
    def tariff(self) -> dict[str, Any] | None:
        """Find the tariff of the year: the latest in force in it, or else after it."""
        first, after = f"{self.year}-01-01", f"{self.year + 1}-01-01"
        in_year = [self.law] if self.law < first else [self.law, first]
        later = self.since(after) if self.at >= after else []
        for days in (in_year, later):
            found = [
                (one["from_year"], act["adopted_on"], one["position"], one)
                for act, one in self.decided("tariff-voted", days)
                if one["from_year"] <= self.year
            ]
            if found:
                return max(found, key=lambda one: one[:3])[3]
        return None

    def by_tariff(self, member: str) -> None:
        """Write the lines of a member, or what is missing to write them."""
        of_year = {day for day in self.held[member] if day[:4] == str(self.year)}
        if not any(day <= self.at for day in of_year):
            return
        tariff = self.tariff()
        if tariff is None:
            self.missing.add((member, ENT, f"tariff {self.year}"))
            return
        lines, lacking = self.lines_due(member, tariff, of_year)
        served, unpriced = self.lines_served(member, tariff)
        lines, lacking = lines + served, lacking | unpriced
        if lacking:
            self.missing |= {(member, ENT, fact) for fact in lacking}
            return
        if lines:
            for _act, one in self.decided("subsidy-granted", self.since(self.law)):
                if (one["member"], one["year"]) == (member, self.year):
                    less = -Fraction(one["amount"])
                    lines.append((member, "subsidy", "", "", euros(less)))
        self.lines += lines

    def lines_due(
        self, member: str, tariff: dict[str, Any], of_year: set[str]
    ) -> tuple[list[Line], set[str]]:
        """Write the lines due by themselves, and say what is missing."""
        lines: list[Line] = []
        lacking: set[str] = set()
        for line in tariff["lines"]:
            if line["unit"] in SERVICES or not self.wants(member, line):
                continue
            if line["unit"] == "joining":
                if min(self.held[member])[:4] == str(self.year):
                    price = Fraction(line["price"])
                    lines.append(written(member, line, "1", price))
                continue
            first = self.year - (tariff["headcount"] == "previous")
            pupils = self.pupils(member, f"{first}-{first + 1}")
            if pupils is None:
                lacking.add(f"pupils {first}-{first + 1}")
                continue
            part = part_of_year(of_year, self.year, tariff["prorata"])
            amount = pupils * Fraction(line["price"]) * part
            lines.append(written(member, line, str(pupils), amount))
        return lines, lacking

    def lines_served(
        self, member: str, tariff: dict[str, Any]
    ) -> tuple[list[Line], set[str]]:
        """Write the lines of what was delivered, and say what is missing."""
        lines: list[Line] = []
        lacking: set[str] = set()
        for service in self.services(member):
            line = next(
                (one for one in tariff["lines"] if one["code"] == service["line"]), None
            )
            if line is None:
                lacking.add(f"price {service['line']}")
                continue
            quantity = service["quantity"]
            amount = Fraction(line.get("price", 0)) * Fraction(quantity)
            if line["unit"] == "quote":
                amount = Fraction(service["amount"])
            lines.append(written(member, line, quantity, amount))
        return lines, lacking

    def wants(self, member: str, line: dict[str, Any]) -> bool:
        """Tell whether a line is owed by all, or was chosen for the year."""
        chosen = [
            one["from_year"] <= self.year <= one.get("until_year", 9999)
            for act, one in self.decided("option-chosen", [self.law])
            if act["act"].partition("/")[0] == member and one["line"] == line["code"]
        ]
        return line["optional"] == "false" or any(chosen)

    def pupils(self, member: str, school_year: str) -> int | None:
        """Find the head-count adopted last; what the secretariat learned is latest."""
        found = []
        for act, one in self.decided("pupils-counted"):
            author = act["act"].partition("/")[0]
            if one["school_year"] == school_year and member in {
                author,
                one.get("member"),
            }:
                undated = "9999" if author == "secretariat" else ""
                adopted = act.get("adopted_on", undated)
                found.append((adopted, one["position"], one["pupils"]))
        return max(found)[2] if found else None

    def services(self, member: str) -> list[dict[str, Any]]:
        """List what was delivered to a member in the year, up to the day."""
        return [
            one
            for _act, one in self.decided("service-delivered")
            if one["member"] == member
            and one["on"][:4] == str(self.year)
            and one["on"] <= self.at
        ]

    # --------------------------------------------------------------- the budget
    def by_budget(self) -> None:
        """Divide the budget among the founders, cent by cent."""
        created = self.decided("syndicate-created", [self.law])
        rules = [
            one["rules"] for _, one in self.decided("statutes-adopted", [self.law])
        ]
        if self.at < f"{self.year}-01-01":
            return
        if not rules:
            for _act, decision in created:
                for founder in decision["founders"]:
                    lacking = f"tariff {self.year}"
                    self.missing.add((founder["institution"]["id"], FIBRE, lacking))
            return
        shares: dict[str, str] = rules[0]["shares"][FIBRE]
        found = [
            (act["adopted_on"], one["position"], one)
            for act, one in self.decided("budget-voted", [self.law])
            if one["year"] == self.year
        ]
        if not found:
            lacking = f"budget {self.year}"
            founders = shares if created else ()
            self.missing |= {(founder, FIBRE, lacking) for founder in founders}
            return
        budget = max(found, key=lambda one: one[:2])[2]
        for name in ("operating", "participation", "studies"):
            if name in budget:
                for founder, amount in divided(budget[name], shares).items():
                    self.by_share(founder, name, amount, is_member=bool(created))

    def by_share(
        self, founder: str, name: str, amount: Fraction, *, is_member: bool
    ) -> None:
        """Write a share as a line, or as owed by nobody; one of nothing is none."""
        if is_member:
            self.lines.append((founder, name, "", "", euros(amount)))
        elif amount:
            self.missing.add((founder, FIBRE, "member"))

    # --------------------------------------------------------------- accounts
    def totals(self) -> dict[str, tuple[str, ...]]:
        """Sum up: due, called, paid, regularisation, outstanding."""
        called = [pair for pair in self.all if pair[1]["type"] == "contribution-called"]
        paid = self.decided("payment-received")
        called_for = [one for _, one in called if one["year"] == self.year]
        paid_for = [
            one for _, one in paid if one["year"] == self.year and one["on"] <= self.at
        ]
        unknown = {member for member, *_ in self.missing}
        members = {line[0] for line in self.lines} | unknown
        members |= {one["member"] for one in called_for + paid_for}
        found: dict[str, tuple[str, ...]] = {}
        for member in members:
            amounts = [Fraction(line[4]) for line in self.lines if line[0] == member]
            due = max(sum(amounts, Fraction(0)), Fraction(0))
            call = summed(called_for, member)
            payment = summed(paid_for, member)
            is_told = member not in unknown
            found[member] = (
                euros(due) if is_told else "",
                *(euros(call), euros(payment)),
                euros(due - call) if is_told else "",
                euros(call - payment),
            )
        return found


def written(member: str, line: dict[str, Any], quantity: str, amount: Fraction) -> Line:
    """Write a line."""
    return (member, line["code"], quantity, line.get("price", ""), euros(amount))

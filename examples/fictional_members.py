"""Who asks to join, when and how; whom the members designate; what becomes of them."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from examples.fictional_acts import EDUCATION, Act, Story, assembly_act
from examples.fictional_chance import draw

Step = tuple[date, Callable[[Story], None]]
"""Something that happens on a day of the story."""

_YEAR_BEGINS = 9
_COUNTS_SINCE = 2022


class Asks(msgspec.Struct, frozen=True, kw_only=True):
    """A request to join. `how` its dates are established: see `assembly_act`.

    `conditions` is the version it approves, where that is not the one of the day; empty
    where it approves none.
    """

    member: str
    on: date
    how: str = "usual"
    effect: str | None = "on-executory"
    conditions: str | None = None
    again: bool = False

    def step(self) -> Step:
        """Tell the day, and what happens on it."""
        return self.on, self.happen

    def happen(self, story: Story) -> None:
        """Let the assembly ask, designate its delegate, count its pupils."""
        version = "2023-18" if self.on > date(2023, 6, 15) else "2019-12"
        asked: Act = {
            "type": "adhesion-requested",
            "applicant": story.institution(self.member, self.on),
            "competences": [EDUCATION],
        }
        asked |= {"effect": self.effect} if self.effect else {}
        is_2018 = self.on < date(2022, 1, 20)
        asked["approves_statutes"] = "2018-11-28" if is_2018 else "2022-01-19"
        if self.conditions is None:
            asked["approves_conditions"] = version
        elif self.conditions:
            asked["approves_conditions"] = self.conditions
        asked["cites_conditions"] = self.conditions or version
        decisions = [asked]
        if not self.again:
            person = story.people.somebody()
            decisions.append({"type": "delegate-designated", "person": person})
            story.committee.designate(self.member, person, self.on)
        if self.on.year >= _COUNTS_SINCE:
            decisions.append(count(story, self.member, school_year_of(self.on)))
        title = "Adhésion au syndicat mixte ouvert Nord-Pas-de-Calais Numérique"
        start = assembly_act(
            story, (self.member, self.on), title, decisions, how=self.how
        )
        if start is not None and self.effect not in {None, "on-executory"}:
            start = max(start, date.fromisoformat(str(self.effect)))
        story.in_force[self.member] = start


class Designates(msgspec.Struct, frozen=True, kw_only=True):
    """A new designation: of the same person again, or of another one."""

    member: str
    on: date
    is_again: bool = False
    from_: date | None = None

    def step(self) -> Step:
        """Tell the day, and what happens on it."""
        return self.on, self.happen

    def happen(self, story: Story) -> None:
        """Let the assembly designate its delegate."""
        before = story.committee.delegates(self.member, self.on)
        is_again = self.is_again and bool(before)
        person = before[0] if is_again else story.people.somebody()
        decision: Act = {"type": "delegate-designated", "person": person}
        if before and not is_again:
            decision["replaces"] = before[0]
        if self.from_ is not None:
            decision["from"] = self.from_
        title = "Désignation du délégué au comité syndical"
        start = assembly_act(story, (self.member, self.on), title, [decision])
        assert start is not None, "a designation's dates are usual"
        story.committee.designate(self.member, person, max(start, self.from_ or start))


class Leaves(msgspec.Struct, frozen=True, kw_only=True):
    """A member's delegate goes before the term; the secretariat learns of it."""

    member: str
    on: date
    reason: str

    def step(self) -> Step:
        """Tell the day, and what happens on it."""
        return self.on, self.happen

    def happen(self, story: Story) -> None:
        """Let the seat be empty from that day on."""
        person = story.committee.delegate(self.member, self.on)
        vacated = {"type": "seat-vacated", "person": person, "reason": self.reason}
        vacated["on"] = str(self.on)
        title = (
            f"Siège devenu vacant : {story.institution(self.member, self.on)['name']}"
        )
        told = self.on + timedelta(days=2)
        story.tell("secretariat", told, title, decisions=[vacated])
        story.committee.vacate(person, self.on)


def count(story: Story, member: str, school_year: str) -> Act:
    """Count a member's pupils: some seven in a hundred inhabitants, varying a bit."""
    year = int(school_year[:4])
    population = 2_000
    if member in story.data:
        population = story.institution(member, date(year, 10, 1))["population"]
    per_mille = 62 + draw(f"{member} pupils", 12)
    pupils = population * per_mille // 1000 + draw(f"{member} {school_year}", 9)
    story.pupils[member, school_year] = pupils
    counted = {"type": "pupils-counted", "school_year": school_year, "pupils": pupils}
    return counted | {"schools": pupils // 115 + 1}


def school_year_of(day: date) -> str:
    """Tell the school year a day is in."""
    first = day.year if day.month >= _YEAR_BEGINS else day.year - 1
    return f"{first}-{first + 1}"


REQUESTS = (
    Asks(member="cc-pevele-carembault", on=date(2019, 7, 8)),
    Asks(member="ca-cambrai", on=date(2019, 9, 23)),
    Asks(member="wattignies", on=date(2019, 10, 15)),
    Asks(member="cc-pays-solesmois", on=date(2019, 12, 17), effect=None),
    Asks(member="cc-sud-avesnois", on=date(2020, 9, 28), conditions=""),
    Asks(member="ca-maubeuge-val-de-sambre", on=date(2020, 10, 15)),
    Asks(member="faches-thumesnil", on=date(2021, 1, 28)),
    Asks(member="cc-hauts-de-flandre", on=date(2021, 2, 9), how="certified"),
    Asks(member="cu-arras", on=date(2021, 4, 8)),
    Asks(member="ca-porte-du-hainaut", on=date(2021, 9, 27)),
    Asks(member="cc-pays-de-mormal", on=date(2021, 10, 13), effect=None),
    Asks(member="sainghin-en-melantois", on=date(2021, 11, 4)),
    Asks(member="ca-lens-lievin", on=date(2021, 12, 14)),
    Asks(member="cc-coeur-d-ostrevent", on=date(2022, 3, 31)),
    Asks(member="lezennes", on=date(2022, 4, 12)),
    Asks(member="ca-douaisis", on=date(2022, 9, 29)),
    Asks(member="la-madeleine", on=date(2022, 10, 6)),
    Asks(member="fromelles", on=date(2022, 10, 20)),
    Asks(member="le-maisnil", on=date(2022, 11, 8)),
    Asks(member="cc-ternois", on=date(2023, 1, 24)),
    Asks(member="cc-coeur-de-l-avesnois", on=date(2023, 2, 6)),
    Asks(member="la-madeleine", on=date(2023, 2, 13), again=True),
    Asks(member="cu-dunkerque", on=date(2023, 6, 28), conditions="2019-12"),
    Asks(member="cc-flandre-interieure", on=date(2023, 7, 3)),
    Asks(member="bondues", on=date(2023, 9, 28), effect="2024-01-01", how="late"),
    Asks(member="quesnoy-sur-deule", on=date(2023, 10, 11), effect="2024-01-01"),
    Asks(
        member="ennetieres-en-weppes",
        on=date(2023, 11, 9),
        effect="2024-01-01",
        how="presumed",
    ),
    Asks(member="ca-valenciennes-metropole", on=date(2024, 2, 1)),
    Asks(member="cc-flandre-lys", on=date(2024, 4, 4)),
    Asks(member="ostricourt", on=date(2024, 4, 23)),
    Asks(member="mouvaux", on=date(2024, 5, 14)),
    Asks(member="forest-sur-marque", on=date(2024, 11, 7), effect="2025-01-01"),
    Asks(member="marquette-lez-lille", on=date(2025, 1, 30)),
    Asks(member="wambrechies", on=date(2025, 10, 2), how="posting"),
    Asks(member="peronne-en-melantois", on=date(2025, 12, 4), effect="2026-01-01"),
    Asks(member="baisieux", on=date(2026, 10, 8)),
)
"""Who asks; the committee answers in `fictional_agenda`."""

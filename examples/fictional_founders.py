"""The founders: their delegates, renewed with their assemblies in 2021."""

from collections.abc import Sequence
from datetime import date

import msgspec

from examples.fictional_acts import Act, Story, assembly_act
from examples.fictional_committee import SEATS
from examples.fictional_members import Step

REGION, NORD, PAS_DE_CALAIS = SEATS
_TITLE = "Désignation des représentants au comité syndical Nord-Pas-de-Calais Numérique"


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """A founder designates delegates: the first, or some instead of those before.

    `ranks` tell which of those before are replaced; the others are designated again
    unless `only` these are meant.
    """

    founder: str
    on: date
    from_: date
    ranks: Sequence[int] = ()
    only: bool = False
    vacated: bool = False

    def step(self) -> Step:
        """Tell the day, and what happens on it."""
        return self.on, self.happen

    def happen(self, story: Story) -> None:
        """Designate, seat by seat."""
        before = story.committee.delegates(self.founder, self.on)
        decisions: list[Act] = []
        for rank in range(SEATS[self.founder]):
            if self.only and rank not in self.ranks:
                continue
            replaced = rank in self.ranks or not before
            person = story.people.somebody() if replaced else before[rank]
            decision: Act = {"type": "delegate-designated", "person": person}
            gone = before[rank] if before and replaced and not self.vacated else None
            decision |= {"replaces": gone} if gone else {}
            decisions.append(decision | {"from": self.from_})
            story.committee.designate(self.founder, person, self.from_, gone)
        start = assembly_act(story, (self.founder, self.on), _TITLE, decisions)
        assert start is not None, "a founder publishes as it should"
        assert start <= self.from_, "delegates sit once the act is in force"


def renewed(founder: str, on: date) -> Step:
    """Tell of the election of a founder's assembly; the delegates hold over."""

    def happen(story: Story) -> None:
        story.tell(
            founder,
            on,
            "Installation de l'assemblée issue des élections de juin 2021",
            decisions=[{"type": "assembly-renewed", "on": on}],
        )
        story.president = None if founder == REGION else story.president

    return on, happen


def resigns(founder: str, rank: int, on: date, *, seat: str = "delegate") -> Step:
    """Let a founder's delegate leave a seat; the secretariat is told."""

    def happen(story: Story) -> None:
        person = story.committee.delegates(founder, on)[rank]
        vacated = {"type": "seat-vacated", "person": person, "reason": "resignation"}
        vacated |= {"seat": seat} if seat != "delegate" else {}
        who = "délégué" if seat == "delegate" else "vice-président"
        title = f"Démission d'un {who}"
        vacated["on"] = str(on)
        story.tell("secretariat", on, title, decisions=[vacated])
        if seat == "delegate":
            story.committee.vacate(person, on)

    return on, happen


STEPS: tuple[Step, ...] = (
    Names(founder=PAS_DE_CALAIS, on=date(2019, 1, 28), from_=date(2019, 2, 11)).step(),
    Names(founder=REGION, on=date(2019, 1, 31), from_=date(2019, 2, 11)).step(),
    Names(founder=NORD, on=date(2019, 2, 4), from_=date(2019, 2, 11)).step(),
    renewed(NORD, date(2021, 7, 1)),
    renewed(PAS_DE_CALAIS, date(2021, 7, 1)),
    renewed(REGION, date(2021, 7, 2)),
    Names(
        founder=NORD, on=date(2021, 7, 12), from_=date(2021, 7, 19), ranks=(1, 2, 4)
    ).step(),
    Names(
        founder=PAS_DE_CALAIS,
        on=date(2021, 7, 12),
        from_=date(2021, 7, 19),
        ranks=(0, 3),
    ).step(),
    Names(
        founder=REGION,
        on=date(2021, 7, 22),
        from_=date(2021, 7, 29),
        ranks=(0, 2, 3, 5, 7, 8),
    ).step(),
    resigns(NORD, 1, date(2023, 4, 3)),
    Names(
        founder=NORD,
        on=date(2023, 4, 17),
        from_=date(2023, 4, 24),
        ranks=(4,),
        only=True,
        vacated=True,
    ).step(),
    resigns(PAS_DE_CALAIS, 0, date(2024, 2, 1), seat="vice-president"),
)

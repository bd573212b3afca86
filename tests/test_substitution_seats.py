"""Where an EPCI takes its communes' place, who sits follows (CGCT L.5217-7)."""

from datetime import date

from projections.periods import day_of
from projections.register.rosters import roster
from tests.acts import ENT, PREFECTURE, act, decision, institution
from tests.answers import regimes
from tests.committee import COLLEGE, all_seated, designates, founded
from tests.spec import History, given

COMMUNES = "avelin beuvry carvin deulemont ennetieres"
MEL = institution("mel", name="Métropole", kind="epci", epci_kind="metropole")
HOUSE = [*founded(), *all_seated(COMMUNES, "2020-03-02")]
ORDER = act(
    f"{PREFECTURE}/mel",
    decision(
        "competence-substituted",
        members=["avelin", "beuvry"],
        into=MEL,
        competence=ENT,
        from_="2025-01-01",
    ),
    adopted_on="2024-11-04",
)


def sitting(history: History, day: str) -> list[str]:
    found = roster(history.world(), COLLEGE, day_of(date.fromisoformat(day)))
    return sorted(seat.member for seat in found.seats)


def empty(history: History, day: str) -> list[tuple[str | None, date | None]]:
    found = roster(history.world(), COLLEGE, day_of(date.fromisoformat(day)))
    return [(one.member, one.fill_by) for one in found.vacancies]


def test_the_communes_delegates_sit_until_the_day_and_the_epci_is_to_designate() -> (
    None
):
    history = given(*HOUSE, ORDER)
    assert sitting(history, "2024-12-31") == sorted(COMMUNES.split())
    assert sitting(history, "2025-01-01") == ["carvin", "deulemont", "ennetieres"]
    assert empty(history, "2025-01-01") == [("mel", date(2025, 2, 1))]
    seated = given(*HOUSE, ORDER, designates("mel", "Zoé Fictive", "2025-01-20"))
    assert "mel" in sitting(seated, "2025-01-20")
    assert empty(seated, "2025-01-20") == []


def test_the_epci_counts_for_the_regime_where_its_communes_did() -> None:
    before = [*founded(), *all_seated("avelin beuvry carvin", "2020-03-02")]
    before += all_seated("lens", "2020-03-02", department="62")
    order = act(
        f"{PREFECTURE}/agglo",
        decision(
            "competence-substituted",
            members=["lens"],
            into=institution("agglo", kind="epci", department="62"),
            competence=ENT,
            from_="2025-01-01",
        ),
        adopted_on="2024-11-04",
    )
    second = all_seated("bethune", "2025-06-02", department="62")
    assert regimes(given(*before, order))[-1].startswith("direct ")
    assert regimes(given(*before, order, *second))[-1] == (
        "departmental-colleges 2025-06-02"
    )

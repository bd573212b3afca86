"""What becomes of members: renewals, successors, a merger, new names, a withdrawal."""

from datetime import date, timedelta

from examples.fictional_acts import Act, Story, assembly_act
from examples.fictional_chance import after, draw
from examples.fictional_members import Designates, Leaves, Step

HEIR = "les-deux-weppes"
_MERGED = ("fromelles", "le-maisnil")
_NOT_YET = {"cc-sud-avesnois", "mouvaux", "cu-dunkerque"}
"""Members whose assembly of 2026 has not designated yet: their delegates hold over."""


def renewal_of_2020(story: Story) -> None:
    """Tell of the municipal elections of 2020, as far as members were concerned."""
    days = {
        "wattignies": date(2020, 6, 28),
        "cc-pays-solesmois": date(2020, 7, 9),
        "cc-pevele-carembault": date(2020, 7, 15),
        "ca-cambrai": date(2020, 7, 16),
    }
    title = "Renouvellement des conseils municipaux et communautaires de 2020"
    decisions = [
        {"type": "assembly-renewed", "member": member, "on": str(day)}
        for member, day in days.items()
    ]
    story.tell("secretariat", date(2020, 7, 20), title, decisions=decisions)
    for member, day in days.items():
        story.committee.renew(member, day)


def renewal_of_2026(story: Story) -> None:
    """Tell of the municipal elections of 2026: 15 and 22 March, then the EPCI."""
    told = date(2026, 4, 27)
    decisions: list[Act] = []
    for tenure in story.committee.members(told):
        is_commune = tenure.member == HEIR or (
            story.data.get(tenure.member, {}).get("kind") == "commune"
        )
        first = date(2026, 3, 15) if is_commune else date(2026, 4, 7)
        step = 7 * draw(f"{tenure.member} second ballot", 2)
        if not is_commune:
            step = draw(f"{tenure.member} installed", 4)
        on = first + timedelta(days=step)
        story.committee.renew(tenure.member, on)
        decisions.append(
            {"type": "assembly-renewed", "member": tenure.member, "on": str(on)}
        )
    title = "Renouvellement des conseils municipaux et communautaires de 2026"
    story.tell("secretariat", told, title, decisions=decisions)


def designations_of_2026(story: Story) -> None:
    """Let the members designate anew: two in three the same person again."""
    for tenure in story.committee.members(date(2026, 5, 1)):
        member = tenure.member
        if member in _NOT_YET:
            continue
        is_again = draw(f"{member} again", 3) > 0 and member != "cc-pevele-carembault"
        keeps = {
            "ca-maubeuge-val-de-sambre",
            "cu-arras",
            "ca-lens-lievin",
            "ca-douaisis",
        }
        on = after(date(2026, 5, 4), draw(f"{member} designates", 24))
        Designates(member=member, on=on, is_again=is_again or member in keeps).happen(
            story
        )


def merger(story: Story) -> None:
    """Let two small communes become one that does not exist (its SIREN neither)."""
    day = date(2025, 1, 1)
    heir: Act = {
        "id": HEIR,
        "name": "Commune nouvelle des Deux-Weppes",
        "kind": "commune",
    }
    heir |= {"department": "59", "insee": "59257", "siren": "215909995"}
    heir["population"] = 1_699
    story.tell(
        "prefecture-du-nord",
        date(2024, 11, 18),
        "Arrêté portant création d'une commune nouvelle (imaginaire)",
        nature="AU",
        decisions=[
            {
                "type": "members-merged",
                "members": list(_MERGED),
                "into": heir,
                "from": day,
            }
        ],
    )
    for member in _MERGED:
        story.committee.leave(member, day)
    story.committee.join(HEIR, "59", day)
    story.since[HEIR] = story.since[_MERGED[0]]


def heir_designates(story: Story) -> None:
    """Let the merged communes' heir designate its delegate, within the month."""
    on, person = date(2025, 1, 20), story.people.somebody()
    designated = {"type": "delegate-designated", "person": person}
    title = "Désignation du délégué au comité syndical"
    start = assembly_act(story, (HEIR, on), title, [designated])
    assert start is not None, "its dates are usual"
    story.committee.designate(HEIR, person, start)


def _renamed(member: str, adopted_on: date, from_: date) -> Step:
    """Let an EPCI change its nature and its name under the same SIREN."""

    def happen(story: Story) -> None:
        later = story.institution(member, from_ + timedelta(days=366))
        changed: Act = {"type": "identity-changed", "member": member, "from": from_}
        changed |= {"name": later["name"], "population": later["population"]}
        title = "Arrêté portant transformation en communauté d'agglomération"
        story.tell(
            "prefecture-du-nord", adopted_on, title, nature="AU", decisions=[changed]
        )

    return adopted_on, happen


def withdrawal_requested(story: Story) -> None:
    """Let a member ask to leave at a year's end (art. 16)."""
    asked = {"type": "withdrawal-requested", "effect": "2026-01-01"}
    title = "Retrait du syndicat mixte au 1er janvier 2026"
    assembly_act(story, ("cc-hauts-de-flandre", date(2025, 5, 14)), title, [asked])


def first_delegate_of_caudresis(story: Story) -> None:
    """Let the Caudrésis-Catésis designate the delegate its real request does not."""
    Designates(member="ca-caudresis-catesis", on=date(2021, 6, 30)).happen(story)


STEPS: tuple[Step, ...] = (
    (date(2020, 7, 20), renewal_of_2020),
    Designates(
        member="cc-pevele-carembault", on=date(2020, 9, 14), is_again=True
    ).step(),
    Designates(member="ca-cambrai", on=date(2020, 9, 17)).step(),
    Designates(member="wattignies", on=date(2020, 9, 24)).step(),
    Designates(member="cc-pays-solesmois", on=date(2020, 10, 1), is_again=True).step(),
    (date(2021, 6, 30), first_delegate_of_caudresis),
    Leaves(member="ca-cambrai", on=date(2021, 11, 8), reason="loss-of-mandate").step(),
    Designates(member="ca-cambrai", on=date(2021, 11, 29)).step(),
    Leaves(member="cc-sud-avesnois", on=date(2023, 9, 5), reason="death").step(),
    Designates(member="cc-sud-avesnois", on=date(2023, 11, 28)).step(),
    Designates(
        member="faches-thumesnil", on=date(2023, 11, 16), from_=date(2024, 1, 1)
    ).step(),
    _renamed("cc-flandre-interieure", date(2023, 12, 15), date(2024, 1, 1)),
    (date(2024, 11, 18), merger),
    _renamed("cc-coeur-d-ostrevent", date(2024, 12, 16), date(2025, 1, 1)),
    (date(2025, 1, 20), heir_designates),
    (date(2025, 5, 14), withdrawal_requested),
    (date(2026, 4, 27), renewal_of_2026),
    (date(2026, 5, 1), designations_of_2026),
    Leaves(
        member="quesnoy-sur-deule", on=date(2026, 9, 14), reason="resignation"
    ).step(),
)

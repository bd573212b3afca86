"""The acts of the complement: their dates, their publicity, their numbers.

An act is a mapping as an acts file holds it. Numbers are given at the end, in order of
the dates; until then an act is its own reference.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from examples.fictional_chance import after, draw
from examples.fictional_committee import Committee
from examples.fictional_people import People

Act = dict[str, Any]
EDUCATION = "numerique-educatif"
NETWORKS = "communications-electroniques"
FICTIONAL = "fictif"
NOTE = "FICTIF — délibération inventée pour la démonstration."
NOTE_OF_OTHERS = "FICTIF — acte inventé pour la démonstration."
WEB_ONLY_SINCE = date(2022, 7, 1)
SMALL_BELOW = 3_500

_REAL_NUMBERS = {
    2019: (date(2019, 6, 26), 12, 12),
    2022: (date(2022, 6, 16), 14, 15),
    2023: (date(2023, 6, 15), 18, 18),
}
"""Per year: the day, and the first and last number, of the committee's real acts."""

_OTHERS = ("prefecture-", "president", "secretariat")
_FIELDS = (
    *("act", "nature", "matter", "title", "convened_on", "adopted_on", "session"),
    *("sent_on", "received_on", "published", "executory_on", "executory_basis"),
    *("vote", "source", "note", "decisions"),
)
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)

_DATA = Path(__file__).with_name("fictional_data.json")


class Story(msgspec.Struct):
    """What has been told so far: acts, people, and who sits when.

    `in_force` tells since when a member's request is (None: not established), `since`
    when it joined, `pupils` its head-counts by school year.
    """

    acts: list[Act] = []
    people: People = msgspec.field(default_factory=People)
    committee: Committee = msgspec.field(default_factory=Committee)
    data: dict[str, Any] = msgspec.field(
        default_factory=lambda: json.loads(_DATA.read_text())["institutions"]
    )
    in_force: dict[str, date | None] = {}
    pupils: dict[tuple[str, str], int] = {}
    since: dict[str, date] = {}
    president: str | None = None

    def tell(self, authority: str, day: date, title: str, **fields: Any) -> Act:
        """Add an act; its fields come in the order of the real examples."""
        deliberates = authority == "comite-syndical" or not authority.startswith(
            ("college-", *_OTHERS)
        )
        fields |= {"act": authority, "title": title, "adopted_on": day}
        fields |= {"source": FICTIONAL}
        fields.setdefault("note", NOTE if deliberates else NOTE_OF_OTHERS)
        act = {field: fields[field] for field in _FIELDS if field in fields}
        assert len(act) == len(fields), "every field has its place"
        self.acts.append(act)
        return act

    def institution(self, member: str, day: date) -> dict[str, Any]:
        """Describe an institution as the data of the time know it."""
        known = self.data[member]
        vintage = max(one for one in ("2022", "2024", "2026") if one <= _known(day))
        described = {key: known[key] for key in known if key != "vintages"}
        return (
            {"name": known["vintages"][vintage]["name"]}
            | described
            | {"population": known["vintages"][vintage]["population"]}
        )

    def is_small(self, member: str, day: date) -> bool:
        """Tell whether an institution is a commune that chooses its publicity."""
        described = self.institution(member, day)
        small = described["population"] < SMALL_BELOW
        return bool(described["kind"] == "commune" and small)


def _known(day: date) -> str:
    """Tell the year whose data are looked at; the oldest are those of 2022."""
    return max(str(day.year), "2022")


def assembly_act(
    story: Story,
    who_and_when: tuple[str, date],
    title: str,
    decisions: Sequence[Act],
    *,
    how: str = "usual",
) -> date | None:
    """Let a member's assembly adopt an act; tell since when it is in force.

    `how` its dates are established: usual; certified or presumed executory; learned
    late, through the secretariat; or by posting where that does not count (None).
    """
    member, day = who_and_when
    sent, made_public = after(day, 3), after(day, 4)
    fields: Act = {"matter": "5.7", "convened_on": after(day - timedelta(days=9), 0)}
    mode = "web"
    if member in story.data and (
        day < WEB_ONLY_SINCE or story.is_small(member, day) or how == "posting"
    ):
        mode = "posting"
    published = [{"on": made_public, "mode": mode}]
    vote = _count(member, day)
    if how == "presumed":
        story.tell(
            member, day, title, **fields, executory_on=made_public,
            executory_basis="presumed", vote=vote, decisions=list(decisions),
            note=f"{NOTE} Présumée exécutoire quatre jours après son adoption : ni la "
            "transmission ni la publicité ne sont au dossier.",
        )  # fmt: skip
        return made_public
    if how != "late":
        fields |= {"sent_on": sent, "received_on": sent, "published": published}
    if how == "certified":
        fields |= {"executory_on": made_public, "executory_basis": "certified"}
    act = story.tell(member, day, title, **fields, vote=vote, decisions=list(decisions))
    if how == "late":
        _learn_late(story, act, sent, {"on": made_public, "mode": mode})
    return None if how == "posting" else max(sent, made_public)


def _learn_late(story: Story, act: Act, sent: date, published: Act) -> None:
    transmitted = {"type": "act-transmitted", "target": act, "sent_on": sent}
    story.tell(
        "secretariat",
        after(act["adopted_on"], 75),
        "Pièces reçues : bordereau de transmission et certificat de publication",
        decisions=[
            transmitted | {"received_on": sent},
            {"type": "act-published", "target": act, **published},
        ],
    )


def _count(member: str, day: date) -> Any:
    """Count an assembly's vote: a count, or unanimity."""
    if draw(f"{member} {day} unanimous", 4) == 0:
        return "unanimous"
    against = draw(f"{member} {day} against", 4)
    present = 19 + draw(f"{member} present", 40)
    return {"for": present - against, "against": against, "abstentions": 0}


def syndicate_dates(day: date) -> Act:
    """Tell how the committee makes its acts executory: sent, then on its web site."""
    sent = after(day, 4)
    mode = "web" if day >= date(2022, 6, 25) else "paper"
    published = [{"on": after(sent, 1), "mode": mode}]
    return {"sent_on": sent, "received_on": sent, "published": published}


def in_french(day: date) -> str:
    """Write a date as a title does.

    >>> in_french(date(2024, 6, 1))
    '1er juin 2024'
    """
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


# ------------------------------------------------------------------- numbers
def numbered(acts: Iterable[Act]) -> list[Act]:
    """Give each act its number, in order of the dates; and its references theirs."""
    ordered = sorted(acts, key=lambda act: act["adopted_on"])
    last: dict[tuple[str, int], int] = {}
    for act in ordered:
        day: date = act["adopted_on"]
        key = act["act"], day.year
        last[key] = number = max(last.get(key, 0) + 1, _lowest(act["act"], day))
        act["act"] = f"{act['act']}/fictif-{_spelt(act['act'], day, number)}"
    for act in ordered:
        for decision in act["decisions"]:
            if isinstance(decision.get("target"), dict):
                decision["target"] = decision["target"]["act"]
    return ordered


def _lowest(authority: str, day: date) -> int:
    if authority == "comite-syndical":
        real, _first, last = _REAL_NUMBERS.get(day.year, (date.max, 0, 0))
        return last + 1 if day > real else 1
    if authority.startswith(("college-", *_OTHERS)):
        return 1
    return day.timetuple().tm_yday * (2 + draw(authority, 3)) // 7 + 1


def _spelt(authority: str, day: date, number: int) -> str:
    if authority.startswith("prefecture-"):
        return f"{day}"
    is_short = authority.startswith(("college-", "comite-"))
    return f"{day.year}-{number}" if is_short else f"{day.year}-{number:03d}"

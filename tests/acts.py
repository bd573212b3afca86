"""Tell what an act says, as an acts file holds it: plain texts, lists and mappings.

The one language in which tests write acts; `tests.committee` adds who sits and votes,
`tests.spec` what is given and asked. Every person, commune, price and number is
invented.

    given(creation(), *joins("avelin", on="2020-03-02")).members("2020-03-02")
"""

import json
from pathlib import Path
from typing import Any

import yaml

from ledger.shipped import shipped_articles

Plain = dict[str, Any]

TODAY = "2026-01-31"
"""The last day the tests know."""

ENT = "numerique-educatif"
FIBRE = "communications-electroniques"
COMMITTEE = "comite-syndical"
PREFECTURE = "prefecture-du-nord"
SECRETARIAT = "secretariat"
COURT = "tribunal-administratif-de-lille"
APPEAL = "cour-administrative-d-appel-de-douai"
SIREN = "200039386"
"""The real syndicate's: the articles of its texts ship with the program."""

ARTICLES = dict(shipped_articles(SIREN, "statutes", "2018-11-28"))
"""Where the clauses of the statutes of 2018 stand."""


# ------------------------------------------------------------------- any act
def act(reference: str, *decisions: Plain, **fields: Any) -> Plain:
    """Write an act; what it says of itself as keywords, dates as texts."""
    return {"act": reference, **fields, "decisions": list(decisions)}


def decision(name: str, /, **fields: Any) -> Plain:
    """Write a decision; `from_` stands for the field `from`."""
    if "from_" in fields:
        fields["from"] = fields.pop("from_")
    return {"type": name, **fields}


def matter(subject: str = "Une affaire fictive") -> Plain:
    """Write a decision of which nothing follows."""
    return decision("matter-decided", subject=subject)


def complete(day: str, effective: str | None = None) -> Plain:
    """Say that an act was adopted that day, and in force that day or the one given."""
    executory = effective or day
    return {
        "adopted_on": day,
        "sent_on": executory,
        "published": [{"on": executory, "mode": "web"}],
    }


def learned(number: str, what: str, **said: Any) -> Plain:
    """Let the secretariat write down what it learned: `act-transmitted`, …."""
    return act(f"{SECRETARIAT}/{number}", decision(what, **said))


def write(path: Path, acts: list[Plain]) -> Path:
    """Write a file of acts, YAML or JSON by its suffix."""
    if path.suffix == ".json":
        text = json.dumps(acts, ensure_ascii=False, indent=1)
    else:
        text = yaml.safe_dump(acts, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def known(**fields: Any) -> Plain:
    """Leave out what is None: nothing is known of it."""
    return {name: value for name, value in fields.items() if value is not None}


# ------------------------------------------------------------------- members
def institution(member: str, **said: Any) -> Plain:
    """Describe a commune of the Nord, or what is said instead; None is not known."""
    name = f"Commune de {member.capitalize()}"
    described = {"id": member, "name": name, "kind": "commune", "department": "59"}
    return known(**described | said)


def creation(
    *founders: tuple[str, list[str]], on: str | None = "2013-07-04", **said: Any
) -> Plain:
    """Create the syndicate; without founders named, a Region that holds the fibre."""
    named = [
        {"institution": {"id": one, "name": one, "kind": "region"}, "competences": held}
        for one, held in founders or (("region-fictive", [FIBRE]),)
    ]
    numbered = {"name": "Syndicat fictif", "siren": SIREN, "founders": named}
    created = decision("syndicate-created", **numbered)
    return act(f"{PREFECTURE}/creation", created, **known(adopted_on=on) | said)


def request(
    member: str, number: str, *competences: str, also: Any = (), **fields: Any
) -> Plain:
    """Let an assembly ask to join; `effect` and `applicant` are the decision's.

    What the same act decides beside it is said with `also`.
    """
    effect, applicant = fields.pop("effect", None), fields.pop("applicant", {})
    asked = decision(
        "adhesion-requested",
        applicant=institution(member, **applicant),
        competences=[*(competences or (ENT,))],
        **known(effect=effect),
    )
    return act(f"{member}/{number}", asked, *also, **fields)


def approval(member: str, number: str, *competences: str, **fields: Any) -> Plain:
    """Let the committee agree that an institution joins."""
    named = [*(competences or (ENT,))]
    agreed = decision("adhesion-approved", member=member, competences=named)
    return act(f"{COMMITTEE}/{number}", agreed, **fields)


def asks(
    member: str, number: str, what: str, *competences: str, **fields: Any
) -> Plain:
    """Let a member ask: for a `competence-transfer`, a `withdrawal`, …."""
    said = known(competences=[*competences] or None, effect=fields.pop("effect", None))
    return act(f"{member}/{number}", decision(f"{what}-requested", **said), **fields)


def agrees(
    member: str, number: str, what: str, *competences: str, **fields: Any
) -> Plain:
    """Let the committee agree: `competence-transferred`, `withdrawal-approved`, …."""
    said = known(member=member, competences=[*competences] or None)
    return act(f"{COMMITTEE}/{number}", decision(what, **said), **fields)


def joins(
    member: str, *competences: str, on: str, number: str = "adhesion", **applicant: Any
) -> list[Plain]:
    """Let both bodies agree, in force that day, that an institution joins."""
    dates, of_committee = complete(on), f"{member}-{number}"
    return [
        request(member, number, *competences, applicant=applicant, **dates),
        approval(member, of_committee, *competences, **dates),
    ]


def leaves(member: str, *, on: str, number: str = "retrait") -> list[Plain]:
    """Let both bodies agree, in force that day, that a member leaves."""
    dates, of_committee = complete(on), f"{member}-{number}"
    return [
        asks(member, number, "withdrawal", **dates),
        agrees(member, of_committee, "withdrawal-approved", **dates),
    ]


def admits(member: str, on: str, **fields: Any) -> Plain:
    """Let the committee admit an associate, in force that day unless said otherwise."""
    said = decision("associate-admitted", institution=institution(member))
    dates = fields or complete(on)
    return act(f"{COMMITTEE}/associe-{member}-{on}", said, **dates)


def parts(member: str, on: str, **fields: Any) -> Plain:
    """Let an associate leave."""
    said, dates = decision("associate-left", member=member), fields or complete(on)
    return act(f"{COMMITTEE}/depart-{member}-{on}", said, **dates)


# ------------------------------------------------------------------- conditions
OLD, NEW = "2019-12", "2023-18"


def conditions(version: str, on: str, competence: str = ENT) -> Plain:
    """Let a version of the conditions enter into force that day."""
    articles = dict(shipped_articles(SIREN, "conditions", version))
    said = {"competence": competence, "version": version, "articles": articles}
    adopted = decision("conditions-adopted", **said)
    return act(f"{COMMITTEE}/conditions-{version}", adopted, **complete(on))


BOTH = (conditions(OLD, "2019-06-26"), conditions(NEW, "2023-06-15"))
"""The two versions of the conditions, each in force on its adoption."""


def asks_to_join(member: str, on: str | None, *others: Plain, **said: Any) -> Plain:
    """Let a commune ask to join, perfectly in 2024 but for what is said otherwise."""
    perfect: Plain = {"effect": "on-executory", "approves_conditions": NEW}
    one = request(member, "adhesion", **({} if on is None else complete(on)))
    [asked] = one["decisions"]
    designated = decision("delegate-designated", person=f"d-{member}")
    whole = known(**asked | perfect | said)
    return one | {"decisions": [whole, *(others or [designated])]}


# ------------------------------------------------------------------- money
def line(code: str, unit: str, price: str | None = None, **said: Any) -> Plain:
    """Write a line of a tariff."""
    named = {"code": code, "label": f"Ligne {code}", "unit": unit}
    return named | known(price=price) | said


def tariff(from_year: int, *lines: Plain, on: str, **said: Any) -> Plain:
    """Let the committee vote a tariff, in force that day."""
    number = said.pop("number", f"bareme-{from_year}-{on}")
    dates = said.pop("dates", complete(on))
    voted = {"competence": ENT, "from_year": from_year, "lines": [*lines]}
    decided = decision("tariff-voted", **voted | said)
    return act(f"{COMMITTEE}/{number}", decided, **dates)


def base(from_year: int, price: str, on: str, **said: Any) -> Plain:
    """Let the committee vote a tariff of one price by pupil."""
    return tariff(from_year, line("base", "pupil", price), on=on, **said)


def quotes(*lines: Plain) -> Plain:
    """Write prices that are quoted, in an act that says more."""
    return decision("price-quoted", lines=[*lines])


def pupils(school_year: str, count: int) -> Plain:
    """Write a head-count, in an act that says more."""
    return decision("pupils-counted", school_year=school_year, pupils=count)


def counts(
    member: str, school_year: str, count: int, on: str | None, **said: Any
) -> Plain:
    """Let a member, or whoever is named with `by`, tell a head-count."""
    by, number = said.pop("by", member), said.pop("number", f"{school_year}-{on}")
    named = {} if by == member else {"member": member}
    told = pupils(school_year, count) | named
    return act(f"{by}/effectifs-{member}-{number}", told, **known(adopted_on=on))


def chooses(member: str, code: str, from_year: int, until: int | None = None) -> Plain:
    """Let a member take an optional line."""
    said = {"line": code, "from_year": from_year} | known(until_year=until)
    dates, number = complete(f"{from_year - 1}-11-05"), f"option-{code}-{from_year}"
    return act(f"{member}/{number}", decision("option-chosen", **said), **dates)


def delivers(member: str, code: str, on: str, **said: Any) -> Plain:
    """Let a service be delivered."""
    served = decision("service-delivered", member=member, line=code, on=on, **said)
    return act(f"{SECRETARIAT}/service-{member}-{code}-{on}", served)


def subsidizes(payer: str, member: str, year: int, amount: str, on: str) -> Plain:
    """Let a body pay part of a member's contribution."""
    said = {"payer": payer, "member": member, "year": year, "amount": amount}
    granted = decision("subsidy-granted", **said)
    return act(f"{payer}/aide-{member}-{year}", granted, **complete(on))


def calls(member: str, year: int, amount: str, on: str) -> Plain:
    """Let an amount be claimed from a member."""
    said = decision("contribution-called", member=member, year=year, amount=amount)
    return act(f"{SECRETARIAT}/titre-{member}-{year}-{on}", said, adopted_on=on)


def pays(member: str, year: int, amount: str, on: str) -> Plain:
    """Let a payment be received."""
    said = {"member": member, "year": year, "amount": amount, "on": on}
    received = decision("payment-received", **said)
    return act(f"{SECRETARIAT}/recette-{member}-{year}-{on}", received)


def budget(year: int, operating: str, on: str, **said: Any) -> Plain:
    """Let the committee vote what the fibre costs in a year."""
    number = said.pop("number", f"budget-{year}-{on}")
    voted = {"competence": FIBRE, "year": year, "operating": operating} | said
    return act(
        f"{COMMITTEE}/{number}", decision("budget-voted", **voted), **complete(on)
    )


# ------------------------------------------------------------------- undone
JOINED, LATER, PAUSED, RESUMED = "2020-03-02", "2021-05-03", "2022-01-10", "2023-04-03"
AVELIN = joins("avelin", on=JOINED)
APPROVAL: str = AVELIN[1]["act"]


def ruling(
    what: str, target: str, number: int = 1, *, on: str = "2025-01-06", **said: Any
) -> Plain:
    """Let a court rule on a day."""
    ruled = decision(what, target=target, **said)
    return act(f"{COURT}/{number}", ruled, adopted_on=on)


def suspended(target: str, from_: str = PAUSED, **said: Any) -> Plain:
    """Let a court suspend an act, or what is numbered of it."""
    return ruling("act-suspended", target, 1, from_=from_, **said)


def lifted(target: str, from_: str = RESUMED) -> Plain:
    """Let a court lift a suspension."""
    return ruling("suspension-lifted", target, 2, from_=from_)


def paused(target: str) -> list[Plain]:
    """Let a court suspend an act, and lift it later."""
    return [suspended(target), lifted(target)]


def annulled_from(target: str, from_: str = PAUSED, **said: Any) -> Plain:
    """Let a court annul an act from a day only."""
    return ruling("act-annulled", target, 1, from_=from_, **said)


def overturned(number: int) -> Plain:
    """Let a higher court void a ruling."""
    said = decision("ruling-overturned", target=f"{COURT}/{number}")
    return act(f"{APPEAL}/{number}", said, adopted_on="2025-06-02")


def repealed(target: str, on: str, **said: Any) -> Plain:
    """Let its author end an act for the future."""
    dates, author = said.pop("dates", complete(on)), target.partition("/")[0]
    ended = decision("act-repealed", target=target, **said)
    return act(f"{author}/abroge-{on}", ended, **dates)

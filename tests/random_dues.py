"""Random histories of money: tariffs, counts, options, services, subsidies, budgets.

From 2022 to 2025; acts are dicts as in an acts file, recorded in no order. Prices have
up to four decimals, so that rounding shows. Every name and amount is invented.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Act = dict[str, Any]

FIRST, DAYS_ALL = date(2022, 1, 1), 4 * 365
ENT, FIBRE = "numerique-educatif", "communications-electroniques"
COMMITTEE = "comite-syndical"
FOUNDERS = ["region-fictive", "nord-fictif", "pas-fictif"]
MEMBERS = ["avelin", "beuvry", "carvin"]
YEARS = st.integers(2022, 2024)
DAYS = st.integers(0, DAYS_ALL)
PRICES = st.integers(0, 40_000).map(lambda cents: f"{cents / 10_000:.4f}")
AMOUNTS = st.integers(0, 300_000).map(lambda cents: f"{cents / 100:.2f}")
SHARES = st.sampled_from(
    [("50", "25", "25"), ("33.3", "33.3", "33.4"), ("70", "30", "0")]
)
UNITS = ["pupil", "pupil", "joining", "half-day", "school", "quote"]


def day_text(number: int) -> str:
    """Write a day of those years."""
    return str(FIRST + timedelta(days=number))


@st.composite
def dates(draw: st.DrawFn) -> Act:
    """Draw when an act was adopted and certified executory, or only the first."""
    adopted = draw(st.integers(0, 300) | DAYS)
    known = {"adopted_on": day_text(adopted)}
    if draw(st.integers(0, 9)) == 0:
        return known
    late = draw(st.sampled_from([0, 0, 5]))
    return known | {
        "executory_on": day_text(adopted + late),
        "executory_basis": "certified",
    }


def said_by(author: str, fields: Act, **decision: Any) -> Act:
    """Write an act of one decision; it is named when all are drawn."""
    return {"act": author, **fields, "decisions": [decision]}


@st.composite
def tenures(draw: st.DrawFn, member: str) -> list[Act]:
    """Draw how a commune joins, perhaps leaves, perhaps joins again."""
    later = st.lists(DAYS, max_size=2, unique=True)
    days = sorted({draw(st.integers(0, 400)), *draw(later)})
    applicant = {"name": member, "kind": "commune", "department": "59"}
    acts = []
    for step, day in enumerate(days):
        when = {"adopted_on": day_text(day), "executory_on": day_text(day)}
        when |= {"executory_basis": "certified"}
        asked: Act = {"type": "adhesion-requested", "applicant": applicant}
        agreed: Act = {"type": "adhesion-approved"}
        held: Act = {"competences": [ENT]}
        if step == 1:
            asked, held = {"type": "withdrawal-requested"}, {}
            agreed = {"type": "withdrawal-approved"}
        acts.append(said_by(member, when, **asked, **held))
        acts.append(said_by(COMMITTEE, when, **agreed, **held, member=member))
    return acts


@st.composite
def tariffs(draw: st.DrawFn, from_year: int | None = None) -> Act:
    """Draw a tariff: by pupil, by joining, by service; perhaps prorated."""
    lines = []
    for number in range(draw(st.integers(1, 4))):
        unit = draw(st.sampled_from(UNITS))
        line: Act = {"code": f"l{number}", "label": "Ligne", "unit": unit}
        line |= {} if unit == "quote" else {"price": draw(PRICES)}
        lines.append(line | {"optional": draw(st.sampled_from(["false", "true"]))})
    early = {"adopted_on": day_text(0), "executory_on": day_text(0)}
    early |= {"executory_basis": "certified"}
    return said_by(
        COMMITTEE,
        early if from_year else draw(dates()),
        type="tariff-voted",
        competence=ENT,
        from_year=from_year or draw(YEARS),
        headcount=draw(st.sampled_from(["previous", "current"])),
        prorata=draw(st.sampled_from(["none", "monthly", "daily"])),
        lines=lines,
    )


@st.composite
def budgets(draw: st.DrawFn) -> Act:
    """Draw the budget of a year."""
    more = {name: draw(AMOUNTS) for name in ("participation", "studies")}
    named = {name: more[name] for name in more if draw(st.booleans())}
    voted: Act = {"competence": FIBRE, "year": draw(YEARS), "operating": draw(AMOUNTS)}
    return said_by(COMMITTEE, draw(dates()), type="budget-voted", **voted, **named)


@st.composite
def counts(draw: st.DrawFn, member: str) -> Act:
    """Draw a head-count of a member, or one the secretariat learned."""
    first, by = (
        draw(st.integers(2021, 2025)),
        draw(st.sampled_from([member] * 4 + ["s"])),
    )
    said: Act = {"type": "pupils-counted", "school_year": f"{first}-{first + 1}"}
    said |= {"pupils": draw(st.integers(0, 6000))}
    adopted = draw(st.none() | DAYS)
    when = {} if adopted is None else {"adopted_on": day_text(adopted)}
    if by == "s":
        return said_by("secretariat", {}, **said, member=member)
    return said_by(member, when, **said)


@st.composite
def others(draw: st.DrawFn, member: str) -> Act:
    """Draw an option, a service, a subsidy, a call or a payment of a member."""
    line, year = draw(st.sampled_from(["l0", "l0", "l0", "l1", "l3"])), draw(YEARS)
    named: Act = {"member": member, "year": year, "amount": draw(AMOUNTS)}
    on = {"on": day_text(draw(DAYS))}
    match draw(st.integers(0, 4)):
        case 0:
            until = draw(st.none() | st.integers(0, 2).map(lambda more: year + more))
            limited = {} if until is None else {"until_year": until}
            chosen: Act = {"type": "option-chosen", "line": line, "from_year": year}
            return said_by(member, draw(dates()), **chosen, **limited)
        case 1:
            served: Act = {"type": "service-delivered", "member": member, "line": line}
            given = {"quantity": draw(st.sampled_from(["1", "2.5"])), "amount": "12.34"}
            return said_by("secretariat", {}, **served, **on, **given)
        case 2:
            payer: Act = {"type": "subsidy-granted", "payer": FOUNDERS[1]}
            return said_by(FOUNDERS[1], draw(dates()), **payer, **named)
        case 3:
            return said_by("secretariat", {}, type="contribution-called", **named)
        case _:
            paid: Act = {"type": "payment-received", **named, **on}
            return said_by("secretariat", {}, **paid)


def foundations(shares: tuple[str, ...]) -> list[Act]:
    """Write the creation and the statutes that name the shares."""
    founders = [
        {
            "institution": {"id": one, "name": one, "kind": "region"},
            "competences": [FIBRE],
        }
        for one in FOUNDERS
    ]
    created = {"type": "syndicate-created", "name": "Fictif", "founders": founders}
    rules = {"shares": {FIBRE: dict(zip(FOUNDERS, shares, strict=True))}}
    when = {"adopted_on": day_text(0), "executory_on": day_text(0)}
    when |= {"executory_basis": "certified"}
    adopted = {"type": "statutes-adopted", "version": "1", "rules": rules}
    return [
        said_by("prefecture-du-nord", {"adopted_on": day_text(0)}, **created),
        said_by(COMMITTEE, when, **adopted),
    ]


@st.composite
def histories(draw: st.DrawFn) -> list[Act]:
    """Draw acts that have names of their own, in the order of their recording."""
    acts: list[Act] = foundations(draw(SHARES))
    for member in draw(
        st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=3, unique=True)
    ):
        acts += draw(tenures(member))
        acts += draw(st.lists(counts(member), min_size=3, max_size=8))
        acts += draw(st.lists(others(member), min_size=3, max_size=9))
    acts += [draw(tariffs(from_year=2022))]
    acts += draw(st.lists(tariffs(), max_size=3))
    acts += draw(st.lists(budgets(), max_size=2))
    recorded: list[Act] = draw(st.permutations(acts))
    for number, act in enumerate(recorded):
        act["act"] = f"{act['act']}/{number}"
    return recorded

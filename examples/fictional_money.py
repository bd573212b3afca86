"""Money: pupils counted, options, services, subsidies, calls and payments."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from examples.fictional_acts import Act, Story, assembly_act
from examples.fictional_chance import after, draw
from examples.fictional_changes import HEIR
from examples.fictional_founders import NORD, PAS_DE_CALAIS, REGION
from examples.fictional_members import Step, count

_BASE, _OPTION, _HALF_DAY = Decimal("1.30"), Decimal("0.30"), Decimal("150.00")
_UNCOUNTED = ("cc-pays-de-mormal", "2023-2024")
_NEVER_PAID = {("ca-porte-du-hainaut", 2024), ("bondues", 2025)}
_HALF_PAID = {("cu-dunkerque", 2024)}
_MERGED = ("fromelles", "le-maisnil")

_OPTIONS = {
    "ca-cambrai": (2024, None, date(2023, 11, 20)),
    "wattignies": (2024, 2025, date(2023, 11, 30)),
    "la-madeleine": (2025, None, date(2024, 10, 10)),
}
_HALF_DAYS = {
    ("ca-douaisis", 2024): (2, date(2024, 5, 14)),
    ("cc-pays-solesmois", 2024): (1, date(2024, 9, 19)),
    ("ca-lens-lievin", 2025): (3, date(2025, 3, 18)),
}
_MISCOUNTED = {("ca-lens-lievin", 2025): 4}
"""Half-days as first written down; the secretariat rectifies it later."""
_SUBSIDIES = {
    ("cc-ternois", 2024): (PAS_DE_CALAIS, Decimal("800.00"), date(2024, 6, 24)),
    ("cc-pays-solesmois", 2025): (NORD, Decimal("500.00"), date(2025, 6, 30)),
}
_BUDGETS = {
    2024: ("833333.34", "1249999.99", "0.02"),
    2025: ("847200.05", "1180000.03", "61500.01"),
}


# ------------------------------------------------------------------- counts
def counts(school_year: str, on: date, *, some: bool = False) -> Step:
    """Let the secretariat record the head-counts of a school year, as received."""

    def happen(story: Story) -> None:
        decisions: list[Act] = []
        for tenure in story.committee.members(on):
            key = tenure.member, school_year
            is_late = some and draw(f"{tenure.member} counts late", 3) == 0
            if key in story.pupils or key == _UNCOUNTED or is_late:
                continue
            counted = count(story, *key)
            named = {"type": counted.pop("type"), "member": tenure.member}
            decisions.append(named | counted)
        title = f"Effectifs scolaires {school_year} reçus des membres"
        story.tell("secretariat", on, title, decisions=decisions)

    return on, happen


def recount(member: str, school_year: str, on: date, fewer: int) -> Step:
    """Let a member count again, and find fewer."""

    def happen(story: Story) -> None:
        pupils = story.pupils[member, school_year] - fewer
        counted: Act = {"type": "pupils-counted", "school_year": school_year}
        title = f"Rectification des effectifs scolaires {school_year}"
        assembly_act(story, (member, on), title, [counted | {"pupils": pupils}])

    return on, happen


# ------------------------------------------------------------------- options and more
def chosen(member: str, line: str, years: tuple[int, int | None], on: date) -> Step:
    """Let a member choose an optional line; the second year is the last, if any."""

    def happen(story: Story) -> None:
        decision: Act = {"type": "option-chosen", "line": line, "from_year": years[0]}
        decision |= {"until_year": years[1]} if years[1] else {}
        title = "Choix d'une option du barème"
        assembly_act(story, (member, on), title, [decision])

    return on, happen


def delivered(member: str, line: str, on: date, **of: Decimal | int) -> Step:
    """Let the secretariat record a service."""

    def happen(story: Story) -> None:
        decision: Act = {"type": "service-delivered", "member": member, "line": line}
        decision |= {"on": on, **of}
        title = "Procès-verbal de service fait"
        story.tell("secretariat", after(on, 2), title, decisions=[decision])

    return on, happen


def granted(key: tuple[str, int], payer: str, amount: Decimal, on: date) -> Step:
    """Let a founder pay part of a member's contribution."""

    def happen(story: Story) -> None:
        decision: Act = {"type": "subsidy-granted", "payer": payer, "member": key[0]}
        decision |= {"year": key[1], "amount": amount}
        title = "Subvention à la contribution d'un membre"
        assembly_act(story, (payer, on), title, [decision])

    return on, happen


# ------------------------------------------------------------------- calls
def due(story: Story, member: str, year: int) -> Decimal | None:
    """Tell what a member owes under the tariff of 2024, as far as it is counted."""
    school_year = f"{year - 1}-{year}"
    counted = [
        story.pupils.get((one, school_year))
        for one in (_MERGED if member == HEIR else (member,))
    ]
    if None in counted:
        return None
    price = _BASE
    first, last, _ = _OPTIONS.get(member, (9999, None, None))
    if first <= year <= (last or year):
        price += _OPTION
    amount = price * sum(pupils for pupils in counted if pupils is not None)
    amount += _HALF_DAY * _HALF_DAYS.get((member, year), (0, None))[0]
    _, subsidy, _ = _SUBSIDIES.get((member, year), (None, Decimal(0), None))
    return max(amount - subsidy, Decimal("0.00"))


def shares(amounts: Iterable[str]) -> Mapping[str, Decimal]:
    """Share amounts among the founders: half, a quarter, a quarter, to the cent."""
    cents = dict.fromkeys((REGION, NORD, PAS_DE_CALAIS), 0)
    for amount in amounts:
        whole = int(Decimal(amount) * 100)
        parts = {REGION: whole * 50, NORD: whole * 25, PAS_DE_CALAIS: whole * 25}
        left = whole - sum(part // 100 for part in parts.values())
        by_remainder = sorted(parts, key=lambda one: -(parts[one] % 100))
        for place, founder in enumerate(by_remainder):
            cents[founder] += parts[founder] // 100 + (place < left)
    return {founder: Decimal(sum_) / 100 for founder, sum_ in cents.items()}


def called(year: int, on: date) -> tuple[Step, Step]:
    """Let the president call a year's contributions; most members pay."""
    amounts: dict[str, Decimal] = {}

    def call(story: Story) -> None:
        amounts.update(shares(_BUDGETS[year]))
        for tenure in story.committee.members(on):
            owed = due(story, tenure.member, year)
            if owed is not None:
                amounts[tenure.member] = owed
        decisions: list[Act] = [
            {
                "type": "contribution-called",
                "member": member,
                "year": year,
                "amount": amount.quantize(Decimal("0.01")),
                "number": f"T-{year}-{number:03d}",
                "available_on": after(on, 2),
            }
            for number, (member, amount) in enumerate(amounts.items(), start=1)
        ]
        title = f"Appel des contributions {year}"
        story.tell("president", on, title, matter="7.10", decisions=decisions)

    def pay(story: Story) -> None:
        for is_early, days in ((True, 42), (False, 63)):
            decisions: list[Act] = []
            for member, amount in amounts.items():
                in_time = draw(f"{member} {year} pays", 5) > 0
                if (member, year) in _NEVER_PAID or in_time != is_early:
                    continue
                part = amount / 2 if (member, year) in _HALF_PAID else amount
                paid: Act = {"type": "payment-received", "member": member, "year": year}
                paid["amount"] = part.quantize(Decimal("0.01"))
                paid["on"] = after(on, days - draw(f"{member} {year} sooner", 15))
                decisions.append(paid)
            title = f"Encaissements des contributions {year}"
            story.tell("secretariat", after(on, days), title, decisions=decisions)

    return (on, call), (on + timedelta(days=42), pay)


def reduced(member: str, year: int, amount: str, on: date) -> Step:
    """Let the president reduce an earlier call."""

    def happen(story: Story) -> None:
        decision: Act = {"type": "contribution-called", "member": member, "year": year}
        decision |= {"amount": Decimal(amount), "number": f"R-{on.year}-001"}
        title = f"Réduction d'un titre de recette {year}"
        story.tell("president", on, title, matter="7.10", decisions=[decision])

    return on, happen


STEPS: tuple[Step, ...] = (
    chosen(
        "cc-pevele-carembault", "application-mobile", (2022, 2023), date(2021, 12, 13)
    ),
    *(
        chosen(member, "accompagnement", (first, last), on)
        for member, (first, last, on) in _OPTIONS.items()
    ),
    counts("2022-2023", date(2022, 11, 28)),
    counts("2023-2024", date(2023, 11, 27)),
    counts("2024-2025", date(2024, 11, 25)),
    counts("2025-2026", date(2025, 11, 24), some=True),
    *(
        delivered(member, "demi-journee", on, quantity=_MISCOUNTED.get(key, days))
        for key, (days, on) in _HALF_DAYS.items()
        for member in key[:1]
    ),
    delivered(
        "cc-hauts-de-flandre", "demande-specifique", date(2025, 11, 6),
        amount=Decimal("480.00"),
    ),
    *(granted(key, *subsidy) for key, subsidy in _SUBSIDIES.items()),
    *called(2024, date(2024, 10, 7)),
    *called(2025, date(2025, 10, 6)),
    recount("ca-cambrai", "2023-2024", date(2024, 12, 2), 40),
    recount("ca-valenciennes-metropole", "2023-2024", date(2025, 1, 20), 25),
    reduced("ca-valenciennes-metropole", 2024, "-32.50", date(2025, 2, 3)),
)  # fmt: skip

"""No decision is swallowed: what moves nothing is told, for every kind (section 11)."""

import pytest

from ledger.events.catalogue import DECISIONS
from tests.acts import (
    ENT,
    FIBRE,
    PREFECTURE,
    Plain,
    act,
    admits,
    agrees,
    approval,
    asks,
    base,
    budget,
    calls,
    chooses,
    complete,
    conditions,
    counts,
    creation,
    decision,
    delivers,
    institution,
    joins,
    learned,
    leaves,
    lifted,
    overturned,
    parts,
    pays,
    repealed,
    request,
    ruling,
    subsidizes,
    suspended,
)
from tests.answers import told
from tests.committee import (
    COLLEGE,
    designates,
    elects,
    elects_officer,
    founded,
    renews,
    statutes,
    vacates,
)
from tests.spec import given
from tests.test_struck import strikes

RULE, SEAT = "decision.no-effect", "seat.unknown"
BEFORE = (creation(), *joins("avelin", on="2020-03-02"))
LEFT = (*BEFORE, *leaves("avelin", on="2021-03-01"))
OVER = (
    *BEFORE,
    act(f"{PREFECTURE}/fin", decision("syndicate-dissolved", on="2021-06-30")),
)
LATE = complete("2022-01-10")


def merges(
    number: str, on: str, heir: str = "neuve", *, members: str = "avelin"
) -> Plain:
    said = decision(
        "members-merged",
        members=members.split(),
        into=institution(heir),
        **{"from": on},
    )
    return act(f"{PREFECTURE}/{number}", said, adopted_on=on)


def substitutes(commune: str) -> Plain:
    said = decision(
        "competence-substituted",
        members=[commune],
        into=institution("mel", kind="epci"),
        competence=ENT,
        from_="2022-01-01",
    )
    return act(f"{PREFECTURE}/s", said, adopted_on="2021-11-02")


def ends(member: str) -> Plain:
    said = decision("institution-ended", member=member, on="2022-01-01")
    return act(f"{PREFECTURE}/e", said, adopted_on="2021-11-02")


MERGED = (*BEFORE, merges("fusion", "2021-01-01"))
TARGET = "avelin/adhesion"
ANNULLED = ruling("act-annulled", TARGET)
AGAIN = ruling("act-annulled", TARGET, 2)

Pair = tuple[tuple[Plain, ...], Plain, tuple[Plain, ...], Plain]
"""What is on record, a decision that moves something; the same, one that does not."""


def powers(number: str, **dates: object) -> Plain:
    said = decision("powers-delegated", to="president", matters=["Marchés"])
    return act(f"comite-syndical/{number}", said, **dates)


def renamed(number: str, name: str) -> Plain:
    said = decision("identity-changed", name=name, **{"from": "2021-02-01"})
    return act(f"avelin/{number}", said, **complete("2021-01-20"))


def dissolves(number: str, on: str) -> Plain:
    return act(f"{PREFECTURE}/{number}", decision("syndicate-dissolved", on=on))


def created(number: str) -> Plain:
    return creation() | {"act": f"{PREFECTURE}/{number}", "adopted_on": "2022-01-10"}


def rectifies(target: str) -> Plain:
    fields = {"set": {"title": "Autre"}, "reason": "Coquille"}
    return learned("r", "act-rectified", target=target, **fields)


ENDS = agrees("avelin", "2", "competence-resumed", ENT, **LATE)
TAKES = asks("avelin", "5", "competence-resumption", ENT, **LATE)
ADDS = asks("avelin", "5", "competence-transfer", FIBRE, **LATE)
REVOKED = act(
    "avelin/9", decision("act-revoked", target=TARGET), **complete("2020-04-01")
)

PAIRS: dict[str, Pair] = {
    "syndicate-created": ((), created("1"), (creation(),), created("1")),
    "statutes-adopted": (BEFORE, statutes("2022-01-10"), OVER, statutes("2022-01-10")),
    "conditions-adopted": (
        *(BEFORE, conditions("2023-18", "2022-01-10")),
        *(OVER, conditions("2023-18", "2022-01-10")),
    ),
    "powers-delegated": (BEFORE, powers("p", **LATE), OVER, powers("p", **LATE)),
    "syndicate-dissolved": (
        *(BEFORE, dissolves("2", "2022-01-10")),
        *(OVER, dissolves("2", "2022-01-10")),
    ),
    "adhesion-requested": (
        *(BEFORE, request("beuvry", "1", **LATE)),
        *(BEFORE, request("avelin", "7", **LATE)),
    ),
    "adhesion-approved": (
        *((*BEFORE, request("beuvry", "1", **LATE)), approval("beuvry", "8", **LATE)),
        *((*OVER, request("beuvry", "1", **LATE)), approval("beuvry", "8", **LATE)),
    ),
    "competence-transfer-requested": (
        *(BEFORE, ADDS),
        *(BEFORE, asks("avelin", "5", "competence-transfer", ENT, **LATE)),
    ),
    "competence-transferred": (
        *(
            (*BEFORE, ADDS),
            agrees("avelin", "2", "competence-transferred", FIBRE, **LATE),
        ),
        *(
            (*LEFT, ADDS),
            agrees("avelin", "2", "competence-transferred", FIBRE, **LATE),
        ),
    ),
    "competence-resumption-requested": (
        *(BEFORE, TAKES),
        *(BEFORE, asks("avelin", "5", "competence-resumption", FIBRE, **LATE)),
    ),
    "competence-resumed": ((*BEFORE, TAKES), ENDS, (*LEFT, TAKES), ENDS),
    "withdrawal-requested": (
        *(BEFORE, asks("avelin", "8", "withdrawal", **LATE)),
        *(LEFT, asks("avelin", "8", "withdrawal", **LATE)),
    ),
    "withdrawal-approved": (
        (*BEFORE, asks("avelin", "8", "withdrawal", **LATE)),
        agrees("avelin", "9", "withdrawal-approved", **LATE),
        (*LEFT, asks("avelin", "8", "withdrawal", **LATE)),
        agrees("avelin", "9", "withdrawal-approved", **LATE),
    ),
    "identity-changed": (
        *(BEFORE, renamed("3", "Commune d'Avelin")),
        *(BEFORE, renamed("3", "Commune de Avelin")),
    ),
    "members-merged": (
        *(BEFORE, merges("2", "2022-01-01")),
        *(MERGED, merges("2", "2022-01-01", "autre")),
    ),
    "competence-substituted": (
        *(BEFORE, substitutes("avelin")),
        *(BEFORE, substitutes("beuvry")),
    ),
    "institution-ended": (*(BEFORE, ends("avelin")), *(BEFORE, ends("beuvry"))),
    "associate-admitted": (
        *(BEFORE, admits("beuvry", "2022-01-10")),
        *((*BEFORE, admits("beuvry", "2021-01-10")), admits("beuvry", "2022-01-10")),
    ),
    "associate-left": (
        *((*BEFORE, admits("beuvry", "2021-01-10")), parts("beuvry", "2022-01-10")),
        *(BEFORE, parts("beuvry", "2022-01-10")),
    ),
    "delegate-designated": (
        *(BEFORE, designates("avelin", "Ada Fictive", "2022-01-10")),
        *(LEFT, designates("avelin", "Ada Fictive", "2022-01-10")),
    ),
    "assembly-renewed": (
        *(BEFORE, renews("avelin", "2022-01-10")),
        *(LEFT, renews("avelin", "2022-01-10")),
    ),
    "tariff-voted": (
        *(BEFORE, base(2022, "1.00", "2022-01-10")),
        *(OVER, base(2022, "1.00", "2022-01-10")),
    ),
    "budget-voted": (
        *(BEFORE, budget(2022, "10.00", "2022-01-10")),
        *(OVER, budget(2022, "10.00", "2022-01-10")),
    ),
    "pupils-counted": (
        *(BEFORE, counts("avelin", "2022-2023", 9, "2022-10-03")),
        *(LEFT, counts("avelin", "2022-2023", 9, "2022-10-03")),
    ),
    "option-chosen": (
        *(BEFORE, chooses("avelin", "base", 2022)),
        *(LEFT, chooses("avelin", "base", 2022)),
    ),
    "service-delivered": (
        *(BEFORE, delivers("avelin", "base", "2022-05-03")),
        *(LEFT, delivers("avelin", "base", "2022-05-03")),
    ),
    "subsidy-granted": (
        *(BEFORE, subsidizes("region-fictive", "avelin", 2022, "5.00", "2022-01-10")),
        *(LEFT, subsidizes("region-fictive", "avelin", 2022, "5.00", "2022-01-10")),
    ),
    "act-transmitted": (
        *(BEFORE, learned("s", "act-transmitted", target=TARGET, sent_on="2020-03-03")),
        *(BEFORE, learned("s", "act-transmitted", target=TARGET, sent_on="2020-03-03")),
    ),
    "act-published": (
        *(BEFORE, learned("s", "act-published", target=TARGET, on="2020-03-03")),
        *(BEFORE, learned("s", "act-published", target=TARGET, on="2020-03-03")),
    ),
    "act-dated": (
        *(BEFORE, learned("s", "act-dated", target=TARGET, adopted_on="2020-03-01")),
        *(BEFORE, learned("s", "act-dated", target=TARGET, adopted_on="2020-03-01")),
    ),
    "evidence-attached": (
        *(BEFORE, learned("s", "evidence-attached", target=TARGET, document="a.pdf")),
        *(BEFORE, learned("s", "evidence-attached", target=TARGET, document="a.pdf")),
    ),
    "act-rectified": (
        *(BEFORE, rectifies(TARGET)),
        *((*BEFORE, ANNULLED), rectifies(TARGET)),
    ),
    "act-annulled": (
        *(BEFORE, ANNULLED),
        *((*BEFORE, ANNULLED), AGAIN),
    ),
    "act-revoked": (BEFORE, REVOKED, (*BEFORE, ANNULLED), REVOKED),
    "act-repealed": (
        *((*BEFORE, base(2021, "1.00", "2021-01-10")),),
        repealed("comite-syndical/bareme-2021-2021-01-10", "2022-01-10"),
        *(BEFORE, repealed(TARGET, "2022-01-10")),
    ),
    "act-suspended": (
        *(BEFORE, suspended(TARGET)),
        *((*BEFORE, AGAIN), suspended(TARGET)),
    ),
    "suspension-lifted": (
        *((*BEFORE, suspended(TARGET)), lifted(TARGET)),
        *(BEFORE, lifted(TARGET)),
    ),
    "ruling-overturned": (
        *((*BEFORE, ANNULLED), overturned(1)),
        *((*BEFORE, ANNULLED, AGAIN), overturned(1)),
    ),
}

SEATED: dict[str, Plain] = {
    "seat-vacated": vacates("Personne Fictive", "2022-01-10"),
    "representative-elected": elects(COLLEGE, "2022-01-10", "Personne Fictive"),
    "officer-elected": elects_officer(
        "vice-president", "Personne Fictive", "2022-01-10"
    ),
}
"""What fills or leaves a seat nobody knows of is told as `seat.unknown`."""

NOTHING = {
    *("session-convened", "attendance-recorded", "matter-decided"),
    "institution-known",
    *("convention-approved", "price-quoted", "contribution-called"),
    *("payment-received", "act-struck", "challenge-received", "challenge-closed"),
}
"""What moves no register by nature; a strike that strikes nothing is refused."""

OF_STRUCK = {"act-transmitted", "act-published", "act-dated", "evidence-attached"}
"""What is learned of an act is swallowed only where the act was struck."""


def swallowed(acts: tuple[Plain, ...], of: str, at: str = "2025-12-31") -> list[str]:
    found = told(given(*acts), RULE, at=at)
    return [one.message for one in found if one.act == of]


def test_every_kind_of_decision_is_placed() -> None:
    assert PAIRS.keys() | SEATED.keys() | NOTHING == DECISIONS.keys()


@pytest.mark.parametrize("kind", PAIRS)
def test_what_moves_something_is_not_told_and_what_moves_nothing_is(kind: str) -> None:
    before, moving, otherwise, idle = PAIRS[kind]
    after: tuple[Plain, ...] = ()
    if kind in OF_STRUCK:
        otherwise, after = before, (strikes("1", TARGET),)
    assert kind in {one["type"] for one in idle["decisions"]}
    assert swallowed((*before, moving), moving["act"]) == []
    assert len(swallowed((*otherwise, idle, *after), idle["act"])) == 1


@pytest.mark.parametrize("kind", SEATED)
def test_a_seat_nobody_knows_of_is_told_by_its_own_rule(kind: str) -> None:
    one = SEATED[kind]
    assert kind in {said["type"] for said in one["decisions"]}
    history = given(*founded(), *joins("avelin", on="2020-03-02"), one)
    assert [each.act for each in told(history, RULE, SEAT)] == [one["act"]]


# ------------------------------------------------------------------- the reasons
def test_the_reason_is_the_one_the_timelines_keep() -> None:
    [said] = swallowed((*LEFT, designates("avelin", "Ada", "2022-01-10")), IDLE)
    assert said == (
        "«designation of a delegate», decision 1 of avelin/designe-ada-2022-01-10, "
        "moves nothing: Commune de Avelin is no member on 2022-01-10"
    )
    [said] = swallowed((*BEFORE, repealed(TARGET, "2022-01-10")), ENDING)
    assert said.endswith(
        "What avelin/adhesion settled among members goes on: a repeal ends no "
        "membership"
    )


IDLE, ENDING = "avelin/designe-ada-2022-01-10", "avelin/abroge-2022-01-10"


def test_who_merged_decides_nothing_more_and_nothing_is_decided_of_it() -> None:
    late = act("avelin/m", decision("matter-decided", subject="x"), **LATE)
    [said] = swallowed((*MERGED, late), "avelin/m")
    assert said.endswith(
        "Commune de Avelin had become part of Commune de Neuve by 2022-01-10"
    )
    early = act(
        "avelin/m", decision("matter-decided", subject="x"), **complete("2020-12-31")
    )
    assert swallowed((*MERGED, early), "avelin/m") == []
    count = counts("avelin", "2022-2023", 9, "2022-10-03")
    assert len(swallowed((*MERGED, count), count["act"])) == 1
    for spared in (
        calls("avelin", 2020, "5.00", "2022-01-10"),
        pays("avelin", 2020, "5.00", "2022-01-10"),
        learned("s", "act-transmitted", target=TARGET, sent_on="2020-03-03"),
    ):
        assert swallowed((*MERGED, spared), spared["act"]) == []


def test_what_waits_is_pending_and_not_swallowed() -> None:
    asked = request("beuvry", "1", **LATE)
    designated = designates("beuvry", "Ada", "2022-01-10")
    counted = counts("beuvry", "2022-2023", 9, "2022-10-03")
    for one in (asked, designated, counted):
        assert swallowed((*BEFORE, asked, designated, counted), one["act"]) == []


def test_of_several_competences_one_that_moves_is_enough() -> None:
    both = (
        request("avelin", "7", ENT, FIBRE, **LATE),
        approval("avelin", "7", ENT, FIBRE, **LATE),
    )
    assert swallowed((*BEFORE, *both), "avelin/7") == []


def test_a_repeal_not_in_force_yet_waits() -> None:
    late = repealed(TARGET, "2022-01-10", dates={"adopted_on": "2022-01-10"})
    assert swallowed((*BEFORE, late), late["act"]) == []


def test_a_decision_of_no_day_to_come_is_told() -> None:
    late = designates("avelin", "Ada", "2026-01-20")
    assert swallowed((*LEFT, late), late["act"]) == []


def test_what_was_annulled_itself_is_told_no_more() -> None:
    idle = designates("avelin", "Ada", "2022-01-10")
    gone = ruling("act-annulled", idle["act"], 3)
    assert swallowed((*LEFT, idle, gone), idle["act"]) == []


def test_what_is_decided_by_who_has_ended_without_heir_is_told() -> None:
    late = asks("avelin", "2", "withdrawal", **complete("2021-12-01", "2022-02-01"))
    assert len(swallowed((*BEFORE, ends("avelin"), late), "avelin/2")) == 1

"""What was recorded by mistake is struck: as if it had never been (section 10)."""

import re
from datetime import date
from pathlib import Path

from projections.acts.act_state import ActState
from projections.register.portrait import institution_named, portrait
from tests.acts import (
    COURT,
    FIBRE,
    Plain,
    act,
    approval,
    complete,
    creation,
    decision,
    joins,
    learned,
    matter,
    request,
    write,
)
from tests.answers import found, told
from tests.shell import ROOT, done, log, smo
from tests.spec import History, entries_of, given

DAY = "2024-06-30"


def strikes(number: str, target: str, *decisions: int) -> Plain:
    """Let the secretariat strike an act, or some of its decisions."""
    some = {"decisions": list(decisions)} if decisions else {}
    return learned(number, "act-struck", target=target, **some, reason="Erreur")


def before(history: History, reference: str) -> History:
    """Ask as of the position before an act was recorded."""
    entries = entries_of(history.acts)
    first = next(entry.position for entry in entries if entry.act == reference)
    return history.as_known_at(first - 1)


def known(history: History) -> dict[str, ActState]:
    return history.world().known.acts


JOINED = joins("avelin", on="2020-03-02")
WRONG = joins("avelin", on="2021-03-01", number="9")


# ------------------------------------------------------------------- whole acts
def test_an_act_struck_is_as_if_it_had_never_been_recorded() -> None:
    history = given(creation(), *JOINED, strikes("1", JOINED[1]["act"]))
    assert history.members(DAY) == ["region-fictive"]
    assert found(history, "act.struck") == [f"act.struck {JOINED[1]['act']}"]
    assert history.waiting(DAY) == given(creation(), JOINED[0]).waiting(DAY)
    assert [*known(history)] == ["prefecture-du-nord/creation", JOINED[0]["act"]]


def test_an_earlier_moment_still_shows_what_was_struck_later() -> None:
    history = given(creation(), *JOINED, strikes("1", JOINED[1]["act"]))
    then = before(history, "secretariat/1")
    assert then.members(DAY) == ["region-fictive", "avelin"]
    assert found(then, "act.struck") == []


def test_its_reference_is_free_for_the_right_content() -> None:
    wrong = request("avelin", "1", FIBRE, **complete("2020-03-02"))
    right = request("avelin", "1", **complete("2020-03-02"))
    anew = given(creation(), wrong, strikes("1", "avelin/1"))
    anew.when(right).records("avelin/1")
    given(creation()).when(wrong, strikes("1", "avelin/1"), right).records(
        "avelin/1", "secretariat/1", "avelin/1"
    )
    world = given(*anew.acts, right).world()
    assert world.known.acts["avelin/1"].adopted_on == date(2020, 3, 2)
    assert world.known.acts["avelin/1"].position == len(entries_of(anew.acts)) + 1


def test_the_same_content_again_adds_nothing_be_it_struck_or_not() -> None:
    wrong = request("avelin", "1", FIBRE, **complete("2020-03-02"))
    right = request("avelin", "1", **complete("2020-03-02"))
    batch = (creation(), wrong, strikes("1", "avelin/1"), right)
    given(*batch).when(*batch).adds_nothing()
    given(*batch[:3]).when(wrong).adds_nothing()


def test_a_strike_is_struck_and_the_act_returns() -> None:
    first = strikes("1", JOINED[1]["act"])
    history = given(creation(), *JOINED, first, strikes("2", "secretariat/1"))
    assert history.members(DAY) == ["region-fictive", "avelin"]
    [one] = told(history, "act.struck")
    assert (one.act, one.severity) == ("secretariat/1", "notice")
    assert one.message == (
        "secretariat/1 (#7) was recorded by mistake, says secretariat/2: Erreur"
    )
    third = given(*history.acts, strikes("3", "secretariat/2"))
    assert third.members(DAY) == ["region-fictive"]


def test_one_strike_of_two_in_an_act_is_struck_alone() -> None:
    both = act(
        "secretariat/1",
        *(
            decision("act-struck", target=one["act"], reason="Erreur")
            for one in (JOINED[1], WRONG[1])
        ),
    )
    history = given(creation(), *JOINED, *WRONG, both, strikes("2", "secretariat/1", 1))
    assert JOINED[1]["act"] in known(history)
    assert WRONG[1]["act"] not in known(history)


def test_a_strike_finds_nothing_that_comes_after_it() -> None:
    early = given(creation(), strikes("1", JOINED[0]["act"]), *JOINED)
    assert early.members(DAY) == ["region-fictive", "avelin"]
    assert found(early, "act.struck") == []


def test_of_an_act_that_strikes_and_notes_the_note_is_struck_too() -> None:
    named = decision("identity-changed", member="avelin", **{"from": "2020-01-01"})
    struck = decision("act-struck", target=JOINED[1]["act"], reason="Erreur")
    noted = act("secretariat/1", struck, named, named)
    history = given(creation(), *JOINED, noted, strikes("2", "secretariat/1", 2))
    assert [one.number for one in known(history)["secretariat/1"].proposed] == [3]


def test_of_an_act_that_strikes_and_notes_the_note_stays() -> None:
    noted = act(
        "secretariat/1",
        decision("act-struck", target=JOINED[1]["act"], reason="Erreur"),
        decision("identity-changed", member="avelin", **{"from": "2020-01-01"}),
    )
    state = known(given(creation(), *JOINED, noted))["secretariat/1"]
    assert [taken.number for taken in state.proposed] == [2]


# ------------------------------------------------------------------- decisions
def test_a_decision_struck_leaves_the_others_their_numbers() -> None:
    three = act(
        "avelin/7", matter("Une"), matter("Deux"), matter("Trois"), **complete(DAY)
    )
    history = given(creation(), *JOINED, three, strikes("1", "avelin/7", 2))
    taken = known(history)["avelin/7"].proposed
    assert [one.number for one in taken] == [1, 3]
    annulled = act(f"{COURT}/1", decision("act-annulled", target="avelin/7"))
    limited = act(
        f"{COURT}/2", decision("act-annulled", target="avelin/7", decisions=["3"])
    )
    assert known(given(*history.acts, annulled))["avelin/7"].dead == {1, 3}
    assert known(given(*history.acts, limited))["avelin/7"].dead == {3}


def test_a_decision_is_rectified_by_its_number_after_another_was_struck() -> None:
    three = act("avelin/7", matter("Une"), matter("Deux"), matter("Trois"))
    rectified = learned(
        "2",
        "act-rectified",
        target="avelin/7",
        decision="3",
        set={"subject": "Quatre"},
        reason="Coquille",
    )
    of_struck = learned(
        "3",
        "act-rectified",
        target="avelin/7",
        decision="2",
        set={"subject": "Cinq"},
        reason="Coquille",
    )
    acts = (creation(), *JOINED, three, strikes("1", "avelin/7", 2), rectified)
    for history in (given(*acts), given(*acts, of_struck)):
        taken = known(history)["avelin/7"].proposed
        assert [one.decision for one in taken] == [
            entry.event
            for entry in entries_of([act("x/1", matter("Une"), matter("Quatre"))])[1:]
        ]


def test_all_decisions_struck_leave_the_act() -> None:
    two = act("avelin/7", matter("Une"), matter("Deux"), title="Deux affaires")
    history = given(creation(), *JOINED, two, strikes("1", "avelin/7", 1, 2))
    state = known(history)["avelin/7"]
    assert (state.proposed, state.registered.title) == ([], "Deux affaires")
    assert history.when(act("avelin/7", matter("Trois"))).rules_broken() == {
        "act.reference"
    }


# ------------------------------------------------------------------- what is said of it
def test_what_is_said_of_a_struck_act_has_no_effect_on_the_one_recorded_anew() -> None:
    wrong = request("avelin", "1", adopted_on="2020-03-02")
    sent = learned("8", "act-transmitted", target="avelin/1", sent_on="2020-03-05")
    annulled = act(f"{COURT}/1", decision("act-annulled", target="avelin/1"))
    right = request("avelin", "1", adopted_on="2020-03-03")
    acts = (creation(), wrong, sent, annulled, strikes("1", "avelin/1"), right)
    state = known(given(*acts))["avelin/1"]
    assert (state.registered.sent_on, state.dead) == (None, frozenset())
    again = learned("9", "act-transmitted", target="avelin/1", sent_on="2020-03-06")
    state = known(given(*acts, again))["avelin/1"]
    assert state.registered.sent_on == date(2020, 3, 6)
    given(*acts).when(again).records("secretariat/9")


def test_what_is_said_before_an_act_of_the_same_batch_is_about_it() -> None:
    sent = learned("8", "act-transmitted", target="avelin/1", sent_on="2020-03-05")
    asked = request("avelin", "1", adopted_on="2020-03-02")
    acts = (creation(), sent, asked)
    assert known(given(*acts))["avelin/1"].registered.sent_on == date(2020, 3, 5)
    after = (*acts, strikes("1", "avelin/1"), request("avelin", "1"))
    assert known(given(*after))["avelin/1"].registered.sent_on is None


def test_who_only_a_struck_act_told_of_keeps_a_name_and_nothing_else() -> None:
    asked, _agreed = joins("avelin", on="2020-03-02")
    history = given(creation(), asked, strikes("1", asked["act"]))
    assert history.world().names["avelin"].on(date(2024, 1, 1)).name == (
        "Commune de Avelin"
    )
    assert institution_named(history.world(), "Commune de Avelin") == "avelin"
    shown = portrait(history.world(), "avelin", None, date(2024, 1, 1))
    assert (shown.name, shown.department) == ("Commune de Avelin", None)
    assert (shown.membership, shown.pending) == ((), ())


def test_who_only_a_struck_act_introduced_is_unknown_to_what_is_recorded_next() -> None:
    history = given(creation(), *JOINED, strikes("1", JOINED[0]["act"]))
    later = act("avelin/8", matter(), **complete(DAY))
    assert history.when(later).rules_broken() == {"member.unknown"}
    given(creation(), *JOINED).when(later).records("avelin/8")


def test_a_batch_forgets_whom_only_what_it_strikes_told_of() -> None:
    wrong = act("avelin/8", decision("delegate-designated", person="Ada Fictive"))
    right = act("beuvry/8", decision("delegate-designated", person="Ada Fictive"))
    members = given(creation(), *JOINED, *joins("beuvry", on="2020-03-02"))
    strike = strikes("1", "avelin/8")
    assert members.when(wrong, right).rules_broken() == {"person.namesake"}
    given(*members.acts, wrong).when(strike, right).records("secretariat/1", "beuvry/8")
    members.when(wrong, strike, right).records("avelin/8", "secretariat/1", "beuvry/8")
    gone = strikes("2", JOINED[0]["act"])
    after = act("avelin/9", matter(), **complete(DAY))
    assert members.when(gone, after).rules_broken() == {"member.unknown"}
    back = strikes("3", "secretariat/2")
    members.when(gone, back, after).records(
        "secretariat/2", "secretariat/3", "avelin/9"
    )


# ------------------------------------------------------------------- whole answers
ASKED = [
    *(("annex", "1"), ("annex", "2"), ("annex", "1", "--json")),
    *(("roster", "committee"), ("roster", "communal"), ("roster", "bureau")),
    *(("member", "sablonnes"), ("contributions", "2025"), ("deadlines", "--all")),
    *(("contributions", "2025", "--plan"), ("diff", "2024-08-01", "2025-06-30")),
    *(("replay",), ("history", "member", "sablonnes"), ("why", "member", "sablonnes")),
    *(("why", "executory", "sablonnes/fictif-2024-1"), ("ballot", "adhesion")),
    *(("export", "popolo"), ("export", "scdl"), ("why", "regime")),
]
MISTAKEN = (
    act(
        "sablonnes/fictif-2025-7",
        decision("delegate-designated", person="Nils Orage"),
        decision("pupils-counted", school_year="2024-2025", pupils="9"),
        **complete("2025-02-03"),
    ),
    act(
        "comite-syndical/fictif-2025-7",
        decision("withdrawal-approved", member="sablonnes"),
        decision("conditions-adopted", competence="numerique-educatif", version="x"),
        **complete("2025-02-04"),
    ),
)


BASE = ROOT / "examples" / "catalogue" / "base.yaml"


def answered(place: Path) -> list[str]:
    """Put all questions; a position is written `#` and a number."""
    said = []
    for asked in ASKED:
        result = smo("--ledger", place, *asked)
        text = re.sub(r"#\d+( · [0-9a-f …]+)?", "#", result.output)
        text = re.sub(r'"positions": \[[^\]]*\]', "", text)
        said.append(f"{asked} {result.exit_code} {text}")
    return said


def test_every_answer_but_check_and_log_is_as_if_it_had_never_been_recorded(
    tmp_path: Path,
) -> None:
    wrong = write(tmp_path / "wrong.yaml", [*MISTAKEN])
    undo = write(
        tmp_path / "undo.yaml",
        [strikes(str(n), one["act"]) for n, one in enumerate(MISTAKEN)],
    )
    for name, files in (("with", (BASE, wrong, undo)), ("without", (BASE,))):
        for file in files:
            done("--ledger", tmp_path / name, "import", file)
    assert answered(tmp_path / "with") == answered(tmp_path / "without")
    done("--ledger", tmp_path / "before", "import", BASE, wrong)
    assert answered(tmp_path / "before") != answered(tmp_path / "without")
    of_one = smo("--ledger", tmp_path / "with", "check", "--act", MISTAKEN[0]["act"])
    assert "act.struck" in of_one.output
    listed = {entry["act"] for entry in log(tmp_path / "with")}
    assert {"sablonnes/fictif-2025-7", "secretariat/0"} <= listed


def test_an_export_with_strikes_is_recorded_again_to_the_same_entries(
    tmp_path: Path,
) -> None:
    wrong = request("avelin", "1", FIBRE, **complete("2020-03-02"))
    sent = learned("8", "act-transmitted", target="avelin/1", sent_on="2020-03-05")
    right = request("avelin", "1", **complete("2020-03-02"))
    acts = [creation(), wrong, sent, strikes("1", "avelin/1"), right]
    for one in (*acts, approval("avelin", "1", **complete("2020-03-02"))):
        done("--ledger", tmp_path / "a", "import", write(tmp_path / "x.yaml", [one]))
    exported = tmp_path / "acts.yaml"
    done("--ledger", tmp_path / "a", "export", "acts", "--output", exported)
    done("--ledger", tmp_path / "b", "import", exported)
    assert [(e["act"], e["type"]) for e in log(tmp_path / "a")] == [
        (e["act"], e["type"]) for e in log(tmp_path / "b")
    ]
    again = done("--ledger", tmp_path / "a", "import", exported)
    assert "Nothing new" in again

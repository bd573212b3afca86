"""The attendance sheet: who signs, with what weight, who was there (arts. 8.3, 15)."""

from papers.attendance import attendance
from papers.markdown import markdown
from projections.session_papers.attendance import AttendancePaper, attendance_paper
from projections.session_papers.frame import Papers
from tests.acts import COMMITTEE, Plain, approval, complete, request
from tests.committee import (
    OF_FOUNDERS,
    OF_NORD,
    OF_PDC,
    OFFICERS,
    PRESIDENT,
    REGIONALS,
    attended,
    convenes,
    founders_seated,
)
from tests.spec import given

HELD = "2022-06-16"
SESSION = f"{COMMITTEE}/{HELD}"
SEATED = [*founders_seated(), OFFICERS[0]]
ASKED = request("avelin", "1", **complete("2022-03-01"))
AGENDA = ["Adhésion de la Commune de Avelin", "Budget"]


def sheet(*acts: Plain) -> AttendancePaper:
    return attendance_paper(Papers(given(*SEATED, *acts).world(), SESSION))


def written(*acts: Plain) -> str:
    return markdown(attendance(sheet(*acts))).replace("\u00a0", " ")


def weights(paper: AttendancePaper) -> dict[str, int | None]:
    return {line.person: line.weights[0].weight for line in paper.lines}


def test_a_sheet_to_be_signed_has_empty_columns() -> None:
    paper = sheet(convenes(SESSION))
    assert {line.person for line in paper.lines} == {*OF_FOUNDERS}
    assert {line.state for line in paper.lines} == {None}
    text = written(convenes(SESSION))
    assert "| Présence ou procuration | Signature |" in text
    assert "| 1 | region-1, président(e) | region-hauts-de-france | 1 |  |  |" in text


def test_once_recorded_the_sheet_is_filled_in() -> None:
    present = [*REGIONALS[:8], *OF_NORD[:3]]
    there = attended(
        SESSION, *present, proxies={"pdc-1": "nord-1"}, presided_by="region-1"
    )
    paper = sheet(convenes(SESSION), there)
    states = {line.person: line.state for line in paper.lines}
    assert [one for one, state in states.items() if state == "present"] == sorted(
        present, key=OF_FOUNDERS.index
    )
    assert states["pdc-1"] == "proxy"
    assert states["pdc-2"] == "absent"
    assert paper.proxies == 1
    assert paper.presided_by is not None
    assert paper.presided_by.person == PRESIDENT
    text = written(convenes(SESSION), there)
    assert "Procuration à nord-1" in text
    assert "Signature" not in text


def test_the_quorum_counts_the_present_and_no_proxy() -> None:
    there = attended(SESSION, *OF_FOUNDERS[:9], proxies={"pdc-1": "region-1"})
    paper = sheet(convenes(SESSION), there)
    assert paper.quorum is not None
    assert (paper.quorum.present, paper.quorum.reached) == (9, False)
    assert "non atteint : 9 membres présents, 10 présences requises sur 20" in written(
        convenes(SESSION), there
    )
    reached = sheet(convenes(SESSION), attended(SESSION, *OF_FOUNDERS[:10])).quorum
    assert reached is not None
    assert reached.reached


def test_the_sheet_is_blank_while_the_attendance_was_not_known() -> None:
    before = given(*SEATED, convenes(SESSION))
    known = before.world().known.position
    told = given(
        *SEATED, convenes(SESSION), attended(SESSION, *OF_FOUNDERS)
    ).as_known_at(known)
    then = attendance_paper(Papers(told.world(), SESSION))
    assert then == attendance_paper(Papers(before.world(), SESSION))
    assert (then.recorded, then.known_at) == (None, f"#{known}")


def test_of_two_proxies_of_one_holder_neither_is_kept() -> None:
    there = attended(
        SESSION, *OF_FOUNDERS[:12], proxies={"pdc-1": "nord-1", "pdc-2": "nord-1"}
    )
    paper = sheet(convenes(SESSION), there)
    assert paper.proxies == 0
    assert written(convenes(SESSION), there).count("(non retenue)") == 2


def test_who_was_there_and_does_not_sit_stands_apart() -> None:
    paper = sheet(convenes(SESSION), attended(SESSION, *OF_FOUNDERS, "Zoé Passante"))
    assert [one.person for one in paper.others] == ["zoe-passante"]
    assert paper.quorum is not None
    assert paper.quorum.present == 20


# ------------------------------------------------------------------- adhesions
def test_the_agenda_names_whose_adhesion_it_is_and_the_weights_follow() -> None:
    paper = sheet(ASKED, convenes(SESSION, agenda=AGENDA))
    [one] = paper.applicants
    assert (one.member, one.department, one.act) == (
        *("avelin", "departement-du-nord"),
        None,
    )
    assert (one.weight, one.votes, one.needed) == (3, 30, 20)
    assert {weights(paper)[person] for person in OF_NORD} == {3}
    assert {weights(paper)[person] for person in [*REGIONALS, *OF_PDC]} == {1}
    assert "Voix (adhésion, Commune de Avelin)" in written(
        ASKED, convenes(SESSION, agenda=AGENDA)
    )


def test_the_acts_of_the_session_tell_whose_adhesion_it_was() -> None:
    dated = complete(HELD) | {"session": SESSION}
    paper = sheet(ASKED, convenes(SESSION), approval("avelin", "7", **dated))
    [one] = paper.applicants
    assert (one.member, one.act) == ("avelin", "comite-syndical/7")


def test_agenda_and_act_about_one_adhesion_are_one() -> None:
    dated = complete(HELD) | {"session": SESSION}
    approved = approval("avelin", "7", **dated)
    paper = sheet(ASKED, convenes(SESSION, agenda=AGENDA), approved)
    assert [one.member for one in paper.applicants] == ["avelin"]
    assert paper.unread == ()


def test_an_item_about_nobody_known_is_told_and_not_guessed() -> None:
    paper = sheet(ASKED, convenes(SESSION, agenda=["Adhésion de la Commune de Beuvry"]))
    assert paper.applicants == ()
    assert paper.unread == ("Adhésion de la Commune de Beuvry",)
    assert "n’est pas établi" in written(
        convenes(SESSION, agenda=["Adhésion de la Commune de Beuvry"])
    )


def test_without_its_departement_the_weight_is_not_established() -> None:
    asked = request("avelin", "1", applicant={"department": None})
    paper = sheet(asked, convenes(SESSION, agenda=AGENDA))
    [one] = paper.applicants
    assert (one.department, one.weight, one.votes) == (None, None, None)
    assert set(weights(paper).values()) == {None}
    assert "son département n’est pas au registre" in written(
        asked, convenes(SESSION, agenda=AGENDA)
    )


def test_without_an_adhesion_there_is_one_column_of_votes() -> None:
    paper = sheet(ASKED, convenes(SESSION, agenda=["Budget"]))
    assert (paper.applicants, paper.unread) == ((), ())
    assert {line.weight for line in paper.lines} == {1}

"""The notice of a session: to whom, in time or not, with which quorum (art. 8.3)."""

from datetime import date

import pytest

from papers.markdown import markdown
from papers.notice import notice
from projections.session_papers.frame import Papers
from projections.session_papers.notice import NoticePaper, notice_paper
from projections.votes.no_rules import NoRulesError
from projections.votes.sessions import UnconvenedSessionError, UnknownSessionError
from tests.acts import COMMITTEE, Plain, act, admits, complete, matter
from tests.committee import (
    COLLEGE,
    OF_FOUNDERS,
    OFFICERS,
    all_seated,
    attended,
    convenes,
    elects,
    founders_seated,
    vacates,
)
from tests.spec import History, given

HELD = "2022-06-16"
SESSION = f"{COMMITTEE}/{HELD}"
SEATED = [*founders_seated(), OFFICERS[0]]
ADOPTED = {"session": SESSION, **complete(HELD)}
SECOND = f"{COMMITTEE}/2022-06-20"


def noticed(*acts: Plain, session: str = SESSION) -> NoticePaper:
    return notice_paper(Papers(given(*SEATED, *acts).world(), session))


def written(*acts: Plain, session: str = SESSION) -> str:
    return markdown(notice(noticed(*acts, session=session))).replace("\u00a0", " ")


def test_the_notice_goes_to_every_member_in_office() -> None:
    paper = noticed(convenes(SESSION))
    assert {one.person for one in paper.recipients} == {*OF_FOUNDERS}
    assert (paper.in_office, paper.vacant) == (20, 0)
    first = paper.recipients[0]
    assert (first.member, first.office) == ("region-hauts-de-france", "president")
    assert all(one.because for one in paper.recipients)


def test_an_empty_seat_is_told_and_receives_nothing() -> None:
    paper = noticed(vacates("nord-3", "2022-05-01"), convenes(SESSION))
    assert (paper.in_office, paper.vacant) == (19, 1)
    assert "19, et 1 siège vacant." in written(
        vacates("nord-3", "2022-05-01"), convenes(SESSION)
    )


def test_what_the_session_itself_decides_changes_no_recipient() -> None:
    left = {"type": "seat-vacated", "person": "region-1", "seat": "president"}
    gone = act(
        f"{COMMITTEE}/1", left | {"reason": "resignation", "on": HELD}, **ADOPTED
    )
    assert noticed(convenes(SESSION), gone).recipients[0].office == "president"


def test_a_representative_is_named_with_its_college() -> None:
    seated = all_seated("avelin beuvry carvin douai esquer", "2020-03-02")
    elected = elects(COLLEGE, "2020-04-01", *(f"d-{n}" for n in ("avelin", "douai")))
    paper = noticed(*seated, elected, convenes(SESSION))
    [one, _other] = [line for line in paper.recipients if line.college]
    assert (one.person, one.member, one.college) == ("d-avelin", "avelin", COLLEGE)
    assert "Commune de Avelin, élu(e) par le collège communal" in written(
        *seated, elected, convenes(SESSION)
    )


@pytest.mark.parametrize(
    ("sent_on", "days", "said"),
    [
        ("2022-06-11", 5, "délai respecté"),
        ("2022-06-12", 4, "délai non respecté"),
    ],
)
def test_the_notice_is_five_days_at_least(sent_on: str, days: int, said: str) -> None:
    found = noticed(convenes(SESSION, sent_on=sent_on)).notice
    assert found is not None
    assert (found.days, found.needed) == (days, 5)
    assert found.enough == (days == 5)
    assert f"5 jours au moins requis : {said}" in written(
        convenes(SESSION, sent_on=sent_on)
    )


def test_an_irregularity_declared_stands_on_the_notice() -> None:
    late = {"rule": "session.notice", "reason": "Urgence sanitaire"}
    text = written(convenes(SESSION, sent_on="2022-06-12", irregular=[late]))
    assert "**Irrégularité :** délai de convocation (statuts, art. 8.3)" in text
    assert "Urgence sanitaire" in text


def test_the_quorum_is_half_of_those_in_office_rounded_up() -> None:
    paper = noticed(vacates("nord-3", "2022-05-01"), convenes(SESSION))
    assert paper.quorum is not None
    assert (paper.quorum.needed, paper.quorum.in_office) == (10, 19)


def test_a_notice_says_nothing_of_who_came() -> None:
    before = noticed(convenes(SESSION))
    after = noticed(convenes(SESSION), attended(SESSION, *OF_FOUNDERS))
    assert after.quorum is not None
    assert after.quorum.present is None
    assert after.because == before.because


def test_a_second_call_says_of_what_and_needs_no_quorum() -> None:
    acts = [
        convenes(SESSION),
        attended(SESSION, *OF_FOUNDERS[:9]),
        convenes(
            f"{COMMITTEE}/2022-06-20", sent_on="2022-06-17", second_call_of=SESSION
        ),
    ]
    paper = noticed(*acts, session=SECOND)
    assert paper.notice is None
    assert paper.second_call is not None
    assert (paper.second_call.present, paper.second_call.in_office) == (9, 20)
    assert paper.second_call.lawful
    assert paper.quorum is not None
    assert not paper.quorum.required
    assert "9 membres présents sur 20 en exercice ; 4 jours d’écart" in written(
        *acts, session=SECOND
    )


@pytest.mark.parametrize("there", [[attended(SESSION, *OF_FOUNDERS[:10])], []])
def test_a_second_call_of_a_session_not_known_to_lack_quorum_needs_one(
    there: list[Plain],
) -> None:
    second = convenes(
        f"{COMMITTEE}/2022-06-20", sent_on="2022-06-17", second_call_of=SESSION
    )
    paper = noticed(convenes(SESSION), *there, second, session=SECOND)
    assert paper.second_call is not None
    assert not paper.second_call.lawful
    text = written(convenes(SESSION), *there, second, session=SECOND)
    assert "le quorum reste exigé" in text


def test_the_agenda_is_numbered_and_its_absence_told() -> None:
    text = written(convenes(SESSION, agenda=["Budget 2022", "Questions diverses"]))
    assert "1. Budget 2022\n2. Questions diverses" in text
    assert "L’ordre du jour n’est pas au registre." in written(convenes(SESSION))


def test_associates_are_invited_without_vote() -> None:
    paper = noticed(admits("avelin", "2022-01-10"), convenes(SESSION))
    assert [one.member for one in paper.associates] == ["avelin"]
    assert "avelin" not in {one.member for one in paper.recipients}
    text = written(admits("avelin", "2022-01-10"), convenes(SESSION))
    assert "sans prendre part au vote (statuts, art. 7)" in text
    assert "Membres associés" not in written(convenes(SESSION))


def test_an_associate_admitted_at_the_session_is_not_invited_to_it() -> None:
    assert noticed(convenes(SESSION), admits("avelin", HELD)).associates == ()


def test_the_text_carried_over_is_named() -> None:
    later = {"type": "statutes-adopted", "version": "2022-01-19"}
    amended = act(
        f"{COMMITTEE}/statuts",
        later,
        adopted_on="2022-01-19",
        executory_on="2022-01-19",
        executory_basis="certified",
    )
    cited = noticed(amended, convenes(SESSION)).statutes
    assert (cited.version, cited.carried_from) == ("2022-01-19", "2019-01-01")
    assert "les règles de la version du 01/01/2019 sont reprises" in written(
        amended, convenes(SESSION)
    )
    assert noticed(convenes(SESSION)).statutes.carried_from is None


# ------------------------------------------------------------------- which session
def test_an_unknown_session_is_answered_with_the_nearest() -> None:
    others = [
        convenes(f"{COMMITTEE}/2022-12-08", sent_on="2022-11-28"),
        convenes(f"{COMMITTEE}/2019-06-13", sent_on="2019-06-03"),
    ]
    with pytest.raises(UnknownSessionError) as refused:
        noticed(*others, session=f"{COMMITTEE}/2022-12")
    assert refused.value.values["known"].startswith(f"{COMMITTEE}/2022-12-08")


def test_a_session_acts_name_and_none_convenes_is_told_apart() -> None:
    with pytest.raises(UnconvenedSessionError) as refused:
        noticed(act(f"{COMMITTEE}/1", matter(), **ADOPTED))
    assert refused.value.values["acts"] == f"{COMMITTEE}/1"


def test_a_session_before_any_statutes_has_no_papers() -> None:
    alone: History = given(convenes(SESSION))
    with pytest.raises(NoRulesError):
        Papers(alone.world(), SESSION)


def test_the_president_who_convened_is_the_one_of_the_day_it_was_sent() -> None:
    paper = noticed(vacates("region-1", "2022-06-10", "president"), convenes(SESSION))
    assert paper.convened_by is not None
    assert paper.convened_by.person == "region-1"
    assert paper.sent_on == date(2022, 6, 8)
    assert paper.recipients[0].office is None

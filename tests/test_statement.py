"""The *état liquidatif* of one member: what it owes, why, and its account."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from papers.cell import Euros
from papers.document import Grid, Line, Paper
from papers.markdown import markdown
from papers.statement import statement as paper_of
from projections.money.statement import Statement, statement
from tests.acts import (
    ENT,
    act,
    base,
    budget,
    calls,
    chooses,
    complete,
    counts,
    joins,
    line,
    pays,
    ruling,
    subsidizes,
    suspended,
    tariff,
    write,
)
from tests.committee import NORD, founded
from tests.shell import done
from tests.spec import History, given

AT = "2024-12-31"
CTAF = act(
    "comite-syndical/2023-18",
    {"type": "conditions-adopted", "competence": ENT, "version": "2023-18"},
    title="Conditions fictives",
    **complete("2023-06-15"),
)
TARIFF = tariff(
    2024,
    line("base", "pupil", "1.30"),
    line("plus", "pupil", "0.305", optional="true"),
    on="2023-06-15",
    number="bareme",
)
PUPILS = counts("avelin", "2023-2024", 155, "2023-11-06")
OWING = [
    *founded(),
    *joins("avelin", on="2023-03-02", siren="215900341"),
    CTAF,
    TARIFF,
    PUPILS,
    chooses("avelin", "plus", 2024),
]
CALL = calls("avelin", 2024, "201.50", "2024-04-08")
PAID = pays("avelin", 2024, "100.00", "2024-05-06")


def drawn_up(history: History, member: str = "avelin", at: str = AT) -> Statement:
    return statement(history.world(), 2024, date.fromisoformat(at), member)


def paper(history: History, member: str = "avelin", at: str = AT) -> Paper:
    return paper_of(drawn_up(history, member, at), "État.")


def text(history: History, member: str = "avelin", at: str = AT) -> str:
    written_ = markdown(paper(history, member, at))
    return re.sub("[\u00a0\u202f]", " ", written_)


# ------------------------------------------------------------------- what it says
def test_a_statement_rests_each_line_on_its_tariff_its_article_and_its_acts() -> None:
    found = drawn_up(given(*OWING))
    assert [(one.label, one.unit, one.line.amount) for one in found.charges] == [
        ("Ligne base", "pupil", "201.50"),
        ("Ligne plus", "pupil", "47.28"),
    ]
    [basis] = found.bases
    assert (basis.act, basis.conditions, basis.article) == (
        *(TARIFF["act"], "2023-18", "5"),
    )
    acts = {one.act: one for one in found.acts}
    assert set(acts) == {TARIFF["act"], PUPILS["act"], "avelin/option-plus-2024"}
    assert str(acts[TARIFF["act"]].executory_on) == "2023-06-15"
    assert (found.due, found.member.siren) == ("248.78", "215900341")


def test_its_account_is_that_of_the_contributions_and_every_call_and_payment() -> None:
    found = drawn_up(given(*OWING, CALL, PAID))
    assert (found.called, found.paid) == ("201.50", "100.00")
    assert (found.regularisation, found.outstanding) == ("47.28", "101.50")
    assert [(one.act, one.amount, one.stands) for one in found.calls] == [
        (CALL["act"], "201.50", True)
    ]
    assert [(one.act, str(one.on)) for one in found.payments] == [
        (PAID["act"], "2024-05-06")
    ]
    assert {CALL["act"], PAID["act"]} <= set(found.because)


def test_a_call_that_was_struck_is_shown_and_counts_for_nothing() -> None:
    paused = given(*OWING, CALL, suspended(CALL["act"], "2024-06-03"))
    [call] = drawn_up(paused).calls
    assert (call.stands, call.is_suspended) == (False, True)
    assert call.struck_by == ("tribunal-administratif-de-lille/1",)
    assert drawn_up(paused).called == "0.00"
    assert "suspendu par tribunal-administratif-de-lille/1 (201,50 €" in text(paused)
    undone = given(*OWING, CALL, ruling("act-annulled", CALL["act"]))
    [call] = drawn_up(undone).calls
    assert (call.stands, call.is_suspended) == (False, False)
    assert "privé d’effet par" in text(undone)


def test_a_call_issued_after_the_day_of_the_statement_is_marked_so() -> None:
    before = text(given(*OWING, CALL), at="2024-04-07")
    assert "émis après cette date" in before
    assert "201,50 €, compte tenu de 201,50 € appelés après le 07/04/2024." in before
    on_the_day = text(given(*OWING, CALL), at="2024-04-08")
    assert "après cette date" not in on_the_day
    assert "appelés après" not in on_the_day


def test_what_is_not_established_is_sought_and_the_paper_is_not_settled() -> None:
    uncounted = given(*[one for one in OWING if one is not PUPILS], CALL)
    found = drawn_up(uncounted)
    assert (found.due, found.regularisation) == (None, None)
    assert [str(one) for one in found.not_established] == ["pupils 2023-2024"]
    said = text(uncounted)
    assert "les effectifs scolaires de 2023-2024" in said
    assert "ne peut être arrêté" in said
    assert "arrêté à la somme" not in said


# ------------------------------------------------------------------- the paper
def test_the_paper_is_titled_and_settled_in_words_and_says_its_state() -> None:
    made = paper(given(*OWING, CALL))
    assert made.title == (
        "État liquidatif – contribution de l’année 2024 – Commune de Avelin"
    )
    said = text(given(*OWING, CALL))
    assert (
        "arrêté à la somme de deux cent quarante-huit euros et soixante-dix-huit "
        "centimes (248,78 €)." in said
    )
    assert "conditions techniques, administratives et financières" in said
    assert "(version 2023-18), art. 5" in said
    assert "SIREN : 215900341" in said
    assert made.state == "État."


def test_the_summed_columns_hold_amounts_that_add_up_to_what_is_said() -> None:
    made = paper(given(*OWING, CALL, PAID))
    sums = []
    for block in made.blocks:
        if isinstance(block, Grid):
            for column in block.summed:
                cells = [row[column] for row in block.rows]
                assert all(isinstance(one, Euros) for one in cells)
                amounts = [one.amount for one in cells if isinstance(one, Euros)]
                sums.append(sum(amounts, Decimal(0)))
    assert sums == [Decimal("248.78"), Decimal("201.50"), Decimal("100.00")]


def test_a_founder_s_share_of_the_budget_is_under_article_13_1() -> None:
    voted = budget(2024, "100.00", "2023-12-04")
    said = text(given(*founded(), voted), NORD)
    assert "25 % de 100,00 €" in said
    assert "réparti selon les statuts, art. 13.1" in said
    assert "vingt-cinq euros (25,00 €)" in said


def test_aid_beyond_the_contribution_lowers_it_to_zero_and_says_so() -> None:
    aided = given(*OWING, subsidizes(NORD, "avelin", 2024, "500.00", "2024-02-05"))
    said = text(aided)
    assert "Aide accordée, à déduire" in said
    assert "Part de la subvention non imputée" in said
    assert "| **Total** |  |  |  |  | **0,00 €** |" in said
    assert "ramenée à zéro" in said
    assert "zéro euro (0,00 €)" in said


def test_a_tariff_of_an_earlier_year_is_said_to_be_one() -> None:
    fallen_back = given(
        *founded(),
        *joins("avelin", on="2023-03-02"),
        base(2023, "1.30", "2022-12-05"),
        PUPILS,
    )
    assert "barème voté pour 2023, à défaut de vote pour l’année" in text(fallen_back)


def test_a_commune_beside_its_epci_carries_a_reserve() -> None:
    both = given(
        *OWING,
        *joins("cc-fictive", on="2023-03-02", kind="epci"),
        *joins("beuvry", on="2023-03-02", epci="cc-fictive"),
    )
    for member in ("beuvry", "cc-fictive"):
        assert "les mêmes écoles ont pu être comptées deux fois" in text(both, member)
    assert "les mêmes écoles" not in text(both)


def test_who_owes_and_was_called_nothing_has_an_empty_statement() -> None:
    found = paper(given(*OWING), at="2023-12-31")
    labels = [one.text for one in found.blocks if isinstance(one, Line)]
    assert "Aucune ligne de contribution n’est établie pour l’année." in labels


def test_an_earlier_position_draws_the_statement_of_then() -> None:
    history = given(*OWING, CALL)
    before = given(*OWING).world().known.position
    assert drawn_up(history.as_known_at(before)).called == "0.00"
    assert drawn_up(history).called == "201.50"


# ------------------------------------------------------------------- at a terminal
def test_one_member_s_statement_is_written_as_markdown_and_always_french(
    tmp_path: Path,
) -> None:
    file = write(tmp_path / "acts.yaml", [*OWING, CALL])
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", file)
    asked = ("--ledger", place, "contributions", 2024, "--at", AT, "--format", "md")
    one = done(*asked, "--member", "avelin")
    assert "# État liquidatif – contribution de l’année 2024" in one
    assert one.rstrip().splitlines()[-1].startswith("État au 31 décembre 2024, ")
    assert done("--lang", "fr", *asked, "--member", "avelin") == one
    written_ = tmp_path / "etat.md"
    done(*asked, "--member", "avelin", "--output", written_)
    assert written_.read_text() == one
    assert "# Contributions de l’année 2024" in done(*asked)
    answer = json.loads(done(*asked[:-2], "--member", "avelin", "--json"))
    assert answer["totals"][0]["due"] == "248.78"

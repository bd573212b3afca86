"""A sheet may call an institution by its name on record: it stands for its id."""

from pathlib import Path
from typing import Any

import pytest

from tests.acts import act, decision, request, write
from tests.committee import RULES
from tests.sheets import DELEGATES, PUPILS, problems, recorded, table, workbook
from tests.shell import done, log, smo

MEMBER = "ca-lacs"
NAME = "Communauté d’agglomération des Lacs"
ROW = ["2024-2025", 155, 1, "secretariat/2024", None]
SHEET = "a.xlsx"


def called(member: str, name: str) -> Any:
    """Write a request to join by an institution of that name."""
    asked = decision(
        "adhesion-requested",
        applicant={"name": name, "kind": "epci"},
        competences=["numerique-educatif"],
    )
    return act(f"{member}/2024-1", asked)


def counted_for(folder: Path, name: str, *acts: Any) -> Any:
    known = write(folder / "known.yaml", [called(MEMBER, NAME), *acts])
    sheet = workbook(folder / SHEET, {"E": [PUPILS, [name, *ROW]]})
    return recorded(folder, known, sheet)[-1][2]["member"]


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        "COMMUNAUTE D'AGGLOMERATION DES LACS",
        " communauté d’agglomération  des lacs ",
        MEMBER,
        "CA Lacs",
    ],
)
def test_a_name_on_record_is_the_institution_however_it_is_written(
    tmp_path: Path, written: str
) -> None:
    assert counted_for(tmp_path, written) == MEMBER


def test_a_name_the_ledger_holds_is_found_there(tmp_path: Path) -> None:
    place = tmp_path / "x.db"
    done(
        "--ledger", place, "import", write(tmp_path / "k.yaml", [called(MEMBER, NAME)])
    )
    sheet = workbook(tmp_path / SHEET, {"E": [PUPILS, [NAME, *ROW]]})
    done("--ledger", place, "import", sheet)
    assert log(place)[-1]["data"]["member"] == MEMBER


def test_a_name_learned_later_and_the_one_before_it_are_both_found(
    tmp_path: Path,
) -> None:
    changed = act(
        f"{MEMBER}/2024-2",
        decision("identity-changed", name="CA de la Rive", from_="2024-05-01"),
    )
    assert counted_for(tmp_path, "CA de la Rive", changed) == MEMBER
    assert counted_for(tmp_path, NAME, changed) == MEMBER


def test_a_number_alone_is_an_act_of_the_institution_so_named(tmp_path: Path) -> None:
    known = write(tmp_path / "known.yaml", [called(MEMBER, NAME)])
    rows = [
        [NAME, "12", None, None, None, None, "Anne Exemple"],
        [MEMBER, f"{MEMBER}/12", None, None, None, None, "Zoé Test"],
        [NAME, f"{MEMBER}/12", None, None, None, None, "Luc Test"],
    ]
    sheet = workbook(tmp_path / SHEET, {"D": [DELEGATES[:7], *rows]})
    entries = recorded(tmp_path, known, sheet)[2:]
    assert [each[:2] for each in entries] == [
        (f"{MEMBER}/12", "act-registered"),
        *[(f"{MEMBER}/12", "delegate-designated")] * 3,
    ]


def test_the_same_institution_by_id_and_by_name_is_the_same_row_twice(
    tmp_path: Path,
) -> None:
    known = write(tmp_path / "known.yaml", [called(MEMBER, NAME)])
    sheet = workbook(tmp_path / SHEET, {"E": [PUPILS, [NAME, *ROW], [MEMBER, *ROW]]})
    place = tmp_path / "x.db"
    refused = smo("--ledger", place, "import", known, sheet)
    assert "E3: This row is about the same as row 2" in refused.stderr


def test_a_name_two_institutions_bear_is_refused_with_both_ids(tmp_path: Path) -> None:
    known = write(
        tmp_path / "known.yaml", [called("lieu-59", "Lieu"), called("b", "Lieu")]
    )
    place = tmp_path / "x.db"
    done("--ledger", place, "import", known)
    sheet = workbook(tmp_path / SHEET, {"E": [PUPILS, ["LIEU", *ROW]]})
    refused = smo("--ledger", place, "import", sheet)
    assert refused.exit_code == 1
    assert (
        "[E] A2: «LIEU» is, or was, the name of more than one institution: b, lieu-59."
    ) in refused.stderr


def test_an_id_written_as_an_id_is_nobody_else(tmp_path: Path) -> None:
    other = called("autre", MEMBER)
    assert counted_for(tmp_path, MEMBER, other) == MEMBER


def test_an_acts_file_names_institutions_by_their_ids_only(tmp_path: Path) -> None:
    count = decision(
        "pupils-counted", member=NAME, school_year="2024-2025", pupils="155"
    )
    file = write(
        tmp_path / "k.yaml", [called(MEMBER, NAME), act("secretariat/1", count)]
    )
    [said] = problems(file)
    assert f"«{NAME}» stands where an id in lower-case" in said


def test_mistakes_of_other_cells_keep_their_rows_where_names_were_found(
    tmp_path: Path,
) -> None:
    known = write(
        tmp_path / "known.yaml", [called(MEMBER, NAME), request("bourg", "2024-1")]
    )
    lines = [
        f"{NAME};2024-2025;1;;12;",
        "bourg;2024-2025;1;;13;",
        f"{MEMBER};2023-2024;x;;12;",
    ]
    sheet = table(tmp_path / "e.csv", "\n".join([";".join(PUPILS), *lines]))
    refused = smo("--ledger", tmp_path / "x.db", "import", known, sheet)
    said = refused.stderr.splitlines()
    assert said[0].startswith(f"{sheet}:4 «Effectif (élèves)»: «x» stands where")
    assert said[-1].startswith("Error: 1 problem(s)")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Usages numériques", "ent"),
        ("ENT", "ent"),
        ("Communications électroniques", "communications-electroniques"),
        ("communications-electroniques", "communications-electroniques"),
    ],
)
def test_a_competence_is_named_by_its_id_or_by_its_label_in_the_statutes(
    tmp_path: Path, written: str, meant: str
) -> None:
    competence = {"id": "ent", "article": "4", "label": "Usages numériques"}
    other = {"id": "communications-electroniques", "article": "3", "label": "Réseaux"}
    statutes = decision(
        "statutes-adopted",
        version="2024-01-01",
        rules={**RULES, "competences": [competence, other]},
    )
    known = write(tmp_path / "s.yaml", [act("comite-syndical/1", statutes)])
    headings = ("Acte", "Demandeur", "Type", "Compétences")
    row = ["lieu/1", "Lieu", "commune", written]
    sheet = workbook(tmp_path / SHEET, {"A": [headings, row]})
    place = tmp_path / "x.db"
    done("--ledger", place, "import", known, sheet)
    assert log(place)[-1]["data"]["competences"] == [meant]


def test_an_unknown_competence_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    headings = ("Acte", "Demandeur", "Type", "Compétences")
    row = ["lieu/1", "Lieu", "commune", "éducatif"]
    [said] = problems(workbook(tmp_path / SHEET, {"A": [headings, row]}))
    assert said == (
        "a.xlsx [A] D2: «éducatif» is not one of the values that may stand here. "
        "Did you mean «numerique-educatif»?"
    )

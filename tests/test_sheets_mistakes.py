"""Each mistake in a spreadsheet is shown with its sheet and cell, all at once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.acts import act, write
from tests.sheets import (
    DAY,
    DELEGATES,
    PUPILS,
    members,
    problems,
    table,
    workbook,
)
from tests.shell import done, log, smo
from tests.test_language import assert_french

ADHESIONS = ("Acte", "Demandeur", "Type", "Compétences", "SIREN", "Population")
GOOD = ["bourg", "2024-2025", 155, 1, "secretariat/2024", DAY]


def of_row(folder: Path, headings: Sequence[str], *rows: Sequence[Any]) -> list[str]:
    sheet = workbook(folder / "e.xlsx", {"Effectifs": [headings, *rows]})
    return problems(sheet, members(folder, "bourg", "ville"))


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (1, None, "A2: Nothing stands under «Collectivité», which is needed here"),
        (1, "bourq", "A2: member.unknown: «bourq» is no institution the ledger"),
        (1, "4", "A2: member.unknown: «4» is no institution"),
        (1, date(2024, 3, 1), "A2: The spreadsheet program made the date 2024-03-01"),
        (2, "2024", "B2: «2024» stands where a school year such as 2023-2024 is"),
        (2, "2024-2026", "B2: 2024-2026 is no school year"),
        (3, " ", "C2: Nothing stands under «Effectif (élèves)», which is needed"),
        (3, 15.5, "C2: «15.5» stands where a whole number, 0 or more is expected"),
        (3, -1, "C2: «-1» stands where a whole number, 0 or more is expected"),
        (3, "1.234", "C2: «1.234» stands where a whole number, 0 or more"),
        (3, "beaucoup", "C2: «beaucoup» stands where a whole number"),
        (3, True, "C2: «VRAI» stands where a whole number"),
        (3, date(2024, 3, 1), "C2: «2024-03-01» stands where a whole number"),
        (4, "2 3", "D2: «2 3» stands where a whole number"),
        (5, None, "E2: Nothing stands under «Acte», which is needed here"),
        (5, "secretariat/2024/1", "E2: «secretariat/2024/1» stands where a reference"),
        (5, date(2024, 3, 1), "E2: The spreadsheet program made the date 2024-03-01"),
        (5, "bureau/12", "A2: act.author: bureau cannot decide «pupils-counted»"),
        (5, "ville/12", "A2: act.author: ville cannot decide «pupils-counted» for"),
        (6, "31/02/2024", "F2: «31/02/2024» stands where a date such as 30/06/2024"),
        (6, "30/06/24", "F2: «30/06/24» stands where a date such as 30/06/2024"),
        (6, 45473, "F2: «45473» stands where a date such as 30/06/2024 is expected"),
        (6, date(2199, 1, 1), "F2: act.dates: adopted_on is 2199-01-01, and today is"),
    ],
)
def test_a_mistake_in_a_cell_names_it(
    tmp_path: Path, column: int, value: Any, said: str
) -> None:
    row = [*GOOD]
    row[column - 1] = value
    [shown] = of_row(tmp_path, PUPILS, row)
    assert shown.startswith(f"e.xlsx [Effectifs] {said}")


def test_a_name_of_nobody_is_shown_as_written_with_the_id_most_like_it(
    tmp_path: Path,
) -> None:
    [said] = of_row(tmp_path, PUPILS, ["Commune de Bourg", *GOOD[1:]])
    assert "A2: member.unknown: «Commune de Bourg» is no institution" in said
    assert "Did you mean «bourg»?" in said


def test_a_name_of_nobody_is_told_in_its_own_cell_beside_a_number(
    tmp_path: Path,
) -> None:
    [said] = of_row(tmp_path, PUPILS, ["Commune d’Ailleurs", *GOOD[1:4], "12", DAY])
    assert "A2: member.unknown: «Commune d’Ailleurs» is no institution" in said


def test_an_effect_that_is_no_day_is_told_in_the_words_of_the_template(
    tmp_path: Path,
) -> None:
    row = ["lieu/1", "Lieu", "commune", "ent", "bientôt"]
    sheet = workbook(
        tmp_path / "e.xlsx", {"E": [[*ADHESIONS[:4], "Date d’effet"], row]}
    )
    [said] = problems(sheet, lang="fr")
    assert "[E] E2: «\u00a0bientôt\u00a0» est écrit" in said
    assert "une date telle que 30/06/2024, ou le mot «\u00a0exécutoire\u00a0»" in said
    assert "on-executory" not in said


def test_what_stands_in_the_cell_is_quoted(tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "e.xlsx", {"E": [PUPILS, [*GOOD[:2], 15.5, *GOOD[3:]]]})
    result = smo("--ledger", tmp_path / "x.db", "import", sheet)
    assert "\n  Effectif (élèves) | 15.5\n" in result.stderr


def test_all_mistakes_of_all_files_are_shown_and_nothing_is_recorded(
    tmp_path: Path,
) -> None:
    place, known = tmp_path / "x.db", members(tmp_path, "bourg", "ville")
    done("--ledger", place, "import", known)
    before = log(place)
    good = workbook(tmp_path / "good.xlsx", {"E": [PUPILS, GOOD]})
    wrong = ["ville", "2024-2025", "x", "y", "secretariat/9"]
    rows = [PUPILS, [*GOOD[:4], "12"], wrong]
    bad = workbook(tmp_path / "bad.xlsx", {"E": rows, "F": [["Note", "Acte"], ["x"]]})
    text = f"{','.join(PUPILS)}\nvile,2024-2025,7,,secretariat/8,\n"
    other = table(tmp_path / "bad.csv", text)
    acts = write(tmp_path / "bad.yaml", [act("bureau/1", titel="x")])
    result = smo("--ledger", place, "import", good, acts, other, bad)
    assert result.exit_code == 1
    said = [line for line in result.stderr.splitlines() if not line.startswith("  ")]
    assert [line.replace(f"{tmp_path}/", "").split(": ")[0] for line in said] == [
        "bad.yaml:2",
        "bad.csv:2 «Collectivité»",
        "bad.xlsx [E] C3",
        "bad.xlsx [E] D3",
        "bad.xlsx [F] A1",
        "bad.xlsx [F] A1",
        "bad.xlsx [F] A1",
        "Error",
    ]
    assert said[-1].startswith("Error: 7 problem(s)")
    assert log(place) == before


# ------------------------------------------------------------------- rows together
def test_rows_of_one_act_must_agree(tmp_path: Path) -> None:
    other = ["ville", "2024-2025", 7, None, "secretariat/2024", date(2024, 10, 16)]
    [said] = of_row(tmp_path, PUPILS, GOOD, other)
    assert said == (
        "e.xlsx [Effectifs] F3: Another row of the act secretariat/2024 says "
        "2024-10-15 under «Date», in F2. Write the same in both, or leave one empty"
    )


def test_two_rows_about_the_same_are_not_both_recorded(tmp_path: Path) -> None:
    [said] = of_row(tmp_path, PUPILS, GOOD, [], ["Bourg", "2024/2025", 9, 2, *GOOD[4:]])
    assert said == (
        "e.xlsx [Effectifs] E4: This row is about the same as row 2. Keep one of them"
    )


def test_a_delegate_is_designated_by_an_act_of_its_own_institution(
    tmp_path: Path,
) -> None:
    row = ["bourg", "ville/3", None, None, None, None, "Anne Exemple"]
    [said] = of_row(tmp_path, DELEGATES[:7], row)
    assert said == (
        "e.xlsx [Effectifs] B2: ville/3 is an act of ville, but A2 names bourg. "
        "Correct one of the two"
    )


def test_a_mode_that_does_not_exist_is_corrected_in_french_words(
    tmp_path: Path,
) -> None:
    row = ["bourg", "3", DAY, None, DAY, "afichage", "Anne Exemple"]
    [said] = of_row(tmp_path, DELEGATES[:7], row)
    assert said.startswith("e.xlsx [Effectifs] F2: «afichage» is not one of the values")
    assert said.endswith("Did you mean «affichage»?")


def test_a_date_before_the_adoption_is_refused_in_its_cell(tmp_path: Path) -> None:
    row = ["bourg", "3", DAY, date(2024, 1, 1), None, None, "Anne Exemple"]
    [said] = of_row(tmp_path, DELEGATES[:7], row)
    assert said.startswith("e.xlsx [Effectifs] D2: act.dates: sent_on is 2024-01-01")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["lieu/1", "Lieu", "commune", "ent", "215901464"], "E2: SIREN 215901464 has"),
        (["lieu/1", "Lieu", "vile", "ent"], "C2: «vile» is not one of the values"),
        (["lieu/1", "Lieu", "commune", "ent; ent"], "D2: ent stands twice in the list"),
        (["lieu/1", "Lieu", "commune", "4.2"], "D2: «4.2» stands where an id in lower"),
        (["lieu", "Lieu", "commune", "ent"], "A2: «lieu» stands where a reference"),
        (["lieu/1", "Lieu", "commune", "Éducatif"], "D2: «Éducatif» is not one of"),
        (["lieu/1", None, "commune", "ent"], "B2: Nothing stands under «Demandeur»"),
    ],
)
def test_a_mistake_of_an_applicant_names_the_cell(
    tmp_path: Path, row: list[Any], said: str
) -> None:
    [shown] = of_row(tmp_path, ADHESIONS, row)
    assert shown.startswith(f"e.xlsx [Effectifs] {said}")


def test_an_applicant_nobody_names_is_missed_in_its_cells_once(tmp_path: Path) -> None:
    one, two = of_row(tmp_path, ADHESIONS, ["lieu/1", None, None, "ent"])
    assert one.startswith("e.xlsx [Effectifs] B2: Nothing stands under «Demandeur»")
    assert two.startswith("e.xlsx [Effectifs] C2: Nothing stands under «Type»")


def test_a_head_count_beside_an_adhesion_needs_its_year(tmp_path: Path) -> None:
    row = ["lieu/1", "Lieu", "commune", "ent", 155, None]
    headings = [*ADHESIONS[:4], "Effectif", "Année scolaire"]
    [empty] = of_row(tmp_path, headings, row)
    assert empty.startswith("e.xlsx [Effectifs] F2: Nothing stands under «Année scol")
    [absent] = of_row(tmp_path, headings[:5], row[:5])
    assert absent.startswith("e.xlsx [Effectifs] E2: The column «Année scolaire» is")


def test_a_reference_used_for_other_content_names_the_row(tmp_path: Path) -> None:
    place, known = tmp_path / "x.db", members(tmp_path, "bourg")
    one = workbook(tmp_path / "1.xlsx", {"E": [PUPILS, GOOD]})
    done("--ledger", place, "import", known, one)
    two = workbook(
        tmp_path / "2.xlsx", {"E": [PUPILS, [], [*GOOD[:2], 156, *GOOD[3:]]]}
    )
    result = smo("--ledger", place, "import", two)
    assert f"{two} [E] E3: act.reference: The reference secretariat/2024" in (
        result.stderr
    )


# ------------------------------------------------------------------- CSV, French
def test_a_row_of_a_csv_is_named_by_its_first_line(tmp_path: Path) -> None:
    row = 'bourg;2024-2025;7;;1;15/10/2024;"deux\nlignes"'
    bad = 'bourg;2024-2025;sept;;2;;"deux\nlignes"'
    text = f"{';'.join(PUPILS)};Note\n{row}\n\n{bad}\n"
    known = members(tmp_path, "bourg")
    [said] = problems(table(tmp_path / "e.csv", text), known)
    assert said.startswith("e.csv:5 «Effectif (élèves)»: «sept» stands where")


def test_what_is_wrong_in_a_spreadsheet_is_said_in_french(tmp_path: Path) -> None:
    text = f"{';'.join(PUPILS)}\nbourg;2024-2025;sept;;;\n;2024-2025;7;;1;\n"
    sheet = table(tmp_path / "e.csv", text)
    said = problems(sheet, members(tmp_path, "bourg"), lang="fr")
    assert said[0].startswith("e.csv:2 «\u00a0Effectif (élèves)\u00a0»: «\u00a0sept")
    assert "Rien ne figure sous «\u00a0Acte\u00a0», qui est nécessaire ici." in said[1]
    assert_french("\n".join(said))

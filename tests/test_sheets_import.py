"""What comes in by spreadsheet is what an acts file would have said."""

from datetime import date
from pathlib import Path

import pytest

from ledger.editions import CURRENT
from tests.acts import act, decision, write
from tests.sheets import (
    COUNTS,
    DAY,
    DELEGATES,
    HOUR,
    PUPILS,
    Rows,
    counted,
    filled,
    members,
    recorded,
    table,
    workbook,
)
from tests.shell import done, log, smo

SECRETARIAT = "secretariat/effectifs-2024-2025"
ROWS = [
    ["bourg", "2024-2025", 155, 1, SECRETARIAT, DAY],
    ["Ville", "2024/2025", "1\u202f234", 7.0, SECRETARIAT, None],
]


def test_rows_of_one_reference_make_one_act(tmp_path: Path) -> None:
    known = members(tmp_path, "bourg", "ville")
    sheet = workbook(tmp_path / "a.xlsx", {"Effectifs": [PUPILS, *ROWS]})
    acts = write(tmp_path / "a.yaml", [COUNTS])
    assert recorded(tmp_path, known, sheet) == recorded(tmp_path, known, acts)


def test_the_same_spreadsheet_again_records_nothing(tmp_path: Path) -> None:
    known = members(tmp_path, "bourg", "ville")
    sheet = workbook(tmp_path / "a.xlsx", {"Effectifs": [PUPILS, *ROWS]})
    place = tmp_path / "ledger.db"
    done("--ledger", place, "import", known, sheet)
    said = done(
        "--ledger", place, "import", sheet, write(tmp_path / "a.yaml", [COUNTS])
    )
    assert said.startswith("Nothing new to record. 2 acts were there already.")


def test_files_of_all_kinds_are_recorded_in_the_order_given(tmp_path: Path) -> None:
    known = members(tmp_path, "bourg", "ville")
    sheet = workbook(tmp_path / "a.xlsx", {"Effectifs": [PUPILS, ROWS[0]]})
    rows = table(tmp_path / "b.csv", f"{';'.join(PUPILS)}\nville;2024-2025;7;;12;\n")
    last = write(tmp_path / "c.json", [act("bureau/1")])
    acts = [entry[0] for entry in recorded(tmp_path, rows, last, sheet, known)]
    assert [*dict.fromkeys(acts)] == [
        "ville/12",
        "bureau/1",
        SECRETARIAT,
        "bourg/2024-1",
        "ville/2024-1",
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_says_the_same_whatever_wrote_it(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    known = members(tmp_path, "bourg", "ville")
    lines = [PUPILS, ["bourg", "2024-2025", "155", "1", SECRETARIAT, "15/10/2024"]]
    lines += [["ville", "2024-2025", "1 234", "7", SECRETARIAT, "2024-10-15"]]
    text = "\r\n".join(separator.join(line) for line in lines)
    sheet = table(tmp_path / "a.csv", text, encoding)
    acts = write(tmp_path / "a.yaml", [COUNTS])
    assert recorded(tmp_path, known, sheet) == recorded(tmp_path, known, acts)


MARCH = date(2024, 3, 1)
LUC = "Luc Test [luc-2]"
DESIGNATIONS = [
    DELEGATES,
    ["bourg", "2024-7", MARCH, HOUR, None, None, "Anne Exemple", None, None],
    ["Ville", "ville/9", MARCH, None, MARCH, "Affichage", LUC, "Ève", MARCH],
    [None, " ", "\u00a0"],
    ["ville", "9", None, None, None, None, "Zoé Test", None, None],
]
DESIGNATIONS_AS_YAML = [
    act(
        "bourg/2024-7",
        decision("delegate-designated", person="Anne Exemple"),
        adopted_on="2024-03-01",
        sent_on="2024-10-15",
    ),
    act(
        "ville/9",
        decision(
            "delegate-designated",
            person={"id": "luc-2", "name": "Luc Test"},
            replaces="Ève",
            from_="2024-03-01",
        ),
        decision("delegate-designated", person="Zoé Test"),
        adopted_on="2024-03-01",
        published=[{"on": "2024-03-01", "mode": "posting"}],
    ),
]


def test_delegates_are_designated_by_the_institution_of_the_row(tmp_path: Path) -> None:
    known = members(tmp_path, "bourg", "ville")
    sheet = workbook(tmp_path / "d.xlsx", {"Délégués": DESIGNATIONS})
    yaml = write(tmp_path / "d.yaml", DESIGNATIONS_AS_YAML)
    assert recorded(tmp_path, known, sheet) == recorded(tmp_path, known, yaml)


ADHESION = {
    "Acte": "bourg/2024-1-1",
    "Titre": "Adhésion",
    "Nature": "Délibération",
    "Convoqué le": date(2024, 2, 6),
    "Date d’adoption": date(2024, 2, 12),
    "Date d’envoi à l’État": "13/02/2024",
    "Date de réception": "2024-02-14",
    "Publié le": date(2024, 2, 15),
    "Mode de publicité": "site internet",
    "Demandeur": "Commune fictive de Bourg",
    "Type": "Commune",
    "Département": "59",
    "Code INSEE": "59146",
    "SIREN": "215 901 463",
    "Population": 3078,
    "EPCI": "CA des Lacs",
    "Compétences": "numerique-educatif ; Communications électroniques",
    "Date d’effet": "exécutoire",
    "Statuts approuvés": date(2022, 1, 19),
    "Conditions approuvées": "2023-18",
    "Pour": 23,
    "Contre": 0,
    "Abstentions": 1,
    "Délégué(e)": "Anne Exemple",
    "Effectif (élèves)": 155,
    "Année scolaire": "2024-2025",
    "Écoles": 1,
}
ADHESION_AS_YAML = act(
    "bourg/2024-1-1",
    decision(
        "adhesion-requested",
        applicant={
            "name": "Commune fictive de Bourg",
            "kind": "commune",
            "department": "59",
            "insee": "59146",
            "siren": "215901463",
            "population": 3078,
            "epci": "ca-des-lacs",
        },
        competences=["numerique-educatif", "communications-electroniques"],
        effect="on-executory",
        approves_statutes="2022-01-19",
        approves_conditions="2023-18",
    ),
    decision("delegate-designated", person="Anne Exemple"),
    counted(None, 155, schools=1),
    title="Adhésion",
    convened_on="2024-02-06",
    adopted_on="2024-02-12",
    sent_on="2024-02-13",
    received_on="2024-02-14",
    published=[{"on": "2024-02-15", "mode": "web"}],
    vote={"for": 23, "against": 0, "abstentions": 1},
)


def test_every_column_of_an_adhesion_goes_where_it_belongs(tmp_path: Path) -> None:
    done("template", "adhesions", "--output", tmp_path / "a.xlsx")
    sheet = filled(tmp_path / "a.xlsx", ADHESION)
    yaml = write(tmp_path / "a.yaml", [ADHESION_AS_YAML])
    assert recorded(tmp_path, sheet) == recorded(tmp_path, yaml)


def test_an_adhesion_says_only_what_its_row_says(tmp_path: Path) -> None:
    least = ("Acte", "Demandeur", "Type", "Compétences")
    row = [ADHESION[name] for name in least]
    sheet = workbook(tmp_path / "a.xlsx", {"x": [least, row]})
    place = tmp_path / "x.db"
    done("--ledger", place, "import", sheet)
    registered, asked = log(place)
    assert registered["data"] == {"act": "bourg/2024-1-1", "edition": CURRENT}
    assert set(asked["data"]) == {"applicant", "competences"}


def test_a_filled_template_and_the_answer_it_gives(tmp_path: Path) -> None:
    for name in ("pupils", "delegates"):
        done("template", name, "--output", tmp_path / f"{name}.xlsx")
    count = {"Collectivité": "bourg", "Année scolaire": "2024-2025", "Acte": "12"}
    one = filled(tmp_path / "pupils.xlsx", {**count, "Effectif (élèves)": 155})
    named = {"Collectivité": "bourg", "Acte": "13", "Délégué(e)": "Anne Exemple"}
    two = filled(tmp_path / "delegates.xlsx", named)
    entries = recorded(tmp_path, members(tmp_path, "bourg"), one, two)
    assert [(act, kind) for act, kind, _data in entries if act != "bourg/2024-1"] == [
        ("bourg/12", "act-registered"),
        ("bourg/12", "pupils-counted"),
        ("bourg/13", "act-registered"),
        ("bourg/13", "delegate-designated"),
    ]


def test_several_sheets_are_read_in_any_order_of_columns(tmp_path: Path) -> None:
    back = [row[::-1] for row in (PUPILS, ROWS[0])]
    other = [PUPILS, ["bourg", "2023-2024", 150, 1, "secretariat/2023", None]]
    sheets: dict[str, Rows] = {"Un": back, "Lisez-moi": [["?"]], "Deux": other, "V": []}
    file = workbook(tmp_path / "a.xlsx", sheets)
    entries = recorded(tmp_path, members(tmp_path, "bourg"), file)
    counts = [data.get("pupils") for _act, _type, data in entries]
    assert [*filter(None, counts)] == [155, 150]


def test_it_is_said_that_a_file_was_not_in_utf_8(tmp_path: Path) -> None:
    text = f"{';'.join(PUPILS)}\nbourg;2024-2025;155;;1;\n"
    sheet = table(tmp_path / "a.csv", text, "cp1252")
    result = smo(
        "--ledger", tmp_path / "x.db", "import", members(tmp_path, "bourg"), sheet
    )
    assert result.exit_code == 0
    assert "a.csv is not UTF-8; it was read as Windows-1252" in result.stderr

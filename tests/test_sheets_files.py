"""A file that is no honest spreadsheet is refused before, or as, it is read."""

import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.acts.problems import ProblemsError
from ledger.acts.sheets import delimited, limits, workbook
from ledger.acts.sheets.reading import read_sheets
from tests.sheets import PUPILS, members, problems, table
from tests.sheets import workbook as written

ROW = ["bourg", "2024-2025", 155, 1, "secretariat/2024", None]
SHEET = "xl/worksheets/sheet1.xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def good(folder: Path) -> Path:
    return written(folder / "e.xlsx", {"E": [PUPILS, ROW]})


def with_sheet(folder: Path, change: Callable[[bytes], bytes]) -> Path:
    parts = parts_of(good(folder))
    return packed(folder / "e.xlsx", {**parts, SHEET: change(parts[SHEET])})


def refused(path: Path) -> str:
    with pytest.raises(ProblemsError) as refusal:
        read_sheets(path)
    [problem] = refusal.value.problems
    return str(problem).removeprefix(f"{path}")


# ------------------------------------------------------------------- other formats
@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsb", ".XLSM", ".tsv"])
def test_other_spreadsheets_are_not_read(tmp_path: Path, suffix: str) -> None:
    [said] = problems(table(tmp_path / f"e{suffix}", "x"))
    format_ = suffix.lower()
    assert said.startswith(f"e{suffix}: This is a spreadsheet in the format {format_},")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This is no workbook"),
        (b"act;title", "This is no workbook"),
        (COMPOUND, "This is a spreadsheet in the format .xls"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "The workbook is protect"),
        (b"PK\x03\x04 and no more", "The workbook is damaged or incomplete"),
    ],
)
def test_a_file_that_is_not_what_it_is_called(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "e.xlsx"
    file.write_bytes(content)
    assert refused(file).startswith(f": {said}")


def test_an_archive_of_another_kind(tmp_path: Path) -> None:
    file = tmp_path / "e.xlsx"
    mime = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    assert "in the format .ods" in refused(packed(file, mime))
    assert "in the format .xlsb" in refused(packed(file, {"xl/workbook.bin": b""}))
    assert "This is no workbook" in refused(packed(file, {"word.xml": b"<x/>"}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off(tmp_path: Path, share: float) -> None:
    file = good(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert "The workbook is damaged or incomplete" in refused(file)


def test_a_file_of_which_some_bytes_changed(tmp_path: Path) -> None:
    file = good(tmp_path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)
    assert "The workbook is damaged or incomplete" in refused(file)


def test_an_archive_locked_with_a_password(tmp_path: Path) -> None:
    content = bytearray(good(tmp_path).read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    (tmp_path / "e.xlsx").write_bytes(content)
    assert "The workbook is protected by a password" in refused(tmp_path / "e.xlsx")


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "d.xlsx").mkdir()
    for name in ("absent.xlsx", "absent.csv", "d.xlsx"):
        assert refused(tmp_path / name).startswith(":1: The file cannot be read")


# ------------------------------------------------------------------- too large
def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    big = {**parts_of(good(tmp_path)), "xl/big.xml": bytes(2_000_000)}
    with patch.object(limits, "MOST_UNPACKED", 1_000_000):
        assert "The file is too large" in refused(packed(tmp_path / "e.xlsx", big))


def test_an_archive_that_declares_less_than_it_holds_is_damaged(tmp_path: Path) -> None:
    big = {**parts_of(good(tmp_path)), "xl/big.xml": bytes(2_000_000)}
    file = packed(tmp_path / "e.xlsx", big)
    content = file.read_bytes().replace((2_000_000).to_bytes(4, "little"), b"\1\0\0\0")
    file.write_bytes(content)
    assert "The workbook is damaged or incomplete" in refused(file)


def test_a_workbook_of_too_many_parts_or_bytes(tmp_path: Path) -> None:
    with patch.object(limits, "MOST_PARTS", 3):
        assert "more than 3" in refused(good(tmp_path))
    with patch.object(limits, "MOST_BYTES", 1_000):
        assert "The file is too large" in refused(good(tmp_path))
    with patch.object(limits, "MOST_BYTES", 1):
        assert "The file is too large" in refused(table(tmp_path / "e.csv", "xx"))


@pytest.mark.parametrize("cell", ["XFD3", "A1000000", "A999999999"])
def test_a_cell_far_away_does_not_fill_the_memory(tmp_path: Path, cell: str) -> None:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    file = with_sheet(tmp_path, lambda xml: xml.replace(b"</sheetData>", far))
    with patch.object(workbook, "MOST_CELLS", 10_000):
        assert "The file is too large" in refused(file)


def test_a_sheet_that_lies_about_its_size_is_read_whole(tmp_path: Path) -> None:
    size = parts_of(good(tmp_path))[SHEET].split(b'dimension ref="')[1].split(b'"')[0]
    assert size == b"A1:F2"
    one = with_sheet(tmp_path, lambda xml: xml.replace(size, b"A1"))
    assert len(read_sheets(one).acts) == 1
    all_of_it = with_sheet(tmp_path, lambda xml: xml.replace(size, b"A1:XFD1048576"))
    assert len(read_sheets(all_of_it).acts) == 1


def test_a_csv_of_too_many_cells(tmp_path: Path) -> None:
    with patch.object(delimited, "MOST_CELLS", 3):
        assert refused(table(tmp_path / "e.csv", "a;b\nc;d\n")).startswith(":2: The")


# ------------------------------------------------------------------- hostile content
def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bourg")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()
    top = b"<worksheet"
    file = with_sheet(tmp_path, lambda xml: xml.replace(top, entity + top, 1))
    assert "The workbook is damaged or incomplete" in refused(file)


PARTS = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", SHEET]


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.sampled_from(PARTS), st.floats(0, 1), st.integers(0, 40), st.binary())
def test_whatever_is_in_a_workbook_it_is_read_or_refused(
    part: str, where: float, length: int, noise: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = parts_of(good(Path(folder)))
        place = int(where * len(parts[part]))
        changed = parts[part][:place] + noise + parts[part][place + length :]
        file = packed(Path(folder, "e.xlsx"), {**parts, part: changed})
        with suppress(ProblemsError):
            assert all(str(one) for one in read_sheets(file).problems)


# ------------------------------------------------------------------- cells of a program
@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (b'<c r="C2"><f>A1+1</f></c>', "The formula of this cell has no value yet"),
        (b'<c r="C2"><f>A1+1</f><v></v></c>', "The formula of this cell has no val"),
        (b'<c r="C2" t="str"><f>""</f><v></v></c>', "Nothing stands under «Effectif"),
        (
            b'<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            "The cell shows the error #",
        ),
        (b'<c r="C2" t="inlineStr"><is><t>x</t></is></c>', "«x» stands where a whole"),
    ],
)
def test_a_cell_that_holds_no_value_is_told(
    tmp_path: Path, cell: bytes, said: str
) -> None:
    number = b'<c r="C2"><v>155</v></c>'
    file = with_sheet(tmp_path, lambda xml: xml.replace(number, cell))
    assert number not in parts_of(file)[SHEET]
    [shown] = problems(file, members(tmp_path, "bourg"))
    assert shown.startswith(f"e.xlsx [E] C2: {said}")


def test_a_formula_counts_for_the_value_it_shows(tmp_path: Path) -> None:
    number, formula = b"<v>155</v>", b"<f>A1+1</f><v>155.0</v>"
    file = with_sheet(tmp_path, lambda xml: xml.replace(number, formula))
    [act] = read_sheets(file).acts
    assert act.raw["decisions"][0]["pupils"] == "155"


# ------------------------------------------------------------------- CSV
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\0\0", ":1: This is no CSV file"),
        (b"Acte;\x81;Note\n", ":1: The file cannot be read"),
        (b'Acte;Note\n"x"y;z\n', ":2: The quotation marks of this row do not"),
        (b'Acte;Note\na;b\n"x;y\nz;z\n', ":3: The quotation marks of this row do not"),
    ],
)
def test_a_csv_that_is_none(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "e.csv"
    file.write_bytes(content)
    assert refused(file).startswith(said)


def test_a_separator_that_is_declared_is_believed(tmp_path: Path) -> None:
    text = f"sep=,\n{','.join(PUPILS)}\nbourg,2024-2025,x,,1,\n"
    known = members(tmp_path, "bourg")
    [said] = problems(table(tmp_path / "e.csv", text), known)
    assert said.startswith("e.csv:3 «Effectif (élèves)»")

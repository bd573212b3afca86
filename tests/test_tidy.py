"""The house rules no linter knows: arrows, sizes, borders (ARCHITECTURE.md)."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "ledger": {"ledger"},
    "projections": {"projections", "ledger"},
    "papers": {"papers", "projections", "ledger"},
    "exports": {"exports", "projections", "ledger"},
    "commands": {"commands", "projections", "ledger"},
    "terminal": {"terminal", "commands", "exports", "papers", "projections", "ledger"},
    "cli.py": {"terminal", "commands", "projections", "ledger"},
}
"""The arrows: `cli → terminal → commands → projections → ledger`, never back.

`papers` and `exports` stand beside `commands`: none of them knows the others.
"""

HOUSE = {*MAY_IMPORT, "cli", "examples", "tests", "benchmarks"}
ONLY_IN = {
    "click": ("cli.py", "terminal/"),
    "rich": ("terminal/",),
    "babel": ("terminal/",),
    "sqlalchemy": ("ledger/storage/",),
    "psycopg": ("ledger/storage/",),
    "yaml": ("ledger/acts/",),
    "holidays": ("projections/deadlines/working_days.py",),
    "cryptography": ("ledger/proof/keys.py",),
    "icalendar": ("terminal/calendar_file.py",),
    "openpyxl": ("ledger/acts/sheets/workbook.py",),
    "typst": ("papers/pdf.py",),
    "xlsxwriter": ("papers/sheet.py", "papers/template.py", "papers/workbook.py"),
}
CLOCKS = ("terminal/desk.py", "ledger/storage/entry.py")
MODULE_LINES = 400
FUNCTION_LINES = 40
FUNCTION_ARGUMENTS = 5

MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in MAY_IMPORT
    for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
)
TESTS = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ("tests", "benchmarks")
    for path in (ROOT / room).rglob("*.py")
)


def parsed(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text())


def imports(path: str) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", MODULES)
def test_arrows_point_inward(path: str) -> None:
    room = path.partition("/")[0]
    assert set(imports(path)) & HOUSE <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES)
def test_a_library_is_met_only_at_its_border(path: str) -> None:
    for library in set(imports(path)) & set(ONLY_IN):
        assert path.startswith(ONLY_IN[library]), library


@pytest.mark.parametrize("path", MODULES)
def test_the_clock_is_read_at_the_edge_only(path: str) -> None:
    reads = re.search(
        r"\b(datetime\.now|date\.today|utcnow)\(", (ROOT / path).read_text()
    )
    assert reads is None or path in CLOCKS


@pytest.mark.parametrize("path", [*MODULES, *TESTS])
def test_a_module_is_read_in_one_sitting(path: str) -> None:
    assert len((ROOT / path).read_text().splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", [*MODULES, *TESTS])
def test_a_function_fits_a_screen(path: str) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef) and not is_table(node):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < FUNCTION_LINES, node.name


def is_table(function: ast.FunctionDef) -> bool:
    """Tell whether a function is one exhaustive match, as long as its cases are."""
    return any(isinstance(part, ast.Match) for part in function.body) and (
        len(function.body) <= 3
    )


@pytest.mark.parametrize("path", [path for path in MODULES if "terminal" not in path])
def test_a_function_takes_few_arguments(path: str) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef):
            taken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            own = [arg for arg in taken if arg.arg not in {"self", "cls"}]
            assert len(own) <= FUNCTION_ARGUMENTS, node.name


def test_every_package_is_shipped() -> None:
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text())
    listed = shipped["tool"]["setuptools"]["packages"]
    rooms = [room for room in (*MAY_IMPORT, "examples") if not room.endswith(".py")]
    found = {
        ".".join(init.parent.relative_to(ROOT).parts)
        for room in rooms
        for init in (ROOT / room).rglob("__init__.py")
    }
    assert set(listed) == found


def test_nothing_is_left_for_later_or_belongs_to_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    unwanted = re.compile(rf"{'TO'}DO|{'FIX'}ME|/{'work'}/|/{'root'}/")
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".po"} and path.exists():
            assert not unwanted.search(path.read_text()), name

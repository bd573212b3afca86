"""The house rules no linter knows: arrows, sizes, borders (ARCHITECTURE.md).

One test a rule: where it fails, it names every place that breaks the rule.
"""

import ast
import re
import subprocess
import tomllib

from tests.shell import ROOT
from tests.sources import (
    functions,
    imported_modules,
    imports,
    modules,
    named,
    places,
    text,
)

MAY_IMPORT = {
    "ledger": {"ledger"},
    "projections": {"projections", "ledger"},
    "papers": {"papers", "projections", "ledger"},
    "exports": {"exports", "projections", "ledger"},
    "commands": {"commands", "projections", "ledger"},
    "presentation": {"presentation", "papers", "projections", "ledger"},
    "terminal": {
        *("terminal", "commands", "exports", "presentation", "papers"),
        *("projections", "ledger"),
    },
    "cli.py": {"terminal", "presentation", "commands", "projections", "ledger"},
}
"""The arrows: `cli → terminal → commands → projections → ledger`, never back.

`papers` and `exports` stand beside `commands`: none of them knows the others. Between
`terminal` and `papers` stands `presentation`, which knows no terminal and no command.
"""

ROOMS = (
    ("",),
    ("acts", "limits"),
    ("members",),
    ("seats",),
    ("timelines",),
    ("naming",),
    ("register", "votes"),
    ("index", "money", "session_papers"),
    ("changes", "deadlines"),
    ("answers", "findings"),
    ("whys",),
    ("proven",),
)
"""The rooms of `projections/`: each imports from the floors before its own, no other.

The first are the modules that stand in `projections/` itself.
"""

HOUSE = {*MAY_IMPORT, "cli", "examples", "tests", "benchmarks"}
ONLY_IN = {
    "click": ("cli.py", "terminal/"),
    "rich": ("presentation/texts.py", "terminal/progress.py"),
    "babel": ("presentation/words.py",),
    "sqlalchemy": ("ledger/storage/",),
    "psycopg": ("ledger/storage/",),
    "yaml": ("ledger/acts/",),
    "holidays": ("projections/limits/working_days.py",),
    "cryptography": ("ledger/proof/keys.py",),
    "icalendar": ("presentation/calendar_file.py",),
    "openpyxl": ("ledger/acts/sheets/workbook.py",),
    "typst": ("papers/pdf.py",),
    "xlsxwriter": ("papers/sheet.py", "papers/template.py", "papers/workbook.py"),
}
CLOCKS = ("terminal/context.py", "ledger/storage/entry.py")
MODULE_LINES = 400
FUNCTION_LINES = 40
FUNCTION_ARGUMENTS = 5

MODULES = modules(*MAY_IMPORT)
TESTS = modules("tests", "benchmarks")


def test_every_room_is_looked_at() -> None:
    assert {room_of(path) for path in MODULES} == set(MAY_IMPORT)
    assert {room_of(path) for path in TESTS} == {"tests", "benchmarks"}


def test_arrows_point_inward() -> None:
    against = [
        f"{path} imports {room}"
        for path in MODULES
        for room in sorted(imports(path) & HOUSE - MAY_IMPORT[room_of(path)])
    ]
    assert not against, "\n".join(against)


def room_of(path: str) -> str:
    return path.partition("/")[0]


def test_no_two_rooms_of_projections_import_each_other() -> None:
    floor = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
    within = modules("projections")
    assert {room_within(path) for path in within} == set(floor)
    against = [
        f"{path} imports {module}"
        for path in within
        for module in sorted(imported_modules(path))
        if (other := room_within(f"{module.replace('.', '/')}.py"))
        != (own := room_within(path))
        and module.startswith("projections.")
        and floor[other] >= floor[own]
    ]
    assert not against, "\n".join(against)


def room_within(path: str) -> str:
    """Name the room of `projections/` a file is in; empty where it is in none."""
    return "/".join(path.split("/")[1:-1])


def test_a_library_is_met_only_at_its_border() -> None:
    beyond = [
        f"{path} imports {library}"
        for path in MODULES
        for library in sorted(imports(path) & ONLY_IN.keys())
        if not path.startswith(ONLY_IN[library])
    ]
    assert not beyond, "\n".join(beyond)


def test_every_file_that_is_named_is_there() -> None:
    """A text may name a file by the end of its path; a pattern with `*` is none."""
    pages = [
        named(path) for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    ]
    there = [*MODULES, *TESTS, *modules("examples", "docs")]
    missing = [
        f"{page} names {name}"
        for page in [*pages, *there]
        for name in re.findall(r"`([\w/]+\.py)`", text(page))
        if not any(f"/{path}".endswith(f"/{name}") for path in there)
    ]
    assert not missing, "\n".join(missing)


def test_the_clock_is_read_at_the_edge_only() -> None:
    clock = re.compile(r"\b(datetime\.now|date\.today|utcnow)\(")
    reads = [place for path in MODULES for place in places(path, clock)]
    elsewhere = [place for place in reads if not place.startswith(CLOCKS)]
    assert not elsewhere, "\n".join(elsewhere)


def test_a_module_is_read_in_one_sitting() -> None:
    too_long = [
        f"{path} has {length} lines"
        for path in [*MODULES, *TESTS]
        if (length := len(text(path).splitlines())) > MODULE_LINES
    ]
    assert not too_long, "\n".join(too_long)


def test_a_function_fits_a_screen() -> None:
    too_long = [
        f"{path}:{function.lineno} {function.name} has {length_of(function)} lines"
        for path in [*MODULES, *TESTS]
        for function in functions(path)
        if not is_table(function) and length_of(function) > FUNCTION_LINES
    ]
    assert not too_long, "\n".join(too_long)


def length_of(function: ast.FunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def is_table(function: ast.FunctionDef) -> bool:
    """Tell whether a function is one exhaustive match, as long as its cases are."""
    return any(isinstance(part, ast.Match) for part in function.body) and (
        len(function.body) <= 3
    )


def test_a_function_takes_few_arguments() -> None:
    too_many = [
        f"{path}:{function.lineno} {function.name} takes {len(taken)}"
        for path in MODULES
        if "terminal" not in path
        for function in functions(path)
        if len(taken := arguments(function)) > FUNCTION_ARGUMENTS
    ]
    assert not too_many, "\n".join(too_many)


def arguments(function: ast.FunctionDef) -> list[str]:
    takes = function.args
    taken = [*takes.posonlyargs, *takes.args, *takes.kwonlyargs]
    return [each.arg for each in taken if each.arg not in {"self", "cls"}]


def test_every_package_is_shipped() -> None:
    shipped = tomllib.loads(text("pyproject.toml"))
    listed = shipped["tool"]["setuptools"]["packages"]
    rooms = [room for room in (*MAY_IMPORT, "examples") if not room.endswith(".py")]
    found = {
        ".".join(init.parent.relative_to(ROOT).parts)
        for room in rooms
        for init in (ROOT / room).rglob("__init__.py")
    }
    assert set(listed) == found


def test_nothing_is_left_for_later_or_belongs_to_one_machine() -> None:
    unwanted = re.compile(rf"{'TO'}DO|{'FIX'}ME|/{'work'}/|/{'root'}/")
    kinds = {".py", ".md", ".toml", ".yaml", ".po"}
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    read = [named(path) for path in paths if path.suffix in kinds and path.exists()]
    found = [place for name in read for place in places(name, unwanted)]
    assert not found, "\n".join(found)

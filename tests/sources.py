"""The program's own source files, each read and parsed once for all who ask of it."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.shell import ROOT


def modules(*rooms: str) -> list[str]:
    """List the Python files of some rooms, by their path from the project's root."""
    found = (
        [ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py")
        for room in rooms
    )
    return sorted(named(path) for paths in found for path in paths)


def named(path: Path) -> str:
    """Name a file of the project as it is named from its root."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: str) -> str:
    """Read a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: str) -> ast.Module:
    """Parse a module of the project."""
    return ast.parse(text(path))


@cache
def functions(path: str) -> tuple[ast.FunctionDef, ...]:
    """List the functions and methods of a module, those within others as well."""
    found = ast.walk(tree(path))
    return tuple(node for node in found if isinstance(node, ast.FunctionDef))


@cache
def imports(path: str) -> frozenset[str]:
    """Tell which packages a module imports, its own relatives left out."""
    return frozenset(imported(ast.walk(tree(path))))


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Name the package of each import among some nodes."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@cache
def imported_modules(path: str) -> frozenset[str]:
    """Tell which modules of the house a module imports from, by their full names.

    A module imported from its package is told with its own name.
    """
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {one for one in whole if _is_module(one)} or {node.module}
    return frozenset(found)


def _is_module(dotted: str) -> bool:
    return (ROOT / f"{dotted.replace('.', '/')}.py").is_file()


def places(path: str, pattern: re.Pattern[str]) -> list[str]:
    """List the lines of a file that hold a pattern, as `path:line`."""
    lines = enumerate(text(path).splitlines(), start=1)
    return [f"{path}:{number}" for number, line in lines if pattern.search(line)]

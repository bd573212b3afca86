"""Write `docs/LAW.md`: which file decides which article, in which words.

A module says in `DECIDES` which clauses it decides; each clause is decided in one
place, and every rule that cites it stands there (`tests/test_law.py`). Both are read
off the source; refusals and findings are asked what they cite.
"""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from examples.make_catalogue import findings_named, refusals_named

ROOT = Path(__file__).parent.parent
ROOMS = ("ledger", "projections", "commands")
PAGE = ROOT / "docs" / "LAW.md"
ARTICLES = ROOT / "ledger" / "articles.json"
OURS, STATUTES = "200039386", "2018-11-28"
CONDITIONS = ("2019-12", "2023-18")


class Rule(msgspec.Struct, frozen=True):
    """A rule as it is declared: its code and sentence, and what it rests on."""

    code: str
    sentence: str
    clause: str | None
    law: str | None
    module: str


class Refusal(msgspec.Struct, frozen=True):
    """A refusal or a finding: its class, what it says, and the clauses it cites."""

    name: str
    code: str
    sentence: str
    clauses: tuple[str, ...]
    module: str


class Source(msgspec.Struct, frozen=True):
    """A module: the clauses it decides, and its rules."""

    module: str
    decides: tuple[str, ...]
    rules: tuple[Rule, ...]


@cache
def sources() -> list[Source]:
    """Read every module that may decide."""
    paths = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [_source(path) for path in paths]


def _source(path: Path) -> Source:
    module = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text())
    return Source(
        module,
        tuple(_texts_of(tree, "DECIDES")),
        tuple(_rules(tree, module)),
    )


def _texts_of(tree: ast.AST, name: str) -> Iterator[str]:
    """List the texts assigned to a name, in the module or in its classes."""
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        named = any(isinstance(one, ast.Name) and one.id == name for one in targets)
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if named and value is not None:
            yield from _texts(value)


@cache
def refusals() -> list[Refusal]:
    """List all refusals and findings that cite a clause, module by module."""
    kinds = dict.fromkeys((*refusals_named().values(), *findings_named().values()))
    found = [
        Refusal(
            kind.__name__,
            kind.rule,
            getattr(kind, "sentence", ""),
            kind.clauses,
            f"{kind.__module__.replace('.', '/')}.py",
        )
        for kind in kinds
        if kind.clauses
    ]
    return sorted(found, key=lambda one: (one.module, one.code, one.sentence))


def citing(clause: str) -> list[Refusal]:
    """List the refusals and findings that cite a clause."""
    return [one for one in refusals() if clause in one.clauses]


def _texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def _rules(tree: ast.Module, module: str) -> Iterator[Rule]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Rule"
            and len(node.args) > 1
        ):
            said = {one.arg: "".join(_texts(one.value)) for one in node.keywords}
            code, sentence = ("".join(_texts(one)) for one in node.args[:2])
            clause = "".join(_texts(node.args[2])) if len(node.args) > 2 else None  # noqa: PLR2004
            law = " ".join(filter(None, (said.get("law"), said.get("article"))))
            yield Rule(code, sentence, said.get("clause", clause), law or None, module)


# ------------------------------------------------------------------- the page
def page() -> str:
    """Write the page."""
    return "\n".join(_page(sources())) + "\n"


def _page(found: list[Source]) -> Iterator[str]:
    yield "# Where the law is decided"
    yield ""
    yield (
        "Which file decides an article, in which words, and which tests say so. Code "
        "names *clauses*; in which article of which version a clause stands is data "
        "(`ledger/articles.json`, or the `articles` of the act that adopts a version). "
        "This page is written by `python -m examples.make_law` from the source; a test "
        "compares the two, and sees that each clause is decided in one file."
    )
    shipped = json.loads(ARTICLES.read_text())[OURS]
    statutes = shipped["statutes"][STATUTES]
    yield from _text(f"Statutes (version {STATUTES})", statutes, found)
    both = [shipped["conditions"][one] for one in CONDITIONS]
    clauses = sorted({clause for one in both for clause in one})
    numbered = {
        clause: " / ".join(one.get(clause, "–") for one in both) for clause in clauses
    }
    named = " / ".join(CONDITIONS)
    yield from _text(f"Conditions (versions {named})", numbered, found)
    yield from _codes(found)


def _text(title: str, articles: dict[str, str], found: list[Source]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "| article | clause | decided in | refused or found in |"
    yield "|---|---|---|---|"
    order = sorted(articles, key=lambda one: (_order(articles[one]), one))
    for clause in order:
        decided = " ".join(_linked(one.module) for one in _deciding(clause, found))
        modules = dict.fromkeys(one.module for one in citing(clause))
        cited = " ".join(map(_linked, modules))
        yield f"| {articles[clause]} | `{clause}` | {decided} | {cited} |"
    for clause in order:
        yield from _section(clause, articles[clause], found)


def _section(clause: str, article: str, found: list[Source]) -> Iterator[str]:
    """Write what a clause's file says, and what tests it."""
    [source] = _deciding(clause, found)
    own = [one for one in source.rules if one.clause == clause]
    general = [one for one in source.rules if one.clause is one.law is None]
    yield ""
    yield f"### Article {article}: `{clause}`"
    yield ""
    yield f"Decided in {_linked(source.module)}."
    if own or general:
        yield ""
        yield from (f"- `{one.code}`: {one.sentence}" for one in own or general)
    said = citing(clause)
    if said:
        yield ""
        yield "Refused or found:"
        yield ""
        yield from (f"- `{one.code}`: {one.sentence}" for one in said if one.sentence)
    tests = [_linked(path) for path in files_testing(clause, found)]
    if tests:
        yield ""
        yield f"Tests: {', '.join(tests)}."


def _codes(found: list[Source]) -> Iterator[str]:
    yield ""
    yield "## Codes of law"
    yield ""
    yield "| article | decided in | it says |"
    yield "|---|---|---|"
    by_law: dict[tuple[str, str], list[str]] = {}
    for source in found:
        for rule in source.rules:
            if rule.law is not None:
                said = by_law.setdefault((rule.law, rule.module), [])
                said.append(f"`{rule.code}`")
    for (law, module), codes in sorted(by_law.items()):
        named = law if " " in law else f"{law} (the article of the author)"
        yield f"| {named} | {_linked(module)} | {', '.join(dict.fromkeys(codes))} |"


def _deciding(clause: str, found: list[Source]) -> list[Source]:
    return [one for one in found if clause in one.decides]


def files_testing(clause: str, found: list[Source]) -> list[str]:
    """List the files that test a clause.

    They name the code of a rule of it, or a refusal or finding that cites it; of what
    is neither said nor refused, they import the module that decides it.
    """
    rules = (rule for source in found for rule in source.rules)
    noes = citing(clause)
    codes = {rule.code for rule in rules if rule.clause == clause}
    codes |= {no.code for no in noes}
    named = {f'"{code}"' for code in codes if code} | {no.name for no in noes}
    if not named:
        deciding = _deciding(clause, found)
        named = {f"from {_dotted(one.module)} import" for one in deciding}
    return [
        path for path, text in _tests().items() if any(one in text for one in named)
    ]


@cache
def _tests() -> dict[str, str]:
    paths = sorted((ROOT / "tests").glob("test_*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text() for path in paths}


def _dotted(module: str) -> str:
    return module.removesuffix(".py").replace("/", ".")


def _linked(path: str) -> str:
    return f"[`{path}`](../{path})"


def _order(article: str) -> tuple[int, ...]:
    parts = article.partition(" ")[0].split(".")
    return tuple(int(part) for part in parts if part.isdigit())


if __name__ == "__main__":
    PAGE.write_text(page())

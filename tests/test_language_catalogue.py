"""The French catalogue holds every message of ours and of click's, and nothing else.

It is made with pybabel (ledger/locale/README.md).
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from ledger.language import DOMAIN, LOCALE
from tests.shell import ROOT
from tests.sources import functions, modules, tree

Forms = tuple[str, ...]
"""A message or its translation: one text, or its singular and its plural."""

FOLDER = LOCALE / "fr" / "LC_MESSAGES"
MARKS = {**DEFAULT_KEYWORDS, "translate": None, "ntranslate": (1, 2)}
OURS = modules(
    "cli.py", "ledger", "projections", "commands", "presentation", "terminal"
)
CLICK = sorted(Path(click.__path__[0]).rglob("*.py"))

TRANSLATES = ("_", "translate", "ntranslate")

SAME_IN_FRENCH = {
    "Table",
    "%(prog)s, version %(version)s",
    "CGCT, art. L.1612-12",
    "CGCT, art. L.2131-11",
    "CGCT, art. L.2131-1, IV",
    "Bureau",
    "Dates",
    "EPCI",
    "syndicat",
    "Population",
    "Position",
    "Source",
    "Type",
    "absent",
    "budget",
    "bureau",
    "commune",
    "conditions {version}, art. {number}",
    "conditions, art. {article}",
    "département",
    "participation",
    "conditions",
    "convention",
    "convocation",
    "abstentions",
    "code",
    "corrections",
    "document",
    "documents",
    "question",
    "source",
    "version",
    "population",
    "rectification",
    "suspension",
}
FIXED_BY_CLICK = "{name} {filename!r} "
"""These begin with a word that click translates while it is imported: we leave it."""


@cache
def catalogue() -> Catalog:
    with (FOLDER / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale="fr", domain=DOMAIN, abort_invalid=True)


def forms(texts: str | Forms | list[str] | None) -> Forms:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


@cache
def marked(path: Path) -> set[Forms]:
    found = extract_from_file("python", path, keywords=MARKS)
    return {forms(texts) for _line, texts, _comments, _context in found} - {("",)}


def marked_in(paths: Iterable[Path]) -> set[Forms]:
    return set().union(*map(marked, paths))


def translations() -> Iterator[tuple[Message, Forms, Forms]]:
    for message in catalogue():
        if message.id:
            yield message, forms(message.id), forms(message.string)


CATALOGUE = {
    message_id: (message, french) for message, message_id, french in translations()
}


def test_every_message_in_the_code_has_a_french_translation() -> None:
    lacking = [
        f"{path}: {message}"
        for path in OURS
        for message in sorted(marked(ROOT / path))
        if not is_translated(message)
    ]
    assert not lacking, "\n".join(lacking)


def test_every_message_of_click_has_a_french_translation() -> None:
    found = marked_in(CLICK)
    assert ("Show this message and exit.",) in found
    assert {message for message in found if not is_translated(message)} == set()


def is_translated(message_id: Forms) -> bool:
    if message_id not in CATALOGUE:
        return False
    message, french = CATALOGUE[message_id]
    return all(french) and not message.fuzzy


def test_the_catalogue_holds_nothing_that_is_said_nowhere() -> None:
    assert set(CATALOGUE) - marked_in([*map(ROOT.joinpath, OURS), *CLICK]) == set()
    assert not catalogue().obsolete


def test_every_mark_is_seen_by_the_extractor() -> None:
    """A mark within another, or around an expression, escapes it."""
    differing = [
        f"{path}: {message}"
        for path in OURS
        for message in sorted(written_in(path) ^ marked(ROOT / path))
    ]
    assert not differing, "\n".join(differing)


def written_in(path: str) -> set[Forms]:
    marks = calls(tree(path), "_", "N_", *MARKS)
    return {texts for call in marks if (texts := texts_of(call))}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in names
        ):
            yield node


def texts_of(call: ast.Call) -> Forms:
    constants = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    return tuple(text for text in constants if isinstance(text, str))


def test_a_translation_keeps_the_placeholders() -> None:
    wrong = [
        text
        for message_id, (_message, french) in CATALOGUE.items()
        for number, text in enumerate(french)
        if placeholders(text) not in allowed(message_id, number)
    ]
    assert wrong == []


def allowed(message_id: Forms, number: int) -> list[set[str]]:
    """French says 0 in the singular: where English has «1» it needs the number."""
    found = [placeholders(text) for text in message_id]
    if message_id[0].startswith(FIXED_BY_CLICK):
        return [found[0] - {"{name}"}]
    return found if number == 0 else found[1:]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\{[^{}]*\}\}|\{[^{}]*\}|%\(\w+\)s", text))


def test_no_message_was_left_in_english() -> None:
    same = {
        message_id[0]
        for message_id, (_message, french) in CATALOGUE.items()
        if french[0] == message_id[0]
    }
    assert same == SAME_IN_FRENCH


def test_french_is_set_as_french_is() -> None:
    """No-break spaces before double signs and in quotation marks, and apostrophes."""
    wrong = re.compile(
        r"\w'\w|«(?!\u00a0)|(?<!\u00a0)»|(?<=[^\s\u00a0«'])[?!;](\s|$)| [:;?!»]"
    )
    texts = [text for _message, french in CATALOGUE.values() for text in french]
    assert [text for text in texts if wrong.search(text)] == []


def test_the_compiled_catalogue_is_what_the_readable_one_compiles_to() -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    with (FOLDER / f"{DOMAIN}.mo").open("rb") as file:
        assert contents(read_mo(file)) == contents(read_mo(compiled))


def contents(catalog: Catalog) -> dict[Forms, Forms]:
    texts = {forms(m.id): forms(m.string) for m in catalog if m.id}
    # The header names the Babel that wrote it, so only what is used of it counts.
    return {**texts, ("plural",): (catalog.plural_expr, str(catalog.num_plurals))}


def test_nothing_is_translated_while_a_module_is_imported() -> None:
    early = [
        f"{path}:{call.lineno}"
        for path in OURS
        for call in calls(tree(path), *TRANSLATES)
        if call not in called_within_functions(path)
    ]
    assert not early, "\n".join(early)


@cache
def called_within_functions(path: str) -> set[ast.Call]:
    bodies = [statement for function in functions(path) for statement in function.body]
    return {call for part in bodies for call in calls(part, *TRANSLATES)}

"""Write `docs/refusals.md`, `findings.md` and `mistakes.md`: examples that ran.

    python -m examples.make_catalogue

The same every time: each example is run through the command line on a fixed day
(`examples.catalogue_runs`), and what the program says is set down as it stands.
"""

import inspect
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_args

from cli import COMMANDS
from examples.catalogue_pages import (
    Case,
    findings_page,
    mistakes_page,
    refusals_page,
    remedy_of,
)
from examples.catalogue_runs import Ran, bench, examples
from ledger.acts.problems import ProblemsError, UnreadableFileError
from ledger.acts.sheets.mistakes import (
    BinaryTableError,
    BrokenWorkbookError,
    DateInTextError,
    FormulaErrorError,
    HiddenColumnsError,
    HiddenRowsError,
    HiddenSheetError,
    NotAWorkbookError,
    OtherFormatError,
    ProtectedWorkbookError,
    SharedNameError,
    TooLargeSheetError,
    UncalculatedFormulaError,
)
from ledger.errors import LedgerError
from ledger.excusable import ExcusableRule
from ledger.refusals import RefusedError
from ledger.terms import ContentError
from projections.findings.check import RULES
from projections.findings.lawfulness import RULES_REJUDGED
from projections.findings.newer import JUDGES, NewerFinding

FOLDER = Path(__file__).parents[1] / "docs"

EXCUSABLE = get_args(ExcusableRule)
_WHERE_MISTAKES_ARE = {
    "ledger.acts.problems",
    "ledger.acts.sheets.mistakes",
    "ledger.terms",
}
_NOT_TO_BE_SHOWN = {
    *(ProblemsError, UnreadableFileError, OtherFormatError, NotAWorkbookError),
    *(ProtectedWorkbookError, BrokenWorkbookError, TooLargeSheetError),
    *(BinaryTableError, UncalculatedFormulaError, FormulaErrorError, DateInTextError),
    *(HiddenSheetError, HiddenRowsError, HiddenColumnsError, SharedNameError),
}
"""All problems together; and what no example in plain text can show."""

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_VALUE = re.compile(r"\\\{\w+\\\}")


class Catalogue(NamedTuple):
    """What came of every example, by its name; and what the small ledger itself shows.

    `base` holds the findings of the ledger on which the examples are imported.
    """

    refused: dict[str, Ran]
    mistaken: dict[str, Ran]
    found: dict[str, Ran]
    base: list[dict[str, Any]]


class NotShownError(Exception):
    """An example does not show what its name promises."""

    def __init__(self, ran: Ran, kind: type[Any]) -> None:
        """Say which example, and what it showed instead."""
        shown = [type(each).__name__ for each in ran.problems]
        shown += [f"{each['rule']}: {each['message']}" for each in ran.findings]
        super().__init__(f"{ran.example.path} shows {shown}, not {kind.__name__}")


def run_all() -> Catalogue:
    """Run every example."""
    with bench() as on:
        refused = {each.name: on.refuse(each) for each in examples("refusals")}
        mistaken = {each.name: on.refuse(each) for each in examples("mistakes")}
        found = {each.name: on.find(each) for each in examples("findings")}
        base = on.findings_of_base()
    return Catalogue(refused, mistaken, found, base)


def files(catalogue: Catalogue) -> dict[str, str]:
    """Compose the pages, by their name."""
    return {
        "refusals.md": refusals_page(list(refusals(catalogue))),
        "mistakes.md": mistakes_page(list(mistakes(catalogue))),
        "findings.md": findings_page(list(findings(catalogue))),
    }


# ------------------------------------------------------------------- what there is
def refusals_named() -> dict[str, type[RefusedError]]:
    """List the refusals the program knows, by the name of their example."""
    import_module(COMMANDS["import"][0])  # with it comes all that may refuse
    return {_name(kind, kind.rule): kind for kind in _said_below(RefusedError)}


def mistakes_named() -> dict[str, type[Exception]]:
    """List what may be wrong with an acts file, by the name of its example."""
    found: list[type[Exception]] = [ContentError, *_said_below(LedgerError)]
    return {
        _name(kind): kind
        for kind in found
        if kind.__module__ in _WHERE_MISTAKES_ARE and kind not in _NOT_TO_BE_SHOWN
    }


def findings_named() -> dict[str, type[Any]]:
    """List what `smo check` may find, by the name of the example.

    What was excused when it was recorded is found under the rule of its refusal.
    """
    refused = dict.fromkeys(
        kind.rule for kind in refusals_named().values() if kind.rule in EXCUSABLE
    )

    def rules_of(kind: type[Any]) -> Iterable[str]:
        if "excused" in kind.__struct_fields__:
            return refused
        if kind is NewerFinding:
            return sorted(JUDGES)
        return RULES_REJUDGED if "error" in kind.__struct_fields__ else [kind.rule]

    return {_name(kind, rule): kind for kind in RULES for rule in rules_of(kind)}


def _name(kind: type[Any], *rule: str) -> str:
    """Name an example by its rule, then its class: `act.dates.before-adoption`."""
    name = kind.__name__.removesuffix("Error").removesuffix("Finding")
    return ".".join((*rule, _WORD.sub("-", name).lower()))


def _said_below(above: type[Any]) -> Iterator[type[Any]]:
    """Walk down to the classes that say a sentence, be it that of their kind."""
    for below in above.__subclasses__():
        if hasattr(below, "sentence") and not below.__name__.startswith("_"):
            yield below
        yield from _said_below(below)


# ------------------------------------------------------------------- what came of it
def refusals(catalogue: Catalogue) -> Iterator[Case]:
    """Tell of each example of a refusal what it shows."""
    for name, kind in refusals_named().items():
        for ran in _runs_of(name, catalogue.refused):
            error = _problem(kind, ran)
            assert isinstance(error, RefusedError), "named as one"
            yield Case(
                rule=kind.rule,
                meaning=_first_line(kind),
                remedy=remedy_of(error),
                ran=ran,
                article=error.cited(),
                is_excusable=kind.rule in EXCUSABLE,
            )


def mistakes(catalogue: Catalogue) -> Iterator[Case]:
    """Tell of each example of a mistaken file what it shows."""
    for name, kind in mistakes_named().items():
        for ran in _runs_of(name, catalogue.mistaken):
            remedy = remedy_of(_problem(kind, ran))
            yield Case(rule=name, meaning=_first_line(kind), remedy=remedy, ran=ran)


def findings(catalogue: Catalogue) -> Iterator[Case]:
    """Tell of each example of a finding what it shows."""
    for name, kind in findings_named().items():
        for ran in _runs_of(name, catalogue.found):
            found = next(
                (each for each in ran.findings if is_finding(kind, each)), None
            )
            if found is None:
                raise NotShownError(ran, kind)
            yield Case(
                rule=found["rule"],
                meaning=_first_line(kind),
                remedy=found["remedy"],
                ran=ran,
                article=found["article"],
                severity=found["severity"],
            )


def is_finding(kind: type[Any], found: dict[str, Any]) -> bool:
    """Tell whether a finding, as JSON, is one of a class: it says its sentence."""
    sentence = _VALUE.sub(".+", re.escape(kind.sentence))
    return re.fullmatch(sentence, found["message"], re.DOTALL) is not None


def _problem(kind: type[Exception], ran: Ran) -> Exception:
    """Find what an example was to show among the problems it has."""
    for problem in ran.problems:
        if type(problem) is kind:
            return problem
    raise NotShownError(ran, kind)


def _first_line(kind: type[Any]) -> str:
    """Tell what a class means: the first line of its docstring."""
    return (inspect.getdoc(kind) or "").partition("\n")[0]


def _runs_of(name: str, runs: dict[str, Ran]) -> Iterator[Ran]:
    """Give the runs of the examples of that name, and of those below it."""
    for example, ran in runs.items():
        if example == name or example.startswith(f"{name}."):
            yield ran


def main() -> None:
    """Write the pages."""
    for name, text in files(run_all()).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

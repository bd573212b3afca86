"""Write `docs/refusals.md` and `docs/findings.md`: every no, with an example that ran.

    python -m examples.make_catalogue

The same every time: each example is run through the command line on a fixed day
(`examples.catalogue_runs`), and what the program says is set down as it stands.
"""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_args

from cli import COMMANDS
from examples.catalogue_pages import Case, findings_page, refusals_page, remedy_of
from examples.catalogue_runs import Ran, bench, examples
from ledger.refusals import RefusedError
from ledger.rules import ExcusableRule

FOLDER = Path(__file__).parents[1] / "docs"
HAS_FINDINGS = "check" in COMMANDS

EXCUSABLE = get_args(ExcusableRule)
_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_VALUE = re.compile(r"\\\{\w+\\\}")


class Catalogue(NamedTuple):
    """What came of every example, by its name; and what the small ledger itself shows.

    `base` holds the findings of the ledger on which the examples are imported.
    """

    refused: dict[str, Ran]
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
    """Run every example; those of findings, once there is a command to ask."""
    with bench() as on:
        refused = {each.name: on.refuse(each) for each in examples("refusals")}
        asked = examples("findings") if HAS_FINDINGS else []
        found = {each.name: on.find(each) for each in asked}
        base = on.findings_of_base() if HAS_FINDINGS else []
    return Catalogue(refused, found, base)


def files(catalogue: Catalogue) -> dict[str, str]:
    """Compose the pages, by their name."""
    pages = {"refusals.md": refusals_page(list(refusals(catalogue)))}
    if catalogue.found:
        pages["findings.md"] = findings_page(list(findings(catalogue)))
    return pages


# ------------------------------------------------------------------- what there is
def refusals_named() -> dict[str, type[RefusedError]]:
    """List the refusals the program knows, by the name of their example."""
    import_module(COMMANDS["import"][0])  # with it comes all that may refuse
    return {_name(kind, kind.rule): kind for kind in _said_below(RefusedError)}


def findings_named() -> dict[str, type[Any]]:
    """List what `smo check` may find, by the name of the example.

    What was excused when it was recorded is found under the rule of its refusal.
    """
    if not HAS_FINDINGS:
        return {}
    refused = dict.fromkeys(
        kind.rule for kind in refusals_named().values() if kind.rule in EXCUSABLE
    )
    return {
        _name(kind, rule): kind
        for kind in import_module("projections.findings.check").RULES
        for rule in (refused if "excused" in kind.__struct_fields__ else [kind.rule])
    }


def _name(kind: type[Any], rule: str) -> str:
    """Name an example by its rule, then its class: `act.dates.before-adoption`."""
    name = kind.__name__.removesuffix("Error").removesuffix("Finding")
    return f"{rule}.{_WORD.sub('-', name).lower()}"


def _said_below(above: type[Any]) -> Iterator[type[Any]]:
    """Walk down to the classes that have a sentence of their own."""
    for below in above.__subclasses__():
        if "sentence" in vars(below):
            yield below
        yield from _said_below(below)


# ------------------------------------------------------------------- what came of it
def refusals(catalogue: Catalogue) -> Iterator[Case]:
    """Tell of each example of a refusal what it shows."""
    for name, kind in refusals_named().items():
        for ran in _runs_of(name, catalogue.refused):
            error = next((each for each in ran.problems if type(each) is kind), None)
            if error is None:
                raise NotShownError(ran, kind)
            yield Case(
                rule=kind.rule,
                article=kind.article,
                meaning=_first_line(kind),
                remedy=remedy_of(error),
                ran=ran,
                is_excusable=error.is_excusable,
            )


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
                article=found["article"],
                meaning=_first_line(kind),
                remedy=found["remedy"],
                ran=ran,
                severity=found["severity"],
            )


def is_finding(kind: type[Any], found: dict[str, Any]) -> bool:
    """Tell whether a finding, as JSON, is one of a class: it says its sentence."""
    sentence = _VALUE.sub(".+", re.escape(kind.sentence))
    return re.fullmatch(sentence, found["message"], re.DOTALL) is not None


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

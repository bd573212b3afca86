"""Write the catalogue's pages: per rule what it means, and each example as it ran."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from examples.catalogue_runs import BASE, LANGUAGES, TODAY, Example, Ran
from ledger.refusals import RefusedError

Lines = Iterator[str]


class Case(NamedTuple):
    """One way to break a rule: what it means, what to do, and how its example ran.

    A mistake in a file breaks no rule: its own name stands in its place.
    """

    rule: str
    meaning: str
    remedy: str
    ran: Ran
    article: str | None = None
    severity: str | None = None
    is_excusable: bool = False

    @property
    def name(self) -> str:
        """Tell what distinguishes the case from others of its rule."""
        return self.ran.example.name.split(".", 2)[2]


# ------------------------------------------------------------------- the pages
def refusals_page(cases: Sequence[Case]) -> str:
    """Write `docs/refusals.md`."""
    return _joined(
        _page(
            "Refusals",
            "A refusal stops a recording: it names its rule, says what to do, and "
            "cites the article. Nothing is recorded, and the exit status is 1. An act "
            "may name an excusable rule under `irregular`, with a reason: it is then "
            "recorded with its full effect, and the irregularity stays visible.",
            cases,
            _refusal_asked,
        )
    )


def findings_page(cases: Sequence[Case]) -> str:
    """Write `docs/findings.md`."""
    return _joined(
        _page(
            "Findings",
            "A finding is what `smo check` reports about acts already recorded. The "
            "exit status is 1 where there is an `irregularity`; what is `unknown` and "
            "what is a mere `notice` leave it 0.",
            cases,
            _finding_asked,
        )
    )


def mistakes_page(cases: Sequence[Case]) -> str:
    """Write `docs/mistakes.md`."""
    return _joined(
        _page(
            "Mistakes",
            "An acts file or a spreadsheet that cannot be understood is not recorded: "
            "each mistake is shown with its line or its cell, all mistakes of all "
            "files at once, and the exit status is 1. Nothing excuses them.",
            cases,
            _refusal_asked,
        )
    )


def remedy_of(error: Exception) -> str:
    """Tell what an error says to do: all that follows its first sentence."""
    said = str(error)
    if isinstance(error, RefusedError):
        said = said.removesuffix(f" ({error.cited()})")
    return said.partition(". ")[2]


# ------------------------------------------------------------------- their parts
_Asked = Callable[[Example], str]


def _page(title: str, what: str, cases: Sequence[Case], asked: _Asked) -> Lines:
    folder = "../examples/catalogue"
    yield f"# {title}"
    yield ""
    yield what
    yield ""
    yield (
        f"The examples are the files of [`examples/catalogue/{title.lower()}/`]"
        f"({folder}/{title.lower()}). Each is imported after [`{BASE}`]"
        f"({folder}/{BASE}), the acts of a small invented syndicate (into an empty "
        "ledger, where its first line says so), and asked on "
        f"{TODAY}, whenever it is run. Beneath it stands exactly "
        "what the program says, in English and in French. This page is written by "
        "`python -m examples.make_catalogue`; a test compares the two."
    )
    yield ""
    yield from _overview(cases)
    for rule in _rules(cases):
        yield from _rule([case for case in cases if case.rule == rule], asked)


def _rules(cases: Iterable[Case]) -> list[str]:
    return list(dict.fromkeys(case.rule for case in cases))


def _overview(cases: Sequence[Case]) -> Lines:
    """List the rules, each with a link to its section."""
    yield "| rule | it says |"
    yield "|---|---|"
    for rule in _rules(cases):
        meanings = _distinct(case.meaning for case in cases if case.rule == rule)
        yield f"| [{rule}](#{rule.replace('.', '')}) | {' '.join(meanings)} |"


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _rule(cases: Sequence[Case], asked: _Asked) -> Lines:
    """Write the section of a rule."""
    severities = _distinct(f"`{case.severity}`" for case in cases if case.severity)
    articles = _distinct(case.article for case in cases if case.article)
    yield ""
    yield f"## {cases[0].rule}"
    if articles:
        yield ""
        yield f"- Article: {' / '.join(articles)}"
    if severities:
        yield f"- Severity: {', '.join(severities)}"
    elif articles:
        yield f"- Excusable under `irregular`: {_yes(is_so=cases[0].is_excusable)}"
    for case in cases:
        yield ""
        if len(cases) > 1:
            yield f"### {case.name.replace('-', ' ')}"
            yield ""
        if len(severities) > 1:
            yield f"Severity: `{case.severity}`."
        yield from _case(case, asked)


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _case(case: Case, asked: _Asked) -> Lines:
    """Write a case: what it means, what to do, the example, what was said."""
    example = case.ran.example
    yield f"{case.meaning} *{_ended(case.remedy)}*" if case.remedy else case.meaning
    yield ""
    yield f"```{example.format}"
    yield example.text.rstrip("\n")
    yield "```"
    yield ""
    yield "```console"
    for language in LANGUAGES:
        yield f"$ smo --lang {language} {asked(example)}"
        yield case.ran.said[language].rstrip("\n")
    yield "```"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


def _refusal_asked(example: Example) -> str:
    return f"import {example.path}"


def _finding_asked(example: Example) -> str:
    return " ".join(example.check)


def _joined(lines: Lines) -> str:
    return "\n".join(lines) + "\n"

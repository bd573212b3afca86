"""Findings as tables for people: by severity, with what to do."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.language import N_, ntranslate
from ledger.language import translate as _
from papers.subjects import of_day
from presentation import words
from presentation.form import Form
from presentation.table import Table
from projections.findings.check import Check, Findings, tell
from projections.findings.finding import Severity, Told
from projections.money.cents import shown_price
from projections.naming.names import name_on
from projections.timelines.world import World

SHOWN = 12
"""Findings of one rule shown in a table, where they are no irregularities."""

CENTS = 2
"""Decimals of an amount; a price may have more."""

_TITLES: dict[Severity, tuple[str, str]] = {
    "irregularity": (N_("Irregularities"), "bold red"),
    "unknown": (N_("Not on record"), "bold yellow"),
    "notice": (N_("Good to know"), "bold cyan"),
}


def form(answer: Findings, world: World) -> Form:
    """Tell how findings are shown: on a screen a few of each rule, else all."""
    most, left_out = len(answer.findings), answer.left_out
    return Form(
        told=lambda: tell(answer, world),
        tables=lambda: draw(tell(answer, world, written), world, left_out=left_out),
        whole=lambda: draw(
            tell(answer, world, written), world, most=most, left_out=left_out
        ),
        lines=lambda: (Told, tell(answer, world).findings),
        world=world,
        subject=lambda: of_day(
            "Contrôle des actes versés au registre", answer.at, world, headed=True
        ),
    )


def draw(
    answer: Check, world: World, *, most: int = SHOWN, left_out: int = 0
) -> list[Table]:
    """Draw the findings for people: by severity, then how many there are.

    What one rule says more often than `most` is shortened, if no irregularity.
    `left_out` findings were not asked for.
    """
    return [*_sections(answer, world, most), _summary(answer, left_out)]


def tables_of_caused(caused: Findings, world: World) -> list[Table]:
    """Draw the findings that acts cause: a few of each rule, whatever it weighs."""
    answer = tell(caused, world, written)
    drawn = _sections(answer, world, SHOWN, is_check=False)
    day = words.day(answer.at)
    title = _("Found because of this, under the law in force on {day}").format(day=day)
    return [*drawn, Table(title, (), (), _counts(answer))]


def written(value: date | Decimal) -> str:
    """Write a day or an amount in euros as the language does; a price as voted."""
    if isinstance(value, date):
        return words.day(value)
    text = shown_price(value)
    is_price = len(text.partition(".")[2]) > CENTS
    return f"{words.number(text)} €" if is_price else words.euros(text)


def _sections(
    answer: Check, world: World, most: int, *, is_check: bool = True
) -> Iterator[Table]:
    """Draw the findings of each severity; a check shows every irregularity."""
    for severity in _TITLES:
        told = [one for one in answer.findings if one.severity == severity]
        is_whole = is_check and severity == "irregularity"
        if told:
            shown = len(told) if is_whole else most
            yield _section(told, shown, answer.at, world, is_check=is_check)


def _section(
    told: list[Told], most: int, at: date, world: World, *, is_check: bool
) -> Table:
    """Draw the findings of one severity; of what is no check, it shows the rest."""
    counted: Counter[str] = Counter()
    rows = []
    for one in told:
        counted[one.rule] += 1
        if counted[one.rule] <= most:
            about = [one.act] if one.act else []
            about += [name_on(world, one.member, at)] if one.member else []
            message = f"{one.message} ({one.article})"
            rows.append((one.rule, "\n".join(about), message))
    for rule, count in counted.items():
        more = count - sum(row[0] == rule for row in rows)
        if more:
            rest = _more(more) if is_check else _more_by_check(more, rule)
            rows.append((rule, "", rest))
    title, style = _TITLES[told[0].severity]
    heads = (_("Rule"), _("Act and member"), _("What was found"))
    notes = dict.fromkeys(f"{one.rule} – {one.remedy}." for one in told)
    return Table(
        f"{_(title)} ({len(told)})", heads, tuple(rows), _remedies(notes), style
    )


def _remedies(notes: dict[str, None]) -> str:
    return "\n".join([_("What to do:"), *(f"  {note}" for note in notes)])


def _more(count: int) -> str:
    text = ntranslate(
        "1 more: --format json shows it",
        "{count} more: --format json shows them",
        count,
    )
    return text.format(count=count)


def _more_by_check(count: int, rule: str) -> str:
    text = ntranslate(
        "1 more: «smo check --rule {rule}» shows it",
        "{count} more: «smo check --rule {rule}» shows them",
        count,
    )
    return text.format(count=count, rule=rule)


def _counts(answer: Check) -> str:
    """Say how many findings there are of each severity."""
    counted = Counter(one.severity for one in answer.findings)
    return " · ".join(
        _("{what}: {count}").format(what=_(_TITLES[each][0]), count=counted[each])
        for each in _TITLES
    )


def _summary(answer: Check, left_out: int) -> Table:
    day = words.day(answer.at)
    title = _("Checked under the law in force on {day}").format(day=day)
    said = [_counts(answer) if answer.findings else _("Nothing was found.")]
    if left_out:
        text = ntranslate(
            "{count} other finding was not asked for.",
            "{count} other findings were not asked for.",
            left_out,
        )
        said.append(text.format(count=left_out))
    return Table(title, (), (), "\n".join([*said, words.known(answer.known_at)]))

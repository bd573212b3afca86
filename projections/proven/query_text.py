"""A question in one line of words, as it is put to `smo`, and its answer.

    annex 1 --at 2024-06-30
    roster college-nord --in 2022-01-01..2022-12-31
    contributions 2024 --at 2024-12-31 --member hem
    why seat college-nord anne-martin --at 2022-06-30

Such a line means the same on any day, to any program: it names ids and days.
"""

import re
from datetime import date
from typing import TypeAlias

import msgspec

from ledger.errors import LedgerError
from ledger.language import N_
from projections.money.contributions import Contributions, contributions
from projections.periods import Period, day_of, last_day, next_day
from projections.register.annexes import annex_1, annex_2
from projections.register.answers import Annex1, Annex2
from projections.register.portrait import Portrait, institution_named, portrait
from projections.register.rosters import Roster, body_named, roster
from projections.timelines.world import World
from projections.whys.explain import explain
from projections.whys.explanation import Explanation
from projections.whys.questions import KINDS, question_of

Answer: TypeAlias = Annex1 | Annex2 | Roster | Portrait | Contributions | Explanation

LAST_YEAR = 9999
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_YEAR = re.compile("[12][0-9]{3}")
_LINE = re.compile(
    rf"(?P<words>\S+(?: \S+)*?) "
    rf"(?:--at (?P<at>{_DAY})|--in (?P<first>{_DAY})\.\.(?P<last>{_DAY}))"
    rf"(?: --member (?P<member>\S+))?"
)
OVER_A_TIME = ("annex", "roster", "member")
"""What may be asked of a time, and not only of a day."""


class NoQuestionError(LedgerError):
    """Words that make no question whose answer can be proven."""

    sentence = N_(
        "«{text}» is no question that can be proven. There are: {known}. "
        "--in goes with the first three, --member with contributions"
    )


class QueryText(msgspec.Struct, frozen=True):
    """A question: its words, the day or time it is about, and whom it is limited to."""

    words: tuple[str, ...]
    during: Period
    member: str | None = None

    @property
    def at(self) -> date:
        """Tell the day it is about, of a time the last."""
        return last_day(self.during)

    @property
    def is_of_a_day(self) -> bool:
        """Tell whether it is about one day."""
        return self.during == day_of(self.during.from_)

    def __str__(self) -> str:
        """Write the line."""
        first, last = self.during.from_.isoformat(), self.at.isoformat()
        time = f"--at {first}" if self.is_of_a_day else f"--in {first}..{last}"
        limit = f" --member {self.member}" if self.member is not None else ""
        return f"{' '.join(self.words)} {time}{limit}"


def read_question(line: str) -> QueryText:
    """Read a question that `str` of one wrote.

    Raises:
        NoQuestionError: it is none.
    """
    found = _LINE.fullmatch(line)
    if found is None:
        raise _none(line)
    try:
        first = date.fromisoformat(found["at"] or found["first"])
        last = date.fromisoformat(found["at"] or found["last"])
    except ValueError as error:
        raise _none(line) from error
    if last < first or last.year >= LAST_YEAR:
        raise _none(line)
    during = Period(first, next_day(last))
    asked = QueryText(tuple(found["words"].split(" ")), during, found["member"])
    if str(asked) != line:
        raise _none(line)
    return asked


def verified(asked: QueryText) -> QueryText:
    """Hand a question back, if its words make one; what they name is not looked up.

    Raises:
        NoQuestionError: they make none.
    """
    about = asked.words[0]
    is_misplaced = asked.member is not None and about != "contributions"
    is_over_a_time = not asked.is_of_a_day and about not in OVER_A_TIME
    if is_misplaced or is_over_a_time or not _is_asked(asked.words):
        raise _none(str(asked))
    return asked


def with_ids(world: World, asked: QueryText) -> QueryText:
    """Find what the words of a question name, and put their ids in their places.

    Raises:
        NoQuestionError: the words make no question.
        LedgerError: something of that name is not known; the nearest are offered.
    """
    match verified(asked).words:
        case ("roster", body):
            words: tuple[str, ...] = ("roster", body_named(world, body))
        case ("member", member):
            words = ("member", institution_named(world, member))
        case ("why", kind, *rest):
            question = question_of(world, kind, tuple(rest))
            words = ("why", *question.asked.split(" "))
        case said:
            words = said
    limit = asked.member
    if limit is not None:
        limit = institution_named(world, limit)
    return QueryText(words, asked.during, limit)


def answer_to(world: World, asked: QueryText) -> Answer:
    """Answer a question that `with_ids` gave, as `smo` does.

    Raises:
        NoQuestionError: the words make none.
    """
    during, at = asked.during, asked.at
    match asked.words:
        case ("annex", "1"):
            return annex_1(world, during)
        case ("annex", "2"):
            return annex_2(world, during)
        case ("roster", body):
            return roster(world, body, during)
        case ("member", member):
            time = None if asked.is_of_a_day else during
            return portrait(world, member, time, at)
        case ("contributions", year):
            return contributions(world, int(year), at, asked.member)
        case ("why", kind, *rest):
            return explain(world, question_of(world, kind, tuple(rest)), at)
        case _:
            raise _none(str(asked))


def as_text(answer: Answer) -> str:
    """Write an answer as JSON: the same in every language (specification 13)."""
    return msgspec.json.format(msgspec.json.encode(answer)).decode()


def _is_asked(words: tuple[str, ...]) -> bool:
    """Tell whether there is such a question, asked with so many words."""
    match words:
        case ("annex", "1" | "2") | ("roster" | "member", _):
            return True
        case ("contributions", year):
            return _YEAR.fullmatch(year) is not None
        case ("why", kind, *rest) if kind in KINDS:
            _asked, least, most = KINDS[kind]
            is_year = kind != "contribution" or bool(rest and _YEAR.fullmatch(rest[0]))
            return least <= len(rest) <= most and is_year
        case _:
            return False


def _none(text: str) -> NoQuestionError:
    known = ["annex 1", "annex 2", "roster BODY", "member ID", "contributions YEAR"]
    known += [f"why {kind} {asked}".strip() for kind, (asked, *_) in KINDS.items()]
    return NoQuestionError(text=text, known=", ".join(known))

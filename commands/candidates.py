"""Acts read from files: which file and number, as written, decoded if they could be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from eventsourcing.dcb.api import DCBEvent

from commands.documents import keep_documents
from commands.progress import Progress, silent
from ledger.acts.act import Act, as_recorded, events_of
from ledger.acts.decoding import WrongActError, decode_act
from ledger.acts.files import locate, read_file
from ledger.acts.problems import Found, Problem, ProblemsError
from ledger.acts.sheets.on_record import NOTHING, OnRecord
from ledger.authorities import authority_of
from ledger.editions import CURRENT
from ledger.events.catalogue import Decision
from ledger.language import N_
from ledger.mapper import to_stored
from ledger.refusals import RefusedError
from ledger.terms import ContentError


class Candidate(msgspec.Struct):
    """An act that asks to be recorded; `act` is None where it could not be decoded.

    `position` is where it would begin; whether a later act of the batch strikes it is
    told by `is_struck`. Both are known once it is judged.
    """

    file: Path
    number: int
    raw: Any
    act: Act | None
    stored: list[DCBEvent] = []
    documents: dict[str, bytes] = {}
    position: int = 0
    is_struck: bool = False

    @property
    def reference(self) -> str:
        """Tell the act's reference as written; empty where none is written."""
        reference = self.raw.get("act") if isinstance(self.raw, dict) else None
        return reference if isinstance(reference, str) else ""

    def accepts(self, error: Exception) -> bool:
        """Tell whether a refusal does not stop the act.

        The act was recorded before that rule stood or was read so, or names it under
        `irregular`.
        """
        if self.act is None or not isinstance(error, RefusedError):
            return False
        if not error.stops(self.act.registered.recorded_under):
            return True
        return error.is_excusable and self.act.registered.excuses(error.rule)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Tell what the act decides; nothing where it could not be decoded."""
        return self.act.decisions if self.act is not None else ()


LATER_EDITION = N_(
    "edition {edition} of the rules is later than this program's, which is {known}. "
    "Record the act with a newer smo-ledger"
)


Place = Callable[[Path, Iterable[Found]], list[Problem]]
"""Gives mistakes in a file their place, in the words of where they came from."""


Registry = Callable[[Sequence[Candidate]], OnRecord]
"""Tells what is on record, the acts read so far included."""


def _nothing_on_record(_before: Sequence[Candidate]) -> OnRecord:
    return NOTHING


class Gathered(msgspec.Struct):
    """What some files hold: their acts, and what is wrong so far.

    `encodings` are those of the files that are not UTF-8; `places` hold the ways to
    place mistakes of single files, where it is not the usual one. `edition` is that of
    the rules under which acts were recorded that do not tell it.
    """

    files: list[Path] = []
    candidates: list[Candidate] = []
    found: dict[Path, list[Found]] = {}
    problems: list[Problem] = []
    encodings: dict[Path, str] = {}
    place: Place = locate
    places: dict[Path, Place] = {}
    edition: int | None = None

    def copy(self) -> "Gathered":
        """Copy what is wrong so far, for one attempt to add to."""
        found = {file: list(mistakes) for file, mistakes in self.found.items()}
        problems = list(self.problems)
        return msgspec.structs.replace(self, found=found, problems=problems)

    def complain(self, candidate: Candidate, found: Iterable[Found]) -> None:
        """Note mistakes in an act, to be given their places later."""
        for mistake in found:
            if not candidate.accepts(mistake.error):
                placed = Found((candidate.number, *mistake.keys), mistake.error)
                self.found.setdefault(candidate.file, []).append(placed)

    @property
    def is_wrong(self) -> bool:
        """Tell whether something is wrong already."""
        return bool(self.problems or any(self.found.values()))

    def all_problems(self) -> list[Problem]:
        """List everything that is wrong, with its place, in the order of the files."""
        placed = [
            self.places.get(file, self.place)(file, found)
            for file, found in self.found.items()
        ]
        order = {str(file): number for number, file in enumerate(self.files)}
        return sorted(
            [*self.problems, *chain.from_iterable(placed)],
            key=lambda problem: (order.get(problem.file, 0), problem.order),
        )


def gather(
    files: Iterable[Path],
    progress: Progress = silent,
    on_record: Registry = _nothing_on_record,
    edition: int | None = None,
) -> Gathered:
    """Read files, one after the other; what is wrong is noted, nothing stops.

    What is on record tells which institution a sheet calls by its name. `edition` is
    that of the acts that do not tell it: None, of this program.
    """
    gathered = Gathered(list(files), edition=edition)
    for file in gathered.files:
        known = on_record(gathered.candidates)
        gathered.places[file] = partial(locate, on_record=known)
        try:
            read = read_file(file, known)
        except ProblemsError as error:
            gathered.problems += error.problems
            continue
        gathered.problems += read.problems
        if read.encoding is not None:
            gathered.encodings[file] = read.encoding
        _gather_into(gathered, read.acts, file, progress)
    return gathered


def gather_acts(acts: Sequence[Any], file: Path, *, place: Place) -> Gathered:
    """Take acts that do not come from a file, but as if from one at that path."""
    gathered = Gathered(place=place)
    _gather_into(gathered, acts, file, silent)
    return gathered


def _gather_into(
    gathered: Gathered, acts: Sequence[Any], file: Path, progress: Progress
) -> None:
    before = len(gathered.candidates)
    for number, raw in enumerate(acts):
        candidate = Candidate(file, number, raw, None)
        gathered.candidates.append(candidate)
        try:
            act, documents = keep_documents(decode_act(raw), file.parent)
        except WrongActError as error:
            gathered.complain(candidate, error.found)
            continue
        act = as_recorded(act, gathered.edition)
        if (edition := act.registered.recorded_under) > CURRENT:
            later = ContentError(LATER_EDITION, edition=edition, known=CURRENT)
            gathered.complain(candidate, [Found(("edition",), later)])
            continue
        try:
            stored = [to_stored(event, act.reference) for event in events_of(act)]
        except UnicodeEncodeError:
            broken = ContentError(N_("a text holds a sign that is no character"))
            gathered.complain(candidate, [Found((), broken)])
            continue
        candidate.act, candidate.documents = act, documents
        candidate.stored = stored
        progress("read", before + number + 1, before + len(acts))


def claims(raw: Any) -> Iterator[str]:
    """Guess which institutions an act that could not be decoded meant to introduce.

    So that one mistake is not reported again wherever its institution is named.
    """
    if isinstance(raw, dict):
        if isinstance(raw.get("act"), str) and "applicant" in str(raw):
            yield authority_of(raw["act"])
        if isinstance(raw.get("id"), str):
            yield raw["id"]
        for value in raw.values():
            yield from claims(value)
    elif isinstance(raw, list):
        for item in raw:
            yield from claims(item)

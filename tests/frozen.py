"""Every answer of the examples, frozen as hashes: what no change of the house moves.

`python -m tests.frozen DIR` writes the answers as texts, one file for each kind of
question, day and language, to be compared with those of another commit; `python -m
tests.frozen DIR 'why 2024*'` those whose name fits. `python -m tests.frozen --keep`
keeps their hashes in `tests/golden/frozen.json`: what differs is told in CHANGELOG.md.
"""

import fnmatch
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from ledger.authorities import kind_of
from ledger.storage.opening import open_ledger
from ledger.storage.recorder import SQLRecorder
from projections.timelines.world import World, world_of
from projections.votes.judged_votes import BODIES
from tests.shell import smo

KEPT = Path(__file__).parent / "golden" / "frozen.json"
LANGUAGES = ("en", "fr")
DAYS = (
    *("2013-12-31", "2019-07-01", "2020-07-05", "2021-06-30", "2022-06-30"),
    *("2023-09-01", "2024-06-30", "2024-12-31", "2025-10-01", "2026-11-20"),
)
ENGLISH_DAYS = (
    *("2019-07-01", "2020-07-05", "2021-06-30"),
    *("2023-09-01", "2024-12-31", "2025-10-01"),
)
"""Days of which the French is not asked: it is that of the others' sentences."""
TODAY = date(2026, 11, 20)
RECORDED = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

Asked = tuple[str, ...]


class Examples:
    """The ledger of the demonstration, and what there is to ask about."""

    def __init__(self, place: Path) -> None:
        """Build the ledger, with every entry recorded at one moment."""
        self.place = place
        self._worlds: dict[object, World] = {}
        self._recorder: SQLRecorder | None = None
        with self._at_rest():
            result = smo("--ledger", place, "demo", env={"SMO_USER": "clerk"})
            assert result.exit_code == 0, result.output
            self.answer(("annex", "1", "--at", DAYS[0]), "en")
        (self.world,) = self._worlds.values()

    def answer(self, asked: Asked, language: str) -> str:
        """Answer a question as the terminal does; a refusal is an answer too."""
        with self._at_rest():
            result = smo("--ledger", self.place, "--lang", language, *asked)
        return f"$ smo {' '.join(asked)}\n{result.output}[{result.exit_code}]\n"

    @contextmanager
    def _at_rest(self) -> Iterator[None]:
        """Let no clock move, and derive what holds once."""
        with (
            mock.patch("terminal.asking.world_of", self._world_of),
            mock.patch.dict(
                SQLRecorder.__init__.__kwdefaults__, clock=lambda: RECORDED
            ),
            mock.patch("terminal.context.Context.today", TODAY),
            mock.patch("terminal.context.Context.reading", self._reading),
        ):
            yield

    @contextmanager
    def _reading(self) -> Iterator[SQLRecorder]:
        """Keep the ledger open: it is asked some ten thousand times."""
        if self._recorder is None:
            self._recorder = SQLRecorder(open_ledger(str(self.place)))
        yield self._recorder

    def _world_of(self, entries: object, *, position: int, digest: str) -> World:
        if position not in self._worlds:
            self._worlds[position] = world_of(
                entries,  # type: ignore[arg-type]
                position=position,
                digest=digest,
            )
        return self._worlds[position]


def _asked_by_name(world: World) -> dict[str, Callable[[], Iterator[Asked]]]:
    """List what is asked, by kind and day."""

    def explained(*more: str) -> Iterator[Asked]:
        return (("why", *one, *more) for one in why(world))

    found: dict[str, Callable[[], Iterator[Asked]]] = {}
    for day in DAYS:
        found[f"why {day}"] = partial(explained, "--at", day, "--json")
        found[f"answers {day}"] = partial(_answers, world, day)
    found["history"] = partial(_histories, world)
    found["drawn why"] = partial(explained, "--at", DAYS[6])
    found["differences"] = _differences
    found["documents"] = partial(_documents, world)
    return found


def why(world: World) -> Iterator[Asked]:
    """List every question there is a reason for."""
    members = list(world.names)
    competences = list(world.statutes.versions[-1].rules.competences or ())
    for member in members:
        yield "member", member
        yield "vacancy", member
        yield "pending", member
        for one in competences:
            yield "competence", member, one.id
        for year in (2021, 2023, 2024):
            yield "contribution", str(year), member
    sat = {
        (name, seat.person)
        for name, body in world.bodies.by_id.items()
        for seat in body.seats
    }
    for name in sorted({body for body, _person in sat}):
        yield "seat", name
        for person in sorted(world.persons):
            if (name, person) in sat or name == "comite-syndical":
                yield "seat", name, person
    yield ("regime",)
    for reference, act in world.known.acts.items():
        yield "executory", reference
        if kind_of(act.authority) in BODIES:
            yield "vote", reference


def _answers(world: World, day: str) -> Iterator[Asked]:
    at = ("--at", day)
    for form in ((), ("--json",), ("--format", "csv")):
        yield "annex", "1", *at, *form
        yield "annex", "2", *at, *form
        for body in sorted(world.bodies.by_id):
            yield "roster", body, *at, *form
            yield "roster", body, "--in", day[:4], *form
        yield "contributions", day[:4], *at, *form
        yield "contributions", day[:4], *at, "--plan", *form
        yield "check", *at, *form
        yield "deadlines", "--all", *at, *form
        for question in ("adhesion", "statutes", "tariff", "accounts"):
            about = ("--applicant", "hem") if question == "adhesion" else ()
            yield "ballot", question, *about, *at, *form
    for member in world.names:
        yield "member", member, *at, "--json"
        yield "member", member, *at
        yield "contributions", day[:4], "--member", member, *at, "--json"


def _histories(world: World) -> Iterator[Asked]:
    """Ask for the change points of every fifth answer: each takes a hundred answers."""
    return (("history", *one, "--json") for one in [*why(world)][::5])


def _differences() -> Iterator[Asked]:
    for first, second in pairwise(DAYS):
        for form in ((), ("--json",), ("--format", "csv")):
            yield "diff", first, second, *form
            yield "diff", second, first, *form
            yield "replay", "--from", first, "--at", second, *form


def _documents(world: World) -> Iterator[Asked]:
    day = DAYS[6]
    asked: list[Asked] = [
        ("annex", "1"),
        ("annex", "2"),
        ("contributions", "2024"),
        ("contributions", "2024", "--plan"),
        ("check",),
        ("deadlines", "--all"),
        ("ballot", "adhesion", "--applicant", "hem"),
        ("why", "regime"),
        *(("roster", body) for body in sorted(world.bodies.by_id)),
        *(("member", member) for member in world.names),
        *(("contributions", "2024", "--member", member) for member in world.names),
    ]
    for one in asked:
        yield *one, "--at", day, "--format", "md"
    yield "diff", DAYS[5], day, "--format", "md"
    yield "replay", "--from", DAYS[5], "--at", day, "--format", "md"
    yield "history", "member", "hem", "--format", "md"
    sessions = {act.registered.session for act in world.known.acts.values()} - {None}
    for session in sorted(map(str, sessions)):
        for paper in ("notice", "attendance", "minutes"):
            yield "papers", paper, session, "--format", "md"
            yield "papers", paper, session, "--json"
    for form in ("acts", "popolo", "scdl"):
        yield "export", form


GROUPS = (
    *(f"{kind} {day}" for kind in ("why", "answers") for day in DAYS),
    *("history", "drawn why", "differences", "documents"),
)
NAMES = tuple(
    f"{group} {language}"
    for group in GROUPS
    for language in LANGUAGES
    if language == "en" or not group.endswith(ENGLISH_DAYS)
)
"""What is frozen, each under one hash."""


def text_of(examples: Examples, name: str) -> str:
    """Answer all that one name asks."""
    group, _space, language = name.rpartition(" ")
    asked = _asked_by_name(examples.world)[group]()
    return "".join(examples.answer(one, language) for one in asked)


def hash_of(examples: Examples, name: str) -> str:
    """Hash what is answered."""
    return hashlib.sha256(text_of(examples, name).encode()).hexdigest()


def main(target: str, pattern: str = "*") -> None:
    """Write the answers whose name fits a pattern, or keep the hashes of all."""
    with TemporaryDirectory() as folder:
        examples = Examples(Path(folder, "demo.db"))
        if target == "--keep":
            kept = {name: hash_of(examples, name) for name in NAMES}
            KEPT.write_text(json.dumps(kept, indent=1) + "\n")
            return
        Path(target).mkdir(parents=True, exist_ok=True)
        for name in fnmatch.filter(NAMES, pattern):
            Path(target, f"{name}.txt").write_text(text_of(examples, name))


if __name__ == "__main__":
    main(*sys.argv[1:])

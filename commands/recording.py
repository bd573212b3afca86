"""Record acts: look up, judge, append; all of them or none (specification section 14).

A decision holds only as long as nobody else records what it rests on. The append says
so in its condition; where others were quicker, everything is looked up and judged anew.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem
from eventsourcing.persistence import IntegrityError

from commands.bodies_judged import judge_bodies
from commands.candidates import Candidate, Gathered, claims
from commands.citing import cite_refusals
from commands.documents import documents_of
from commands.foreseeing import Foreseen
from commands.judging import authority_unknown, judge
from commands.known import STRIKES, Known, Ledger, look_up
from commands.known_acts import fingerprint
from commands.naming import judge_names
from commands.progress import Progress, silent
from commands.seating import concerns_seats, dismissed_alone
from commands.stamps import STAMPING, concerns_stamps, judge_stamps
from commands.texts import damaged
from commands.titles import CALLING, concerns_titles, judge_titles
from commands.voting import concerns_votes, reserved
from ledger.acts.act import Act, events_of
from ledger.acts.problems import Found, ProblemsError, WrongDocumentError
from ledger.errors import BusyLedgerError
from ledger.events.afterwards import ActStruck
from ledger.events.catalogue import types_bearing_on
from ledger.events.event import stored_name_of
from ledger.events.kind import Subject
from ledger.events.registration import ActRegistered
from ledger.refusals import ReusedReferenceError
from ledger.storage.recorder import SQLRecorder
from ledger.tags import act_tag, institution_of

ATTEMPTS = 50
"""How often a batch is judged again because others recorded meanwhile."""

GUARDS = 20
"""Up to so many tags a condition names them; beyond, any new act makes it fail."""


class Outcome(msgspec.Struct):
    """What became of a batch: acts recorded, acts there already, the ledger's end."""

    recorded: list[str] = []
    skipped: list[str] = []
    entries: int = 0
    position: int = 0


class Decided(msgspec.Struct):
    """What is to be appended, and the tags it rests on."""

    outcome: Outcome
    events: list[DCBEvent] = []
    documents: dict[str, bytes] = {}
    guards: set[str] = set()
    new: list[Candidate] = []
    rests_on_bodies: bool = False
    rests_on_stamps: bool = False
    rests_on_titles: bool = False

    def add(self, candidate: Candidate, act: Act, returning: Iterable[str]) -> None:
        """Add an act; others may return by it, whose references must not be taken."""
        self.events += candidate.stored
        self.documents.update(candidate.documents)
        self.guards.update(map(act_tag, returning))
        self.guards.update(
            tag
            for event in candidate.stored
            for tag in event.tags
            if tag.startswith(("act:", "person:", "target:"))
        )
        self.new.append(candidate)
        self.outcome.recorded.append(act.reference)
        self.outcome.entries = len(self.events)


Approve = Callable[[Decided], None]
"""Says no, by an error, to what was judged and is about to be recorded."""


def record(
    gathered: Gathered,
    recorder: SQLRecorder,
    *,
    today: date,
    progress: Progress = silent,
    approve: Approve | None = None,
) -> Outcome:
    """Record the acts gathered, all or none; the same content again adds nothing.

    `approve` is asked before anything is recorded, and raises where nothing must be; it
    is asked again where others recorded meanwhile.

    Raises:
        ProblemsError: with every mistake and every refusal, by file and line.
        BusyLedgerError: others kept recording what these acts depend on.
    """
    for _ in range(ATTEMPTS):
        decided = decide(gathered, recorder, today=today, progress=progress)
        outcome = decided.outcome
        if not decided.events:
            return outcome
        if approve is not None:
            approve(decided)
        condition = _condition(
            decided, after=outcome.position, is_of_all=approve is not None
        )
        try:
            outcome.position = recorder.append(
                decided.events, condition, documents=decided.documents
            )
        except IntegrityError:
            continue
        return outcome
    raise BusyLedgerError(attempts=ATTEMPTS)


def decide(
    gathered: Gathered,
    ledger: Ledger,
    *,
    today: date,
    progress: Progress = silent,
) -> Decided:
    """Judge the acts gathered, and record nothing.

    Raises:
        ProblemsError: with every mistake and every refusal, by file and line.
    """
    head = ledger.head()
    acts = [candidate.act for candidate in gathered.candidates if candidate.act]
    malformed = [one.reference for one in gathered.candidates if one.act is None]
    authors = filter(None, map(institution_of, malformed))
    known = look_up(ledger, acts, authors, until=head)
    batch = gathered.copy()
    decided = _judge_all(batch, known, today, progress)
    decided.outcome.position = head
    _check_documents(batch, ledger)
    foreseen = Foreseen(ledger, decided.new, head=head)
    if not batch.is_wrong:
        for candidate, found in _judged_by_all(foreseen, decided, progress):
            batch.complain(candidate, found)
    for candidate, misnamed in judge_names(foreseen, known):
        batch.complain(candidate, [misnamed])
    cite_refusals(batch, foreseen, today)
    if problems := batch.all_problems():
        raise ProblemsError(problems)
    return decided


def _judged_by_all(
    foreseen: Foreseen, decided: Decided, progress: Progress
) -> Iterator[tuple[Candidate, list[Found]]]:
    """Judge what rests on all that is on record: seats, stamps, numbers of calls."""
    if decided.rests_on_bodies:
        yield from judge_bodies(foreseen, progress)
    if decided.rests_on_stamps:
        yield from judge_stamps(foreseen)
    if decided.rests_on_titles:
        yield from judge_titles(foreseen)


def _judge_all(
    batch: Gathered, known: Known, today: date, progress: Progress
) -> Decided:
    """Judge each act in the light of the ledger and of the whole batch."""
    decided = Decided(Outcome())
    new = [
        candidate
        for candidate in batch.candidates
        if _is_new(candidate, batch, known, decided.outcome)
    ]
    for count, candidate in enumerate(new, start=1):
        act = candidate.act
        if act is None:
            batch.complain(candidate, authority_unknown(candidate.reference, known))
            continue
        known.turn_to(candidate.position)
        batch.complain(candidate, judge(act, known, today))
        batch.complain(candidate, reserved(act))
        batch.complain(candidate, damaged(act))
        batch.complain(candidate, dismissed_alone(act, known))
        decided.rests_on_bodies |= concerns_seats(act, known) or concerns_votes(act)
        decided.rests_on_stamps |= concerns_stamps(act)
        decided.rests_on_titles |= concerns_titles(act)
        for event in events_of(act):
            known.learn(event, act.reference)
        if any(isinstance(one, ActStruck) for one in act.decisions):
            known.learn_anew(candidate.position + len(candidate.stored) - 1)
        decided.add(candidate, act, known.recordings.returning(candidate.position))
        progress("judged", count, len(new))
    struck = known.recordings.struck_whole()
    for candidate in decided.new:
        candidate.is_struck = candidate.position in struck
    return decided


def _is_new(
    candidate: Candidate, batch: Gathered, known: Known, outcome: Outcome
) -> bool:
    """Make an act known to the whole batch; tell whether it is to be recorded."""
    act, reference = candidate.act, candidate.reference
    earlier = known.acts.get(reference)
    summed = fingerprint(candidate.stored)
    if known.is_recorded(reference, summed):
        outcome.skipped.append(reference)
        return False
    if earlier is not None:
        error = ReusedReferenceError(act=reference)
        batch.complain(candidate, [Found(("act",), error)])
        return False
    if act is None:
        known.claimed.update(claims(candidate.raw))
        known.institutions |= known.claimed
    else:
        candidate.position = known.begin(act, summed).position
        for decision in act.decisions:
            known.introduce(decision, reference)
    return True


def _condition(decided: Decided, *, after: int, is_of_all: bool) -> DCBAppendCondition:
    """Let the append fail if what was judged may have changed meanwhile.

    What was approved in the light of all acts changes with any new one.
    Who sits and votes is guarded by one item: the types of all that bears on it; which
    @CTES identifiers stand where, by the types that may hold one or tell a SIREN; and
    what may be struck, for it may be anything.
    """
    tags = sorted(decided.guards)
    if len(tags) <= GUARDS and not is_of_all:
        items = [DCBQueryItem(tags=[tag]) for tag in tags]
    else:
        items = [DCBQueryItem(types=[stored_name_of(ActRegistered)])]
    items += STRIKES.items
    if decided.rests_on_bodies:
        items.append(DCBQueryItem(types=[*types_bearing_on(Subject.VOTES)]))
    if decided.rests_on_stamps:
        items.append(DCBQueryItem(types=[*map(stored_name_of, STAMPING)]))
    if decided.rests_on_titles:
        items.append(DCBQueryItem(types=[*map(stored_name_of, CALLING)]))
    return DCBAppendCondition(DCBQuery(items=items), after=after)


def _check_documents(batch: Gathered, ledger: Ledger) -> None:
    """Find documents that are neither beside their acts file nor in the ledger."""
    for candidate in batch.candidates:
        for keys, document in documents_of(candidate.act) if candidate.act else ():
            is_here = document.sha256 in candidate.documents
            if not is_here and ledger.document(document.sha256) is None:
                error = WrongDocumentError(name=document.name, sha256=document.sha256)
                batch.complain(candidate, [Found(keys, error)])

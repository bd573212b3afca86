"""Check a proof without a ledger: its form, its seal, its entries, its answer."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import msgspec

from commands.proof_verdict import Verdict, rules, told, under
from ledger.errors import LedgerError
from ledger.events.registration import ActRegistered
from ledger.mapper import Entry, from_stored
from ledger.proof.keys import PublicKey
from ledger.proof.merkle import leaf_hash, root_from_inclusion
from ledger.proof.proof_fault import ProofFault, fault
from ledger.proof.proof_file import MalformedProofError, ProofFile, Proven, read_proof
from ledger.proof.seal_audit import Seal, read_seal, signature_faults
from ledger.storage.entry import hashed_form
from ledger.tags import act_tag, target_tag
from projections.proven.query_text import (
    Answer,
    QueryText,
    answer_to,
    as_text,
    read_question,
    with_ids,
)
from projections.timelines.world import World, world_of


class Derived(msgspec.Struct, frozen=True):
    """What the entries of a proof give when its question is put to them."""

    world: World
    asked: QueryText
    answer: Answer


class Checked(msgspec.Struct, frozen=True):
    """A verdict, with what it was reached by; nothing is derived for an act."""

    verdict: Verdict
    entries: tuple[Entry, ...] = ()
    derived: Derived | None = None


def check_proof(text: str, key: PublicKey | None = None) -> Checked:
    """Check a proof, against a key where one is given."""
    is_keyed = key is not None
    try:
        proof = read_proof(text)
    except MalformedProofError as error:
        wrong = fault("proof.form", error.values["line"], reason=error.values["reason"])
        return Checked(
            Verdict(
                holds=False,
                derived_by=rules(),
                signatures_checked=is_keyed,
                faults=(wrong,),
            )
        )
    faults: list[ProofFault] = []
    seal = _seal(proof, faults)
    if seal is not None:
        faults += _seal_faults(proof, seal, key)
        faults += _inclusion_faults(proof, seal)
    # What is not in the ledger that was sealed may be anything: it is not even read.
    entries = _read(proof, faults) if not faults else ()
    derived = _judged(proof, entries, faults) if not faults else None
    verdict = Verdict(
        holds=not faults,
        question=proof.question,
        known_at=f"#{proof.known_at}",
        rules=proof.rules,
        derived_by=rules(),
        checkpoint=under(seal) if seal is not None else None,
        signatures_checked=is_keyed,
        entries=tuple(map(told, entries)),
        answer=_raw(derived) if not faults else None,
        faults=tuple(faults),
    )
    return Checked(verdict, entries, derived if not faults else None)


# ------------------------------------------------------------------- the seal
def _seal(proof: ProofFile, faults: list[ProofFault]) -> Seal | None:
    try:
        return read_seal(proof.checkpoint)
    except LedgerError as error:
        line = proof.checkpoint_line
        faults.append(fault("proof.checkpoint", line, reason=error))
        return None


def _seal_faults(
    proof: ProofFile, seal: Seal, key: PublicKey | None
) -> Iterator[ProofFault]:
    line, size = proof.checkpoint_line, seal.checkpoint.size
    if proof.known_at > size:
        yield fault("proof.size", line, known_at=proof.known_at, size=size)
    for found in signature_faults(seal, key) if key is not None else ():
        yield ProofFault(found.rule, line, found.position, str(found))


def _inclusion_faults(proof: ProofFile, seal: Seal) -> Iterator[ProofFault]:
    size, root = seal.checkpoint.size, seal.checkpoint.root
    for one in proof.entries:
        position = one.entry.position
        if position > proof.known_at:
            known_at = proof.known_at
            yield fault("proof.position", one.line, position, known_at=known_at)
        leaf = leaf_hash(hashed_form(one.entry))
        if root_from_inclusion(leaf, position - 1, size, one.proof) != root:
            yield fault("proof.inclusion", one.line, position)


# ------------------------------------------------------------------- the entries
def _read(proof: ProofFile, faults: list[ProofFault]) -> tuple[Entry, ...]:
    found = []
    for one in proof.entries:
        try:
            found.append(from_stored(one.entry))
        except LedgerError as error:
            position, reason = one.entry.position, error.values.get("reason", error)
            faults.append(fault("proof.unreadable", one.line, position, reason=reason))
    return tuple(found)


def _torn(
    proof: ProofFile, entries: Iterable[Entry], act: str | None
) -> Iterator[ProofFault]:
    """Find where an act does not begin with its first entry, or lacks one between.

    The decisions of an act are counted: without one, the others would be misread.
    """
    last: dict[str, int] = {}
    for one, entry in zip(proof.entries, entries, strict=True):
        is_first = isinstance(entry.event, ActRegistered)
        is_next = last.get(entry.act) == entry.position - 1
        if act in {None, entry.act} and not (is_first or is_next):
            yield fault("proof.torn", one.line, entry.position, act=entry.act)
        last[entry.act] = entry.position
    if act is not None and act not in last:
        yield fault("proof.absent", None, act=act)


def _strays(entries: Iterable[Proven], act: str) -> Iterator[ProofFault]:
    """Find entries that are neither of the act nor about it."""
    wanted = {act_tag(act), target_tag(act)}
    for one in entries:
        if wanted.isdisjoint(msgspec.json.decode(one.entry.tags)):
            yield fault("proof.stray", one.line, one.entry.position, act=act)


# ------------------------------------------------------------------- the answer
def _judged(
    proof: ProofFile, entries: tuple[Entry, ...], faults: list[ProofFault]
) -> Derived | None:
    """Judge what an act shows, or derive the answer and compare it."""
    act = proof.act
    faults += _torn(proof, entries, act)
    if act is not None:
        faults += _strays(proof.entries, act)
        if proof.answer:
            faults.append(fault("proof.no-answer", proof.answer_line))
        return None
    if faults:
        return None
    try:
        derived = _derived(proof, entries)
    except LedgerError as error:
        faults.append(fault("proof.question", 2, reason=error))
        return None
    different = _first_difference(proof.answer, as_text(derived.answer))
    if different is not None:
        line = proof.answer_line + different
        faults.append(fault("proof.answer", line, rules=rules()))
    return derived


def _derived(proof: ProofFile, entries: tuple[Entry, ...]) -> Derived:
    asked = read_question(proof.question)
    world = world_of(entries, position=proof.known_at)
    found = with_ids(world, asked)
    return Derived(world, found, answer_to(world, found))


def _first_difference(one: str, other: str) -> int | None:
    """Tell the first line, from 1, in which two texts differ."""
    pairs = zip_longest(one.split("\n"), other.split("\n"))
    return next((line for line, (a, b) in enumerate(pairs, start=1) if a != b), None)


# ------------------------------------------------------------------- the verdict
def _raw(derived: Derived | None) -> msgspec.Raw | None:
    return msgspec.Raw(as_text(derived.answer).encode()) if derived else None

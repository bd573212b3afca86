"""Prove an act, or an answer: entries of a sealed ledger from which it follows."""

from collections.abc import Callable, Iterable

import msgspec

from commands.checking_proof import check_proof
from commands.proof_verdict import rules
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.mapper import Entry, from_stored, tags_carried
from ledger.proof.proof_file import OF_AN_ACT, ProofFile, Proven
from ledger.proof.seal_audit import Seal
from ledger.storage.entry import StoredEntry
from ledger.storage.sealed import SealedLedger
from ledger.tags import act_tag, target_tag
from projections.moments import position_known_at
from projections.proven.provenance import provenance
from projections.proven.query_text import QueryText, answer_to, as_text, with_ids
from projections.timelines.world import world_of
from projections.whys.questions import act_named


class NeverSealedError(LedgerError):
    """There is no checkpoint to prove anything against."""

    sentence = N_(
        "Nothing has been sealed yet, so nothing can be proven. "
        "Say «smo seal --key FILE» first"
    )


class NotSealedYetError(LedgerError):
    """No checkpoint reaches so far."""

    sentence = N_(
        "What was known at #{position} is not sealed: the last checkpoint is of "
        "#{sealed}. Say «smo seal --key FILE» first, or ask with --known-at '#{sealed}'"
    )


class NothingKnownError(LedgerError):
    """Nothing had been recorded at that moment."""

    sentence = N_("Nothing had been recorded then: there is nothing to prove")


class UnfitCheckpointError(LedgerError):
    """A ledger does not fit its own checkpoint."""

    sentence = N_(
        "The ledger does not fit its checkpoint (#{position}: {reason}). "
        "«smo verify» tells what was touched"
    )


class Proof(msgspec.Struct, frozen=True):
    """A proof, what it is under, and where the ledger ended when it was made."""

    text: str
    seal: Seal
    known_at: int
    entries: int
    head: int


Chosen = tuple[str, list[StoredEntry], str]
"""A question, the entries that are to prove it, and its answer."""


def prove_act(sealed: SealedLedger, act: str, known_at: str | None) -> Proof:
    """Prove what an act says, and what later entries say of it.

    Raises:
        LedgerError: there is no such act, or no checkpoint that reaches so far.
    """

    def choose(stored: list[StoredEntry], position: int) -> Chosen:
        wanted = {act_tag(act), target_tag(act)}
        tagged = [(one, tags_carried(one)) for one in stored]
        if not any(act_tag(act) in tags for _one, tags in tagged):
            entries = map(from_stored, stored)
            act_named(world_of(entries, position=position), act)  # says so
        found = [one for one, tags in tagged if not wanted.isdisjoint(tags)]
        return f"{OF_AN_ACT}{act}", found, ""

    return _proof(sealed, known_at, choose)


def prove_answer(sealed: SealedLedger, asked: QueryText, known_at: str | None) -> Proof:
    """Prove the answer to a question, by as few entries as are found to give it.

    Raises:
        LedgerError: the question names what is not known, or no checkpoint reaches
            so far.
    """

    def choose(stored: list[StoredEntry], position: int) -> Chosen:
        entries = [from_stored(one) for one in stored]
        world = world_of(entries, position=position)
        question = with_ids(world, asked)
        answer = answer_to(world, question)
        text = as_text(answer)
        for few in provenance(entries, world, answer):
            if len(few) == len(entries) or _gives(few, question, position) == text:
                positions = {one.position for one in few}
                chosen = [one for one in stored if one.position in positions]
                return str(question), chosen, text
        raise NothingKnownError

    return _proof(sealed, known_at, choose)


def _gives(entries: Iterable[Entry], question: QueryText, position: int) -> str | None:
    """Answer a question from some of the entries, if they are enough to put it."""
    try:
        world = world_of(entries, position=position)
        return as_text(answer_to(world, with_ids(world, question)))
    except LedgerError:
        return None


def _proof(
    sealed: SealedLedger,
    known_at: str | None,
    choose: Callable[[list[StoredEntry], int], Chosen],
) -> Proof:
    seal, position, head = _sealed_at(sealed, known_at)
    question, entries, answer = choose(sealed.entries(position), position)
    text = str(
        ProofFile(
            question=question,
            known_at=position,
            rules=rules(),
            checkpoint=str(seal.note),
            entries=tuple(
                Proven(entry, hashes)
                for entry, hashes in sealed.with_proofs(entries, seal.checkpoint.size)
            ),
            answer=answer,
        )
    )
    # Whoever is handed a proof must find what its maker found: it is checked first.
    for wrong in check_proof(text).verdict.faults:
        place = wrong.position or position
        raise UnfitCheckpointError(position=place, reason=wrong.message)
    return Proof(text, seal, position, len(entries), head)


def _sealed_at(sealed: SealedLedger, known_at: str | None) -> tuple[Seal, int, int]:
    """Choose the position, and the checkpoint kept last that reaches so far."""
    head, seals = sealed.recorder.head(), sealed.seals()
    sizes = [one.checkpoint.size for one in seals if one.checkpoint.size <= head]
    if not sizes:
        raise NeverSealedError
    last = max(sizes)
    position = last
    if known_at is not None:
        position = position_known_at(known_at, sealed.recorder)
    if position > last:
        raise NotSealedYetError(position=position, sealed=last)
    if not position:
        raise NothingKnownError
    reaching = [one for one in seals if position <= one.checkpoint.size <= head]
    return reaching[-1], position, head

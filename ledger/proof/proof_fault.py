"""What is wrong with a proof: which rule, on which line, at which position."""

import msgspec

from ledger.language import N_
from ledger.language import translate as _

SENTENCES = {
    "proof.form": "{reason}",
    "proof.checkpoint": N_("The checkpoint cannot be read: {reason}"),
    "proof.size": N_(
        "What was known at #{known_at} is not under a checkpoint of {size} entries"
    ),
    "proof.position": N_("The entry is of after #{known_at}"),
    "proof.inclusion": N_(
        "The entry is not in the ledger that was sealed: it, its position or its "
        "hashes were changed"
    ),
    "proof.unreadable": N_("This program cannot read the entry: {reason}"),
    "proof.stray": N_("The entry does not concern {act}"),
    "proof.torn": N_("Of {act}, an entry before this one is not in the proof"),
    "proof.absent": N_("No entry is of {act} itself"),
    "proof.question": N_("The question cannot be put: {reason}"),
    "proof.answer": N_(
        "By the rules of this program ({rules}) the entries give another answer from "
        "this line on"
    ),
    "proof.no-answer": N_("What is shown of an act is its entries: no answer is due"),
}


class ProofFault(msgspec.Struct, frozen=True):
    """One thing that is wrong, and where in the text."""

    rule: str
    line: int | None
    position: int | None
    message: str


def fault(
    rule: str, line: int | None, position: int | None = None, **values: object
) -> ProofFault:
    """Say what is wrong in the language spoken now."""
    message = _(SENTENCES[rule]).format(**values)
    return ProofFault(rule, line, position, message)

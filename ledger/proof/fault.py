"""What is wrong with a ledger that was touched: one fault, one place, one sentence."""

import msgspec

from ledger.language import N_
from ledger.language import translate as _

SENTENCES = {
    "entry.changed": N_("The entry and its hash do not fit: one was changed"),
    "entry.missing": N_("The entry is missing"),
    "entry.many-missing": N_("The entries up to #{until} are missing"),
    "entry.stray": N_("There is an entry where none can be"),
    "entry.time": N_("The entry is dated before the one it follows, or has no time"),
    "entry.unreadable": N_("This program cannot read the entry: {reason}"),
    "tree.changed": N_("The tree of hashes does not fit the entries"),
    "tree.missing": N_("The entry is not in the tree of hashes"),
    "tree.stray": N_("The tree of hashes has a row for an entry that is not there"),
    "tag.missing": N_("The index of tags lacks «{tag}»"),
    "tag.stray": N_("The index of tags has «{tag}», which the entry does not carry"),
    "document.changed": N_("The document {sha256} is not the one that was stored"),
    "document.missing": N_("The document {sha256}, which the entry names, is missing"),
    "document.stray": N_("No entry names the document {sha256}"),
    "format.changed": N_("The ledger's format reads {found} instead of {known}"),
    "checkpoint.missing": N_("Checkpoint number {number} is missing"),
    "checkpoint.many-missing": N_("The checkpoints {first} to {last} are missing"),
    "checkpoint.stray": N_("There is a checkpoint {number} where none can be"),
    "checkpoint.unreadable": N_("Checkpoint number {number}: {reason}"),
    "checkpoint.order": N_(
        "Checkpoint number {number} does not follow the ones before it"
    ),
    "checkpoint.signature": N_("The signature of {name} on the checkpoint is false"),
    "checkpoint.unsigned": N_("The key {name} did not sign the checkpoint"),
    "checkpoint.differs": N_(
        "The entries are not those that were sealed: something after #{last_good} and "
        "up to here was changed, dropped, inserted or reordered"
    ),
    "checkpoint.beyond": N_(
        "A checkpoint was sealed here, but the ledger ends at #{head}: its end is gone"
    ),
    "checkpoint.gone": N_(
        "The checkpoint given is not on record, though the ledger has grown since"
    ),
    "schema.changed": N_("The database's own guard «{name}» is not as it must be"),
    "schema.stray": N_("There is something in the database no ledger has: «{name}»"),
    "index.changed": N_(
        "The index of «{part}» says on line {number} what the entries do not"
    ),
    "index.missing": N_("The index of «{part}» lacks line {number}"),
    "index.stray": N_(
        "The index of «{part}» has a line {number} that follows from no entry"
    ),
    "index.foreign": N_("The index was made of other entries than these"),
    "file.damaged": N_("The database says of itself: {reason}"),
}


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong: which rule, where, and with which values."""

    rule: str
    position: int | None
    table: str
    values: dict[str, str] = {}

    def __str__(self) -> str:
        """Say it in the language spoken now."""
        return _(SENTENCES[self.rule]).format(**self.values)

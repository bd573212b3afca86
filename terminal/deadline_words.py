"""What people read of a deadline: what it is for, and what there is to remark."""

from collections.abc import Iterator

from ledger.language import N_, ntranslate
from ledger.language import translate as _
from projections.deadlines.deadline import Deadline, Kind
from terminal import words

_KINDS: dict[Kind, str] = {
    "appeal": N_("appeal by third parties"),
    "defere": N_("prefect's referral to the court"),
    "revocation": N_("revocation by its author"),
    "vacancy": N_("seat to be filled"),
    "call": N_("call to be paid"),
}


def kind(line: Deadline) -> str:
    """Write what a deadline is for."""
    return _(_KINDS[line.kind])


def remarks(line: Deadline) -> Iterator[str]:
    """Say which call it is, what is outstanding, how many seats are empty."""
    if line.number is not None:
        yield line.number
    if line.outstanding is not None and line.state != "settled":
        yield _("{amount} outstanding").format(amount=words.euros(line.outstanding))
    if line.seats is not None and line.seats > 1:
        yield ntranslate("{count} seat", "{count} seats", line.seats).format(
            count=words.quantity(line.seats)
        )

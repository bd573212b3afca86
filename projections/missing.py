"""What is missing, where something cannot be established, and who has it?"""

from collections.abc import Iterable

import msgspec

from ledger.authorities import COMMITTEE, SECRETARIAT, authority_of

ASKED_OF_THE_COMMITTEE = (
    "approval",
    "annex 2",
    "member",
    "statutes",
    "tariff",
    "budget",
    "price",
)
"""Facts, by their first word, that the committee has or decides."""

OF_THE_MEMBER = ("request", "designation", "pupils")
"""Facts, by their first word, that the member has or decides."""


class Missing(msgspec.Struct, frozen=True):
    """A fact the record lacks, and the act it concerns; None for an act not there."""

    act: str | None
    fact: str

    def __str__(self) -> str:
        """Write it in one cell of a table of data."""
        return self.fact if self.act is None else f"{self.fact} ({self.act})"


class Lacking(msgspec.Struct, frozen=True):
    """A missing fact, the act it concerns, and the authority it is to be had from."""

    act: str | None
    fact: str
    from_: str = msgspec.field(name="from")


def lacking(missing: Iterable[Missing], member: str | None) -> tuple[Lacking, ...]:
    """Tell from whom each missing fact is to be had, each once."""
    found = (Lacking(one.act, one.fact, _holder(one, member)) for one in missing)
    return tuple(dict.fromkeys(found))


def _holder(missing: Missing, member: str | None) -> str:
    if missing.act is not None:
        return authority_of(missing.act)
    fact = missing.fact.partition(" ")[0]
    if missing.fact in ASKED_OF_THE_COMMITTEE or fact in ASKED_OF_THE_COMMITTEE:
        return COMMITTEE
    return member if fact in OF_THE_MEMBER and member is not None else SECRETARIAT

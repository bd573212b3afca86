"""What is missing, where something cannot be established, and who has it?"""

from collections.abc import Iterable

import msgspec

from ledger.authorities import COMMITTEE, SECRETARIAT, authority_of
from ledger.language import N_

FACTS = {
    "adopted_on": N_("date of adoption"),
    "sent_on": N_("date sent to the State"),
    "publicity": N_("valid publicity"),
    "population": N_("population of the commune"),
    "request": N_("deliberation of the member"),
    "approval": N_("deliberation of the committee"),
    "received_on": N_("date received by the State"),
    "available_on": N_("date made available"),
    "papers": N_("the papers asked for by the prefect"),
    "statutes": N_("rules of the statutes"),
    "annex 2": N_("annex 2 of the statutes"),
    "member": N_("a member that owes this share"),
    "vote": N_("the vote"),
    "session": N_("the session"),
    "attendance": N_("the attendance sheet"),
    "department": N_("the département of the applicant"),
    "applicant_department": N_(
        "how the delegates of the applicant's département voted"
    ),
    "pupils {which}": N_("the pupils of {which}"),
    "budget {which}": N_("the budget of {which}"),
    "tariff {which}": N_("a tariff for {which}"),
    "price {which}": N_("a price for «{which}» in the tariff"),
    "quantity": N_("the quantity delivered"),
    "amount": N_("the amount"),
}
"""How each fact is called, by its first word; `{which}` is the rest of it."""

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

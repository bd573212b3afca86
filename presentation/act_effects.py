"""What each kind of decision is called, in a chronicle that people read."""

from collections import Counter
from datetime import date

from ledger.language import N_
from ledger.language import translate as _
from presentation import words
from projections.names import name_on
from projections.register.deeds import Deed
from projections.world import World

CALLED = {
    "syndicate-created": N_("creation of the syndicate"),
    "statutes-adopted": N_("statutes"),
    "conditions-adopted": N_("conditions"),
    "powers-delegated": N_("delegation of powers"),
    "syndicate-dissolved": N_("dissolution of the syndicate"),
    "adhesion-requested": N_("request to join"),
    "adhesion-approved": N_("approval of an adhesion"),
    "competence-transfer-requested": N_("request to transfer a competence"),
    "competence-transferred": N_("approval of a transfer"),
    "competence-resumption-requested": N_("request to take a competence back"),
    "competence-resumed": N_("approval of a resumption"),
    "withdrawal-requested": N_("request to leave"),
    "withdrawal-approved": N_("approval of a withdrawal"),
    "identity-changed": N_("change of identity"),
    "members-merged": N_("merger"),
    "associate-admitted": N_("admission of an associate"),
    "associate-left": N_("departure of an associate"),
    "delegate-designated": N_("designation of a delegate"),
    "seat-vacated": N_("seat left"),
    "assembly-renewed": N_("renewal of the assembly"),
    "session-convened": N_("convocation"),
    "attendance-recorded": N_("attendance"),
    "representative-elected": N_("election of a representative"),
    "officer-elected": N_("election to the bureau"),
    "matter-decided": N_("decision"),
    "tariff-voted": N_("tariff"),
    "budget-voted": N_("budget"),
    "pupils-counted": N_("head-count"),
    "option-chosen": N_("option taken"),
    "service-delivered": N_("service delivered"),
    "subsidy-granted": N_("subsidy"),
    "price-quoted": N_("price quoted"),
    "contribution-called": N_("contribution called"),
    "payment-received": N_("payment"),
    "convention-approved": N_("convention"),
    "act-transmitted": N_("transmission to the State, learned"),
    "act-published": N_("publication, learned"),
    "act-dated": N_("date of adoption, learned"),
    "evidence-attached": N_("evidence attached"),
    "act-rectified": N_("rectification"),
    "act-annulled": N_("annulment"),
    "act-revoked": N_("withdrawal of an act by its author"),
    "act-repealed": N_("repeal"),
    "act-suspended": N_("suspension"),
    "suspension-lifted": N_("end of a suspension"),
    "ruling-overturned": N_("ruling overturned"),
}
"""Each kind of decision, by the name it has in acts files."""

MOST = 3
"""Decisions of one kind that are listed one by one; of more, the number is told."""

_OF_MEMBERS = {
    *("adhesion-approved", "competence-transferred", "competence-resumed"),
    *("withdrawal-approved", "identity-changed", "members-merged"),
    *("associate-admitted", "associate-left", "assembly-renewed", "pupils-counted"),
    *("option-chosen", "service-delivered", "subsidy-granted"),
    *("contribution-called", "payment-received"),
}
"""Decisions that are mostly taken about another: their member is named."""


def told(deeds: tuple[Deed, ...], world: World, at: date) -> list[str]:
    """Tell what an act decided: one by one, or how many of a kind."""
    counts = Counter(deed.type for deed in deeds)
    found = []
    for kind, count in counts.items():
        if count > MOST:
            found.append(_(CALLED[kind]) + f" ({count})")
        else:
            found += [_one(deed, world, at) for deed in deeds if deed.type == kind]
    return found


def _one(deed: Deed, world: World, at: date) -> str:
    about = deed.target or deed.about or ""
    if deed.person is not None:
        about = world.persons.get(deed.person, deed.person)
    elif deed.type in _OF_MEMBERS and deed.member is not None:
        named = name_on(world, deed.member, at)
        about = f"{named}, {about}" if about else named
    kind = _(CALLED[deed.type])
    return words.labelled(kind, about) if about else kind

"""Which acts are not shown to be in force, and which only by a presumption?"""

from collections.abc import Iterator

from ledger.acts.fields import Publication
from ledger.authorities import Authority, kind_of
from ledger.events.kind import Character
from ledger.language import N_
from ledger.tags import institution_of
from projections.acts.act_state import ActState
from projections.acts.publicity import SYNDICAT, first_that_counts
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope

_MODES = {
    "web": N_("on the web"),
    "posting": N_("by posting"),
    "paper": N_("on paper"),
    "notification": N_("by notification"),
    None: N_("in a way not stated"),
}


class _DateFinding(Finding, frozen=True):
    severity = "unknown"
    article = N_("CGCT, arts. L.2131-1 and L.3131-1")


class AdoptionFinding(_DateFinding, frozen=True):
    """Nobody knows when the act was adopted."""

    rule = "act.adopted-on"
    sentence = N_("The day {act} was adopted is not on record")
    remedy = N_("Find the signed copy, and record the day with act-dated")


class TransmissionFinding(_DateFinding, frozen=True):
    """Nobody knows when the act was sent to the State."""

    rule = "act.transmission"
    sentence = N_("The day {act} was sent to the State is not on record")
    remedy = N_("Ask its author for the receipt, and record it with act-transmitted")


class _PublicityFinding(_DateFinding, frozen=True):
    rule = "act.publicity"
    remedy = N_("Ask its author for proof of publicity; record it with act-published")


class NoPublicityFinding(_PublicityFinding, frozen=True):
    """No publicity of the act is known."""

    sentence = N_("No publicity of {act} is on record")


class PoorPublicityFinding(_PublicityFinding, frozen=True):
    """What publicity is known does not put the act in force."""

    sentence = N_("What is on record of the publicity of {act} is not enough: {seen}")


class PopulationFinding(_DateFinding, frozen=True):
    """Whether the publicity was enough depends on a population nobody knows."""

    rule = "act.publicity"
    sentence = N_(
        "Whether the publicity of {act} was enough ({seen}) depends on the population "
        "of {member}, which is not on record"
    )
    remedy = N_("Record the population with identity-changed")


class _PresumedFinding(Finding, frozen=True):
    rule = "act.presumed"
    severity = "notice"
    article = N_("CGCT, arts. L.2131-1 and L.3131-1")


class PresumedFinding(_PresumedFinding, frozen=True):
    """Somebody answers for the day the act is in force from."""

    sentence = N_("That {act} is in force from {day} is presumed; its note says why")
    remedy = N_("Record its transmission and its publicity, or have it certified")


class PresumedChoiceFinding(_PresumedFinding, frozen=True):
    """A small commune is presumed to have chosen how it publishes."""

    article = N_("CGCT, art. L.2131-1, IV")
    sentence = N_(
        "{act} is in force from {day} if {member}, of {population} inhabitants, chose "
        "so to publish its acts: {seen}"
    )
    remedy = N_("Ask the commune for the deliberation by which it chose")


class SyndicatChoiceFinding(_PresumedFinding, frozen=True):
    """A syndicat is presumed to have chosen how it publishes."""

    article = N_("CGCT, arts. L.2131-1, IV, and L.5211-3")
    sentence = N_(
        "{act} is in force from {day} if {member}, a syndicat, chose so to publish its "
        "acts: {seen}"
    )
    remedy = N_("Ask the syndicat for the deliberation by which it chose")


RULES: tuple[type[Finding], ...] = (
    AdoptionFinding,
    TransmissionFinding,
    NoPublicityFinding,
    PoorPublicityFinding,
    PopulationFinding,
    PresumedFinding,
    PresumedChoiceFinding,
    SyndicatChoiceFinding,
)


def dates(scope: Scope) -> Iterator[Finding]:
    """List what is missing to tell since when acts are in force, and presumptions.

    Nothing is said of an act without effect, nor of one that needs none: a note of the
    secretariat, a head-count.
    """
    for act in scope.acts:
        if kind_of(act.authority) is not Authority.SECRETARIAT and _has_effect(act):
            yield from _missing(scope, act)
            yield from _presumed(scope, act)


def _has_effect(act: ActState) -> bool:
    return any(
        taken.decision.KIND.character is Character.DECIDES for taken in act.decisions
    )


def _missing(scope: Scope, act: ActState) -> Iterator[Finding]:
    reference, member = act.reference, institution_of(act.reference)
    seen = tuple(map(_seen, act.registered.published))
    for missing in scope.world.executory[reference].missing:
        match missing.fact:
            case "adopted_on":
                yield AdoptionFinding.seen(reference, member)
            case "sent_on":
                yield TransmissionFinding.seen(reference, member)
            case "publicity" if not seen:
                yield NoPublicityFinding.seen(reference, member)
            case "publicity":
                yield PoorPublicityFinding.seen(reference, member, seen=seen)
            case "population":
                yield PopulationFinding.seen(reference, member, seen=seen)
            case _:
                pass


def _presumed(scope: Scope, act: ActState) -> Iterator[Finding]:
    executory = scope.world.executory[act.reference]
    if not executory.presumed or executory.on is None:
        return
    member = institution_of(act.reference)
    public = first_that_counts(executory.published)
    if act.registered.executory_basis == "presumed" or public is None:
        yield PresumedFinding.seen(act.reference, member, day=executory.on)
        return
    is_syndicat = public.rule is SYNDICAT
    kind = SyndicatChoiceFinding if is_syndicat else PresumedChoiceFinding
    yield kind.seen(
        act.reference,
        member,
        day=executory.on,
        population=public.population,
        seen=tuple(map(_seen, act.registered.published)),
    )


def _seen(publication: Publication) -> Phrase:
    mode = Phrase(_MODES[publication.mode])
    if publication.on is None:
        return Phrase(N_("{mode} on a day not stated"), {"mode": mode})
    return Phrase(N_("{mode} on {day}"), {"mode": mode, "day": publication.on})

"""Who is a member, for which competences, since when and by which acts?

What the acts make begin and end becomes changes; `tenures` folds them into intervals.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from ledger.clauses import Clause
from ledger.events.constitution import SyndicateCreated, SyndicateDissolved
from ledger.events.membership import (
    CompetenceSubstituted,
    InstitutionEnded,
    MembersMerged,
)
from ledger.language import N_
from projections.acts.act_state import ActState, DecisionState, RecordAsOf
from projections.acts.executory import Executory
from projections.members.concordance import Word, words
from projections.members.proceedings import ENDING, Proceeding
from projections.members.tenures import (
    DISSOLVED,
    AgreementInVain,
    Cause,
    Change,
    Tenure,
    tenures_from,
)
from projections.missing import Missing
from projections.periods import day_before
from projections.reason import Competence, Institution, Reason, Rule

DECIDES: tuple[Clause, ...] = ("members", "competences")

FOUNDER = Rule(
    "member.founder",
    N_("{member} is a founding member: {act}, in force since {on}."),
    "members",
)
MERGED = Rule(
    "member.merged",
    N_(
        "{members} became {heir} on {on}: the heir takes what they held, and keeps the "
        "earliest date ({act})."
    ),
)

ENDED = Rule(
    "member.institution-ended",
    N_("{member} ended on {on}, without heir: its membership ended with it ({act})."),
)

SUBSTITUTED = Rule(
    "competence.substituted",
    N_(
        "By law {heir} took the place of {members} for {competence} on {on}, and keeps "
        "the earliest date ({act})."
    ),
    law="CGCT",
    article="L.5214-21, L.5215-22, L.5216-7, L.5217-7",
)

UNDATED_FOUNDER = Rule(
    "member.founder-undated",
    N_("{member} is a founding member, by {act}, whose date of effect is unknown."),
    "members",
)

COMPETENCES_UNNAMED = Rule(
    "competence.founder-unnamed",
    N_("{member} is a founding member, and no act names its competences."),
    "competences",
)


class Membership(msgspec.Struct, frozen=True):
    """All tenures, and the founders in the order of the act that created the syndicate.

    `unnamed` are the founders whose competences no act names; `undated` is what is
    missing to tell since when the founders are members. `in_vain` is what was decided
    and made nobody a member, gave or ended nothing.
    """

    tenures: tuple[Tenure, ...] = ()
    in_vain: tuple[AgreementInVain, ...] = ()
    founders: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    undated: tuple[Missing, ...] = ()


def membership(
    known: RecordAsOf, executory: dict[str, Executory], found: list[Proceeding]
) -> Membership:
    """Build the tenures of all members from what the acts made begin and end."""
    creation = next(
        (
            (act.reference, taken.decision)
            for act in known.acts.values()
            for taken in act.decisions
            if isinstance(taken.decision, SyndicateCreated)
        ),
        None,
    )
    folded = tenures_from([*_constitution(known, executory), *_agreed(found)])
    never = (*_lapsed(found), *_voted_down(known, executory))
    if creation is None:
        return Membership(folded.tenures, (*folded.in_vain, *never))
    reference, created = creation
    unnamed = [
        str(founder.institution.id)
        for founder in created.founders
        if not founder.competences
    ]
    noted = (one for one in folded.in_vain if not _may_be_held(one, unnamed))
    return Membership(
        folded.tenures,
        (*noted, *never),
        tuple(str(founder.institution.id) for founder in created.founders),
        tuple(unnamed),
        executory[reference].missing,
    )


# ------------------------------------------------------------------- agreements
def _agreed(found: Iterable[Proceeding]) -> Iterator[Change]:
    """Let what the same acts agree, of one or several competences, begin or end."""
    together: dict[tuple[date, str, str, tuple[str, ...]], list[Proceeding]] = {}
    for one in found:
        if (start := one.start) is not None:
            key = start, one.member_on(start), one.procedure, one.because
            together.setdefault(key, []).append(one)
    for (start, member, procedure, _acts), agreed in together.items():
        yield Change(
            start,
            _cause_of(agreed),
            (member,),
            tuple(one.competence for one in agreed if one.competence),
            begins=procedure not in ENDING,
        )


def _cause_of(agreed: Sequence[Proceeding]) -> Cause:
    first = agreed[0]
    return Cause(
        first.procedure,
        min(one.position for one in agreed),
        first.because,
        tuple(dict.fromkeys(place for one in agreed for place in one.places)),
        tuple(side.act for side in first.sides if side.executory.presumed),
        proceedings=tuple(agreed),
    )


# ------------------------------------------------------------------- the State
def _constitution(
    known: RecordAsOf, executory: dict[str, Executory]
) -> Iterator[Change]:
    """Let what the State orders begin, pass on and end."""
    for act in known.acts.values():
        in_force = executory[act.reference]
        for taken in act.decisions:
            match taken.decision:
                case SyndicateCreated() as created if in_force.on is not None:
                    yield from _founded(act, taken, created, in_force)
                case CompetenceSubstituted() as substituted:
                    yield _substituted(act, taken, substituted)
                case _:
                    yield from ordered(act, taken)


def _substituted(
    act: ActState, taken: DecisionState, said: CompetenceSubstituted
) -> Change:
    """Let an EPCI take its communes' place for one competence, by law."""
    day, heir = said.from_, str(said.into.id)
    reason = SUBSTITUTED.of(
        day,
        members=tuple(Institution(one) for one in said.members),
        heir=Institution(heir),
        competence=Competence(said.competence),
        on=day,
        act=act.reference,
    )
    cause = of_one("substitution", act, taken, reason)
    return Change(day, cause, said.members, (said.competence,), heir=heir)


def ordered(act: ActState, taken: DecisionState) -> Iterator[Change]:
    """Let a merger pass on what is held, an end or the dissolution end all of it."""
    match taken.decision:
        case MembersMerged(members=members, into=into, from_=from_):
            before, heir = day_before(from_), str(into.id)
            reason = MERGED.of(
                from_,
                members=tuple(Institution(one, before) for one in members),
                heir=Institution(heir),
                on=from_,
                act=act.reference,
            )
            cause = of_one("merger", act, taken, reason)
            yield Change(from_, cause, members, heir=heir)
        case InstitutionEnded(member=member, on=on):
            gone = Institution(member, day_before(on))
            reason = ENDED.of(on, member=gone, on=on, act=act.reference)
            yield Change(on, of_one("end", act, taken, reason), (member,))
        case SyndicateDissolved(on=on):
            reason = DISSOLVED.of(on, on=on, act=act.reference)
            yield Change(on, of_one("dissolution", act, taken, reason))
        case _:
            pass


def of_one(
    procedure: str,
    act: ActState,
    taken: DecisionState,
    *reasons: Reason,
    presumed: tuple[str, ...] = (),
) -> Cause:
    """Make the cause that one decision is by itself."""
    place = act.reference, taken.number
    acts = (act.reference,)
    return Cause(procedure, taken.position, acts, (place,), presumed, reasons)


def _founded(
    act: ActState,
    taken: DecisionState,
    created: SyndicateCreated,
    in_force: Executory,
) -> Iterator[Change]:
    on, reference = in_force.on, act.reference
    assert on is not None, "it has been asked"
    for founder in created.founders:
        member = str(founder.institution.id)
        named = Institution(member)
        reason = FOUNDER.of(on, member=named, act=reference, on=on)
        presumed = (reference,) if in_force.presumed else ()
        cause = of_one("creation", act, taken, reason, presumed=presumed)
        yield Change(on, cause, (member,), founder.competences, begins=True)


# ------------------------------------------------------------------- in vain
def _lapsed(found: Iterable[Proceeding]) -> Iterator[AgreementInVain]:
    """List what was asked or agreed, and serves no more."""
    for one in found:
        if one.lapsed is not None:
            on, cause = one.lapsed_on, _cause_of([one])
            yield AgreementInVain(one.member, one.competence, on, cause, one.lapsed)


def _voted_down(
    known: RecordAsOf, executory: dict[str, Executory]
) -> Iterator[AgreementInVain]:
    """List the requests and approvals that were voted down."""
    for act in known.acts.values():
        for word in words(act, executory[act.reference]) if act.voted_down else ():
            if word.is_refusal:
                yield _refused(word)


def _refused(word: Word) -> AgreementInVain:
    side = word.side
    cause = Cause(word.procedure, side.position, (side.act,), (side.place,))
    return AgreementInVain(
        word.member, word.competence, side.adopted_on, cause, word.refusal
    )


def _may_be_held(one: AgreementInVain, unnamed: list[str]) -> bool:
    """Tell whether it ended what a founder may hold, though no act names it."""
    return one.cause.procedure == "resumption" and one.member in unnamed

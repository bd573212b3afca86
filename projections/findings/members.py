"""What is to be known of how members came and went: refusals, and who asked first."""

from collections.abc import Iterator

from ledger.authorities import Authority, kind_of
from ledger.events.afterwards import EvidenceAttached
from ledger.events.membership import AdhesionRequested, CompetenceSubstituted
from ledger.language import N_
from ledger.tags import member_of
from projections.findings.finding import Finding
from projections.findings.scope import Scope
from projections.members.proceedings import ENDING, Proceeding
from projections.members.successions import successions
from projections.members.tenures import Tenure


class RefusedBeforeFinding(Finding, frozen=True):
    """An approval answers a request that had been voted down before."""

    rule = "adhesion.refused-before"
    severity = "notice"
    clauses = ("adhesion",)
    sentence = N_(
        "{act} approves what {member} asked for by {request}, which had been voted "
        "down by {refusals}"
    )
    remedy = N_("Make sure that the request was still wanted; if not, have it repealed")


class OrderFinding(Finding, frozen=True):
    """The committee agreed that a member leaves before the member asked."""

    rule = "withdrawal.order"
    severity = "irregularity"
    clauses = ("withdrawal",)
    sentence = N_(
        "{act} lets {member} go before it asked: its request {request} is of {day}"
    )
    remedy = N_("Have the committee decide again, now that the member has asked")


class UnaskedOrderFinding(Finding, frozen=True):
    """The State lets a member go that has not asked, as far as is on record."""

    rule = "withdrawal.order"
    severity = "unknown"
    article = "CGCT L.5721-6-3"
    sentence = N_(
        "{act} lets {member} go, and no request of {member} is on record before it"
    )
    remedy = N_(
        "Record the request, unless the law itself lets it go (CGCT L.5215-22, "
        "L.5216-7, L.5217-7)"
    )


class UnconfirmedFinding(Finding, frozen=True):
    """Only the EPCI itself tells that it took its communes' place."""

    rule = "substitution.unconfirmed"
    severity = "unknown"
    article = "CGCT L.5214-21, L.5215-22, L.5216-7, L.5217-7"
    sentence = N_(
        "{act} tells that {member} takes the place of {communes} for «{competence}»; "
        "no act of the State on record confirms it"
    )
    remedy = N_("Record the prefect's order with competence-substituted")


class RestoredFinding(Finding, frozen=True):
    """An institution that was merged, or had ended, acts again."""

    rule = "institution.restored"
    severity = "notice"
    article = "CGCT L.2113-5"
    sentence = N_(
        "{member}, which was merged or had ended, lives again from {day}, by {act}: "
        "what it asks from then on is its own"
    )
    remedy = N_("Make sure that it is so, and no act of its heir")


class ExclusiveFinding(Finding, frozen=True):
    """An EPCI and its commune hold one competence at once."""

    rule = "adhesion.exclusive"
    severity = "irregularity"
    clauses = ("adhesion",)
    sentence = N_(
        "By {act}, {member} holds «{competence}», which {other} holds as well: an EPCI "
        "and its commune cannot both transfer it"
    )
    remedy = N_(
        "Find out which of the two has the competence; have the other take it back, or "
        "record the substitution"
    )


class CommunesFinding(Finding, frozen=True):
    """A communauté de communes joins only if its communes agree."""

    rule = "adhesion.communes"
    severity = "unknown"
    article = "CGCT L.5214-27"
    sentence = N_(
        "{act} lets {member}, a communauté de communes, join; that its communes agree, "
        "or that its statutes need no agreement, is not on record"
    )
    remedy = N_(
        "Attach their agreement, or its statutes, to the request with evidence-attached"
    )


RULES: tuple[type[Finding], ...] = (
    RefusedBeforeFinding,
    OrderFinding,
    UnaskedOrderFinding,
    UnconfirmedFinding,
    RestoredFinding,
    ExclusiveFinding,
    CommunesFinding,
)


def members(scope: Scope) -> Iterator[Finding]:
    """Look at who joined and left, by what was agreed, ordered, or came by law."""
    yield from _agreed(scope)
    yield from _unconfirmed(scope)
    yield from _restored(scope)
    yield from _exclusive(scope)
    yield from _communes(scope)


def _agreed(scope: Scope) -> Iterator[Finding]:
    """Look at what two bodies agreed about, each agreement once."""
    told: set[tuple[str, ...]] = set()
    for one in scope.world.on(scope.at).proceedings:
        if one.approval is None or one.approval.act not in scope.references:
            continue
        for finding in (*_refused_before(one), *_out_of_order(one)):
            key = finding.rule, str(finding.act), str(finding.member)
            if key not in told:
                told.add(key)
                yield finding


def _refused_before(one: Proceeding) -> Iterator[Finding]:
    """Tell that a request which was answered had been voted down before."""
    if one.refusals and one.request is not None and one.approval is not None:
        refusals = tuple(dict.fromkeys(side.act for side in one.refusals))
        yield RefusedBeforeFinding.seen(
            one.approval.act,
            one.member,
            on=one.approval.adopted_on,
            request=one.request.act,
            refusals=refusals,
        )


def _out_of_order(one: Proceeding) -> Iterator[Finding]:
    """Tell that somebody was let go before it had asked (art. 16)."""
    if one.is_ordered and one.request is None and one.approval is not None:
        approval = one.approval
        yield UnaskedOrderFinding.seen(approval.act, one.member, on=approval.adopted_on)
    elif one.procedure in ENDING and one.was_agreed_first:
        assert one.request is not None, "it was asked after"
        assert one.approval is not None, "it was agreed"
        yield OrderFinding.seen(
            one.approval.act,
            one.member,
            on=one.approval.adopted_on,
            request=one.request.act,
            day=one.request.adopted_on,
        )


# ------------------------------------------------------------------- by law
def _unconfirmed(scope: Scope) -> Iterator[Finding]:
    """Tell what only an EPCI says of its own substitution."""
    told = [*scope.decided(CompetenceSubstituted)]
    by_state = [
        said for act, said in told if kind_of(act.authority) is Authority.PREFECTURE
    ]
    for act, said in told:
        is_confirmed = kind_of(act.authority) is Authority.PREFECTURE or any(
            (one.into.id, one.competence) == (said.into.id, said.competence)
            and {*said.members} <= {*one.members}
            for one in by_state
        )
        if not is_confirmed:
            yield UnconfirmedFinding.seen(
                act.reference,
                said.into.id,
                communes=said.members,
                competence=said.competence,
            )


def _restored(scope: Scope) -> Iterator[Finding]:
    """Tell who lives again, by what it asked or the secretariat wrote down."""
    for lives in successions(scope.world.on(scope.at).known).restored.values():
        for one in lives:
            if one.since <= scope.at:
                yield RestoredFinding.seen(one.act, one.institution, day=one.since)


# ------------------------------------------------------------------- an EPCI
def _exclusive(scope: Scope) -> Iterator[Finding]:
    """Tell which competences an EPCI and its commune hold at once, that day."""
    world, at = scope.world, scope.at
    held: dict[str, list[Tenure]] = {}
    for tenure in world.facts.competences.on(at):
        held.setdefault(tenure.member, []).append(tenure)
    told = world.identities
    known = {one: told[one].on(at) for one in held if one in told}
    by_number = {who.siren: one for one, who in known.items() if who.siren}
    for commune, who in known.items():
        epci = who.epci if who.epci in held else by_number.get(who.epci or "")
        if epci is None or epci == commune:
            continue
        for mine in held[commune]:
            for theirs in held[epci]:
                if mine.competence == theirs.competence:
                    yield _both(mine, theirs)


def _both(mine: Tenure, theirs: Tenure) -> Finding:
    """Tell of two that hold one competence the one that came later."""
    is_mine = (mine.since, mine.from_) >= (theirs.since, theirs.from_)
    late, early = (mine, theirs) if is_mine else (theirs, mine)
    return ExclusiveFinding.seen(
        late.opened[-1],
        late.member,
        on=late.from_,
        competence=late.competence,
        other=early.member,
    )


def _communes(scope: Scope) -> Iterator[Finding]:
    """Tell which communauté de communes asks without its communes' agreement."""
    proven = {said.target for _act, said in scope.decided(EvidenceAttached)}
    for act, request in scope.decided(AdhesionRequested):
        member = member_of(request, act.reference)
        who = scope.world.identity_on(str(member), scope.day_of(act))
        is_cc = who is not None and who.epci_kind == "cc"
        if is_cc and act.reference not in proven:
            yield CommunesFinding.seen(act.reference, member, on=act.adopted_on)

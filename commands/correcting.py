"""Judge what an act says of another: it must be there, and be the speaker's to undo."""

from collections.abc import Iterator

from commands.known import Known
from commands.known_acts import KnownAct
from ledger.acts.act import Act
from ledger.acts.problems import Found, Keys
from ledger.acts.rectifying import rectification_mistakes
from ledger.authorities import Authority, authority_of, kind_of
from ledger.events import afterwards
from ledger.events.catalogue import Afterwards, Challenging, Decision
from ledger.events.challenges import ChallengeReceived
from ledger.events.event import name_of
from ledger.refusals import (
    LateRevocationError,
    NoChallengeError,
    NotARulingError,
    NotTheAuthorError,
    RefusedError,
    ReusedStrikeError,
    StruckTargetDecisionError,
    StruckTargetError,
    UnknownTargetDecisionError,
    UnknownTargetError,
    UnrecordedStrikeError,
    WhichChallengeError,
)
from projections.acts.challenges import which
from projections.limits.time_limits import revocation_ends


def about_target(
    act: Act, decision: Decision, known: Known, keys: Keys
) -> Iterator[Found]:
    """List why an act may not say this of its target."""
    if not isinstance(decision, Afterwards | Challenging):
        return
    target = known.acts.get(decision.target)
    if target is None:
        yield Found((*keys, "target"), _absent(decision.target, known))
        return
    if isinstance(decision, Challenging):
        return  # judged with the others of its act
    beyond = list(_beyond(decision, target, keys))
    yield from beyond
    match decision:
        case afterwards.ActRevoked():
            yield from _its_author(act, decision, keys)
            yield from _in_time(act, decision, target, keys)
        case afterwards.RulingOverturned():
            if kind_of(authority_of(decision.target)) is not Authority.COURT:
                found = NotARulingError(target=decision.target)
                yield Found((*keys, "target"), found)
        case afterwards.ActRepealed():
            yield from _its_author(act, decision, keys)
        case afterwards.ActStruck() if not beyond:
            yield from _strikes(act, decision, known, keys)
        case afterwards.ActRectified() if not beyond:
            event = (
                target.registered
                if decision.decision is None
                else target.decisions[decision.decision - 1]
            )
            yield from rectification_mistakes(event, decision.set, (*keys, "set"))
        case _:
            pass


def challenges_closed(act: Act, known: Known) -> Iterator[Found]:
    """Find what closes no challenge that can be told, decision by decision."""
    waiting: dict[str, list[ChallengeReceived]] = {}
    for number, decision in enumerate(act.decisions):
        if not isinstance(decision, Challenging) or decision.target not in known.acts:
            continue
        target = decision.target
        open_ = waiting.setdefault(target, [*known.challenges.get(target, ())])
        if isinstance(decision, ChallengeReceived):
            open_.append(decision)
        elif (closed := which(open_, decision)) is not None:
            open_.remove(closed)
        else:
            names = ", ".join(one.number or one.by for one in open_)
            error = (
                WhichChallengeError(act=target, waiting=names)
                if open_
                else NoChallengeError(act=target)
            )
            yield Found(("decisions", number), error)


def _beyond(decision: Afterwards, target: KnownAct, keys: Keys) -> Iterator[Found]:
    """Find numbers of decisions the target does not have, or has no more."""
    numbers = [*(getattr(decision, "decisions", None) or ())]
    if isinstance(decision, afterwards.ActRectified) and decision.decision is not None:
        numbers.append(decision.decision)
    count = len(target.decisions)
    for number in numbers:
        if number > count:
            error = UnknownTargetDecisionError(
                target=decision.target, number=number, count=count
            )
            yield Found(keys, error)
        elif number in target.struck:
            gone = StruckTargetDecisionError(target=decision.target, number=number)
            yield Found(keys, gone)


def _absent(reference: str, known: Known) -> RefusedError:
    """Say why there is no act of a reference: it was struck, or never recorded."""
    strike = known.recordings.struck_last(reference)
    if strike is not None:
        return StruckTargetError(target=reference, ruling=strike.place[0])
    return UnknownTargetError(name=reference, known=known.all_references())


def _strikes(
    act: Act, decision: afterwards.ActStruck, known: Known, keys: Keys
) -> Iterator[Found]:
    """Refuse a strike that would strike nothing."""
    number = int(keys[1]) + 1
    strike = known.recordings.strike_at((act.reference, number), decision)
    if strike is not None and strike.refused == "reused":
        reused = ReusedStrikeError(target=decision.target)
        yield Found((*keys, "target"), reused)
    elif strike is not None and strike.refused in {"absent", "itself"}:
        early = UnrecordedStrikeError(target=decision.target)
        yield Found((*keys, "target"), early)


def _its_author(
    act: Act, decision: afterwards.ActRevoked | afterwards.ActRepealed, keys: Keys
) -> Iterator[Found]:
    if authority_of(decision.target) != act.authority:
        error = NotTheAuthorError(
            authority=act.authority, decision=name_of(decision), target=decision.target
        )
        yield Found((*keys, "target"), error)


def _in_time(
    act: Act, decision: afterwards.ActRevoked, target: KnownAct, keys: Keys
) -> Iterator[Found]:
    """Hold a revocation against its four months, where both dates are known."""
    adopted_on, revoked_on = target.adopted_on, act.registered.adopted_on
    if adopted_on is None or revoked_on is None:
        return
    last_day = revocation_ends(adopted_on)
    if revoked_on > last_day:
        error = LateRevocationError(
            target=decision.target,
            adopted_on=adopted_on,
            last_day=last_day,
            revoked_on=revoked_on,
        )
        yield Found((*keys, "target"), error)

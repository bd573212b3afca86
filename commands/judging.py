"""Judge an act before it is recorded: the refusals that need no roster (section 11)."""

from collections.abc import Iterator
from datetime import date

from commands.correcting import about_target, challenges_closed
from commands.known import Known, members_named
from commands.known_acts import KnownAct
from ledger.acts.act import Act, votes_told
from ledger.acts.fields import check_prefecture_id
from ledger.acts.problems import Found, Keys
from ledger.authorities import NAMED, Authority, kind_of
from ledger.events import afterwards
from ledger.events.catalogue import Decision
from ledger.events.constitution import StatutesAdopted
from ledger.events.delegates import AssemblyRenewed, DelegateDesignated
from ledger.events.event import name_of
from ledger.events.membership import (
    AdhesionApproved,
    AdhesionRequested,
    CompetenceResumed,
    CompetenceSubstituted,
    IdentityChanged,
    WithdrawalApproved,
)
from ledger.events.money import PaymentReceived, PupilsCounted, SubsidyGranted
from ledger.institutions import Person, person_id
from ledger.language import translate as _
from ledger.refusals import (
    BeforeAdoptionError,
    ConvenedAfterAdoptionError,
    FutureAdoptionError,
    FuturePaymentError,
    IncompleteRulesError,
    NamesakeError,
    NoOrderError,
    NotItsOwnError,
    UnknownMemberError,
    UnnamedMemberError,
    WrongAuthorError,
)
from ledger.tags import institution_of
from ledger.terms import ContentError
from ledger.years import OUT_OF_CALENDAR, YEARS


def judge(act: Act, known: Known, today: date) -> list[Found]:
    """List why an act is refused, also by rules it accepts to break."""
    found = [*_calendar(act), *_dates(act, today), *_persons_concerned(act, known)]
    for number, decision in enumerate(act.decisions):
        keys = ("decisions", number)
        found += _author(act, decision, keys)
        found += _members(act, decision, known, keys)
        found += about_target(act, decision, known, keys)
        found += _learned_dates(decision, known, today, keys)
        found += _received(decision, today, keys)
        found += _namesake(act, decision, known, keys)
        found += _first_rules(decision, known, keys)
    return [*found, *challenges_closed(act, known)]


# ------------------------------------------------------------------- the calendar
def _calendar(act: Act) -> Iterator[Found]:
    """Find dates far from any syndicate's life; days are reckoned from them."""
    parts: list[tuple[Keys, object]] = [((), act.registered)]
    parts += [(("decisions", n), one) for n, one in enumerate(act.decisions)]
    published = enumerate(act.registered.published)
    parts += [(("published", n), one) for n, one in published]
    for keys, part in parts:
        for name in getattr(part, "__struct_fields__", ()):
            day = getattr(part, name)
            if isinstance(day, date) and day.year not in YEARS:
                error = ContentError(OUT_OF_CALENDAR, day=day)
                yield Found((*keys, name.rstrip("_")), error)


# ------------------------------------------------------------------- act.dates
def _dates(act: Act, today: date) -> Iterator[Found]:
    registered = act.registered
    adopted_on, convened_on = registered.adopted_on, registered.convened_on
    if adopted_on is None:
        return
    if adopted_on > today:
        error = FutureAdoptionError(adopted_on=adopted_on, today=today)
        yield Found(("adopted_on",), error)
    if convened_on is not None and convened_on > adopted_on:
        convened = ConvenedAfterAdoptionError(day=convened_on, adopted_on=adopted_on)
        yield Found(("convened_on",), convened)
    for field in ("sent_on", "received_on", "executory_on"):
        yield from _not_before(adopted_on, getattr(registered, field), (field,))
    for number, publication in enumerate(registered.published):
        keys = ("published", number, "on")
        yield from _not_before(adopted_on, publication.on, keys)


def _not_before(adopted_on: date, day: date | None, keys: Keys) -> Iterator[Found]:
    if day is not None and day < adopted_on:
        error = BeforeAdoptionError(field=keys[-1], day=day, adopted_on=adopted_on)
        yield Found(keys, error)


def _learned_dates(
    decision: Decision, known: Known, today: date, keys: Keys
) -> Iterator[Found]:
    """Hold what is learned of an act later against what it says of itself."""
    match decision:
        case afterwards.ActTransmitted() | afterwards.ActPublished():
            target = known.acts.get(decision.target)
            if target is None or target.adopted_on is None:
                return
            for field in ("sent_on", "received_on", "on"):
                day = getattr(decision, field, None)
                yield from _not_before(target.adopted_on, day, (*keys, field))
            identifier = getattr(decision, "prefecture_id", None)
            yield from _same_day(identifier, target.adopted_on, keys)
        case afterwards.ActDated():
            adopted_on, target = decision.adopted_on, known.acts.get(decision.target)
            if adopted_on > today:
                error = FutureAdoptionError(adopted_on=adopted_on, today=today)
                yield Found((*keys, "adopted_on"), error)
            if target is not None:
                yield from _fits(target, adopted_on, (*keys, "adopted_on"))
        case _:
            pass


def _received(decision: Decision, today: date, keys: Keys) -> Iterator[Found]:
    """Find a payment received on a day that has not come."""
    if isinstance(decision, PaymentReceived) and decision.on > today:
        error = FuturePaymentError(day=decision.on, today=today)
        yield Found((*keys, "on"), error)


def _fits(target: KnownAct, adopted_on: date, keys: Keys) -> Iterator[Found]:
    """Hold a date of adoption against all that is known of the act already."""
    for field, day in target.later_dates:
        if day < adopted_on:
            error = BeforeAdoptionError(field=field, day=day, adopted_on=adopted_on)
            yield Found(keys, error)
    convened_on = target.registered.convened_on
    if convened_on is not None and convened_on > adopted_on:
        late = ConvenedAfterAdoptionError(day=convened_on, adopted_on=adopted_on)
        yield Found(keys, late)
    yield from _same_day(target.registered.prefecture_id, adopted_on, keys)


def _same_day(identifier: str | None, adopted_on: date, keys: Keys) -> Iterator[Found]:
    """Hold the date in an @CTES identifier against the adoption."""
    try:
        if identifier is not None:
            check_prefecture_id(identifier, adopted_on)
    except ContentError as error:
        yield Found(keys, error)


# ------------------------------------------------------------------- act.author
def _author(act: Act, decision: Decision, keys: Keys) -> Iterator[Found]:
    kind = kind_of(act.authority)
    allowed = decision.KIND.authors(decision)
    if kind not in allowed:
        wrong = WrongAuthorError(
            authority=act.authority,
            decision=name_of(decision),
            allowed=", ".join(sorted(_(author.value) for author in allowed)),
        )
        yield Found(keys, wrong)
    elif (
        isinstance(decision, CompetenceResumed | WithdrawalApproved)
        and decision.effect is not None
        and kind is not Authority.PREFECTURE
    ):
        ordered = NoOrderError(authority=act.authority, decision=name_of(decision))
        yield Found((*keys, "effect"), ordered)
    elif kind is Authority.INSTITUTION:
        yield from _its_own(act.authority, decision, keys)


def _its_own(authority: str, decision: Decision, keys: Keys) -> Iterator[Found]:
    match decision:
        case AdhesionRequested():
            member, place = decision.applicant.id, (*keys, "applicant")
        case SubsidyGranted():
            member, place = decision.payer, (*keys, "payer")
        case CompetenceSubstituted():
            member, place = decision.into.id, (*keys, "into")
        case _:
            member, place = getattr(decision, "member", None), (*keys, "member")
    if member is not None and member != authority:
        error = NotItsOwnError(
            authority=authority, decision=name_of(decision), member=member
        )
        yield Found(place, error)


# ------------------------------------------------------------------- member.unknown
def authority_unknown(reference: str, known: Known) -> Iterator[Found]:
    """Find an author that is neither a body of its own name nor a known institution."""
    authority = institution_of(reference)
    if authority and authority not in known.institutions:
        names = [*known.all_institutions(), *NAMED]
        yield Found(("act",), UnknownMemberError(name=authority, known=names))


def _persons_concerned(act: Act, known: Known) -> Iterator[Found]:
    yield from authority_unknown(act.reference, known)
    waiting = {one.member for one in act.decisions if isinstance(one, AdhesionApproved)}
    for keys, vote in votes_told(act):
        if vote.applicant is not None and vote.applicant not in waiting:
            yield from _unknown(vote.applicant, known, (*keys, "applicant"))


def _members(act: Act, decision: Decision, known: Known, keys: Keys) -> Iterator[Found]:
    is_waiting = isinstance(decision, AdhesionApproved)
    for member in () if is_waiting else members_named(decision):
        yield from _unknown(member, known, keys)
    if (
        isinstance(decision, IdentityChanged | PupilsCounted | AssemblyRenewed)
        and decision.member is None
        and institution_of(act.reference) is None
    ):
        error = UnnamedMemberError(decision=name_of(decision), authority=act.authority)
        yield Found((*keys, "member"), error)


def _unknown(member: str, known: Known, keys: Keys) -> Iterator[Found]:
    if member not in known.institutions:
        error = UnknownMemberError(name=member, known=known.all_institutions())
        yield Found(keys, error)


# ------------------------------------------------------------------- the others
def _namesake(
    act: Act, decision: Decision, known: Known, keys: Keys
) -> Iterator[Found]:
    if not isinstance(decision, DelegateDesignated):
        return
    if isinstance(decision.person, Person):
        return
    person = person_id(decision.person)
    others = known.designators.get(person, set()) - {act.authority}
    if others:
        error = NamesakeError(person=decision.person, other=min(others))
        yield Found((*keys, "person"), error)


def _first_rules(decision: Decision, known: Known, keys: Keys) -> Iterator[Found]:
    if isinstance(decision, StatutesAdopted) and decision.rules is not None:
        missing = decision.rules.missing()
        if missing and not known.has_rules:
            error = IncompleteRulesError(missing=", ".join(missing))
            yield Found((*keys, "rules"), error)

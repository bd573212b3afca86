"""What do a request and an approval come to, since when, and why (arts. 4, 15, 16)?

Two bodies must agree: the member asks, the committee approves. Which approval answers
which request is matched in `concordance.py`.
"""

from datetime import date
from typing import Literal

import msgspec

from ledger.authorities import COMMITTEE, authority_of
from ledger.clauses import Clause
from ledger.language import N_
from projections.acts.act_state import Place
from projections.acts.executory import Executory
from projections.members.successions import heir_on
from projections.missing import Missing
from projections.reason import Competence, Institution, Named, Reason, Rule, Value

DECIDES: tuple[Clause, ...] = ("adhesion", "withdrawal", "transfer")

Procedure = Literal["adhesion", "transfer", "resumption", "withdrawal"]
ENDING: tuple[Procedure, ...] = ("resumption", "withdrawal")

ASKED: dict[Procedure, Rule] = {
    "adhesion": Rule(
        "adhesion.requested",
        N_("{member} asked to join, for {competence}: {act}."),
        "adhesion",
    ),
    "transfer": Rule(
        "transfer.requested",
        N_("{member} asked to transfer {competence}: {act}."),
        "transfer",
    ),
    "resumption": Rule(
        "resumption.requested",
        N_("{member} asked to take {competence} back: {act}."),
        "transfer",
    ),
    "withdrawal": Rule(
        "withdrawal.requested",
        N_("{member} asked to leave: {act}."),
        "withdrawal",
    ),
}
AGREED: dict[Procedure, Rule] = {
    "adhesion": Rule(
        "adhesion.approved",
        N_(
            "The committee approved the adhesion of {member}, for {competence} (two "
            "thirds of the votes cast): {act}."
        ),
        "adhesion",
    ),
    "transfer": Rule(
        "transfer.approved",
        N_("The committee accepted the transfer of {competence} by {member}: {act}."),
        "transfer",
    ),
    "resumption": Rule(
        "resumption.approved",
        N_("The committee agreed that {member} takes {competence} back: {act}."),
        "transfer",
    ),
    "withdrawal": Rule(
        "withdrawal.approved",
        N_("The committee agreed that {member} leaves: {act}."),
        "withdrawal",
    ),
}
NOT_ASKED = Rule(
    "request.missing", N_("No deliberation of {member} that asks for it is on record.")
)
NOT_AGREED = Rule(
    "approval.missing",
    N_("No deliberation of the committee approving it is on record."),
)
STATED = Rule("effect.stated", N_("{act} states its effect: {on}."))
BEGINS = Rule(
    "agreement.begins",
    N_(
        "Both deliberations being in force, it begins on {on}: the latest of their "
        "dates."
    ),
)
ENDS = Rule(
    "agreement.ends",
    N_(
        "Both deliberations being in force, it ends on {on}: the latest of their dates."
    ),
)

REFUSED = Rule("member.refused", N_("The committee voted it down: {act}."), "adhesion")

NOT_WANTED = Rule(
    "member.refused",
    N_("The assembly of {member} voted it down: {act}."),
    "adhesion",
)

ORDERED: dict[Procedure, Rule] = {
    "resumption": Rule(
        "resumption.ordered",
        N_("The State ordered that {member} takes {competence} back: {act}."),
        law="CGCT",
        article="L.5721-6-3",
    ),
    "withdrawal": Rule(
        "withdrawal.ordered",
        N_("The State ordered that {member} leaves: {act}."),
        law="CGCT",
        article="L.5721-6-3",
    ),
}
ORDER_UNASKED = Rule(
    "order.unasked",
    N_(
        "No deliberation of {member} that asks for it is on record before the order; "
        "where the law itself lets it go, none is needed."
    ),
    law="CGCT",
    article="L.5721-6-3",
)
ORDER_ENDS = Rule(
    "order.ends",
    N_("By that order it ends on {on}."),
    law="CGCT",
    article="L.5721-6-3",
)

ON_TERMS = Rule(
    "withdrawal.terms",
    N_("It leaves on these terms: {terms}."),
    law="CGCT",
    article="L.5721-6-2",
)

SPENT_BY_ITS_END = Rule(
    "agreement.spent",
    N_(
        "{member} ended on {on}, without heir ({act}): what was asked or agreed before "
        "serves no more."
    ),
)

SPENT_BY_LEAVING = Rule(
    "agreement.spent",
    N_(
        "{member} left on {on} ({acts}): what was asked or agreed before serves no "
        "more."
    ),
    "withdrawal",
)

TAKEN_BACK = Rule(
    "agreement.spent",
    N_(
        "{member} took {competence} back on {on} ({acts}): what was asked or agreed "
        "before serves no more."
    ),
    "transfer",
)

NO_MEMBER = Rule(
    "begins.no-member",
    N_("{member} is no member on {on}: it has nothing to add a competence to."),
    "transfer",
)

KEPT = Rule(
    "act.repeal-keeps",
    N_("What {act} settled among members goes on: a repeal ends no membership."),
    "withdrawal",
)

LEAVING_AHEAD = Rule(
    "ballot.leaving",
    N_(
        "Everyone has one vote: nobody's weighs more when a member leaves. Votes in "
        "all: {votes}."
    ),
    "withdrawal",
)

NEVER_ASKED = Rule(
    "member.never-asked",
    N_("No act on record asks for it or approves it: both deliberations are needed."),
    "adhesion",
)


class Side(msgspec.Struct, frozen=True):
    """What one body said: its act, since when in force, when it shall begin, its terms.

    `number` is that of the decision in the act. An order of the State needs nobody's
    agreement.
    """

    act: str
    number: int
    position: int
    adopted_on: date | None
    executory: Executory
    effect: date | None = None
    is_order: bool = False
    terms: str | None = None

    @property
    def place(self) -> Place:
        """Tell which decision of which act it is."""
        return self.act, self.number

    @property
    def stated(self) -> Reason | None:
        """Say which effect it states, where it states one."""
        if self.effect is None:
            return None
        return STATED.of(None, act=self.act, on=self.effect)


class Proceeding(msgspec.Struct, frozen=True):
    """A request, an approval, or both, about one competence (None: about leaving).

    `lapsed` is why it serves no more, from its day on: because the member left or took
    the competence back. `heirs` are those who succeeded the member, each from a day.
    `refusals` are the votes that said no to it and left it standing.
    """

    procedure: Procedure
    member: str
    competence: str | None
    request: Side | None
    approval: Side | None
    lapsed: Reason | None = None
    heirs: tuple[tuple[date, str], ...] = ()
    refusals: tuple[Side, ...] = ()

    def member_on(self, day: date) -> str:
        """Tell whose it is on a day: the member's, or the last heir's."""
        return heir_on(self.member, self.heirs, day)

    @property
    def names(self) -> tuple[str, ...]:
        """List whose it is, from the first day to the last."""
        return (self.member, *(heir for _since, heir in self.heirs))

    @property
    def sides(self) -> tuple[Side, ...]:
        """List what was said, the request first."""
        return tuple(side for side in (self.request, self.approval) if side)

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts."""
        return tuple(side.act for side in self.sides)

    @property
    def places(self) -> tuple[Place, ...]:
        """List the decisions."""
        return tuple(side.place for side in self.sides)

    @property
    def position(self) -> int:
        """Tell the position of the decision that completed it."""
        return max(side.position for side in self.sides)

    @property
    def lapsed_on(self) -> date | None:
        """Tell the day from which it serves no more, where there is one."""
        return self.lapsed.on if self.lapsed is not None else None

    @property
    def is_ordered(self) -> bool:
        """Tell whether the State ordered it: it waits for nobody's agreement."""
        return self._order is not None

    @property
    def _order(self) -> Side | None:
        is_order = self.approval is not None and self.approval.is_order
        return self.approval if is_order else None

    @property
    def missing(self) -> tuple[Missing, ...]:
        """List what is missing to tell when it begins."""
        if (order := self._order) is not None:
            return () if order.effect is not None else order.executory.missing
        facts = [fact for side in self.sides for fact in side.executory.missing]
        if self.request is None:
            facts.append(Missing(None, "request"))
        if self.approval is None:
            facts.append(Missing(None, "approval"))
        return tuple(facts)

    @property
    def start(self) -> date | None:
        """Tell the day it begins: when both are in force, and not before the effect.

        An order has its own day: its effect, else its adoption.
        """
        if (order := self._order) is not None:
            day = order.effect or order.executory.on
            return day if self.lapsed is None else None
        days = [side.executory.on for side in self.sides]
        days += [side.effect for side in self.sides if side.effect is not None]
        known = [day for day in days if day is not None]
        if self.lapsed is not None or self.missing or len(known) < len(days):
            return None
        return max(known)

    @property
    def agreed_on(self) -> date | None:
        """Tell the day both are in force, whatever effect they state; None if never."""
        if self.start is None or self.is_ordered:
            return self.start
        return max(side.executory.on for side in self.sides if side.executory.on)

    @property
    def was_agreed_first(self) -> bool:
        """Tell whether the committee agreed before it was asked."""
        asked = self.request.adopted_on if self.request is not None else None
        agreed = self.approval.adopted_on if self.approval is not None else None
        return asked is not None and agreed is not None and agreed < asked

    # --------------------------------------------------------------- why
    @property
    def asked(self) -> Reason:
        """Say by which act the member asked, or that none is on record."""
        if self.request is None and self.is_ordered:
            return ORDER_UNASKED.of(None, member=Institution(self.member))
        if self.request is None:
            return NOT_ASKED.of(None, member=Institution(self.member))
        return self._said(ASKED[self.procedure], self.request)

    def refused(self, at: date) -> tuple[Reason, ...]:
        """Say by which acts it was voted down by a day; each left it standing."""
        return tuple(
            refusal(self.member, side)
            for side in self.refusals
            if side.adopted_on is None or side.adopted_on <= at
        )

    @property
    def answered(self) -> Reason:
        """Say by which act the committee agreed, or that none is on record."""
        if self.approval is None:
            return NOT_AGREED.under(ASKED[self.procedure].clause).of(None)
        rules = ORDERED if self.is_ordered else AGREED
        return self._said(rules[self.procedure], self.approval)

    @property
    def conditions(self) -> Reason | None:
        """Say on which terms the member leaves, where any are on record."""
        terms = self.approval.terms if self.approval is not None else None
        return None if terms is None else ON_TERMS.of(None, terms=terms)

    @property
    def outcome(self) -> Reason | None:
        """Say on which day it begins, or ends something, where that is established."""
        if self.start is None:
            return None
        if self.is_ordered:
            return ORDER_ENDS.of(self.start, on=self.start)
        rule = ENDS if self.procedure in ENDING else BEGINS
        return rule.under(ASKED[self.procedure].clause).of(self.start, on=self.start)

    def _said(self, rule: Rule, side: Side) -> Reason:
        values: dict[str, Value | Named] = {
            "member": Institution(self.member),
            "act": side.act,
        }
        if self.competence is not None:
            values["competence"] = Competence(self.competence)
        return rule.of(side.adopted_on, **values)


def refusal(member: str, side: Side) -> Reason:
    """Say who voted it down: the committee, or the member's assembly."""
    if authority_of(side.act) == COMMITTEE:
        return REFUSED.of(side.adopted_on, act=side.act)
    return NOT_WANTED.of(side.adopted_on, member=Institution(member), act=side.act)

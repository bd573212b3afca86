"""The rules of the statutes as dated data (specification section 7).

A version's rules replace only the fields they name; the first version names all.
"""

from decimal import Decimal
from typing import Literal

from ledger.language import N_
from ledger.terms import (
    PRICE_DECIMALS,
    ContentError,
    Count,
    DepartmentCode,
    Fraction,
    Majority,
    Ordinal,
    Part,
    Slug,
    Text,
    check_amounts,
    check_distinct,
)


class Competence(Part, frozen=True, kw_only=True):
    """A competence members may transfer, and the article that names it (art. 4)."""

    id: Slug
    article: Text
    label: Text


class Department(Part, frozen=True, kw_only=True):
    """A département: its founder, and the college of its communal members."""

    code: DepartmentCode
    name: Text
    founder: Slug
    college: Slug


class DepartmentalColleges(Part, frozen=True, kw_only=True):
    """How many members a side needs for two colleges, and what each elects."""

    members_each: Ordinal
    seats_each: Ordinal


class Majorities(Part, frozen=True, kw_only=True):
    """The majority each kind of question needs (arts. 8.3, 15, 16, 17)."""

    adhesion: Majority
    withdrawal: Majority
    statutes: Majority
    ordinary: Majority


WHOLE = 100
"""Shares are in hundredths."""


class Rules(Part, frozen=True, kw_only=True):
    """Every number of the statutes. A field left out keeps the version before."""

    competences: tuple[Competence, ...] | None = None
    seats: dict[Slug, Count] | None = None
    departments: tuple[Department, ...] | None = None
    direct_seats_up_to: Count | None = None
    communal_college_seats: Count | None = None
    departmental_colleges: DepartmentalColleges | None = None
    two_and_two_at_four: Literal["departmental-colleges", "direct-seats"] | None = None
    colleges_survive_departures: bool | None = None
    majorities: Majorities | None = None
    applicant_department_weight: Ordinal | None = None
    quorum: Fraction | None = None
    proxies_each: Count | None = None
    notice_days: Count | None = None
    second_call_days: Count | None = None
    vacancy_months: Count | None = None
    vice_presidents: Count | None = None
    shares: dict[Slug, dict[Slug, Decimal]] | None = None

    def __post_init__(self) -> None:
        """Verify each rule by itself: what is laid over another cannot fail later."""
        for shares in (self.shares or {}).values():
            check_amounts(*shares.values(), decimals=PRICE_DECIMALS)
            if sum(shares.values()) != WHOLE:
                raise ContentError(N_("shares are in hundredths and add up to 100"))
        majorities = self.majorities
        asked = [self.quorum] if self.quorum else []
        if majorities is not None:
            asked += [
                getattr(majorities, name) for name in majorities.__struct_fields__
            ]
        for text in asked:
            part, whole = text.partition(" ")[0].split("/")
            if int(part) > int(whole):
                raise ContentError(N_("{text} is more than all"), text=text)
        check_distinct([one.id for one in self.competences or ()])
        check_distinct([one.code for one in self.departments or ()])

    def missing(self) -> list[str]:
        """List the fields these rules leave to an earlier version."""
        return [name for name in self.__struct_fields__ if getattr(self, name) is None]

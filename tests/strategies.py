"""Any act the types allow, made from the types themselves (Hypothesis)."""

import builtins
import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import msgspec
from hypothesis import strategies as st
from msgspec import Meta
from stdnum import luhn

from ledger import terms
from ledger.acts.act import Act
from ledger.acts.fields import Document
from ledger.acts.shapes import hints_of
from ledger.editions import CURRENT
from ledger.events.catalogue import DECISIONS
from ledger.events.committee import SessionConvened
from ledger.events.event import name_of
from ledger.events.money import TariffLine
from ledger.events.registration import ActRegistered
from ledger.statutes import Majorities, Rules
from ledger.votes import ReportedVote
from tests.acts import Plain

Made = st.SearchStrategy[Any]

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
AMOUNTS = st.integers(0, 2).flatmap(
    lambda places: st.decimals(0, 10**9, places=places, allow_nan=False).map(abs)
)
DOCUMENTS = st.builds(
    Document,
    name=ANY_TEXT,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
)


def checked(digits: str) -> str:
    return digits + luhn.calc_check_digit(digits)


def siret_of(siren: str) -> str:
    return checked(f"{siren}0001")


SIRENS = st.text("0123456789", min_size=8, max_size=8).map(checked)
BY_TYPE: dict[Any, Made] = {
    terms.Siren: SIRENS,
    terms.Siret: SIRENS.map(siret_of),
    terms.PrefectureId: st.builds("059-{}-20240612-{}-DE".format, SIRENS, st.just("1")),
    terms.SchoolYear: st.integers(1950, 2998).map(lambda year: f"{year}-{year + 1}"),
    terms.Effect: st.just("on-executory") | DAYS.map(str),
    Document: DOCUMENTS,
    str: ANY_TEXT,
    int: st.integers(0, 10**6),
    bool: st.booleans(),
    date: DAYS,
    Decimal: AMOUNTS,
    Any: st.recursive(
        ANY_TEXT, lambda inner: st.lists(inner, max_size=2), max_leaves=3
    ),
}


@cache
def values(annotation: Any) -> Made:
    """Make values of a type; what is one of our structs is built as one."""
    if annotation in BY_TYPE:
        return BY_TYPE[annotation]
    if get_origin(annotation) is not Annotated:
        return _unmarked(annotation, Meta())
    inner, *marks = get_args(annotation)
    forms = [mark for mark in marks if mark.title is None]
    if forms != marks:
        return values(Annotated[(inner, *forms)] if forms else inner)
    (meta,) = forms
    if meta.pattern:
        whole = meta.pattern.removeprefix("^").partition("$")[0]
        return st.from_regex(whole, fullmatch=True)
    if inner is int:
        return st.integers(meta.ge, 2999)
    return _unmarked(inner, meta)


def _unmarked(annotation: Any, meta: Meta) -> Made:
    """Make values of a type once what is marked on it is known."""
    arguments, least = get_args(annotation), meta.min_length or 0
    match get_origin(annotation):
        case typing.Literal:
            made: Made = st.sampled_from(arguments)
        case typing.Union | types.UnionType:
            # A document's name alone would have to be a file.
            arms = [Document] if Document in arguments else arguments
            made = st.one_of(*(values(arm) for arm in arms if arm is not NoneType))
        case builtins.tuple:
            items = st.lists(values(arguments[0]), min_size=least, max_size=3)
            made = items.map(distinct)
        case builtins.dict:
            keys, found = map(values, arguments)
            made = st.dictionaries(keys, found, min_size=least, max_size=2)
        case _:
            made = BY_TYPE[annotation] if annotation in BY_TYPE else structs(annotation)
    return made


def structs(cls: type[msgspec.Struct]) -> Made:
    """Make structs with each optional field there or not, true to their checks."""
    required: dict[str, Made] = {}
    optional: dict[str, Made] = {}
    for field in msgspec.structs.fields(cls):
        made = values(hints_of(cls)[field.encode_name])
        (required if field.required else optional)[field.name] = made
    given = st.fixed_dictionaries(required, optional=optional)
    return given.map(lambda fields: cls(**true(cls, fields)))


def distinct(items: list[Any]) -> tuple[Any, ...]:
    """Keep one of equal items, and of lines with the same code."""
    kept = {repr(getattr(item, "code", item)): item for item in items}
    return tuple(kept.values())


def true(cls: type[msgspec.Struct], fields: dict[str, Any]) -> dict[str, Any]:
    """Make fields agree that must agree with each other."""
    if fields.get("siren") and fields.get("siret"):
        fields["siret"] = siret_of(fields["siren"])
    if cls is TariffLine:
        quoted = fields["unit"] == "quote"
        fields["price"] = None if quoted else fields.get("price") or Decimal("0.605")
    for name in ("institution", "into"):
        if name in fields and fields[name].id is None:
            fields[name] = msgspec.structs.replace(fields[name], id="bourg-fictif")
    if cls is ActRegistered:
        agree_on_dates(fields)
        fields["edition"] = CURRENT  # what an act is stored with that tells none
    if cls is Rules:
        agree_on_rules(fields)
    if cls is SessionConvened:
        fields["sent_on"] = min(fields["sent_on"], fields["held_on"])
    if fields.get("until_year"):
        fields["until_year"] = max(fields["until_year"], fields["from_year"])
    if "founders" in fields:
        by_id = {one.institution.id: one for one in fields["founders"]}
        fields["founders"] = tuple(by_id.values())
    return fields


def agree_on_rules(fields: dict[str, Any]) -> None:
    """Give shares that add up, fractions of a whole, and lists without repetition."""
    for name in ("competences", "departments"):
        if fields.get(name):
            fields[name] = fields[name][:1]
    if fields.get("shares"):
        fields["shares"] = {
            one: {"nord": Decimal("12.5"), "region": Decimal("87.5")}
            for one in fields["shares"]
        }
    if fields.get("quorum"):
        fields["quorum"] = "1/2"
    if fields.get("majorities"):
        share = "2/3 of votes"
        fields["majorities"] = Majorities(
            adhesion=share, withdrawal=share, statutes=share, ordinary=share
        )


def agree_on_dates(fields: dict[str, Any]) -> None:
    if "executory_on" not in fields or "executory_basis" not in fields:
        fields.pop("executory_on", None)
        fields.pop("executory_basis", None)
    if fields.get("executory_basis") == "presumed":
        fields.setdefault("note", "Présumé (fictif)")
    if "prefecture_id" in fields:
        fields["adopted_on"] = date(2024, 6, 12)


def acts(
    names: tuple[str, ...] = tuple(DECISIONS),
    legal: Callable[[ActRegistered], ActRegistered] = lambda registered: registered,
) -> st.SearchStrategy[Act]:
    """Make acts of decisions of these types."""
    decisions = st.sampled_from(names).flatmap(lambda name: values(DECISIONS[name]))
    return st.builds(
        Act,
        registered=structs(ActRegistered).map(legal),
        vote=st.none() | values(ReportedVote),
        decisions=st.lists(decisions, max_size=3).map(tuple),
    )


# ------------------------------------------------------------------- as in a file
def written(act: Act) -> Plain:
    """Write an act as the acts file holds it."""
    vote = {} if act.vote is None else {"vote": plain(act.vote)}
    decisions = [
        {"type": name_of(decision), **plain(decision)} for decision in act.decisions
    ]
    return {**plain(act.registered), **vote, "decisions": decisions}


def plain(value: Any) -> Any:
    """Write a value; dates stay dates, which YAML writes without quotes."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(value)
        pairs = [(field.encode_name, getattr(value, field.name)) for field in fields]
        return {name: plain(item) for name, item in pairs if item is not None}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, Decimal) else value

"""What an act changed in the register, as sentences that people read."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from ledger.language import N_, ntranslate
from ledger.language import translate as _
from presentation import register_words, words
from presentation.annex_tables import competences_on
from presentation.money_prose import priced
from projections.changes.differences import Change
from projections.changes.lines import Value
from projections.naming.colleges import Colleges, colleges_of
from projections.naming.names import name_on
from projections.timelines.world import World

Place = tuple[str, str | None]
"""A body, and an office in it."""

_IN = {
    "comite-syndical": N_("in the committee"),
    "bureau": N_("in the bureau"),
    "college-communal": N_("in the communal college"),
}
_AS = {
    "president": N_("as president"),
    "vice-president": N_("as vice-president"),
}

MOST = 5
"""Changes of one kind that are told one by one; of more, in one sentence."""


_ONE = {
    "sits": N_("{who} sits {where}"),
    "leaves": N_("{who} sits no longer {where}"),
    "holds-over": N_("{who} holds over {where}"),
    "confirmed": N_("{who} is confirmed {where}"),
}
_MANY = {
    "sits": N_("{count} persons sit {where}"),
    "leaves": N_("{count} persons sit no longer {where}"),
    "holds-over": N_("{count} persons hold over {where}"),
    "confirmed": N_("{count} persons are confirmed {where}"),
}


class SeatEvent(msgspec.Struct, frozen=True):
    """Changes of one day, and the world they are told in."""

    world: World
    day: date

    def sentences(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Tell of the changes, those of one kind together."""
        seats = [change for change in changes if change.what == "seat"]
        yield from self._members(changes)
        for change in changes:
            if change.what in {"identity", "regime", "statutes", "conditions"}:
                yield self._other(change)
            elif change.what in {"tariff", "budget"}:
                yield priced(change, self.world, self.day)
        yield from self._seats(seats)
        yield from self._empty(changes)
        yield from self._accounts(changes)

    # --------------------------------------------------------------- members
    def _members(self, changes: tuple[Change, ...]) -> Iterator[str]:
        for change in changes:
            if change.what not in {"member", "competence"}:
                continue
            said = change.after or change.before or {}
            text = self._membership(change, said)
            name = self._name(change.member)
            competence = register_words.competence(
                said.get("competence"), competences_on(self.world, self.day)
            )
            yield text.format(
                name=name, competence=competence, day=words.day(said["since"])
            )

    def _membership(self, change: Change, said: Value) -> str:
        is_member = change.what == "member"
        if change.before is None:
            if said["since"] < self.day:
                return (
                    _("{name} becomes a member, as since {day}")
                    if is_member
                    else _("{name} holds {competence} transferred, as since {day}")
                )
            if self._was_before(change):
                return (
                    _("{name} becomes a member again")
                    if is_member
                    else _("{name} transfers {competence} again")
                )
            return (
                _("{name} becomes a member")
                if is_member
                else _("{name} transfers {competence}")
            )
        if change.after is None:
            return (
                _("{name} is a member no longer")
                if is_member
                else _("{name} transfers {competence} no longer")
            )
        return (
            _("{name} counts as a member since {day}")
            if is_member
            else _("{name} counts as having transferred {competence} since {day}")
        )

    def _was_before(self, change: Change) -> bool:
        """Tell whether it was a member, or held the competence, at an earlier time."""
        competence = (change.after or {}).get("competence")
        tenures = self.world.facts.held(change.member or "", competence)
        return any(tenure.from_ < self.day for tenure in tenures)

    # --------------------------------------------------------------- rules
    def _other(self, change: Change) -> str:
        after = change.after
        if change.what == "identity":
            name = self._name(change.member)
            before_name = (change.before or {}).get("name")
            if after is not None and before_name not in {None, after["name"]}:
                return _("{before} is now called {after}").format(
                    before=before_name, after=after["name"]
                )
            said = register_words.said(
                "identity", after, change.before, colleges_of(self.world)
            )
            return words.labelled(name, said.replace("\n", ", "))
        if change.what == "regime":
            said = register_words.said("regime", after, None, colleges_of(self.world))
            return _("The communal block: {regime}").format(regime=said)
        title = _(register_words.TITLES[change.what])
        if after is None:
            return words.labelled(title, _("none"))
        return _("{title}: version {version}").format(
            title=title, version=after["version"]
        )

    # --------------------------------------------------------------- seats
    def _seats(self, seats: list[Change]) -> Iterator[str]:
        """Tell who sits where, body by body; who succeeds whom, in one sentence."""
        for place in dict.fromkeys(map(place_of, seats)):
            here = [change for change in seats if place_of(change) == place]
            coming = [change for change in here if change.before is None]
            leaving = [change for change in here if change.after is None]
            for change in tuple(coming):
                others = [one for one in leaving if one.member == change.member]
                rivals = [one for one in coming if one.member == change.member]
                if len(others) == 1 and len(rivals) == 1:
                    yield _("{who} succeeds {other} {where}").format(
                        who=self._who(change),
                        other=self._person(others[0]),
                        where=where(place, colleges_of(self.world)),
                    )
                    coming.remove(change)
                    leaving.remove(others[0])
            held = [one for one in here if one.after and one.before]
            over = [one for one in held if one.after and one.after["holdover"]]
            anew = [one for one in held if one not in over]
            yield from self._sitting("sits", coming, place)
            yield from self._sitting("leaves", leaving, place)
            yield from self._sitting("holds-over", over, place)
            yield from self._sitting("confirmed", anew, place)

    def _sitting(self, verb: str, changes: list[Change], place: Place) -> Iterator[str]:
        """Tell of a few one by one, of many in one sentence."""
        if len(changes) <= MOST:
            for change in changes:
                yield _(_ONE[verb]).format(
                    who=self._who(change), where=where(place, colleges_of(self.world))
                )
            return
        members = {change.member for change in changes}
        names = [self._person(change) for change in changes]
        if len(members) > 1:
            names = [self._who(change) for change in changes]
        told = _(_MANY[verb]).format(
            count=len(changes), where=where(place, colleges_of(self.world))
        )
        whose = f" ({self._name(changes[0].member)})" if len(members) == 1 else ""
        yield words.labelled(f"{told}{whose}", ", ".join(names))

    def _empty(self, changes: Iterable[Change]) -> Iterator[str]:
        """Tell which seats are empty now; one that was taken is told of already."""
        counts: dict[tuple[str, str], int] = {}
        for change in changes:
            if change.what == "vacancy" and change.after is not None:
                seat = called(place_of(change), colleges_of(self.world))
                if change.member:
                    seat = f"{seat} ({self._name(change.member)})"
                by = words.day(change.after["fill_by"])
                counts[seat, by] = counts.get((seat, by), 0) + 1
        for (seat, by), count in counts.items():
            told = ntranslate(
                "{count} empty seat: {seat}", "{count} empty seats: {seat}", count
            ).format(count=count, seat=seat)
            filled = _("to be filled by {day}").format(day=by) if by else ""
            yield f"{told}, {filled}" if filled else told

    # --------------------------------------------------------------- money
    def _accounts(self, changes: tuple[Change, ...]) -> Iterator[str]:
        for what in ("called", "paid"):
            moved = [change for change in changes if change.what == what]
            is_call = what == "called"
            if len(moved) > MOST:
                total = sum((_moved(change) for change in moved), Decimal(0))
                yield (
                    _("{count} members are called for {amount} in all")
                    if is_call
                    else _("{count} members pay {amount} in all")
                ).format(count=len(moved), amount=words.euros(str(total)))
                continue
            for change in moved:
                yield (
                    _("{name} is called for {amount}, for {year}")
                    if is_call
                    else _("{name} pays {amount}, for {year}")
                ).format(
                    name=self._name(change.member),
                    amount=words.euros(str(_moved(change))),
                    year=(change.after or {})["year"],
                )

    # --------------------------------------------------------------- names
    def _name(self, member: str | None) -> str:
        return name_on(self.world, member, self.day) if member else ""

    def _person(self, change: Change) -> str:
        person = change.person or ""
        return self.world.persons.get(person, person)

    def _who(self, change: Change) -> str:
        return f"{self._person(change)} ({self._name(change.member)})"


def _moved(change: Change) -> Decimal:
    before = Decimal((change.before or {}).get("amount", "0"))
    return Decimal((change.after or {})["amount"]) - before


# ------------------------------------------------------------------- places
def place_of(change: Change) -> Place:
    """Tell which seat a change is about."""
    said = change.after or change.before or {}
    return said["body"], said["office"]


def where(place: Place, colleges: Colleges) -> str:
    """Write a place as a sentence goes on."""
    body, office = place
    if office is not None:
        return _(_AS[office])
    if body in colleges:
        department = words.department(colleges[body])
        return _("in the {department} college").format(department=department)
    return _(_IN[body]) if body in _IN else _("in {body}").format(body=body)


def called(place: Place, colleges: Colleges) -> str:
    """Write a place by itself."""
    body, office = place
    named = words.body(body, colleges)
    return f"{named}, {words.office(office)}" if office else named

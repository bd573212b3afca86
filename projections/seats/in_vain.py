"""Which decisions about seats came to nothing, or found no seat free, and why?"""

from datetime import date

import msgspec

from ledger.language import N_
from projections.acts.act_state import Place
from projections.reason import Person, Reason, Rule

COULD_NOT_SIT = Rule(
    "seat.could-not-sit",
    N_(
        "{act} elects {person}, who on {day}, by what is on record, could not take the "
        "seat"
    ),
)
NOT_THEIRS = Rule(
    "seat.not-theirs",
    N_(
        "By {act}, {person} leaves a seat on {day} that by what is on record was not "
        "theirs"
    ),
)
NEVER_HELD = Rule(
    "seat.never-held",
    N_(
        "{act} replaces {person} on {day}, who by what is on record never held the seat"
    ),
)

Claim = tuple[Place, str]
"""What a decision takes for granted: the code of the rule if that is not so."""


class SeatInVain(msgspec.Struct, frozen=True):
    """A decision about a seat that on a day did not do what it says, and why.

    The person is who was to be seated, to leave, or to be replaced.
    """

    day: date
    place: Place
    person: str
    because: tuple[Reason, ...]

    @property
    def rule(self) -> Rule:
        """Tell by which rule it came to nothing."""
        return self.because[-1].rule

    @property
    def claim(self) -> Claim:
        """Tell what it takes for granted."""
        return self.place, self.rule.code


class Overbooked(msgspec.Struct, frozen=True):
    """A decision that found no free seat on the day it took effect."""

    day: date
    act: str
    number: int


def presumed(rule: Rule, day: date, place: Place, person: str) -> SeatInVain:
    """Say what a decision is if what it takes for granted is not on record."""
    act, _number = place
    reason = rule.of(day, act=act, person=Person(person), day=day)
    return SeatInVain(day, place, person, (reason,))

"""The refusals of names: what a recording cannot mean (specification section 11).

What the statutes and the register do not have, two institutions under one code, texts
that were damaged on their way, and a dismissal without successor.
"""

from typing import ClassVar

from ledger.acts.problems import NearestError
from ledger.language import N_
from ledger.refusals import RefusedError
from ledger.spellings import nearest_institutions


class SenseError(RefusedError):
    """A recording cannot mean what it says; not asked of acts recorded before 0.2."""

    since: ClassVar[int] = 2


# ------------------------------------------------------------------- statutes.names
class _StatutesNamesError(SenseError, NearestError):
    rule = "statutes.names"
    clauses = ("seats", "shares", "competences")


class RulesNameNobodyError(_StatutesNamesError):
    """The rules give seats, a share or a département to an institution nobody knows."""

    sentence = N_(
        "The rules name «{name}» under {field}, which is no institution on record. "
        "Correct the name, or record the act that makes it known first"
    )
    otherwise = N_("Nothing is like it")

    def closest(self) -> list[str]:
        """Find the nearest institution, whatever is abbreviated or left out."""
        return nearest_institutions(self.values["name"], self.known, most=1)


class RulesNameNoCompetenceError(_StatutesNamesError):
    """The rules share the cost of a competence that they do not have."""

    sentence = N_(
        "The rules name «{name}» under {field}, which is none of their competences"
    )


# ------------------------------------------------------------------- competence.unknown
class UnknownCompetenceError(SenseError, NearestError):
    """The statutes have no such competence, as far as they were adopted by then."""

    rule = "competence.unknown"
    clauses = ("competences",)
    sentence = N_("«{name}» is no competence of the statutes on record. Correct it")


# ------------------------------------------------------------------- department.unknown
class UnknownDepartmentError(SenseError):
    """The statutes have no such département."""

    rule = "department.unknown"
    clauses = ("regime",)
    sentence = N_(
        "The statutes on record have no département {code} ({known}). Correct the code "
        "of {institution}"
    )


# ------------------------------------------------------------------- institution.twice
class TwiceKnownError(SenseError):
    """Another institution that has not ended bears this code."""

    rule = "institution.twice"
    article = N_("Code de commerce, art. R.123-220; INSEE, code officiel géographique")
    sentence = N_(
        "{field} {code} of «{institution}» is that of «{other}» on {day}. Write the "
        "act under {other} if it is the same institution, or correct the code"
    )


# ------------------------------------------------------------------- seat.dismissal
class DismissedAloneError(SenseError):
    """A founder dismisses a delegate, and designates no successor in the same act."""

    rule = "seat.dismissal"
    clauses = ("delegates",)
    sentence = N_(
        "«{person}», delegate of {founder}, is dismissed without a successor. Record "
        "the dismissal in the act of {founder} that designates one"
    )


# ------------------------------------------------------------------- text.damaged
class _DamagedError(SenseError):
    rule = "text.damaged"
    article = N_("specification, section 11")


class LostSignError(_DamagedError):
    """A sign was lost before the text came here."""

    sentence = N_(
        "«{text}» holds a sign in place of one that was lost (U+FFFD). Write the text "
        "anew from the act"
    )


class MisreadTextError(_DamagedError):
    """UTF-8 was read as Latin-1 on the way."""

    sentence = N_("«{text}» was read in a wrong encoding. Did you mean «{meant}»?")


# ------------------------------------------------------------------- name.characters
class _CharactersError(SenseError):
    rule = "name.characters"
    article = N_("specification, section 17")


class UnseenSignError(_CharactersError):
    """A name holds what nobody sees: a control, format or private character."""

    sentence = N_(
        "The name «{name}» holds the character {code}, which nobody sees. Take it out"
    )


class MixedScriptsError(_CharactersError):
    """A word of a name holds letters of two scripts, which look alike."""

    sentence = N_(
        "The word «{word}» holds letters of more than one script ({scripts}). Write it "
        "in one"
    )

"""What is wrong in an acts file: errors as data, each with its place."""

import msgspec

from ledger.acts.places import Place
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from ledger.names import nearest

Keys = tuple[str | int, ...]
"""The way to a value: act number, field, item number, field …, all from 0."""


class Problem(msgspec.Struct, frozen=True):
    """One mistake: the file, what is wrong, and where, if that can be told."""

    file: str
    error: Exception
    place: Place | None = None

    def __str__(self) -> str:
        """Say `FILE:LINE: what is wrong`, and quote what stands there beneath."""
        if self.place is None:
            return f"{self.file}: {self.error}"
        said = f"{self.file}{self.place}: {self.error}"
        excerpt = self.place.excerpt
        return f"{said}\n  {self.place.margin} | {excerpt}" if excerpt else said

    @property
    def order(self) -> tuple[int, ...]:
        """Tell where it comes among the mistakes of its file."""
        return () if self.place is None else self.place.order


class Found(msgspec.Struct, frozen=True):
    """A mistake whose line has not been looked up."""

    keys: Keys
    error: Exception


class ProblemsError(LedgerError):
    """The acts cannot be recorded as they stand; every mistake is listed."""

    sentence = N_("{count} problem(s); nothing was recorded")

    def __init__(self, problems: list[Problem]) -> None:
        """Keep all the problems."""
        super().__init__(count=len(problems))
        self.problems = problems


class NearestError(LedgerError):
    """A name nobody knows; the nearest known one is offered."""

    remedy = N_("Did you mean «{nearest}»?")
    otherwise = N_("Known: {known}")

    def __init__(self, *, name: str, known: list[str], **values: object) -> None:
        """Look the nearest known name up."""
        super().__init__(name=name, **values)
        self.known = known

    def closest(self) -> list[str]:
        """Find the known name to be offered, if one is like what was written."""
        return nearest(self.values["name"], self.known)

    def __str__(self) -> str:
        """Say the sentence, then the nearest known name, else all of them."""
        found = self.closest()
        if found:
            remedy = _(self.remedy).format(nearest=found[0])
        else:
            remedy = _(self.otherwise).format(known=", ".join(sorted(self.known)))
        return f"{super().__str__()}. {remedy}"


class UnknownFieldError(NearestError):
    """A field that does not exist."""

    sentence = N_("«{name}» is no field of {owner}")


class UnknownTypeError(NearestError):
    """A decision of a type that does not exist."""

    sentence = N_("«{name}» is no type of decision")


class UnknownChoiceError(NearestError):
    """A value outside a closed list."""

    sentence = N_("«{name}» is not one of the values that may stand here")


class MissingFieldError(LedgerError):
    """A required field is not there."""

    sentence = N_("{owner} needs the field «{name}», which is not there. Add it")


class UnexpectedValueError(LedgerError):
    """A value of another kind, or out of range."""

    sentence = N_("«{found}» stands where {expected} is expected")


class EmptyValueError(LedgerError):
    """A field that is there and says nothing."""

    sentence = N_(
        "Nothing stands where {expected} is expected. Leave the field out where its "
        "value is unknown"
    )


class DuplicateFieldError(LedgerError):
    """The same field twice in one place."""

    sentence = N_("The field «{name}» stands twice in the same place. Keep one")


class NotAFileOfActsError(LedgerError):
    """The file is YAML or JSON, but no list of acts."""

    sentence = N_("An acts file is a list of acts, each beginning with «- act:»")


class MalformedFileError(LedgerError):
    """The file is no YAML, or no JSON."""

    sentence = N_("This is not {format}: {reason}. Correct the file")


class UnreadableFileError(LedgerError):
    """The file cannot be read, or is no text."""

    sentence = N_("The file cannot be read: {reason}")


class MissingDocumentError(LedgerError):
    """A document the act names is not beside the acts file."""

    sentence = N_(
        "The document «{name}» is not there, or not a file beside the acts file. "
        "Put it in the acts file's folder, or correct its path"
    )


class WrongDocumentError(LedgerError):
    """A document's content is not the one announced."""

    sentence = N_(
        "The document «{name}» is neither in the ledger nor beside the acts file with "
        "the SHA-256 {sha256}. Put the file there, or correct the SHA-256"
    )

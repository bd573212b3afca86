"""Read who is there: a list of names, or an attendance with who is recused.

Errors name the file and the line, as those of an acts file do.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ledger.acts.checking import mistakes
from ledger.acts.lines import locate
from ledger.acts.problems import Found, Keys, NearestError, ProblemsError
from ledger.acts.reading import plain_values, read_text
from ledger.institutions import PersonName, PersonText
from ledger.language import N_
from ledger.terms import Part


class Presence(Part, frozen=True, kw_only=True):
    """Who is there, who holds whose proxy, who is recused, and who as L.1111-6 says."""

    present: tuple[PersonName, ...]
    proxies: dict[PersonText, PersonName] = {}  # noqa: RUF012 -- msgspec copies it
    recused: tuple[PersonName, ...] = ()
    recused_as_representatives: tuple[PersonName, ...] = ()


class ReadPresence(msgspec.Struct, frozen=True):
    """A presence as read; `is_list` where the file is a bare list of names."""

    path: Path
    said: Presence
    is_list: bool

    def persons(self) -> Iterator[tuple[Keys, PersonName]]:
        """List everybody named, with the way to where."""
        for number, person in enumerate(self.said.present):
            yield ((number,) if self.is_list else ("present", number)), person
        for giver, holder in self.said.proxies.items():
            yield ("proxies", giver), giver
            yield ("proxies", giver), holder
        for field in ("recused", "recused_as_representatives"):
            for number, person in enumerate(getattr(self.said, field)):
                yield (field, number), person

    def complain(self, found: list[Found]) -> None:
        """Give mistakes their lines.

        Raises:
            ProblemsError: there are any.
        """
        if found:
            raise MistakenPresenceError(locate(self.path, found))


class MistakenPresenceError(ProblemsError):
    """Who is there cannot be told; every mistake is listed."""

    sentence = N_("{count} problem(s) in the file of those present")


class UnknownAttendeeError(NearestError):
    """A person nobody knows."""

    sentence = N_("«{name}» is nobody the ledger knows")
    otherwise = N_("In office: {known}")


def read_presence(path: Path) -> ReadPresence:
    """Read a file of those present, YAML or JSON.

    Raises:
        ProblemsError: it cannot be read, or does not say who is there.
    """
    content: Any = plain_values(path, read_text(path))
    is_list = isinstance(content, list)
    said = {"present": content} if is_list else content or {}
    try:
        return ReadPresence(
            path, msgspec.convert(said, Presence, strict=False), is_list
        )
    except msgspec.ValidationError as error:
        found = [
            Found(one.keys[1:] if is_list else one.keys, one.error)
            for one in mistakes(said, Presence, (), path.name)
        ]
        raise MistakenPresenceError(locate(path, found)) from error

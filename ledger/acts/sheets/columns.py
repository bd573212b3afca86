"""A template: its columns, what each says, and where in an act it goes."""

import msgspec

from ledger.acts.problems import Keys
from ledger.acts.sheets.contents import Content
from ledger.names import slug

ACT = "act"
"""The part of an act that is the act itself; the others are types of decision."""

REFERENCE = "Acte"
"""The heading of the column that names the act."""

MEMBER = "Collectivité"
"""The heading of the column that names the institution, and a part of its own."""


class Column(msgspec.Struct, frozen=True):
    """A column: its heading, the field it fills, and what the template says of it."""

    heading: str
    to: Keys
    content: Content
    says: str
    example: str
    part: str = ACT
    required: bool = False
    aliases: tuple[str, ...] = ()

    def needed(self) -> "Column":
        """Make it a column every row needs."""
        return msgspec.structs.replace(self, required=True)

    def like(self, example: str) -> "Column":
        """Give it another example."""
        return msgspec.structs.replace(self, example=example)

    @property
    def names(self) -> tuple[str, ...]:
        """List the slugs of the headings it is known by."""
        return slug(self.heading), *self.aliases


class Template(msgspec.Struct, frozen=True):
    """A kind of sheet: what it is called, its columns, what no two rows may share."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    distinct: tuple[str, ...] = ()
    member_goes_to: str | None = None

    def named(self, heading: str) -> Column | None:
        """Find the column of a heading, however it is written."""
        asked = slug(heading)
        return next((one for one in self.columns if asked in one.names), None)

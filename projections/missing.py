"""What is missing, where something cannot be established?"""

import msgspec


class Missing(msgspec.Struct, frozen=True):
    """A fact the record lacks, and the act it concerns; None for an act not there."""

    act: str | None
    fact: str

    def __str__(self) -> str:
        """Write it in one cell of a table of data."""
        return self.fact if self.act is None else f"{self.fact} ({self.act})"

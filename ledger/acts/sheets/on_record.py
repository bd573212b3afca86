"""What the words of a sheet may stand for: the institutions, the competences known.

A sheet is read without the ledger. Who reads it hands in what is on record there.
"""

from collections.abc import Mapping, Sequence

USUAL_COMPETENCES = {
    "communications-electroniques": "communications-electroniques",
    "numerique-educatif": "numerique-educatif",
}
"""Those of the statutes of every such syndicate: they are known on any ledger."""


class OnRecord:
    """What is on record: nothing, unless somebody says what."""

    def institutions_called(self, name: str) -> Sequence[str]:
        """List the ids of those that have this id, or bear or ever bore this name."""
        del name
        return ()

    def competences(self) -> Mapping[str, str]:
        """Tell the id of each competence, by its id and by its label as a slug."""
        return USUAL_COMPETENCES


NOTHING = OnRecord()

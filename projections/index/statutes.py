"""What does an index keep of the statutes: all that showing an annex asks of them."""

import msgspec

from ledger.statutes import Competence


class InForceVersion(msgspec.Struct, frozen=True):
    """The version in force, and the competences it names."""

    version: str
    competences: tuple[Competence, ...]

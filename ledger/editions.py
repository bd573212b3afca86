"""Which editions of the rules there are, and which one an act was recorded under.

A rule added later must not shut out what was recorded before it. Each refusal says
since which edition it stands (`RefusedError.since`); an act tells under which edition
it was recorded; a refusal newer than that is a finding, never a refusal.
"""

FIRST = 1
"""That of smo-ledger 0.1.0; acts recorded under it do not say so."""

CURRENT = 2
"""That of this program: an act recorded now is recorded under it."""


def stored_edition(declared: int | None) -> int | None:
    """Tell what is stored of the edition an acts file declares, None where nothing.

    An act that declares none is recorded now; that of the first edition is stored as
    the first edition stored it.

    >>> stored_edition(None), stored_edition(1), stored_edition(2)
    (2, None, 2)
    """
    edition = CURRENT if declared is None else declared
    return None if edition == FIRST else edition

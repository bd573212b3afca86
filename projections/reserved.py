"""Which powers may the committee not delegate? Statutes art. 8.4.

Matters are named in plain words, so a matter is told by the words of the article: the
vote of budgets, rates and tariffs; the accounts; changes of the statutes.
"""

import re

from ledger.names import slug

_RESERVED = re.compile(
    r"(^|-)(budget(s|aire|aires)?|tarif(s|aire|aires)?|bareme(s)?|redevance(s)?|taxe(s)?"
    r"|compte(s)?-administratif(s)?|statut(s|aire|aires)?)(-|$)"
)


def is_reserved(matter: str) -> bool:
    """Tell whether a matter is the committee's alone.

    >>> [is_reserved(one) for one in ("Vote du budget", "Actions en justice")]
    [True, False]
    """
    return _RESERVED.search(slug(matter)) is not None

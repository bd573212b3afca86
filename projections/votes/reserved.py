"""Which powers may the committee not delegate? Statutes art. 8.4.

Matters are named in plain words, so a matter is told by the words of the article: the
vote of budgets, rates and tariffs; the accounts; changes of the statutes. The same
words within a limit («crédits inscrits au budget») reserve nothing.
"""

import re

from ledger.clauses import Clause
from ledger.names import slug

DECIDES: tuple[Clause, ...] = ("delegation",)

_TO = r"(?:au|aux|par|dans|sur|a|en)-(?:(?:le|la|les|l|de|des|du|article|ce)-)*"
_NUMBER = r"(?:[a-z]?\d+(?:-\d+)*-)*"

_LIMITS = re.compile(
    # What is done within a budget, or as the statutes say, changes neither.
    r"(?:inscrit|prevu|ouvert|vote|figurant|disponible|autorise|alloue|impute|fixe|defini"
    rf"|mentionne|vise|enonce|adopte|dote)(?:e|s|es)?-{_TO}{_NUMBER}(?:(?:de|des|du)-)?"
    r"(?:budget|statut|tarif|bareme|redevance|taxe)s?"
    r"|(?:limite|limites|respect|cadre)-(?:des-credits-)?(?:du|des|de-la)-"
    r"(?:budget|statut|tarif|bareme)s?"
    r"|(?:execution|suivi)-(?:(?:du|des|de)-budgets?|budgetaires?)"
    rf"|(?:missions?|activites?|actions?)-de-l-article-{_NUMBER}des-statuts"
    r"|(?:conforme|conformes|conformement|application|vertu)-(?:a-l-article-\d+-)?"
    r"(?:aux|des)-statuts"
    r"|tarifs?-reglementes?"
    # The staff has statutes of its own.
    r"|statuts-(?:particuliers?|du-personnel|des-(?:agents|fonctionnaires|personnels))"
)

_FIXING = (
    r"(?:vote|voter|fixation|fixer|institution|instituer|creation|creer|revision|reviser"
    r"|modification|modifications|modifier|adoption|adopter|taux|tarifs?|montants?)"
)

_RESERVED = re.compile(
    r"(?:^|-)(?:"
    r"budgets?|budgetaires?|decisions?-modificatives?"
    r"|tarifs?|tarifaires?|baremes?"
    rf"|{_FIXING}(?:-[a-z]+){{0,6}}?-(?:taxes?|redevances?)"
    r"|comptes?-administratifs?|comptes?-financiers?-uniques?"
    r"|statuts|(?:modification|revision|changement|evolution|reforme)s?-statutaires?"
    r")(?:-|$)"
    r"|^(?:les-)?(?:taxes?|redevances?)(?:$|-et-)"
)


def is_reserved(matter: str) -> bool:
    """Tell whether a matter is the committee's alone.

    >>> [is_reserved(one) for one in ("Vote du budget", "Actions en justice")]
    [True, False]
    """
    return _RESERVED.search(_LIMITS.sub("", slug(matter))) is not None

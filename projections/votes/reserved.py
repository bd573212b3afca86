"""Which powers may the committee not delegate? Statutes art. 8.4.

Matters are named in plain words, so a matter is told by the words of the article: the
vote of budgets, rates and tariffs; the accounts; changes of the statutes. Who joins,
who leaves and what members contribute changes the statutes too: art. 17 speaks of the
*other* changes. The same words within a limit («crédits inscrits au budget») reserve
nothing, nor does what the syndicate itself joins.
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

_MEMBERS = (
    r"(?:membres?|adherents?|communes?|epci|collectivites?|communautes?|departements?)"
)
_ELSEWHERE = r"(?!(?:-[a-z]+){0,3}?-(?:a|au|aux)-(?!syndicat))"
"""What members join, where it is something else than the syndicate."""

_COME_AND_GO = (
    r"(?:approuver|approbation|accepter|acceptation|accorder|accord|autoriser"
    r"|autorisation|decider|decision|prononcer)"
)

_RESERVED = re.compile(
    r"(?:^|-)(?:"
    r"budgets?|budgetaires?|decisions?-modificatives?"
    r"|tarifs?|tarifaires?|baremes?"
    rf"|{_FIXING}(?:-[a-z]+){{0,6}}?-(?:taxes?|redevances?)"
    r"|comptes?-administratifs?|comptes?-financiers?-uniques?"
    r"|statuts|(?:modification|revision|changement|evolution|reforme)s?-statutaires?"
    rf"|adhesions?-(?!(?:du-syndicat-)?(?:a|au|aux)-)(?:[a-z]+-){{0,4}}?{_MEMBERS}"
    rf"{_ELSEWHERE}"
    r"|adhesions?-au-syndicat|(?:nouveaux?|nouvel)-(?:membres?|adherents?)"
    rf"|(?:retraits?|sorties?|departs?)-(?:[a-z]+-){{0,3}}?{_MEMBERS}"
    r"|retraits?-du-syndicat"
    rf"|{_COME_AND_GO}(?:-[a-z]+){{0,2}}?-(?:adhesions?|retraits?)$"
    rf"|{_FIXING}(?:-[a-z]+){{0,6}}?-contributions?"
    rf"|{_FIXING}(?:-[a-z]+){{0,6}}?-participations?-(?:[a-z]+-){{0,3}}?{_MEMBERS}"
    r")(?:-|$)"
    r"|^(?:les-)?(?:taxes?|redevances?)(?:$|-et-)"
)


def is_reserved(matter: str) -> bool:
    """Tell whether a matter is the committee's alone.

    >>> [is_reserved(one) for one in ("Vote du budget", "Actions en justice")]
    [True, False]
    """
    return _RESERVED.search(_LIMITS.sub("", slug(matter))) is not None

"""The matters of the @CTES nomenclature, named as SCDL writes them.

The codes and labels of two levels are those of the national classification of
2017-11-13 (`RetourClassification`, Ministry of the Interior), which writes them without
accents. Here they are as SCDL Délibérations 2.1.5 asks: lower case, accents restored,
no comma, no parenthesis; a stroke stands between the two levels and nowhere else.
"""

MATTERS = {
    "1": "commande publique",
    "1.1": "marchés publics",
    "1.2": "délégation de service public",
    "1.3": "conventions de mandat",
    "1.4": "autres types de contrats",
    "1.5": "transactions - protocole d'accord transactionnel",
    "1.6": "actes relatifs à la maîtrise d'œuvre",
    "1.7": "actes spéciaux et divers",
    "2": "urbanisme",
    "2.1": "documents d'urbanisme",
    "2.2": "actes relatifs au droit d'occupation ou d'utilisation des sols",
    "2.3": "droit de préemption urbain",
    "3": "domaine et patrimoine",
    "3.1": "acquisitions",
    "3.2": "aliénations",
    "3.3": "locations",
    "3.4": "limites territoriales",
    "3.5": "autres actes de gestion du domaine public",
    "3.6": "autres actes de gestion du domaine privé",
    "4": "fonction publique",
    "4.1": "personnel titulaires et stagiaires de la f.p.t.",
    "4.2": "personnel contractuel",
    "4.3": "fonction publique hospitalière",
    "4.4": "autres catégories de personnels",
    "4.5": "régime indemnitaire",
    "5": "institutions et vie politique",
    "5.1": "élection exécutif",
    "5.2": "fonctionnement des assemblées",
    "5.3": "désignation de représentants",
    "5.4": "délégation de fonctions",
    "5.5": "délégation de signature",
    "5.6": "exercice des mandats locaux",
    "5.7": "intercommunalité",
    "5.8": "décision d'ester en justice",
    "6": "libertés publiques et pouvoirs de police",
    "6.1": "police municipale",
    "6.2": "pouvoir du président du conseil général",
    "6.3": "pouvoir du président du conseil régional",
    "6.4": "autres actes réglementaires",
    "6.5": "actes pris au nom de l'état et soumis au contrôle hiérarchique",
    "7": "finances locales",
    "7.1": "décisions budgétaires",
    "7.2": "fiscalité",
    "7.3": "emprunts",
    "7.4": "interventions économiques",
    "7.5": "subventions",
    "7.6": "contributions budgétaires",
    "7.7": "avances",
    "7.8": "fonds de concours",
    "7.9": "prise de participation sem etc...",
    "7.10": "divers",
    "8": "domaines de compétences par thèmes",
    "8.1": "enseignement",
    "8.2": "aide sociale",
    "8.3": "voirie",
    "8.4": "aménagement du territoire",
    "8.5": "politique de la ville-habitat-logement",
    "8.6": "emploi-formation professionnelle",
    "8.7": "transports",
    "8.8": "environnement",
    "8.9": "culture",
    "9": "autres domaines de compétences",
    "9.1": "autres domaines de compétences des communes",
    "9.2": "autres domaines de compétences des départements",
    "9.3": "autres domaines de compétences des régions",
    "9.4": "vœux et motions",
}
"""Names by code; a code of one digit is a first level."""


def matter_name(code: str) -> str | None:
    """Name a matter of two levels; None where the nomenclature has none of that code.

    >>> matter_name("5.7")
    'institutions et vie politique/intercommunalité'
    """
    first, _dot, second = code.partition(".")
    if not second or code not in MATTERS:
        return None
    return f"{MATTERS[first]}/{MATTERS[code]}"

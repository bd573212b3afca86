"""Columns that templates share: the act, its dates and publicity, pupils, delegate."""

from ledger.acts.sheets.columns import MEMBER, REFERENCE, Column
from ledger.acts.sheets.contents import (
    COUNT,
    DAY,
    INSTITUTION_ID,
    MODE,
    NATURE,
    PERSON,
    SCHOOL_YEAR,
    TEXT,
)

INSTITUTION = Column(
    MEMBER,
    ("member",),
    INSTITUTION_ID,
    "L’identifiant de la collectivité dans le registre, ou son nom complet tel qu’il y "
    "figure.",
    "chereng",
    part=MEMBER,
    required=True,
    aliases=("collectivites", "membre"),
)
OF_ACT = Column(
    REFERENCE,
    ("act",),
    TEXT,
    "La référence de l’acte : autorité/numéro. Le numéro seul désigne un acte de la "
    "collectivité de la ligne. Une barre oblique dans le numéro s’écrit avec un trait "
    "d’union. Plusieurs lignes de même référence font un seul acte.",
    "chereng/2024-1-1",
    required=True,
    aliases=("acte-reference", "reference", "reference-de-l-acte"),
)
NATURE_OF_ACT = Column(
    "Nature",
    ("nature",),
    NATURE,
    "La nature de l’acte ; sans mention, une délibération.",
    "délibération",
    aliases=("nature-de-l-acte",),
)
ADOPTED = Column(
    "Date d’adoption",
    ("adopted_on",),
    DAY,
    "Le jour où l’acte a été adopté.",
    "12/02/2024",
    aliases=("adopte-le", "adoptee-le"),
)
SENT = Column(
    "Date d’envoi à l’État",
    ("sent_on",),
    DAY,
    "Le jour de la transmission au représentant de l’État.",
    "15/02/2024",
    aliases=("date-d-envoi", "envoye-le", "transmis-le"),
)
RECEIVED = Column(
    "Date de réception",
    ("received_on",),
    DAY,
    "Le jour de l’accusé de réception du représentant de l’État.",
    "15/02/2024",
    aliases=("recu-le", "date-de-reception-par-l-etat"),
)
PUBLISHED = Column(
    "Publié le",
    ("published", 0, "on"),
    DAY,
    "Le jour de la publication.",
    "16/02/2024",
    aliases=("publiee-le", "date-de-publication"),
)
MODE_OF_PUBLICITY = Column(
    "Mode de publicité",
    ("published", 0, "mode"),
    MODE,
    "Comment l’acte a été rendu public.",
    "site internet",
    aliases=("mode-de-publication",),
)
YEAR = Column(
    "Année scolaire",
    ("school_year",),
    SCHOOL_YEAR,
    "L’année scolaire des effectifs.",
    "2024-2025",
    part="pupils-counted",
    aliases=("annee-scolaire-des-effectifs",),
)
HEAD_COUNT = Column(
    "Effectif (élèves)",
    ("pupils",),
    COUNT,
    "Le nombre d’élèves des écoles desservies, en entier.",
    "155",
    part="pupils-counted",
    aliases=("effectif", "effectifs", "nombre-d-eleves", "eleves"),
)
SCHOOLS = Column(
    "Écoles",
    ("schools",),
    COUNT,
    "Le nombre d’écoles desservies.",
    "1",
    part="pupils-counted",
    aliases=("ecole", "nombre-d-ecoles"),
)
DELEGATE = Column(
    "Délégué(e)",
    ("person",),
    PERSON,
    "Le prénom et le nom du délégué. Un homonyme se distingue par un identifiant : "
    "Camille Exemple [camille-exemple-2].",
    "Camille Exemple",
    part="delegate-designated",
    aliases=("delegue", "deleguee", "delegue-e-designe-e", "delegue-designe"),
)

"""The three templates: their columns, and where in an act each column goes.

A secretariat reads headings and remarks; like every legal document here they are
French, whatever language the program speaks.
"""

from ledger.acts.sheets.applicant_columns import APPLICANT
from ledger.acts.sheets.columns import MEMBER, Column, Template
from ledger.acts.sheets.contents import (
    COUNT,
    DAY,
    PERSON,
    TEXT,
)
from ledger.acts.sheets.usual_columns import (
    ADOPTED,
    DELEGATE,
    HEAD_COUNT,
    INSTITUTION,
    MODE_OF_PUBLICITY,
    NATURE_OF_ACT,
    OF_ACT,
    PUBLISHED,
    RECEIVED,
    SCHOOLS,
    SENT,
    YEAR,
)

PUPILS = Template(
    name="pupils",
    title="Effectifs",
    about="Les effectifs des écoles desservies : une ligne par collectivité et par "
    "année scolaire. Un effectif que le secrétariat a appris se reçoit par un acte du "
    "secrétariat, par exemple secretariat/effectifs-2024-2025.",
    columns=(
        INSTITUTION,
        YEAR.needed(),
        HEAD_COUNT.needed(),
        SCHOOLS,
        OF_ACT.like("secretariat/effectifs-2024-2025"),
        Column(
            "Date",
            ("adopted_on",),
            DAY,
            "Le jour où l’acte a été adopté, ou l’effectif reçu par le secrétariat.",
            "15/10/2024",
            aliases=("date-d-adoption", "date-de-l-acte"),
        ),
        Column(
            "Note",
            ("note",),
            TEXT,
            "Une remarque sur l’acte ; la même sur toutes ses lignes, ou une seule.",
            "Effectifs de la rentrée",
            aliases=("remarque",),
        ),
    ),
    distinct=(MEMBER, "Année scolaire"),
    member_goes_to="pupils-counted",
)

DELEGATES = Template(
    name="delegates",
    title="Délégués",
    about="Les délégués désignés par l’assemblée de chaque collectivité : une ligne "
    "par personne désignée.",
    columns=(
        INSTITUTION,
        OF_ACT.like("2024-12"),
        NATURE_OF_ACT,
        ADOPTED,
        SENT,
        RECEIVED,
        PUBLISHED,
        MODE_OF_PUBLICITY,
        DELEGATE.needed(),
        Column(
            "Remplace",
            ("replaces",),
            PERSON,
            "La personne remplacée, s’il y en a une.",
            "Dominique Exemple",
            part="delegate-designated",
            aliases=("remplacement-de", "en-remplacement-de"),
        ),
        Column(
            "À compter du",
            ("from",),
            DAY,
            "Le jour où le mandat commence, s’il est postérieur à l’acte exécutoire.",
            "01/03/2024",
            part="delegate-designated",
            aliases=("date-d-effet", "a-partir-du"),
        ),
    ),
    distinct=("Délégué(e)",),
)

ADHESIONS = Template(
    name="adhesions",
    title="Adhésions",
    about="Les délibérations par lesquelles une collectivité demande à adhérer : une "
    "ligne par délibération.",
    columns=(
        OF_ACT,
        Column("Titre", ("title",), TEXT, "L’objet de l’acte.", "Adhésion au syndicat"),
        NATURE_OF_ACT,
        Column(
            "Convoqué le",
            ("convened_on",),
            DAY,
            "Le jour de la convocation de l’assemblée.",
            "06/02/2024",
            aliases=("date-de-convocation", "convoquee-le"),
        ),
        ADOPTED,
        SENT,
        RECEIVED,
        PUBLISHED,
        MODE_OF_PUBLICITY,
        *APPLICANT,
        Column("Pour", ("vote", "for"), COUNT, "Les voix pour.", "23"),
        Column("Contre", ("vote", "against"), COUNT, "Les voix contre.", "0"),
        Column(
            "Abstentions",
            ("vote", "abstentions"),
            COUNT,
            "Les abstentions.",
            "0",
            aliases=("abstention",),
        ),
        DELEGATE,
        HEAD_COUNT,
        YEAR,
        SCHOOLS,
    ),
)

TEMPLATES = (PUPILS, DELEGATES, ADHESIONS)

"""The sessions of the committee from 2019 to 2026, and what was put to each."""

from datetime import date

from examples.fictional_founders import NORD, PAS_DE_CALAIS, REGION
from examples.fictional_motions import (
    ASSOCIATE,
    POWERS,
    STATUTES_REJECTED,
    TARIFF_OF_2026,
    WITHDRAWAL,
    Motion,
    accounts,
    approves,
    budget,
    decides,
    elects,
    on_education,
)
from examples.fictional_sessions import Session


def session(year: int, month: int, day: int, *motions: Motion) -> Session:
    """Tell of a session like most."""
    return Session(day=date(year, month, day), motions=motions)


_2019_TO_2021 = (
    session(
        2019, 2, 28,
        elects("president", REGION, 0, abstentions=2),
        elects("vice-president", NORD, 0),
        elects("vice-president", PAS_DE_CALAIS, 0, against=1),
        POWERS,
    ),
    session(2019, 6, 13, accounts(2018)),
    session(
        2019, 10, 10,
        approves("cc-pevele-carembault", "la CC Pévèle-Carembault"),
        approves("ca-cambrai", "la CA de Cambrai", against=2),
    ),
    session(
        2019, 12, 12,
        approves("wattignies", "la commune de Wattignies", abstentions=1),
    ),
    session(
        2020, 2, 13,
        approves("cc-pays-solesmois", "la CC du Pays Solesmois"),
        on_education("Ordre de déploiement de l'ENT dans les écoles en 2020"),
    ),
    Session(day=date(2020, 6, 25), motions=(accounts(2019),), absent=14),
    Session(
        day=date(2020, 6, 30),
        motions=(accounts(2019),),
        absent=15,
        second_call_of=date(2020, 6, 25),
    ),
    session(
        2020, 12, 10,
        approves("cc-sud-avesnois", "la CC du Sud Avesnois"),
        approves("ca-maubeuge-val-de-sambre", "la CA Maubeuge Val de Sambre",
                 against=1),
    ),
    session(
        2021, 3, 18,
        approves("faches-thumesnil", "la commune de Faches-Thumesnil",
                 against=3, abstentions=2),
        approves("cc-hauts-de-flandre", "la CC des Hauts de Flandre"),
    ),
    session(
        2021, 6, 17,
        accounts(2020),
        approves("ca-caudresis-catesis", "la CA du Caudrésis et du Catésis"),
        approves("cu-arras", "la CU d'Arras", "62", abstentions=1),
    ),
    session(
        2021, 9, 16,
        elects("president", REGION, 0, against=3, abstentions=1),
        elects("vice-president", NORD, 0),
        elects("vice-president", PAS_DE_CALAIS, 0, abstentions=2),
        POWERS,
    ),
    session(
        2021, 12, 9,
        approves("ca-porte-du-hainaut", "la CA de la Porte du Hainaut"),
        approves("cc-pays-de-mormal", "la CC du Pays de Mormal"),
        approves("sainghin-en-melantois", "la commune de Sainghin-en-Mélantois"),
        on_education("Formation des enseignants référents en 2022", against=1),
    ),
)  # fmt: skip
_2022_TO_2023 = (
    session(
        2022, 2, 17,
        approves("ca-lens-lievin", "la CA de Lens-Liévin", "62", against=2),
    ),
    session(
        2022, 5, 19,
        accounts(2021),
        approves("cc-coeur-d-ostrevent", "la CC Coeur d'Ostrevent"),
        approves("lezennes", "la commune de Lezennes"),
    ),
    session(
        2022, 12, 8,
        budget(2023, "812400.01", "1250000.02", "43999.99"),
        approves("ca-douaisis", "la CA Douaisis Agglo"),
        approves("la-madeleine", "la commune de La Madeleine", against=5, abstentions=1,
                 opponents=NORD, outcome="rejected"),
        approves("fromelles", "la commune de Fromelles"),
        approves("le-maisnil", "la commune du Maisnil"),
    ),
    session(
        2023, 3, 23,
        accounts(2022),
        approves("la-madeleine", "la commune de La Madeleine",
                 against=2, opponents=NORD),
        approves("cc-coeur-de-l-avesnois", "la CC Coeur de l'Avesnois"),
        approves("cc-ternois", "la CC du Ternois", "62"),
    ),
    session(
        2023, 10, 12,
        approves("cu-dunkerque", "la CU de Dunkerque", against=3),
        approves("cc-flandre-interieure", "la CC de Flandre Intérieure"),
        on_education("Calendrier de la reprise des comptes de l'ENT"),
    ),
    session(
        2023, 12, 14,
        budget(2024, "833333.34", "1249999.99", "0.02"),
        approves("bondues", "la commune de Bondues"),
        approves("quesnoy-sur-deule", "la commune de Quesnoy-sur-Deûle"),
        approves("ennetieres-en-weppes", "la commune d'Ennetières-en-Weppes",
                 abstentions=2),
    ),
)  # fmt: skip
_2024_TO_2026 = (
    session(
        2024, 3, 21,
        elects("vice-president", PAS_DE_CALAIS, 1),
        approves("ca-valenciennes-metropole", "la CA Valenciennes Métropole"),
        ASSOCIATE,
    ),
    session(
        2024, 6, 20,
        accounts(2023),
        approves("cc-flandre-lys", "la CC Flandre Lys"),
        approves("ostricourt", "la commune d'Ostricourt", against=1),
        approves("mouvaux", "la commune de Mouvaux", against=4, abstentions=1),
        approves("chereng", "la commune de Chéreng"),
    ),
    session(
        2024, 12, 12,
        budget(2025, "847200.05", "1180000.03", "61500.01"),
        approves("forest-sur-marque", "la commune de Forest-sur-Marque"),
        STATUTES_REJECTED,
    ),
    session(
        2025, 3, 20,
        accounts(2024),
        approves("marquette-lez-lille", "la commune de Marquette-lez-Lille"),
    ),
    session(
        2025, 6, 19,
        WITHDRAWAL,
        on_education("Bilan de l'année scolaire 2024-2025"),
    ),
    session(
        2025, 12, 11,
        TARIFF_OF_2026,
        budget(2026, "851000.03", "1100000.01", "58750.05"),
        approves("wambrechies", "la commune de Wambrechies"),
        approves("peronne-en-melantois", "la commune de Péronne-en-Mélantois"),
    ),
    session(2026, 2, 19, accounts(2025)),
    session(
        2026, 6, 18,
        on_education("Rentrée 2026 : ouverture des comptes", abstentions=1),
    ),
    session(2026, 10, 15, decides("Rapport d'orientation budgétaire 2027", against=2)),
)  # fmt: skip

SESSIONS = (*_2019_TO_2021, *_2022_TO_2023, *_2024_TO_2026)

COLLEGES = (
    ("college-communal", date(2021, 1, 21), (
        "cc-pevele-carembault", "ca-cambrai", "wattignies", "ca-maubeuge-val-de-sambre",
    )),
    ("college-communal", date(2021, 11, 25), ("cc-pays-solesmois",)),
    ("college-nord", date(2022, 3, 10), (
        "cc-pevele-carembault", "ca-maubeuge-val-de-sambre",
    )),
    ("college-pas-de-calais", date(2022, 3, 11), ("cu-arras", "ca-lens-lievin")),
    ("college-nord", date(2026, 6, 11), ("ca-douaisis", "ca-maubeuge-val-de-sambre")),
    ("college-pas-de-calais", date(2026, 6, 12), ("cu-arras", "ca-lens-lievin")),
)  # fmt: skip
"""Which college elects when, and the members whose delegates it elects."""

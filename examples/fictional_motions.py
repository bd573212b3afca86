"""What is put to the vote of the committee: each a title, a decision and a ballot."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from examples.fictional_acts import EDUCATION, NETWORKS, Act
from examples.fictional_votes import Ballot

_OFFICES = {"president": "du président", "vice-president": "d'un vice-président"}


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """What is put to the vote. `joins` or `leaves` is the member it concerns.

    `elects` tells the office, and whose delegate gets it: a founder's, by rank.
    """

    title: str
    decision: Act = {}
    ballot: Ballot = Ballot()
    matter: str = "5.7"
    joins: str | None = None
    leaves: str | None = None
    leaves_on: date | None = None
    elects: tuple[str, str, int] | None = None


def approves(member: str, name: str, department: str = "59", **ballot: Any) -> Motion:
    """Ask whether an institution may join (art. 15)."""
    asked = Ballot(
        question="adhesion", applicant=member, department=department, **ballot
    )
    decision = {
        "type": "adhesion-approved",
        "member": member,
        "competences": [EDUCATION],
    }
    return Motion(
        title=f"Adhésion de {name} pour la compétence numérique éducatif",
        decision=decision,
        ballot=asked,
        joins=member,
    )


def decides(title: str, **ballot: Any) -> Motion:
    """Ask about anything else; it changes no register."""
    return Motion(
        title=title,
        decision={"type": "matter-decided", "subject": title},
        ballot=Ballot(**ballot),
        matter="5.2",
    )


def elects(office: str, founder: str, rank: int, **ballot: Any) -> Motion:
    """Ask whom to elect: the delegate of a founder with that rank (arts. 9, 10)."""
    return Motion(
        title=f"Élection {_OFFICES[office]}",
        decision={"type": "officer-elected", "office": office},
        ballot=Ballot(question="election", **ballot),
        matter="5.1",
        elects=(office, founder, rank),
    )


def accounts(year: int) -> Motion:
    """Ask to close the accounts; the president leaves (CGCT L.2121-14)."""
    return decides(f"Compte administratif {year}", question="accounts")


def budget(year: int, operating: str, participation: str, studies: str) -> Motion:
    """Ask for what communications électroniques cost in a year (art. 13.1)."""
    decision: Act = {"type": "budget-voted", "competence": NETWORKS, "year": year}
    decision |= {"operating": Decimal(operating)}
    decision |= {"participation": Decimal(participation), "studies": Decimal(studies)}
    return Motion(
        title=f"Budget primitif {year}",
        decision=decision,
        ballot=Ballot(question="budget", abstentions=year % 3),
        matter="7.1",
    )


def on_education(title: str, **ballot: int) -> Motion:
    """Ask those who hold the competence, and the president (art. 8.5)."""
    return decides(title, competence=EDUCATION, **ballot)


_TARIFF: list[Act] = [
    {"code": "base", "label": "Contribution forfaitaire de base", "unit": "pupil",
     "price": Decimal("1.38")},
    {"code": "adhesion", "label": "Frais d'adhésion, une fois", "unit": "joining",
     "price": Decimal("60.00")},
    {"code": "accompagnement", "label": "Contribution forfaitaire optionnelle",
     "unit": "pupil", "price": Decimal("0.32"), "optional": True},
    {"code": "demi-journee", "label": "Demi-journée d'accompagnement",
     "unit": "half-day", "price": Decimal("155.00")},
    {"code": "demande-specifique", "label": "Demande spécifique sur devis",
     "unit": "quote"},
]  # fmt: skip
TARIFF_OF_2026 = Motion(
    title="Barème 2026 de la compétence numérique éducatif",
    decision={
        "type": "tariff-voted",
        "competence": EDUCATION,
        "from_year": 2026,
        "lines": _TARIFF,
    },
    ballot=Ballot(question="tariff", against=3, abstentions=2),
    matter="7.1",
)
STATUTES_REJECTED = Motion(
    title="Modification des statuts : siège du syndicat",
    decision={"type": "statutes-adopted", "version": "2024-12-12"},
    ballot=Ballot(question="statutes", against=5, abstentions=3, outcome="rejected"),
)
POWERS = Motion(
    title="Délégation de pouvoirs au président",
    decision={
        "type": "powers-delegated",
        "to": "president",
        "matters": [
            "Marchés inférieurs au seuil de procédure formalisée",
            "Actions en justice",
        ],
    },
    matter="5.4",
)
ASSOCIATE = Motion(
    title="Admission de la Métropole européenne de Lille comme membre associé",
    decision={
        "type": "associate-admitted",
        "institution": {
            "id": "metropole-europeenne-de-lille",
            "name": "Métropole Européenne de Lille",
            "kind": "epci",
            "department": "59",
            "siren": "200093201",
        },
    },
    ballot=Ballot(abstentions=2),
)
WITHDRAWAL = Motion(
    title="Retrait de la CC des Hauts de Flandre au 1er janvier 2026",
    decision={
        "type": "withdrawal-approved",
        "member": "cc-hauts-de-flandre",
        "terms": "Sans solde : aucun bien mis à disposition, contribution 2025 due",
    },
    ballot=Ballot(
        question="withdrawal", applicant="cc-hauts-de-flandre", against=4, abstentions=1
    ),
    leaves="cc-hauts-de-flandre",
    leaves_on=date(2026, 1, 1),
)

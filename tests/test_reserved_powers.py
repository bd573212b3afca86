"""Which powers the committee keeps (art. 8.4), as deliberations name them."""

import pytest

from ledger.voting_refusals import ReservedPowerError
from projections.votes.reserved import is_reserved
from tests.acts import act, decision
from tests.spec import given

RESERVED = """
Vote du budget
Vote du ou des budgets
Vote des crédits du budget
Adoption du budget primitif et des décisions modificatives
Décision modificative n° 2
BUDGETS ANNEXES
Décisions budgétaires
Subventions inscrites au budget et vote du budget
Fixation des tarifs
Fixer les tarifs des droits de voirie
Fixation des tarifs dans la limite du barème
Institution et fixation des taux ou tarifs des taxes ou redevances
Institution d’une redevance
Fixation du taux de la taxe
Instituer les redevances d’occupation du domaine public
Redevances
Taxes et redevances
Le barème des contributions
Révision tarifaire annuelle
Approbation du compte administratif
Comptes administratifs
Approbation du compte financier unique
Modification des statuts
Modification de l’article 6 des statuts
Modifications statutaires
Révision statutaire
Les statuts
Approuver les adhésions de nouveaux membres
Approuver les adhésions
Adhésion des communes et EPCI
Adhésions au syndicat
Admission de nouveaux adhérents
Accorder le retrait d’un membre
Prononcer les retraits
Retrait des collectivités membres
Retraits du syndicat
Fixer la contribution des membres
Fixation du montant des contributions
Vote des contributions annuelles
Fixation de la participation financière des membres
"""
FREE = """
Marchés inférieurs au seuil de procédure formalisée
Marchés publics inférieurs à 90 000 € HT lorsque les crédits sont inscrits au budget
Réaliser les emprunts destinés au financement des investissements prévus par le budget
Emprunts dans la limite des crédits du budget
Passation des marchés prévus aux budgets
Dépenses imputées sur le budget annexe
Actions en justice
Conventions sans incidence financière
Recrutement d’agents contractuels
Gestion statutaire du personnel
Application des statuts particuliers des agents
Missions prévues à l’article 5 des statuts
Missions de l’article 5 des statuts
Actes conformes aux statuts
Contrats d’électricité aux tarifs réglementés
Paiement des taxes foncières
Règlement des redevances d’occupation dues aux gestionnaires
Suivi budgétaire
Exécution du budget
Demandes de subventions
Régies comptables
Adhésion du syndicat à des associations
Adhésion au groupement de commandes des communes
Adhésion des membres à un groupement de commandes
Retrait d’un acte illégal
Retrait de délibérations
Recouvrement des contributions des membres
Appel des contributions
Titres de recettes des contributions
Conventions de participation
Assurances et comptes bancaires
Compte rendu administratif
Statut juridique des partenaires
Signature des titres de recettes
"""


@pytest.mark.parametrize("matter", RESERVED.strip().splitlines())
def test_budgets_tariffs_accounts_and_statutes_are_the_committees_alone(
    matter: str,
) -> None:
    assert is_reserved(matter)
    assert is_reserved(matter.upper())


@pytest.mark.parametrize("matter", FREE.strip().splitlines())
def test_what_only_mentions_them_may_be_delegated(matter: str) -> None:
    assert not is_reserved(matter)


def test_a_delegation_of_a_reserved_power_is_refused_where_it_is_named() -> None:
    matters = ["Actions en justice", "Vote du budget", "Statuts"]
    said = decision("powers-delegated", to="president", matters=matters)
    asked = act("comite-syndical/2021-7", said, adopted_on="2021-09-16")
    [error, _] = given().when(asked).refused(ReservedPowerError, ReservedPowerError)
    assert (error.rule, error.clauses) == ("delegation.reserved", ("delegation",))
    assert "«Vote du budget» may not be delegated" in str(error)
    places = [("decisions", 0, "matters", 1), ("decisions", 0, "matters", 2)]
    given().when(asked).refused_at(*[(0, *place) for place in places])
    free = decision("powers-delegated", to="president", matters=matters[:1])
    asked = act("comite-syndical/2021-7", free, adopted_on="2021-09-16")
    given().when(asked).records("comite-syndical/2021-7")

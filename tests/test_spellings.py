"""Names as a published act writes them, against the official ones: offered, not chosen.

The spellings are those of document 004 (deliberation 2021/43 of the CA du Caudrésis et
du Catésis, list of communes, as its scan was read). The official names are those of
1 January 2022 (DGCL and INSEE, Licence Ouverte 2.0, by way of the package
`@etalab/decoupage-administratif`).
"""

import pytest

from ledger.names import slug
from projections.register.portrait import (
    OFFERED,
    UnknownInstitutionError,
    institution_named,
)
from projections.timelines.world import World
from tests.acts import request
from tests.spec import given

AS_OFFICIAL = [
    *("Avesnes-Les-Aubert", "Bazuel", "Bertry", "Béthencourt", "Briastre", "Busigny"),
    *("Carnières", "Catillon-sur-Sambre", "Cattenières", "Caudry", "Clary", "Dehéries"),
    *("Élincourt", "Estourmel", "Fontaine-au-Pire", "Honnechy", "Inchy", "La Groise"),
    *("Le Cateau-Cambrésis", "Malincourt", "Maretz", "Maurois", "Mazinghien", "Montay"),
    *("Neuvilly", "Ors", "Quiévy", "Rejet-de-Beaulieu", "Reumont", "Saint-Aubert"),
    *("Saint-Benin", "Saint-Hilaire-Lez-Cambrai", "Troisvilles", "Villers-Outréaux"),
    "Walincourt-Selvigny",
]
"""Spelt as officially, but for capitals."""

OTHERWISE = {
    "Beaumont-en-Cis": "Beaumont-en-Cambrésis",
    "Beauvois-en-Cis": "Beauvois-en-Cambrésis",
    "Bévillets": "Bévillers",
    "Boussières-en-Cis": "Boussières-en-Cambrésis",
    "Caulley": "Caullery",
    "Haucourt-en-Cis": "Haucourt-en-Cambrésis",
    "Le Pommereuil": "Pommereuil",
    "Ligny-en-Cis": "Ligny-en-Cambrésis",
    "Montigny-en-Cis": "Montigny-en-Cambrésis",
    "Saint-Souplet-Escaufourt": "Saint-Souplet",
    "Saint-Vaast-en-Cis": "Saint-Vaast-en-Cambrésis",
}
"""Abbreviated, misread by the scan, or with what the official name does not have."""

EPCI = [
    *("CA du Caudrésis et du Catésis", "Métropole Européenne de Lille"),
    *("CU d'Arras", "CU de Dunkerque", "CA de Cambrai", "CA Valenciennes Métropole"),
    *("CC de Flandre Intérieure", "CC Flandre Lys", "CC Pévèle-Carembault"),
    *("CC du Pays de Mormal", "CC Pays d'Opale", "CA Douaisis Agglo"),
]
ALIKE = [
    *(
        "Beauvois",
        "Haucourt",
        "Raucourt-au-Bois",
        "Brévillers",
        "Grévillers",
        "Pommier",
    ),
    *("Boussières-sur-Sambre", "Ligny-lès-Aire", "Montigny-en-Ostrevent", "Noreuil"),
    *("Montigny-en-Gohelle", "Saint-Waast", "Saint-Aybert", "Sainte-Austreberthe"),
    *("Le Quesnoy", "Le Quesnoy-en-Artois", "Louvignies-Quesnoy", "Lille", "Arras"),
    *("Dunkerque", "Monts-en-Ternois", "Aubin-Saint-Vaast", "Valenciennes", "Chéreng"),
]
"""Other communes of the two départements whose names are like one of these."""

ABBREVIATED = {
    "Communauté d'Agglomération du Caudrésis - Catésis": EPCI[0],
    "CA du Caudrésis-Catésis": EPCI[0],
    "MEL": "Métropole Européenne de Lille",
    "Communauté urbaine d'Arras": "CU d'Arras",
    "Communauté urbaine de Dunkerque": "CU de Dunkerque",
    "CUD": "CU de Dunkerque",
    "CCPC": "CC Pévèle-Carembault",
    "Communauté de communes Flandre Intérieure": "CC de Flandre Intérieure",
    "Pays de Mormal": "CC du Pays de Mormal",
    "Valenciennes Métropole": "CA Valenciennes Métropole",
    "Ville de Lille": "Lille",
    "Commune de Chéreng": "Chéreng",
    "St Aubert": "Saint-Aubert",
    "St-Benin": "Saint-Benin",
    "Ste Austreberthe": "Sainte-Austreberthe",
    "Cateau-Cambrésis": "Le Cateau-Cambrésis",
    "Quesnoy": "Le Quesnoy",
    "Groise": "La Groise",
}
"""As people abbreviate them; the first is how document 004 writes it."""


def known(*names: str) -> World:
    """Make institutions of these names known, each by a request to join."""
    asked = [
        request(slug(name), "1", applicant={"name": name, "kind": kind_of(name)})
        for name in names
    ]
    return given(*asked).world()


def kind_of(name: str) -> str:
    return "epci" if name in EPCI else "commune"


@pytest.fixture(scope="module")
def world() -> World:
    return known(*AS_OFFICIAL, *OTHERWISE.values(), *EPCI, *ALIKE)


def offered(world: World, name: str) -> list[str]:
    with pytest.raises(UnknownInstitutionError) as caught:
        institution_named(world, name)
    return str(caught.value.values["known"]).split(", ")


def test_the_list_of_the_document_is_whole() -> None:
    assert len(AS_OFFICIAL) + len(OTHERWISE) == 46


def test_a_name_spelt_as_officially_is_found_whatever_its_capitals_and_accents(
    world: World,
) -> None:
    for name in (*AS_OFFICIAL, *OTHERWISE.values(), *EPCI, *ALIKE):
        for written in (name, name.upper(), slug(name), slug(name).replace("-", " ")):
            assert institution_named(world, written) == slug(name)


@pytest.mark.parametrize(("written", "official"), (OTHERWISE | ABBREVIATED).items())
def test_a_name_spelt_otherwise_is_never_chosen_and_the_right_one_is_offered_first(
    world: World, written: str, official: str
) -> None:
    found = offered(world, written)
    assert found[0] == slug(official)
    assert len(found) <= OFFERED


def test_a_name_that_two_institutions_bear_is_not_chosen_either() -> None:
    named = {"name": "Commune de Saint-Aubert", "kind": "commune"}
    ids = ["saint-aubert-59", "saint-aubert-62"]
    twins = given(*(request(one, "1", applicant=named) for one in ids)).world()
    assert offered(twins, "Commune de Saint-Aubert") == ids
    assert institution_named(twins, ids[0]) == ids[0]


def test_where_nothing_is_like_it_everybody_is_named() -> None:
    assert offered(known("Bazuel", "Ors"), "Xyz") == ["bazuel", "ors"]

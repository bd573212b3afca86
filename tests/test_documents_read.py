"""Each document as a PDF, read back: its key figures, its state, its pages."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.questions import PAPERS
from tests.shell import done

STATE = re.compile(
    r"tel que connu (au [0-9]{1,2}(er)? \w+ 20[0-9]{2} à [0-9]{1,2} h [0-9]{2} \(|à l’)"
    r"écriture n° 1094, empreinte [0-9a-f]{4}(-[0-9a-f]{4}){3}\)?\."
)
AT = ("--at", "2024-12-31")
DOCUMENTS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("annex", "1", *AT): (
        *("Annexe 1 aux statuts", "Région Hauts-de-France", "200053742"),
        *(
            "04/07/2013",
            "CA de la Porte du Hainaut",
            "Commune de Sainghin-en-Mélantois",
        ),
        *("comite-syndical/fictif-2021-10", "Actes cités"),
    ),
    ("annex", "2", *AT): (
        *("Annexe 2 aux statuts", "4.1", "4.2", "CC Pévèle-Carembault", "15/10/2019"),
    ),
    ("roster", "committee", "--in", "2022"): (
        *("Composition du comité syndical", "Éloïse Fougeray", "02/04/2023"),
        "secretariat/fictif-2023-002",
    ),
    ("contributions", "2024", *AT): (
        *("Contributions de l’année 2024", "416 666,67 €", "19 449,30 €", "-800,00 €"),
        *("Total", "CC du Pays de Mormal", "les élèves de 2023-2024"),
    ),
    ("contributions", "2024", "--member", "ca-caudresis-catesis", *AT): (
        *("État liquidatif – contribution de l’année 2024", "200030633", "4 104"),
        *("1,30", "5 335,20 €", "T-2024-012", "(version 2023-18), art. 5"),
        "cinq mille trois cent trente-cinq euros et vingt centimes",
    ),
    PAPERS["notice"]: ("Convocation du comité syndical", "jeudi 21 mars 2024"),
    PAPERS["attendance"]: ("Feuille d’émargement", "jeudi 21 mars 2024"),
    PAPERS["minutes"]: ("du comité syndical", "jeudi 21 mars 2024", "pour"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the examples once; no test here records anything."""
    place = tmp_path_factory.mktemp("documents") / "demo.db"
    done("--ledger", place, "demo")
    return place


@pytest.mark.parametrize("question", DOCUMENTS, ids=" ".join)
def test_the_text_of_a_document_holds_its_key_figures_and_its_state(
    ledger: Path, tmp_path: Path, question: tuple[str, ...]
) -> None:
    file = tmp_path / "document.pdf"
    done("--ledger", ledger, *question, "--output", file)
    pages = [
        plain(page.extract_text())
        for page in PdfReader(BytesIO(file.read_bytes())).pages
    ]
    text = " ".join(pages)
    for figure in DOCUMENTS[question]:
        assert squeezed(figure) in squeezed(text), figure
    for number, page in enumerate(pages, 1):
        assert f"page {number}/{len(pages)}" in page
        assert STATE.search(page), page[-300:]


def plain(text: str) -> str:
    """Write every space and line end as one space."""
    return re.sub(r"\s+", " ", text)


def squeezed(text: str) -> str:
    """Leave the spaces out: a reference may be divided between two lines."""
    return re.sub(r"\s+", "", text)

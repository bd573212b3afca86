"""Every no is said in French: misuse, a missing ledger, problems, refusals."""

from pathlib import Path

import pytest

from tests.acts import act, decision, request, write
from tests.shell import done, smo
from tests.test_language import assert_french


def test_a_misused_command_is_corrected_in_french() -> None:
    refused = smo("--lang", "fr", "annex", "3")
    assert refused.exit_code == 2
    assert "Erreur\u00a0: Valeur incorrecte pour" in refused.stderr
    assert "'3' n’est pas l’un de\u00a0: '1', '2'." in refused.stderr
    assert "Pour obtenir de l’aide\u00a0: 'smo annex --help'." in refused.stderr
    assert_french(refused.stderr)


@pytest.mark.parametrize(
    "args",
    [
        ("nothing",),
        ("annex",),
        ("annex", "1", "2"),
        ("annex", "1", "--at", "hier"),
        ("annex", "1", "--att", "2024-06-30"),
        ("annex", "1", "--at"),
        ("annex", "1", "--output", "."),
        ("--unknown",),
        ("import",),
        ("record", "unknown"),
        ("record", "adhesion-requested"),
        ("record", "pupils-counted", "--act", "[", "--pupils", "1"),
    ],
)
def test_every_other_misuse_is_corrected_in_french(args: tuple[str, ...]) -> None:
    refused = smo("--lang", "fr", *args)
    assert refused.exit_code == 2
    assert_french(refused.stderr)


def test_a_ledger_that_does_not_exist_is_missed_in_french(tmp_path: Path) -> None:
    place = tmp_path / "nowhere.db"
    refused = smo("--lang", "fr", "--ledger", place, "annex", "1")
    assert refused.exit_code == 1
    assert f"Il n’y a pas de registre à l’emplacement {place}." in refused.stderr
    assert_french(refused.stderr)


def test_what_is_wrong_in_a_file_is_said_in_french(tmp_path: Path) -> None:
    wrong = write(
        tmp_path / "actes.yaml",
        [
            act("hem/1", decision("pupils-counted", pupil="12"), adopted="hier"),
            act("hem/2", decision("adhesion-requsted"), adopted_on="2024-13-01"),
            act("hem/3", nature="XX", published=[{"on": ""}], decisions_="x"),
            {"act": "hem/4", "decisions": ["x", {"person": "x"}]},
            {"act": "hem/5", "decisions": "x"},
            {"act": "Hem"},
        ],
    )
    refused = smo("--lang", "fr", "--ledger", tmp_path / "a.db", "import", wrong)
    assert refused.exit_code == 1
    said = "\n".join(
        line for line in refused.stderr.splitlines() if not line.startswith("  ")
    )
    assert "«\u00a0pupil\u00a0» n’est pas un champ connu dans pupils-counted" in said
    assert "Vouliez-vous dire «\u00a0pupils\u00a0»\u00a0?" in said
    assert "une liste de décisions, qui peut être vide" in said
    assert "là où l’on attend «\u00a0type:\u00a0»" in said
    assert "manque dans une décision" in said
    assert "rien n’a été enregistré" in said
    assert_french(said)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.yaml", None, "aucun fichier ni dossier de ce nom"),
        ("latin.yaml", "- é".encode("latin-1"), "ce n’est pas du texte en UTF-8"),
        ("wrong.yaml", b"- act: [", "une valeur est attendue"),
        (
            "tab.yaml",
            b"- act: x\n\tb: y\n",
            "une tabulation fausse le retrait de la ligne",
        ),
        ("wrong.json", b"[,]", "une valeur est attendue (ligne 1, colonne 2)"),
        ("text.yaml", b"act", "Un fichier d’actes est une liste d’actes"),
        ("twice.yaml", b"- act: a\n  act: b\n", "figure deux fois au même endroit"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_in_french(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    refused = smo("--lang", "fr", "--ledger", tmp_path / "a.db", "import", file)
    assert refused.exit_code == 1
    assert said in refused.stderr


def test_a_refusal_is_said_in_french(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    first = write(tmp_path / "first.yaml", [request("hem", "2024-1")])
    other = write(
        tmp_path / "other.yaml",
        [
            request("hem", "2024-1", title="Autre chose"),
            act("hem/9", decision("adhesion-approved", member="hem")),
            act("bureau/1", decision("matter-decided", subject="x"), sent_on="2020-1"),
        ],
    )
    done("--ledger", place, "import", first)
    refused = smo("--lang", "fr", "--ledger", place, "import", other)
    assert refused.exit_code == 1
    assert "act.reference: La référence hem/2024-1 est déjà emplo" in refused.stderr
    assert "(spécification, section\u00a03)" in refused.stderr


def test_the_author_who_may_decide_is_named_in_french(tmp_path: Path) -> None:
    approval = decision("adhesion-approved", member="hem", competences=["ent"])
    wrong = write(
        tmp_path / "a.yaml", [request("hem", "2024-1"), act("hem/9", approval)]
    )
    refused = smo("--lang", "fr", "--ledger", tmp_path / "a.db", "import", wrong)
    assert "cela revient à\u00a0: comité syndical" in refused.stderr

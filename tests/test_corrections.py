"""Corrections are recorded, not yet applied: who asks past one is told so by name."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from projections.acts_as_known import CorrectionNotAppliedError
from tests.history import act, given, written
from tests.test_moments import AGREED, ASKED, SENT

CORRECTIONS: list[tuple[str, dict[str, Any]]] = [
    (
        "secretariat",
        {"type": "act-rectified", "set": {"title": "Autre"}, "reason": "Coquille"},
    ),
    ("tribunal-administratif-de-lille", {"type": "act-annulled"}),
    ("avelin", {"type": "act-revoked"}),
    ("avelin", {"type": "act-repealed"}),
    (
        "tribunal-administratif-de-lille",
        {"type": "act-suspended", "from": "2024-05-06"},
    ),
    (
        "tribunal-administratif-de-lille",
        {"type": "suspension-lifted", "from": "2024-05-06"},
    ),
    ("cour-administrative-d-appel-de-douai", {"type": "ruling-overturned"}),
]


@pytest.mark.parametrize(("author", "correction"), CORRECTIONS)
def test_a_question_that_would_take_a_correction_into_account_is_refused_by_name(
    author: str, correction: dict[str, Any]
) -> None:
    corrected = act(f"{author}/9", correction | {"target": "avelin/1"})
    history = given(ASKED, AGREED, SENT, corrected)
    with pytest.raises(CorrectionNotAppliedError) as refusal:
        history.members("2024-03-11")
    assert refusal.value.values["position"] == 8
    assert refusal.value.values["type"] == correction["type"]
    assert history.as_known_at(7).members("2024-03-11") == ["avelin"]


def test_the_terminal_refuses_it_and_names_the_moment_to_ask_about(
    tmp_path: Path,
) -> None:
    place, file = str(tmp_path / "ledger.db"), tmp_path / "acts.json"
    revoked = act("avelin/9", {"type": "act-revoked", "target": "avelin/1"})
    acts = [ASKED, AGREED, SENT, revoked]
    file.write_text(json.dumps([written(one) for one in acts]))
    smo = ["--lang", "en", "--ledger", place]
    assert CliRunner().invoke(main, [*smo, "import", str(file)]).exit_code == 0
    question = [*smo, "annex", "1", "--at", "2024-06-30"]
    refused = CliRunner().invoke(main, question)
    assert refused.exit_code == 1
    assert "Entry #8 (avelin/9) is «act-revoked»" in refused.stderr
    assert "--known-at #7" in refused.stderr
    answered = CliRunner().invoke(main, [*question, "--json", "--known-at", "#7"])
    assert json.loads(answered.stdout)["members"][0]["member"] == "avelin"

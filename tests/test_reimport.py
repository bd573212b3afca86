"""The files an act came from, imported again after it was corrected, resurrect nothing.

With the real acts: content already on record is skipped, however it reads since.
"""

from pathlib import Path

import pytest

from tests.acts import Plain, act, decision, write
from tests.shell import REAL, done, log

CHERENG = "chereng/2024-1-1"
APPROVED = "2024-06-20"
QUESTIONS = (
    ("annex", "1", "--at", "2024-12-31"),
    ("annex", "2", "--in", "2013-01-01..2026-11-20"),
    ("member", "chereng", "--at", "2024-12-31"),
    ("member", "chereng", "--at", "2024-03-01"),
    ("roster", "committee", "--in", "2013-01-01..2026-11-20"),
    ("contributions", "2024", "--at", "2024-12-31"),
)

RECTIFIED = act(
    "secretariat/2024-1",
    decision(
        "act-rectified",
        target=CHERENG,
        set={"sent_on": "2024-02-14", "executory_on": "2024-02-16"}
        | {"executory_basis": "certified"},
        reason="Mentions du certificat de l’exécutif",
    ),
    decision(
        "act-rectified",
        target=CHERENG,
        decision=3,
        set={"pupils": "150"},
        reason="Effectif mal recopié",
    ),
)
AGREED = act(
    "comite-syndical/2024-90",
    decision("adhesion-approved", member="chereng", competences=["numerique-educatif"]),
    adopted_on=APPROVED,
    executory_on=APPROVED,
    executory_basis="certified",
)
ANNULLED = act(
    "tribunal-administratif-de-lille/1",
    decision("act-annulled", target=CHERENG),
    adopted_on="2024-10-03",
)
OF_TARIFF = act(
    "tribunal-administratif-de-lille/2",
    decision("act-annulled", target="comite-syndical/2023-18"),
    adopted_on="2024-10-03",
)


def answers(place: Path) -> list[str]:
    """Ask everything, the position known included."""
    return [done("--ledger", place, *one, "--json") for one in QUESTIONS]


@pytest.mark.parametrize(
    ("corrections", "changed"),
    [
        ([RECTIFIED], "annex annex member member roster contributions"),
        ([ANNULLED], "annex annex member member contributions"),
        ([RECTIFIED, ANNULLED], "annex annex member member contributions"),
        ([RECTIFIED, OF_TARIFF], "annex annex member member roster contributions"),
    ],
)
def test_the_original_files_again_record_nothing_and_change_no_answer(
    tmp_path: Path, corrections: list[Plain], changed: str
) -> None:
    place = tmp_path / "real.db"
    done("--ledger", place, "import", *REAL)
    done("--ledger", place, "import", write(tmp_path / "agreed.yaml", [AGREED]))
    first = answers(place)
    for number, one in enumerate(corrections):
        file = write(tmp_path / f"{number}.yaml", [one])
        done("--ledger", place, "import", file)
    corrected, entries = answers(place), log(place)
    assert changed.split() == [
        asked[0]
        for asked, one, other in zip(QUESTIONS, first, corrected, strict=True)
        if _told(one) != _told(other)
    ]
    for files in (REAL, [*reversed(REAL)], REAL[3:4]):
        shown = done("--ledger", place, "import", *files)
        assert "Nothing new to record." in shown
        assert log(place) == entries
        assert answers(place) == corrected


def _told(text: str) -> str:
    """Leave out the position an answer was known at."""
    return "\n".join(line for line in text.splitlines() if '"known_at"' not in line)

"""`smo demo`: a ledger built from the examples, which keeps out of anybody's own."""

from pathlib import Path

import pytest

from tests.acts import act, write
from tests.shell import done, log, smo


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_the_demonstration_is_built_once() -> None:
    first = done("demo")
    assert first.startswith("demo.db: ")
    assert "Commune de Chéreng" in first
    before = log(Path("demo.db"))
    acts = {each["act"] for each in before}
    assert {"chereng/2024-1-1", "hem/sans-numero"} <= acts
    assert not [act for act in acts if act.startswith("brumeval/")], "the catalogue's"
    again = done("demo")
    assert "Nothing new to record." in again
    assert again.partition("\n")[2] == first.partition("\n")[2]
    assert log(Path("demo.db")) == before
    assert [path.name for path in Path().iterdir()] == ["demo.db"]


def test_the_demonstration_goes_where_it_is_told_and_nowhere_else() -> None:
    done("--ledger", "other.db", "demo", env={"SMO_LEDGER": "mine.db"})
    assert [path.name for path in Path().iterdir()] == ["other.db"]
    Path("other.db").unlink()
    done("demo", env={"SMO_LEDGER": "mine.db"})
    assert [path.name for path in Path().iterdir()] == ["demo.db"]


def test_the_demonstration_keeps_out_of_a_ledger_with_other_acts(
    tmp_path: Path,
) -> None:
    done("--ledger", "mine.db", "import", write(tmp_path / "1.yaml", [act("bureau/9")]))
    before = log(Path("mine.db"))
    result = smo("--ledger", "mine.db", "demo")
    assert result.exit_code == 1
    assert "mine.db holds other acts, such as bureau/9" in result.stderr
    assert log(Path("mine.db")) == before


def test_the_demonstration_speaks_french() -> None:
    shown = done("--lang", "fr", "demo")
    assert "30 juin 2024" in shown
    assert "Ask it yourself" not in shown

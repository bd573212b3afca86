"""Tables on a screen: amounts whole where there is room, nothing cut off or turned."""

import re
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

import pytest

from papers.cell import Euros
from papers.plain import one_line
from presentation.table import Table
from presentation.texts import as_tables, harmless

Drawn: TypeAlias = Callable[[int], str]

AMOUNT = re.compile("624\N{NARROW NO-BREAK SPACE}?[\\s.,]?999,99\\s€|€624,999.99")
ROW = ("Région Hauts-de-France", "participation", Euros(Decimal("624999.99")))
TABLE = Table("Contributions", ("Nom", "Ligne", "Montant", "Actes"), ())
ACTS = "comite-syndical/fictif-2023-22"


@pytest.fixture
def drawn_at(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Draw a table as on a screen of so many columns."""

    def draw(columns: int) -> str:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        table = Table(TABLE.title, TABLE.columns, ((*ROW, ACTS),))
        text = as_tables([table], styled=True)
        return re.sub(r"\x1b\[[0-9;]*m", "", text)

    return draw


@pytest.mark.parametrize("columns", [50, 60, 80])
def test_an_amount_is_not_divided_where_the_screen_has_room(
    drawn_at: Drawn, columns: int
) -> None:
    assert AMOUNT.search(drawn_at(columns))


@pytest.mark.parametrize("columns", [24, 30, 50])
def test_nothing_is_cut_off_on_a_narrow_screen(drawn_at: Drawn, columns: int) -> None:
    *_head, body = drawn_at(columns).split("─\n")
    found = re.sub(r"\W", "", body)
    told = "".join((*ROW[:2], ACTS, "62499999"))
    assert sorted(found) == sorted(re.sub(r"\W", "", told))


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u2069"])
def test_no_name_turns_what_is_beside_it_around(mark: str) -> None:
    assert harmless(f"a{mark}b") == one_line(f"a{mark}b") == "a\ufffdb"


def test_no_name_ends_a_line_of_a_table() -> None:
    assert harmless("a\u2028b\u2029c") == "a\ufffdb\ufffdc"

"""Who owes in the year of a merger: the heir alone (specification section 6)."""

from tests.acts import (
    ENT,
    PREFECTURE,
    Plain,
    act,
    base,
    counts,
    delivers,
    joins,
    line,
    subsidizes,
    tariff,
)
from tests.answers import due, lines, missing
from tests.committee import NORD, founded
from tests.spec import History, given


def merged(*acts: Plain, into: str = "neuve") -> History:
    heir = {"id": into, "name": f"Commune de {into}", "kind": "commune"}
    said = {"members": ["avelin", "beuvry"], "into": heir, "from": "2024-07-01"}
    merger = act(f"{PREFECTURE}/fusion", {"type": "members-merged"} | said)
    return given(
        *founded(),
        *joins("avelin", on="2020-03-02"),
        *joins("beuvry", on="2024-02-05"),
        counts("avelin", "2023-2024", 100, "2023-10-02"),
        counts("beuvry", "2023-2024", 20, "2023-10-02"),
        merger,
        *acts,
    )


def test_in_the_year_of_a_merger_the_heir_alone_owes_on_the_sum_of_theirs() -> None:
    history = merged(base(2024, "1.00", "2023-12-04"))
    assert lines(history, 2024) == ["neuve base 120 x 1.00 = 120.00"]


def test_the_heir_s_own_head_count_comes_first() -> None:
    own = counts("neuve", "2023-2024", 115, "2024-07-08")
    history = merged(own, base(2024, "1.00", "2023-12-04"))
    assert lines(history, 2024) == ["neuve base 115 x 1.00 = 115.00"]


def test_before_the_merger_each_member_owes_its_own() -> None:
    history = merged(base(2024, "1.00", "2023-12-04"))
    assert lines(history, 2024, at="2024-06-30") == [
        "avelin base 100 x 1.00 = 100.00",
        "beuvry base 20 x 1.00 = 20.00",
    ]


def test_the_heir_owes_the_whole_year_with_prorata_too() -> None:
    history = merged(base(2024, "1.00", "2023-12-04", prorata="monthly"))
    assert lines(history, 2024) == ["neuve base 120 x 1.00 = 120.00"]


def test_what_was_delivered_to_the_merged_members_is_owed_by_the_heir() -> None:
    served = delivers("beuvry", "audit", "2024-03-04", quantity="1")
    voted = tariff(2023, line("audit", "school", "300"), on="2022-12-05")
    history = merged(voted, served)
    assert lines(history, 2024) == ["neuve audit 1 x 300.00 = 300.00"]


def test_a_subsidy_for_a_merged_member_goes_to_the_heir() -> None:
    granted = subsidizes(NORD, "beuvry", 2024, "30.00", "2024-02-05")
    history = merged(base(2024, "1.00", "2023-12-04"), granted)
    assert due(history, 2024, "neuve") == "90.00"


def test_without_one_of_their_counts_the_heir_s_is_not_established() -> None:
    said = {"members": ["avelin", "beuvry"], "from": "2024-07-01"}
    heir = {"id": "neuve", "name": "Commune de Neuve", "kind": "commune"}
    merger = {"type": "members-merged", "into": heir} | said
    history = given(
        *founded(),
        *joins("avelin", on="2020-03-02"),
        *joins("beuvry", on="2024-02-05"),
        counts("avelin", "2023-2024", 100, "2023-10-02"),
        act(f"{PREFECTURE}/fusion", merger),
        base(2024, "1.00", "2023-12-04"),
    )
    found = [one for one in missing(history, 2024) if ENT in one]
    assert found == [f"neuve {ENT} pupils 2023-2024"]


def test_a_member_that_absorbs_another_owes_on_its_own_count_before_the_merger() -> (
    None
):
    """The other's pupils are the other's as long as it is a member."""
    voted = base(2023, "1.00", "2022-12-05")
    history = merged(voted, into="avelin")
    assert lines(history, 2024, at="2024-06-30") == [
        "avelin base 100 x 1.00 = 100.00",
        "beuvry base 20 x 1.00 = 20.00",
    ]


def test_who_absorbs_another_does_not_borrow_its_count_before_the_merger() -> None:
    heir = {"id": "avelin", "name": "Commune d'Avelin", "kind": "commune"}
    said = {"members": ["beuvry"], "into": heir, "from": "2024-07-01"}
    history = given(
        *founded(),
        *joins("avelin", on="2020-03-02"),
        *joins("beuvry", on="2020-03-02"),
        counts("beuvry", "2023-2024", 20, "2023-10-02"),
        act(f"{PREFECTURE}/fusion", {"type": "members-merged"} | said),
        base(2023, "1.00", "2022-12-05"),
    )
    assert lines(history, 2024, at="2024-06-30") == ["beuvry base 20 x 1.00 = 20.00"]
    found = [one for one in missing(history, 2024, "2024-06-30") if ENT in one]
    assert found == [f"avelin {ENT} pupils 2023-2024"]
    assert lines(history, 2024) == ["avelin base 20 x 1.00 = 20.00"]

"""Nobody is seated where no seat is free (seat.count)."""

from ledger.refusals import SeatCountError
from tests.acts import Plain, act, decision, institution
from tests.committee import RULES
from tests.spec import given

EXCUSED = {"irregular": [{"rule": "seat.count", "reason": "Au registre (fictif)"}]}


def in_force(reference: str, *decisions: Plain) -> Plain:
    day = "2020-01-01"
    basis = {"executory_on": day, "executory_basis": "certified"}
    return act(reference, *decisions, adopted_on=day, **basis)


def test_a_founder_designates_for_the_seats_it_has() -> None:
    founder = {"institution": {**institution("nord"), "kind": "departement"}}
    created = decision("syndicate-created", name="Fictif", founders=[founder])
    one_seat = decision(
        "statutes-adopted", version="2020", rules={**RULES, "seats": {"nord": "1"}}
    )
    other_names = {"rule": "statutes.names", "reason": "Deux fondateurs de moins"}
    before = (
        in_force("prefecture-du-nord/1", created),
        in_force("comite-syndical/1", one_seat) | {"irregular": [other_names]},
        in_force("nord/1", decision("delegate-designated", person="Ada Fictive")),
    )
    second = decision("delegate-designated", person="Basile Fictif")
    asked = in_force("nord/2", second)
    given(*before).when(asked).refused(SeatCountError)
    given().when(*before, asked).refused(SeatCountError)
    given(*before).when({**asked, **EXCUSED}).records("nord/2")
    instead = in_force("nord/2", {**second, "replaces": "Ada Fictive"})
    given(*before).when(instead).records("nord/2")

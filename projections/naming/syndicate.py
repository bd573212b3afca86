"""What is the syndicate called?"""

import msgspec

from ledger.events.constitution import SyndicateCreated
from projections.timelines.world import World


class Syndicate(msgspec.Struct, frozen=True):
    """What the syndicate is called; None where no act on record creates it."""

    name: str | None = None
    brand: str | None = None


def syndicate_of(world: World) -> Syndicate:
    """Tell its name and brand, of the last act that creates it."""
    created = [
        Syndicate(said.name, said.brand)
        for _act, said in world.decided(SyndicateCreated)
    ]
    return created[-1] if created else Syndicate()

"""What is the syndicate called?"""

from ledger.events.constitution import SyndicateCreated
from projections.session_papers.parts import Syndicate
from projections.world import World


def syndicate_of(world: World) -> Syndicate:
    """Tell its name and brand, of the last act that creates it."""
    created = [
        Syndicate(said.name, said.brand)
        for _act, said in world.decisions.get(SyndicateCreated, ())
        if isinstance(said, SyndicateCreated)
    ]
    return created[-1] if created else Syndicate()

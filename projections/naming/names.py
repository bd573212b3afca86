"""What is an institution called on a day, and in which order do names stand?"""

from datetime import date

from ledger.names import slug
from projections.timelines.world import World


def name_on(world: World, institution: str, day: date) -> str:
    """Tell what an institution is called on a day; its id where nothing tells."""
    timeline = world.names.get(institution)
    return timeline.on(day).name if timeline else institution


def sort_key(name: str) -> str:
    """Order names as a reader expects: accents and case do not count."""
    return slug(name)


def member_rank(world: World, member: str, day: date) -> tuple[int, str]:
    """Order members: founders as the statutes list them, then the others by name."""
    founders = world.membership.founders
    if member in founders:
        return founders.index(member), ""
    return len(founders), sort_key(name_on(world, member, day))

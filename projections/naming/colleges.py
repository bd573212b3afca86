"""Of which département is a college, as the statutes name both?"""

from ledger.statutes import Department
from projections.timelines.world import World

Colleges = dict[str, Department]
"""The départements, by the id of the college of their communal members."""


def colleges_of(world: World) -> Colleges:
    """Tell the département of each college; of two versions, the later names it."""
    return {
        department.college: department
        for version in world.statutes.versions
        for department in version.rules.departments or ()
    }

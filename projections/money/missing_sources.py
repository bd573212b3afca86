"""Of a fact that is missing: who has it, and which text asks for it?"""

from datetime import date
from typing import Literal

import msgspec

from ledger.clauses import Clause
from projections.missing import Missing, lacking
from projections.naming.articles import article_for, cite
from projections.timelines.world import World

Text = Literal["statutes", "conditions", "CGCT"]

_CLAUSES: dict[str, Clause] = {
    **dict.fromkeys(("pupils", "tariff", "price", "quantity", "amount"), "tariff"),
    "available_on": "payment",
    **dict.fromkeys(("budget", "member"), "shares"),
    **dict.fromkeys(("request", "approval"), "adhesion"),
}
_IN_FORCE = ("adopted_on", "sent_on", "publicity", "population")


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """A missing fact, the authority it is to be had from, the article that asks for it.

    `version` is that of the conditions of the day, where they ask for it.
    """

    competence: str | None
    act: str | None
    fact: str
    from_: str = msgspec.field(name="from")
    text: Text | None
    article: str | None
    version: str | None

    def __str__(self) -> str:
        """Write it in one cell of a table of data."""
        return str(Missing(self.act, self.fact))


def sought(
    world: World, missing: Missing, member: str, competence: str | None, day: date
) -> Sought:
    """Tell from whom a fact is to be had, and by which text as it stood on a day."""
    [found] = lacking([missing], member)
    text, article, version = _asked_by(world, missing, competence, day)
    return Sought(
        competence=competence,
        act=missing.act,
        fact=missing.fact,
        from_=found.from_,
        text=text,
        article=article,
        version=version,
    )


def _asked_by(
    world: World, missing: Missing, competence: str | None, day: date
) -> tuple[Text | None, str | None, str | None]:
    kind = missing.fact.partition(" ")[0]
    if kind in _CLAUSES:
        about = (competence,) if competence is not None else ()
        found = cite(world, _CLAUSES[kind], day, *about)
        is_of_conditions = found.text == "conditions"
        version = (found.set_by or found.version) if is_of_conditions else None
        return found.text, found.article, version
    if kind in _IN_FORCE and missing.act in world.known.acts:
        act = world.known.acts[missing.act]
        return "CGCT", article_for(world, act, act.adopted_on or day), None
    return None, None, None

"""The ballots of a vote as a table: votes, persons, and names where they are known."""

from papers import french
from papers.document import Block, Grid, Line
from projections.session_papers.voted_acts import Ballots, Sides, VotedAct

_SIDES = ("Pour", "Contre", "Abstentions")


def tallies(act: VotedAct) -> list[Block]:
    """Write what was counted, and say what was not."""
    if not act.voted:
        return [Line("aucun vote n’est au registre pour cet acte.", "Vote")]
    if act.unanimous:
        return [Line(_unanimous(act.votes), "Vote")]
    blocks: list[Block] = [_counts(act)]
    if act.votes is None:
        blocks.append(Line("le poids des suffrages n’est pas établi.", "Voix"))
    if act.names is not None:
        blocks += _names(act.names)
    if act.recused:
        names = french.listed(act.recused)
        blocks.append(Line(f"{names} (CGCT, art. L.2131-11).", "Se sont déportés"))
    if act.recused_as_representatives:
        names = french.listed(act.recused_as_representatives)
        label = "Se sont déportés comme représentants"
        blocks.append(Line(f"{names} (CGCT, art. L.1111-6, II).", label))
    return blocks


def _unanimous(votes: Sides | None) -> str:
    if votes is None:
        return "unanimité, sans dénombrement des suffrages au registre."
    return f"unanimité, {french.counted(votes.for_, 'voix')} d’après la présence."


def _counts(act: VotedAct) -> Grid:
    rows = tuple(
        (side, voices, persons)
        for side, voices, persons in zip(
            _SIDES, _shown(act.votes), _shown(act.persons), strict=True
        )
    )
    return Grid(("Vote", "Voix", "Personnes"), rows, frozenset({1, 2}))


def _shown(sides: Sides | None) -> tuple[str, str, str]:
    if sides is None:
        return (french.UNKNOWN,) * 3
    return (str(sides.for_), str(sides.against), str(sides.abstentions))


def _names(names: Ballots) -> list[Block]:
    sides = (names.for_, names.against, names.abstentions)
    labels = ("Ont voté pour", "Ont voté contre", "Se sont abstenus")
    return [
        Line(f"{french.listed(each)}.", label)
        for label, each in zip(labels, sides, strict=True)
        if each
    ]

"""The table of a session's votes (tableau des votes), act by act."""

from papers import french
from papers.document import Block, Grid, Line, Paper, Title
from papers.frame import framed, irregularity, quorum
from papers.french import NBSP, Articles
from papers.tallies import tallies
from projections.session_papers.minutes import MinutesPaper
from projections.session_papers.voted_acts import Electors, Needed, VotedAct

_SHARES = {"1/2": "majorité absolue", "2/3": "deux tiers"}
_BASES = {"votes": "suffrages exprimés", "members": "membres en exercice"}


_ACCOUNTS = "CGCT, art. L.1612-12"
_SETTLED = (
    f"le compte est arrêté si une majorité ne s’est pas dégagée contre ({_ACCOUNTS})."
)
_REPRESENTATIVE = "représentant(e) au comité syndical"


def minutes(paper: MinutesPaper) -> Paper:
    """Write the table: all acts at a glance, then each by itself."""
    body = (
        Line(quorum(paper.quorum, paper.articles), "Quorum"),
        *_recorded(paper),
        *_summary(paper),
        *(
            block
            for number, act in enumerate(paper.acts, start=1)
            for block in _act(number, act, paper)
        ),
    )
    return framed(paper, "Tableau des votes", body)


def _recorded(paper: MinutesPaper) -> list[Block]:
    if paper.recorded is not None:
        return []
    return [Line("La feuille de présence n’est pas au registre.")]


def _summary(paper: MinutesPaper) -> list[Block]:
    if not paper.acts:
        return [Line("Aucun acte adopté à cette séance n’est au registre.")]
    columns = ("N°", "Délibération", "Pour", "Contre", "Abstentions", "Issue")
    rows = tuple(
        (str(number), _titled(act, paper), *_voices(act), _issue(act))
        for number, act in enumerate(paper.acts, start=1)
    )
    return [Grid(columns, rows, frozenset({0, 2, 3, 4}))]


def _titled(act: VotedAct, paper: MinutesPaper) -> str:
    """Name an act; with whom the vote was about, where it put several questions."""
    title = act.title or act.act
    is_one_of_several = sum(one.act == act.act for one in paper.acts) > 1
    asked = act.applicant_name or french.question(act.question)
    return f"{title} – {asked}" if is_one_of_several else title


def _voices(act: VotedAct) -> tuple[str, str, str]:
    if act.votes is None:
        return ("–", "–", "–")
    sides = act.votes
    return (str(sides.for_), str(sides.against), str(sides.abstentions))


# ------------------------------------------------------------------- one act
def _act(number: int, act: VotedAct, paper: MinutesPaper) -> list[Block]:
    articles, is_other = paper.articles, act.quorum != paper.quorum
    return [
        Title(f"{number}. {act.title or act.act}"),
        Line(f"{act.act}.", "Acte"),
        Line(_asked(act, articles), "Question"),
        *_rule(act, articles),
        *tallies(act),
        *([Line(quorum(act.quorum, articles), "Quorum")] if is_other else []),
        *([Line(_elected(act), "Ont été élus")] if act.elected else []),
        *([Line(_casting(act), "Partage des voix")] if act.tie else []),
        Line(_outcome(act), "Issue"),
        *_remarks(act, articles),
    ]


def _asked(act: VotedAct, articles: Articles) -> str:
    asked = french.question(act.question)
    if act.applicant_name is not None:
        asked = f"{asked} – {act.applicant_name}"
    if act.competence is not None:
        cited = french.statutes(articles, "electorate")
        asked = f"{asked} – compétence {act.competence_label} ({cited})"
    if act.question == "accounts":
        asked = f"{asked} – le président se retire au moment du vote (CGCT, L.2121-14)"
    return f"{asked}."


def _rule(act: VotedAct, articles: Articles) -> list[Block]:
    blocks: list[Block] = []
    if act.electorate is not None:
        blocks.append(Line(_electors(act.electorate, articles), "Électorat"))
    if act.needed is not None:
        needed = _SETTLED if act.needed.settles else _needed(act.needed)
        blocks.append(Line(needed, "Majorité requise"))
    return blocks


def _electors(electors: Electors, articles: Articles) -> str:
    voters = french.counted(electors.persons, "votant")
    votes = french.counted(electors.votes, "voix")
    if electors.weight == 1:
        return f"{voters}, {votes}."
    weight = french.counted(electors.weight, "voix")
    return (
        f"{voters}, {votes}, à raison de {weight} pour chaque délégué "
        f"{french.of_member(electors.department_name or '')} "
        f"({french.statutes(articles, 'weight')})."
    )


def _needed(needed: Needed) -> str:
    share = _SHARES.get(needed.share, needed.share)
    text = (
        f"{share} des {_BASES[needed.base]} ({french.statutes_article(needed.article)})"
    )
    if needed.votes is None or needed.whole is None:
        return f"{text}{NBSP}; nombre de suffrages {french.UNKNOWN}."
    whole = "en exercice" if needed.base == "members" else "exprimées"
    votes = french.counted(needed.votes, "voix requise", "voix requises")
    return f"{text}{NBSP}: {votes} sur {needed.whole} {whole}."


# ------------------------------------------------------------------- the outcome
def _issue(act: VotedAct) -> str:
    if act.adopted is None:
        return "Sans vote au registre"
    if act.unanimous:
        return "Adoptée à l’unanimité"
    return "Adoptée" if act.adopted else "Rejetée"


def _source(needed: Needed) -> str:
    return _ACCOUNTS if needed.settles else french.statutes_article(needed.article)


def _outcome(act: VotedAct) -> str:
    issue = _issue(act)
    if act.adopted is None:
        return f"{issue}."
    article = f" ({_source(act.needed)})" if act.needed else ""
    if act.carried is None:
        return (
            f"{issue}, selon ce qui a été déclaré{NBSP}; que la majorité ait été "
            f"atteinte n’est pas établi{article}."
        )
    if act.carried is not act.adopted:
        count = "est" if act.carried else "n’est pas"
        return (
            f"{issue}, selon ce qui a été déclaré, alors que la majorité {count} "
            f"atteinte{article}."
        )
    return f"{issue}{article}."


def _elected(act: VotedAct) -> str:
    by_office: dict[str, list[str]] = {}
    for one in act.elected:
        office = french.office(one.office) if one.office else _REPRESENTATIVE
        by_office.setdefault(office, []).append(one.name)
    groups = (f"{french.listed(all_)} ({office})" for office, all_ in by_office.items())
    return f"{f'{NBSP}; '.join(groups)}."


def _casting(act: VotedAct) -> str:
    return f"voix prépondérante du président{NBSP}: {french.ballot(act.casting_vote)}."


def _remarks(act: VotedAct, articles: Articles) -> list[Block]:
    blocks: list[Block] = [
        Line(irregularity(one, articles), "Irrégularité") for one in act.irregular
    ]
    if act.to_review:
        rules = french.listed(french.rule(one, articles) for one in act.to_review)
        blocks.append(Line(f"{rules}.", "À réexaminer"))
    if act.undone_by:
        acts = french.listed(act.undone_by)
        blocks.append(
            Line(f"acte privé d’effet, en tout ou partie, par {acts}.", "Depuis lors")
        )
    return blocks

"""Random histories: what some members and the committee decided in one summer.

The summer is that of 2022, in whose midst publicity became electronic. Acts are dicts
as in an acts file, and in no order; facts are unknown, stated late, or learned later.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Act = dict[str, Any]

FIRST = date(2022, 6, 1)
COMPETENCES = ["communications-electroniques", "numerique-educatif"]
MEMBERS: dict[str, dict[str, Any]] = {
    "avelin": {"name": "Avelin", "kind": "commune", "population": 3_499},
    "beuvry": {"name": "Beuvry", "kind": "commune"},
    "carvin": {"name": "Carvin", "kind": "commune", "population": 3_500},
    "region-fictive": {"name": "Région", "kind": "region"},
}
PROCEDURES = {
    "adhesion": ("adhesion-requested", "adhesion-approved"),
    "transfer": ("competence-transfer-requested", "competence-transferred"),
    "resumption": ("competence-resumption-requested", "competence-resumed"),
    "withdrawal": ("withdrawal-requested", "withdrawal-approved"),
}
CAREERS = [
    ["adhesion", "withdrawal", "adhesion"],
    ["adhesion", "transfer", "resumption", "transfer"],
    ["adhesion", "transfer", "resumption", "resumption", "adhesion"],
    ["adhesion", "adhesion", "withdrawal", "transfer", "adhesion"],
]
WHATS = st.sampled_from(["adhesion", *PROCEDURES])
SOME = st.lists(st.sampled_from(COMPETENCES), min_size=1, unique=True)
DAYS = st.integers(-5, 90)
FACTS = st.integers(0, 60)
MODES = st.sampled_from(["web", "web", "posting", "paper", "notification", None])


def day_text(number: int) -> str:
    """Write a day of that summer."""
    return str(FIRST + timedelta(days=number))


def said(**fields: Any) -> dict[str, Any]:
    """Leave out what is not known."""
    return {field: value for field, value in fields.items() if value is not None}


@st.composite
def dates(draw: st.DrawFn, days: st.SearchStrategy[int]) -> dict[str, Any]:
    """Draw an act's dates: mostly all known, else some, or certified."""
    adopted = draw(days)
    late = draw(st.sampled_from([0, 0, 3, 20]))
    how = draw(st.sampled_from(["complete"] * 8 + ["partial"] * 2 + ["certified"]))
    mode = draw(st.sampled_from(["web", "web", "posting"]))
    complete = {
        "adopted_on": day_text(adopted),
        "sent_on": day_text(adopted + late),
        "published": [{"on": day_text(adopted), "mode": mode}],
    }
    if how == "complete":
        return complete
    if how == "certified":
        certified = {"executory_on": day_text(adopted + late)}
        is_dated = draw(st.booleans())
        first = {"adopted_on": day_text(adopted)} if is_dated else {}
        return first | certified | {"executory_basis": "certified"}
    made = draw(st.lists(st.tuples(st.none() | FACTS, MODES), max_size=2))
    published = [
        said(on=None if on is None else day_text(on), mode=mode) for on, mode in made
    ]
    known = {field: complete[field] for field in complete if draw(st.booleans())}
    return known | {"published": published}


@st.composite
def procedures(
    draw: st.DrawFn, what: str, member: str, days: st.SearchStrategy[int] = FACTS
) -> list[Act]:
    """Draw a request, an approval, or mostly both, for some of the competences."""
    both = draw(st.sampled_from(["both"] * 6 + ["request", "approval"]))
    common, acts = draw(SOME), []
    for side, kind in zip(("request", "approval"), PROCEDURES[what], strict=True):
        decision: dict[str, Any] = {"type": kind}
        if what != "withdrawal":
            decision["competences"] = draw(st.sampled_from([common] * 5) | SOME)
        if side == "approval":
            decision["member"] = member
        elif kind == "adhesion-requested":
            decision["applicant"] = MEMBERS[member]
        if side == "request":
            effect = draw(st.none() | st.just("on-executory") | days)
            effect = day_text(effect) if isinstance(effect, int) else effect
            decision |= said(effect=effect)
        author = member if side == "request" else "comite-syndical"
        if both in {"both", side}:
            acts.append(draw(dates(days)) | {"act": author, "decisions": [decision]})
    return acts


@st.composite
def careers(draw: st.DrawFn) -> list[Act]:
    """Draw what one member may live through: it joins, changes, leaves, comes again."""
    member, acts = draw(st.sampled_from([*MEMBERS])), []
    for number, what in enumerate(draw(st.sampled_from(CAREERS))):
        days = st.integers(13 * number, 13 * number + 12)
        acts += draw(procedures(what, member, days))
    return acts


@st.composite
def strays(draw: st.DrawFn) -> list[Act]:
    """Draw a procedure of anybody, at any time."""
    return draw(procedures(draw(WHATS), draw(st.sampled_from([*MEMBERS]))))


@st.composite
def learnings(draw: st.DrawFn, references: list[str]) -> Act:
    """Draw what the secretariat learned: of an act, or of a commune's population."""
    target, day = draw(st.sampled_from(references)), day_text(draw(FACTS))
    notes: list[dict[str, Any]] = [
        {"type": "act-transmitted", "target": target, "sent_on": day},
        {"type": "act-dated", "target": target, "adopted_on": day},
        {"type": "act-published", "target": target, "on": day} | said(mode=draw(MODES)),
        {
            "type": "identity-changed",
            "member": "beuvry",
            "from": day,
            "population": draw(st.sampled_from([3_499, 3_500])),
        },
    ]
    return {"act": "secretariat", "decisions": [draw(st.sampled_from(notes))]}


@st.composite
def foundations(draw: st.DrawFn) -> Act:
    """Draw the order of creation, perhaps undated, perhaps silent on competences."""
    region = {"id": "region-fictive"} | MEMBERS["region-fictive"]
    competences = draw(st.just([]) | st.just(COMPETENCES[:1]))
    founder = {"institution": region, "competences": competences}
    created = {"type": "syndicate-created", "name": "Fictif", "founders": [founder]}
    dated = draw(st.sampled_from([{}, {"adopted_on": day_text(0)}]))
    return {"act": "prefecture-du-nord", "decisions": [created]} | dated


@st.composite
def histories(draw: st.DrawFn) -> list[Act]:
    """Draw acts that have names of their own, in the order of their recording."""
    lived = draw(st.lists(careers(), min_size=1, max_size=2))
    lived += draw(st.lists(strays(), max_size=2))
    acts = [act for acts in lived for act in acts]
    acts += draw(st.lists(foundations(), max_size=1))
    for number, act in enumerate(acts):
        act["act"] = f"{act['act']}/{number}"
    references = [act["act"] for act in acts]
    for number in range(draw(st.integers(0, 4))):
        note = draw(learnings(references))
        acts.append(note | {"act": f"secretariat/{number}"})
    return draw(st.permutations(acts))


HISTORIES = histories()


def untied(acts: list[Act]) -> list[Act]:
    """Leave out acts adopted on a day that is taken, and what is learned again."""
    taken: set[str | None] = set()
    kept = []
    for act in acts:
        [note, *_] = act["decisions"]
        claims = {act.get("adopted_on")}
        if note["type"] == "identity-changed":
            claims = {note["member"]}
        elif act["act"].startswith("secretariat"):
            claims = {note["target"], note.get("adopted_on", note["target"])}
        if not claims & taken:
            kept.append(act)
            taken |= claims
    return kept

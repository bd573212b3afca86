"""The rules of sections 5 and 6 told a second time: slowly, in plain Python.

Nothing of the program is imported here. Acts are dicts as in an acts file; a test holds
what this says against what the projections say. It knows no mergers, no corrections.
"""

from typing import Any

Act = dict[str, Any]
NEVER = "9999-12-31"
ENDS = {"resumption", "withdrawal"}
SIDES = {
    "adhesion-requested": ("adhesion", "request"),
    "adhesion-approved": ("adhesion", "approval"),
    "competence-transfer-requested": ("transfer", "request"),
    "competence-transferred": ("transfer", "approval"),
    "competence-resumption-requested": ("resumption", "request"),
    "competence-resumed": ("resumption", "approval"),
    "withdrawal-requested": ("withdrawal", "request"),
    "withdrawal-approved": ("withdrawal", "approval"),
}


# ------------------------------------------------------------------- what is known
def acts_known(acts: list[Act], upto: int) -> list[Act]:
    """Read the acts up to a position: each with its decisions and what was learned."""
    position, known, learned = 0, [], []
    for act in acts:
        position += 1
        read = {**act, "published": [*act.get("published", [])], "decisions": []}
        if position <= upto:
            known.append(read)
        for decision in act["decisions"]:
            position += 1
            if position <= upto:
                read["decisions"].append({**decision, "position": position})
                learned.append(decision)
    for note in learned:
        for act in known:
            if act["act"] == note.get("target"):
                learn(act, note)
    return known


def learn(act: Act, note: dict[str, Any]) -> None:
    """Write into an act what a later entry says of it."""
    if note["type"] == "act-published":
        act["published"].append(note)
    for field in ("sent_on", "adopted_on"):
        if field in note:
            act[field] = note[field]


def author_on(member: str, day: str, known: list[Act]) -> tuple[str, int | None]:
    """Tell an institution's kind and population on a day; of no kind if unknown."""
    kind, population = "", None
    said = []
    for act in known:
        for decision in act["decisions"]:
            if decision["type"] == "adhesion-requested" and says_of(act) == member:
                kind = decision["applicant"]["kind"]
                described = decision["applicant"].get("population")
                first_day = act.get("adopted_on", "")
                said.append((first_day, decision["position"], described))
                population = population or described
            if decision["type"] == "syndicate-created":
                for founder in decision["founders"]:
                    if founder["institution"]["id"] == member:
                        kind = founder["institution"]["kind"]
            if decision["type"] == "identity-changed" and decision["member"] == member:
                said.append(
                    (decision["from"], decision["position"], decision["population"])
                )
    for first_day, _position, described in sorted(said, key=lambda one: one[:2]):
        if first_day <= day and described is not None:
            population = described
    return kind, population


def says_of(act: Act) -> str:
    """Tell the author of an act."""
    return str(act["act"].partition("/")[0])


# ------------------------------------------------------------------- in force
def in_force(act: Act, known: list[Act]) -> tuple[str | None, list[tuple[str, str]]]:
    """Tell the day an act is in force, or what is missing."""
    if "executory_on" in act:
        return act["executory_on"], []
    author = says_of(act)
    if author in {"prefecture-du-nord", "secretariat"}:
        missing = [] if "adopted_on" in act else [(act["act"], "adopted_on")]
        return act.get("adopted_on"), missing
    public, lack = [], "publicity"
    for made in act["published"]:
        day, mode = made.get("on"), made.get("mode")
        if day is None:
            continue
        kind, population = author_on(author, day, known)
        if day < "2022-07-01" or mode == "web":
            public.append(day)
        elif kind == "commune" and population is None:
            lack = "population" if mode is not None else lack
        elif kind == "commune" and population is not None and population < 3500:
            public.append(day)
    lacking = [field for field in ("adopted_on", "sent_on") if field not in act]
    if not public:
        lacking.append(lack)
    if lacking:
        return None, [(act["act"], field) for field in lacking]
    return max(act["adopted_on"], act["sent_on"], min(public)), []


# ------------------------------------------------------------------- agreements
def said_by(known: list[Act]) -> list[dict[str, Any]]:
    """List what was asked and agreed, one thing for each competence, by adoption."""
    said = []
    for act in known:
        day, missing = in_force(act, known)
        for decision in act["decisions"]:
            if decision["type"] not in SIDES:
                continue
            procedure, side = SIDES[decision["type"]]
            for competence in decision.get("competences", [None]):
                one = {
                    "member": decision.get("member", says_of(act)),
                    "about": (procedure, competence),
                    "side": side,
                    "act": act["act"],
                    "adopted": act.get("adopted_on", NEVER),
                    "position": decision["position"],
                    "day": day,
                    "missing": missing,
                    "effect": decision.get("effect", ""),
                    "partner": None,
                    "dead_from": None,
                }
                said.append(one)
    return sorted(said, key=lambda one: (one["adopted"], one["position"]))


def agreements(known: list[Act]) -> list[dict[str, Any]]:
    """Marry requests and approvals; what stayed alone is an agreement of one."""
    said = said_by(known)
    married = []
    for place, one in enumerate(said):
        single = [
            other
            for other in said[:place]
            if other["member"] == one["member"]
            and other["about"] == one["about"]
            and other["side"] != one["side"]
            and other["partner"] is None
            and other["dead_from"] is None
        ]
        if not single:
            continue
        one["partner"], single[-1]["partner"] = single[-1], one
        agreed = agreement(one, single[-1])
        married.append(agreed)
        if agreed["procedure"] in ENDS and agreed["start"]:
            for other in said[:place]:
                if (
                    other["member"] == one["member"]
                    and agreed["competence"] in {None, other["about"][1]}
                    and other["partner"] is None
                    and other["dead_from"] is None
                ):
                    other["dead_from"] = agreed["start"]
            for other in married:
                if (
                    other["member"] == agreed["member"]
                    and other["procedure"] not in ENDS
                    and agreed["competence"] in {None, other["competence"]}
                    and (other["start"] or NEVER) > agreed["start"]
                    and other["dead_from"] is None
                ):
                    other["dead_from"], other["start"] = agreed["start"], None
    alone = [agreement(one) for one in said if one["partner"] is None]
    return married + alone


def agreement(*sides: dict[str, Any]) -> dict[str, Any]:
    """Describe what one or two bodies said: when it starts, what is missing."""
    by_side = {side["side"]: side for side in sides}
    missing: list[tuple[str | None, str]] = []
    for name in ("request", "approval"):
        missing += by_side[name]["missing"] if name in by_side else []
    missing += [(None, name) for name in ("request", "approval") if name not in by_side]
    start = None
    if not missing:
        stated = [side["effect"] for side in sides if side["effect"][:1] == "2"]
        start = max([side["day"] for side in sides] + stated)
    return {
        "member": sides[0]["member"],
        "procedure": sides[0]["about"][0],
        "competence": sides[0]["about"][1],
        "start": start,
        "missing": missing,
        "position": max(side["position"] for side in sides),
        "first_adopted": min(
            "" if side["adopted"] == NEVER else side["adopted"] for side in sides
        ),
        "dead_from": sides[0]["dead_from"],
    }

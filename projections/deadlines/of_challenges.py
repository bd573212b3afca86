"""How does a challenge on record move the time to bring an act before the court?

A recourse to the author, or the prefect's letter of observations, received in time,
opens a new time once, for who made it: two months franc from its refusal, express or by
two months of silence (CJA R.421-1, R.421-2; CRPA L.411-2). A request for missing papers
lets the prefect's time run from the day they are complete (CGCT L.2131-6).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from projections.acts.challenges import Challenge
from projections.deadlines.deadline import Limit
from projections.limits.time_limits import appeal_ends, silence_ends
from projections.missing import Missing


def running(
    limit: Limit, fact: str, starts: date | None, last_day: Callable[[date], date]
) -> Limit:
    """Let a limit run from the day a fact of its act happened; or miss that fact."""
    if starts is None:
        missing = tuple(Missing(act, fact) for act in limit.because)
        return msgspec.structs.replace(limit, missing=missing)
    return msgspec.structs.replace(limit, starts=starts, last_day=last_day(starts))


def moved_by(known: Iterable[Challenge], limit: Limit, at: date) -> Iterator[Limit]:
    """Give the new times that recourses open, each once for who made it.

    They are told from the day the recourse was received: what silence would refuse may
    be refused sooner. A time whose end is unknown has not ended.
    """
    seen: set[str] = set()
    for one in known:
        is_theirs = _is_prefect_s(one) == (limit.kind == "defere")
        if not one.asks_author or not is_theirs or one.said.by in seen:
            continue
        if not _is_in_time(one, limit):
            continue
        seen.add(one.said.by)
        refused_on = _refused_on(one, at)
        if refused_on is not None:
            moved = Limit(
                kind=limit.kind,
                by=limit.by,
                because=(*limit.because, *_acts(one, at)),
                only_for=one.said.by,
                mark=f":{one.position}",
            )
            yield running(moved, "refusal", refused_on, appeal_ends)


def awaiting_papers(known: Iterable[Challenge], defere: Limit, at: date) -> Limit:
    """Let the prefect's time run from the day the papers asked for were complete."""
    for one in known:
        if one.said.kind != "missing-papers" or not _is_in_time(one, defere):
            continue
        because = (*defere.because, *_acts(one, at))
        asked = Limit(kind="defere", by=defere.by, because=because)
        closed_on = one.closed_on(at)
        if closed_on is None:
            missing = (Missing(defere.because[0], "papers"),)
            return msgspec.structs.replace(asked, missing=missing)
        if one.closed is not None and one.closed.outcome == "completed":
            defere = running(asked, "papers", closed_on, appeal_ends)
    return defere


def _is_prefect_s(one: Challenge) -> bool:
    is_named = kind_of(one.said.by) is Authority.PREFECTURE
    return is_named or one.said.kind == "observations"


def _is_in_time(one: Challenge, limit: Limit) -> bool:
    return limit.last_day is None or one.said.on <= limit.last_day


def _refused_on(one: Challenge, at: date) -> date | None:
    """Tell the day it is refused on, by words or by silence; None where it is not."""
    silent_on, closed_on = silence_ends(one.said.on), one.closed_on(at)
    if closed_on is None or one.closed is None or closed_on > silent_on:
        return silent_on
    return closed_on if one.closed.outcome == "rejected" else None


def _acts(one: Challenge, at: date) -> tuple[str, ...]:
    return one.acts if one.closed_on(at) is not None else (one.act,)

"""Write `examples/fictional/`: the fictional complement to the real acts.

    python -m examples.make_fictional

The same every time: no clock, no dice, nothing read but `fictional_data.json`. What
happens when is in the modules `examples.fictional_*`; their steps are told in order of
their days, so that each vote is cast by those who sit then.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from examples import (
    fictional_agenda,
    fictional_changes,
    fictional_corrections,
    fictional_founders,
    fictional_members,
    fictional_money,
)
from examples.fictional_acts import Story, numbered
from examples.fictional_members import Step
from examples.fictional_sessions import Session, college_elects, hold
from ledger.acts.writing import WIDTH, written

FOLDER = Path(__file__).with_name("fictional")
_REAL_REQUEST_IN_FORCE = {"ca-caudresis-catesis": date(2021, 5, 25)}


def files() -> dict[str, str]:
    """Compose the files, by their path below the folder."""
    acts = numbered(told().acts)
    years = groupby(acts, key=lambda act: act["adopted_on"].year)
    return {
        f"{year}.yaml": written(_comment(year), list(of_year))
        for year, of_year in years
    }


def told() -> Story:
    """Tell the story, step by step; its acts have no numbers yet."""
    story = Story(in_force=dict(_REAL_REQUEST_IN_FORCE))
    for _day, happen in sorted(_steps(), key=lambda step: step[0]):
        happen(story)
    return story


def _steps() -> Iterator[Step]:
    yield from fictional_founders.STEPS
    yield from fictional_changes.STEPS
    yield from (request.step() for request in fictional_members.REQUESTS)
    yield from fictional_money.STEPS
    yield from fictional_corrections.STEPS
    for college, day, members in fictional_agenda.COLLEGES:
        yield day, _electing(college, day, members)
    for session in fictional_agenda.SESSIONS:
        yield session.day, _holding(session)


def _electing(
    college: str, day: date, members: Sequence[str]
) -> Callable[[Story], None]:
    return lambda story: college_elects(story, college, day, members)


def _holding(session: Session) -> Callable[[Story], None]:
    return lambda story: hold(story, session)


def _comment(year: int) -> list[str]:
    said = (
        f"Complément fictif, année {year}. TOUT est inventé ici : les personnes, les "
        "délibérations, les votes, les dates et les montants ; chaque acte le dit "
        "(`source: fictif`, note « FICTIF »). Seuls sont réels les noms, SIREN, codes "
        "INSEE et populations des collectivités (DGCL et INSEE, par le paquet "
        "@etalab/decoupage-administratif, Licence Ouverte 2.0), hormis la commune "
        "nouvelle des Deux-Weppes, imaginaire. Écrit par `python -m "
        "examples.make_fictional`, toujours à l'identique : ne pas modifier à la main."
    )
    return wrap(said, WIDTH)


def main() -> None:
    """Write the files; what the folder held else is left alone."""
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

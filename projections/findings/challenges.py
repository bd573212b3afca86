"""Which acts are challenged, and by whom?"""

from collections.abc import Iterator
from typing import Any

from ledger.language import N_
from ledger.tags import institution_of
from projections.acts.challenges import KINDS
from projections.acts.challenges import challenges as challenges_made
from projections.findings.finding import Finding, Phrase
from projections.findings.scope import Scope
from projections.limits.time_limits import silence_ends


class _ChallengeFinding(Finding, frozen=True):
    rule = "challenge.open"
    severity = "notice"


class OpenChallengeFinding(_ChallengeFinding, frozen=True):
    """An act is challenged, and nothing on record closes the challenge."""

    article = N_("CJA R.421-1, CGCT L.2131-6 and L.3132-1")
    sentence = N_("{act} is challenged by {by}, received on {received_on} ({kind})")
    remedy = N_("Record its end with challenge-closed; see «smo deadlines»")


class SilentChallengeFinding(_ChallengeFinding, frozen=True):
    """The author of an act was silent for two months on a recourse."""

    article = N_("CJA R.421-1 and R.421-2")
    sentence = N_(
        "{act} is challenged by {by}, received on {received_on} ({kind}): silence "
        "refused it on {refused_on}"
    )
    remedy = N_("See until when it may go to court with «smo deadlines»")


RULES: tuple[type[Finding], ...] = (OpenChallengeFinding, SilentChallengeFinding)


def challenges(scope: Scope) -> Iterator[Finding]:
    """List the challenges received by a day, and open then."""
    for target, made in challenges_made(scope.world.known).items():
        for one in made if target in scope.references else ():
            if one.said.on > scope.at or one.closed_on(scope.at) is not None:
                continue
            said: dict[str, Any] = {
                "by": one.said.by,
                "received_on": one.said.on,
                "kind": Phrase(KINDS[one.said.kind]),
            }
            member, silent_on = institution_of(target), silence_ends(one.said.on)
            if one.asks_author and silent_on <= scope.at:
                yield SilentChallengeFinding.seen(
                    target, member, refused_on=silent_on, **said
                )
            else:
                yield OpenChallengeFinding.seen(target, member, **said)

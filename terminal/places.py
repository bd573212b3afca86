"""Where somebody sits, as a sentence goes on: in the committee, as president."""

from ledger.language import N_
from ledger.language import translate as _
from projections.register.differences import Change
from terminal import words

Place = tuple[str, str | None]
"""A body, and an office in it."""

_IN = {
    "comite-syndical": N_("in the committee"),
    "bureau": N_("in the bureau"),
    "college-communal": N_("in the communal college"),
    "college-nord": N_("in the Nord college"),
    "college-pas-de-calais": N_("in the Pas-de-Calais college"),
}
_AS = {
    "president": N_("as president"),
    "vice-president": N_("as vice-president"),
}


def place_of(change: Change) -> Place:
    """Tell which seat a change is about."""
    said = change.after or change.before or {}
    return said["body"], said["office"]


def where(place: Place) -> str:
    """Write a place as a sentence goes on."""
    body, office = place
    if office is not None:
        return _(_AS[office])
    return _(_IN[body]) if body in _IN else _("in {body}").format(body=body)


def called(place: Place) -> str:
    """Write a place by itself."""
    body, office = place
    return f"{words.body(body)}, {words.office(office)}" if office else words.body(body)

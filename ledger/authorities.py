"""Who adopts acts, told by the name before the `/` of an act's reference."""

from enum import Enum

from ledger.language import N_


class Authority(Enum):
    """The kinds of author; each may decide what the catalogue lets it decide."""

    PREFECTURE = N_("prefecture")
    COMMITTEE = N_("committee")
    BUREAU = N_("bureau")
    PRESIDENT = N_("president")
    COLLEGE = N_("college")
    COURT = N_("court")
    SECRETARIAT = N_("secretariat")
    INSTITUTION = N_("institution")

    @property
    def of_syndicate(self) -> bool:
        """Tell whether the act is one of the syndicate's own bodies (CGCT L.5721-4)."""
        return self in {Authority.COMMITTEE, Authority.BUREAU, Authority.PRESIDENT}


COMMITTEE = "comite-syndical"
SECRETARIAT = "secretariat"

_NAMES = {
    COMMITTEE: Authority.COMMITTEE,
    "bureau": Authority.BUREAU,
    "president": Authority.PRESIDENT,
    "conseil-d-etat": Authority.COURT,
    SECRETARIAT: Authority.SECRETARIAT,
}
_PREFIXES = {
    "prefecture-": Authority.PREFECTURE,
    "college-": Authority.COLLEGE,
    "tribunal-": Authority.COURT,
    "cour-": Authority.COURT,
}
NAMED = tuple(_NAMES)
"""The authorities known by their whole name."""


def authority_of(reference: str) -> str:
    """Tell the authority an act's reference begins with.

    >>> authority_of("chereng/2024-1-1")
    'chereng'
    """
    return reference.partition("/")[0]


def kind_of(authority: str) -> Authority:
    """Tell the kind of an authority; what has no name of its own is an institution.

    >>> kind_of("tribunal-administratif-de-lille").value, kind_of("hem").value
    ('court', 'institution')
    """
    if authority in _NAMES:
        return _NAMES[authority]
    for prefix, kind in _PREFIXES.items():
        if authority.startswith(prefix):
            return kind
    return Authority.INSTITUTION

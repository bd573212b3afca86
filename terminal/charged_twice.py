"""Communes charged beside their EPCI, as a table for people."""

from ledger.language import translate as _
from projections.money.overlaps import Overlap
from terminal.printing import Table


def charged_twice(overlaps: tuple[Overlap, ...]) -> list[Table]:
    """Draw who may be charged for the same schools; nothing where nobody is."""
    if not overlaps:
        return []
    rows = tuple(
        (one.name, one.epci_name, one.competence, "\n".join(one.because))
        for one in overlaps
    )
    heads = (_("Name"), _("Its EPCI"), _("Competence"), _("By these acts"))
    note = _("Both are charged for the year; nothing is left out by itself.")
    return [Table(_("The same schools, perhaps counted twice"), heads, rows, note)]

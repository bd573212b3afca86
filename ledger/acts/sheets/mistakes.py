"""What is wrong in a spreadsheet: one class a mistake, each with what to do."""

from ledger.acts.problems import NearestError
from ledger.errors import LedgerError
from ledger.language import N_
from ledger.names import nearest, slug


# ------------------------------------------------------------------- the file
class OtherFormatError(LedgerError):
    """A spreadsheet of a format that is not read."""

    sentence = N_(
        "This is a spreadsheet in the format {format}, which is not read. Open it, and "
        "save it as .xlsx or .csv"
    )


class NotAWorkbookError(LedgerError):
    """The suffix says .xlsx, and the content is something else."""

    sentence = N_(
        "This is no workbook, whatever its name says. Open it in a spreadsheet "
        "program, and save it as .xlsx"
    )


class ProtectedWorkbookError(LedgerError):
    """Nobody reads it without its password."""

    sentence = N_(
        "The workbook is protected by a password. Open it, take the password off, and "
        "save it again"
    )


class BrokenWorkbookError(LedgerError):
    """Part of it is missing, or is not what a workbook is made of."""

    sentence = N_(
        "The workbook is damaged or incomplete. Copy the file again, or open it in a "
        "spreadsheet program and save it as .xlsx"
    )


class TooLargeSheetError(LedgerError):
    """It holds more than any secretariat writes."""

    sentence = N_(
        "The file is too large to be a list of acts: more than {most}. Delete what is "
        "empty or not needed, or cut it in several files"
    )


class BinaryTableError(LedgerError):
    """The suffix says .csv, and the content is no text."""

    sentence = N_(
        "This is no CSV file, whatever its name says. Open it in a spreadsheet "
        "program, and save it as .csv or .xlsx"
    )


class QuotationMarksError(LedgerError):
    """A row of a CSV file whose quotation marks do not match."""

    sentence = N_(
        "The quotation marks of this row do not match. Close them, or take them out"
    )


class NoRowsError(LedgerError):
    """Nothing stands in the file, but headings perhaps."""

    sentence = N_(
        "The file holds no row. Write what is to be recorded under the headings of "
        "«smo template {templates}», and save it"
    )


# ------------------------------------------------------------------- what is hidden
class HiddenSheetError(LedgerError):
    """Nobody who opens the workbook sees the sheet."""

    sentence = N_("The sheet «{sheet}» is hidden. Show it, or delete it")


class HiddenRowsError(LedgerError):
    """Rows that are hidden, or left out by a filter."""

    sentence = N_(
        "Of the sheet «{sheet}», these rows are hidden, or left out by a filter: "
        "{rows}. Show them, or delete them"
    )


class HiddenColumnsError(LedgerError):
    """Columns that are hidden, and in which something stands."""

    sentence = N_(
        "Of the sheet «{sheet}», these columns are hidden: {columns}. Show them, or "
        "delete them"
    )


# ------------------------------------------------------------------- the headings
class UnknownSheetError(LedgerError):
    """A sheet made from none of the templates."""

    sentence = N_(
        "The headings of this sheet are those of no template. Take them from «smo "
        "template {templates}», or delete the sheet"
    )


class UnknownHeadingError(NearestError):
    """A column no template has."""

    sentence = N_(
        "«{name}» is no heading of the template «{title}» (smo template {template})"
    )

    def closest(self) -> list[str]:
        """Find the nearest heading, however it is written."""
        headings = {slug(heading): heading for heading in self.known}
        return [headings[one] for one in nearest(slug(self.values["name"]), headings)]


class RepeatedHeadingError(LedgerError):
    """The same heading over two columns."""

    sentence = N_("The heading «{heading}» stands over two columns. Keep one")


class MissingHeadingError(LedgerError):
    """A column that is needed is not there."""

    sentence = N_("The column «{heading}» is missing. Add it")


class NoHeadingError(LedgerError):
    """Something stands in a column that has no heading."""

    sentence = N_(
        "This stands in a column without a heading. Give it one of the template "
        "«{title}» (smo template {template}), or empty the cell"
    )


# ------------------------------------------------------------------- the cells
class EmptyCellError(LedgerError):
    """A cell that is needed says nothing."""

    sentence = N_("Nothing stands under «{heading}», which is needed here. Fill it in")


class UncalculatedFormulaError(LedgerError):
    """A formula without the value it had when the file was saved."""

    sentence = N_(
        "The formula of this cell has no value yet. Open the file in a spreadsheet "
        "program, save it, and import it again"
    )


class FormulaErrorError(LedgerError):
    """The program that wrote the file found an error in the cell."""

    sentence = N_("The cell shows the error {found}. Correct its formula")


class DateInTextError(LedgerError):
    """A spreadsheet program took a text for a date."""

    sentence = N_(
        "The spreadsheet program made the date {day} of what was written here. Give "
        "the cell the format Text, and write it again"
    )


class SharedNameError(LedgerError):
    """A name that several institutions bear, or bore."""

    sentence = N_(
        "«{name}» is, or was, the name of more than one institution: {ids}. Write the "
        "id of the one that is meant"
    )


class UnknownWordError(NearestError):
    """A word outside a closed list."""

    sentence = N_("«{name}» is not one of the values that may stand here")

    def closest(self) -> list[str]:
        """Find the nearest word, whatever its accents."""
        words = {slug(word): word for word in self.known}
        return [words[one] for one in nearest(slug(self.values["name"]), words)]


# ------------------------------------------------------------------- the rows
class DisagreeingRowsError(LedgerError):
    """Two rows of one act say different things of it."""

    sentence = N_(
        "Another row of the act {act} says {said} under «{heading}», in {other}. Write "
        "the same in both, or leave one empty"
    )


class RepeatedRowError(LedgerError):
    """Two rows about the same thing."""

    sentence = N_("This row is about the same as row {other}. Keep one of them")


class OtherAuthorError(LedgerError):
    """An act by another institution than the one in the row."""

    sentence = N_(
        "{act} is an act of {authority}, but {other} names {member}. Correct one of "
        "the two"
    )

"""Every no about keeping a ledger: copies of it, and who may do what with it."""

from ledger.errors import LedgerError
from ledger.language import N_


class NoRolesError(LedgerError):
    """A file knows no roles."""

    sentence = N_(
        "{place} is a SQLite file, which has no roles: whoever may write the file may "
        "record. The rights of the file and its folder say who that is"
    )


class RolesNotAllowedError(LedgerError):
    """This user of the database may not create its roles."""

    sentence = N_(
        "The roles were not created: the database at {place} does not let you "
        "({reason}). Let its owner do it, as a user with CREATEROLE"
    )


class NoFileToCopyError(LedgerError):
    """A ledger on a server is copied with the server's own tools."""

    sentence = N_(
        "The ledger at {place} is no file: copy it with «pg_dump», as docs/backup.md "
        "shows"
    )


class TakenFileError(LedgerError):
    """A copy never takes the place of something."""

    sentence = N_("{file} is there already, and is not touched. Name another file")


class UnwritableCopyError(LedgerError):
    """The system does not let the copy be written."""

    sentence = N_("The copy {file} cannot be written: {reason}. No copy was made")


class UnwholeCopyError(LedgerError):
    """What was copied does not stand up to being read again."""

    sentence = N_(
        "The copy was not kept, for it is not whole ({faults} faults). «smo verify» "
        "names what is wrong with the ledger itself"
    )

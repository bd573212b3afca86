"""What may stand in a column, and how it becomes the plain text of an acts file.

A value that cannot be understood is handed on as it is: the field's own type refuses
it, in the words it has for an acts file. Nothing is guessed here.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from ledger.acts.sheets.grid import Fault, Formula, Value, shown
from ledger.acts.sheets.mistakes import (
    DateInTextError,
    FormulaErrorError,
    SharedNameError,
    UncalculatedFormulaError,
    UnknownWordError,
)
from ledger.acts.sheets.on_record import NOTHING, OnRecord
from ledger.language import N_
from ledger.names import slug

Style = Literal["text", "day", "number"]


class Content(msgspec.Struct, frozen=True):
    """What stands in a column: how it is read, how a template formats it, the words.

    Where words stand for what is on record, it looks it up; `expected` is what a
    mistake says should stand there, in the words of the template.
    """

    reads: Callable[[Value], Any]
    style: Style = "text"
    words: tuple[str, ...] = ()
    looks_up: Callable[[Value, OnRecord], Any] | None = None
    expected: str | None = None


def read(content: Content, value: Value, on_record: OnRecord = NOTHING) -> Any:
    """Read a cell that is not empty as a plain value.

    Raises:
        LedgerError: it holds no value, or one that no text can be made of.
    """
    if isinstance(value, Formula):
        raise UncalculatedFormulaError
    if isinstance(value, Fault):
        raise FormulaErrorError(found=value.text)
    if content.looks_up is not None:
        return content.looks_up(value, on_record)
    return content.reads(value)


# ------------------------------------------------------------------- how it is read
_FRENCH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\s[0-9]{3})+")
_SPACED = re.compile(r"[0-9]+(?:\s[0-9]+)+")
_SCHOOL_YEAR = re.compile(r"([0-9]{4})\s*[-/‐‑–—]\s*([0-9]{4})")
_WITH_ID = re.compile(r"(.*\S)\s*\[([^\[\]]*)\]", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_EXECUTORY = {"executoire", "on-executory", "caractere-executoire"}


def _text(value: Value) -> str:
    if isinstance(value, date):
        raise DateInTextError(day=shown(value))
    return shown(value)


def _day(value: Value) -> str:
    """Read a date as a spreadsheet or a French hand writes it."""
    text = shown(value)
    written = _FRENCH_DAY.fullmatch(text)
    if written is None:
        return text
    try:
        return date(int(written[3]), int(written[2]), int(written[1])).isoformat()
    except ValueError:
        return text


def _count(value: Value) -> str:
    """Read a number, in groups of thousands where it is so written."""
    text = shown(value)
    return re.sub(r"\s", "", text) if _GROUPED.fullmatch(text) else text


def _digits(value: Value) -> str:
    """Read a number that is a name, in groups of digits or not."""
    text = _text(value)
    return re.sub(r"\s", "", text) if _SPACED.fullmatch(text) else text


def _id(value: Value) -> str:
    """Read an id, or a name, which is written as an id; a number stays one."""
    text = _text(value)
    return (slug(text) or text) if _LETTER.search(text) else text


def _institution(value: Value, on_record: OnRecord) -> str:
    """Read an id as it stands; tell whose a name is, where it is on record."""
    plain, text = _id(value), _text(value)
    called = on_record.institutions_called(text)
    if len(called) > 1 and text not in called:
        raise SharedNameError(name=text, ids=", ".join(called))
    return plain if text in called or not called else called[0]


def _competences(value: Value, on_record: OnRecord) -> list[str]:
    """Read competences: their ids, or the labels of those on record."""
    known = on_record.competences()

    def reads(text: str) -> str:
        found = known.get(slug(text))
        if found is None and slug(text) != text and _LETTER.search(text):
            raise UnknownWordError(name=text, known=sorted({*known.values()}))
        return found or text

    written = re.split(r"[,;\n]", _text(value))
    return [reads(one.strip()) for one in written if one.strip()]


def _person(value: Value) -> str | dict[str, str]:
    """Read a person: a name, or `name [id]` for namesakes."""
    text = _text(value)
    written = _WITH_ID.fullmatch(text)
    return text if written is None else {"id": written[2], "name": written[1]}


def _school_year(value: Value) -> str:
    text = _text(value)
    written = _SCHOOL_YEAR.fullmatch(text)
    return text if written is None else f"{written[1]}-{written[2]}"


def _effect(value: Value) -> str:
    return "on-executory" if slug(shown(value)) in _EXECUTORY else _day(value)


def one_of(words: Mapping[str, str]) -> Content:
    """Make a column of a closed list: each word, and what it is in an acts file."""
    meant = {slug(word): code for word, code in words.items()}
    meant |= {slug(code): code for code in words.values()}

    def reads(value: Value) -> str:
        text = shown(value)
        if slug(text) not in meant:
            raise UnknownWordError(name=text, known=list(words))
        return meant[slug(text)]

    return Content(reads, words=tuple(words))


# ------------------------------------------------------------------- what may stand
TEXT = Content(_text)
DAY = Content(_day, "day", expected=N_("a date such as 30/06/2024"))
COUNT = Content(_count, "number")
DIGITS = Content(_digits)
ID = Content(_id)
INSTITUTION_ID = Content(_id, looks_up=_institution)
COMPETENCES = Content(_text, looks_up=_competences)
PERSON = Content(_person)
SCHOOL_YEAR = Content(_school_year)
EFFECT = Content(
    _effect, expected=N_("a date such as 30/06/2024, or the word «exécutoire»")
)
VERSION = Content(_day)
MODE = one_of(
    {
        "site internet": "web",
        "affichage": "posting",
        "papier": "paper",
        "notification": "notification",
    }
)
KIND = one_of(
    {
        "commune": "commune",
        "EPCI": "epci",
        "département": "departement",
        "région": "region",
        "syndicat": "syndicat",
        "établissement public": "public",
        "organisme privé": "private",
        "service de l'État": "state",
    }
)
NATURE = one_of(
    {
        "délibération": "DE",
        "arrêté réglementaire": "AR",
        "acte individuel": "AI",
        "contrat ou convention": "CC",
        "document budgétaire": "BF",
        "autre": "AU",
    }
)

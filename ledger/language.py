"""The language people are spoken to: chosen at the edge, used when text is shown.

Messages are written in English in the code, marked with `N_` where they are declared
and translated with `translate` (imported as `_`) where they are shown. Nothing is
translated while a module is imported. The catalogues are gettext files in `locale/`.

The language belongs to the context (`contextvars`), not to the process: two threads, or
two tasks, speak each its own. A thread that is started begins in English, whatever was
spoken where it was started: hand it the language, and let it say `speak` first.
"""

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "smo"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("fr", "en")

_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def N_(message: str) -> str:  # noqa: N802 -- the name gettext tools look for
    """Mark a message for translation, and hand it back as it is."""
    return message


def translate(message: str) -> str:
    """Say a message in the language spoken now."""
    return _catalogue(_spoken.get()).gettext(message) if message else message


def ntranslate(singular: str, plural: str, count: int) -> str:
    """Say a message about a number of things in the language spoken now."""
    return _catalogue(_spoken.get()).ngettext(singular, plural, count)


def speak(language: str) -> None:
    """Speak this language from now on in the present context: `fr` or `en`."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while: documents are French, whoever asks."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """Tell the language spoken in the present context: `fr` or `en`."""
    return _spoken.get()


def preferred(environment: Mapping[str, str]) -> str:
    """Choose a language from `SMO_LANG`, else the locale.

    >>> preferred({"LC_ALL": "", "LANG": "fr_FR.UTF-8"})
    'fr'
    """
    for name in ("SMO_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Load what is said in a language; English is what stands in the code."""
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)

"""The language people are spoken to: chosen once at the edge, used when text is shown.

Messages are written in English in the code, marked with `N_` where they are declared
and translated with `translate` (imported as `_`) where they are shown. Nothing is
translated while a module is imported. The catalogues are gettext files in `locale/`.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

DOMAIN = "smo"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("fr", "en")

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def N_(message: str) -> str:  # noqa: N802 -- the name gettext tools look for
    """Mark a message for translation, and hand it back as it is."""
    return message


def translate(message: str) -> str:
    """Say a message in the language spoken now."""
    return _current.gettext(message) if message else message


def ntranslate(singular: str, plural: str, count: int) -> str:
    """Say a message about a number of things in the language spoken now."""
    return _current.ngettext(singular, plural, count)


def speak(language: str) -> None:
    """Use this language from now on, for our own messages and for click's."""
    global _current, _language  # noqa: PLW0603 -- one process speaks one language
    _language = language
    _current = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
    # click asks the standard library's default domain, which reads the environment.
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while: documents are French, whoever asks."""
    before = _language
    speak(language)
    try:
        yield
    finally:
        speak(before)


def spoken() -> str:
    """Tell the language spoken now: `fr` or `en`."""
    return _language


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

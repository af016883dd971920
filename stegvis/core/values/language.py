"""Swedish is the source; other languages are catalogues beside it."""

import gettext as _gettext
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE_LANGUAGE = "sv"
LANGUAGES = ("sv", "en")
CATALOGUES = Path(__file__).parents[2] / "locale"

_current: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """The catalogue compiled in memory, so that no built file can be out of date."""
    if language == SOURCE_LANGUAGE or not catalogue_file(language).is_file():
        return _gettext.NullTranslations()
    return _gettext.GNUTranslations(BytesIO(compiled_catalogue(language)))


def catalogue_file(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "stegvis.po"


def compiled_catalogue(language: str) -> bytes:
    """As gettext reads it; a tenth of a second."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - Swedish needs no Babel here
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with catalogue_file(language).open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=language))
    return compiled.getvalue()


def gettext(sentence: str) -> str:
    """Nothing stays nothing: under the empty sentence a catalogue keeps its own header."""
    return _catalogue(_current.get()).gettext(sentence) if sentence else ""


def ngettext(one: str, many: str, number: int) -> str:
    return _catalogue(_current.get()).ngettext(one, many, number)


def pgettext(context: str, sentence: str) -> str:
    """For a word that other languages say differently here: `Avslutad` of a person, a programme."""
    return _catalogue(_current.get()).pgettext(context, sentence)


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return sentence


def in_every_language(sentence: str) -> "Iterator[str]":
    """The source first; a catalogue is opened only when somebody asks for its word."""
    return (_catalogue(language).gettext(sentence) for language in LANGUAGES)


def current_language() -> str:
    return _current.get()


@contextmanager
def speaking(language: str) -> "Iterator[None]":
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)

"""Sections of a portrait as lines of text, no wider than the terminal."""

import shutil
from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.portrait.section import Entry, Section, SideBySide

WIDEST = 100
NARROWEST = 40
BETWEEN = "  │  "


def width_of_terminal() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def section_lines(section: Section, width: int) -> Iterator[str]:
    yield section.title.upper()
    for entry in section.entries:
        if isinstance(entry, SideBySide):
            yield from _two_columns(entry, width)
        else:
            yield from entry_lines(entry, width)


def entry_lines(entry: Entry, width: int) -> Iterator[str]:
    yield from _bullet(entry.text, "  • ", width)
    for sentence in entry.under:
        yield from _bullet(sentence, "      ", width)


def _bullet(text: str, mark: str, width: int) -> list[str]:
    """Broken at ordinary spaces only: `wrap` leaves a number with its unit."""
    blank = " " * len(mark)
    return wrap(text, width, initial_indent=mark, subsequent_indent=blank, break_on_hyphens=False)


def _two_columns(pair: SideBySide, width: int) -> Iterator[str]:
    half = (width - len(BETWEEN)) // 2
    earlier = Entry(_("TIDIGARE: {text}").format(text=pair.earlier.text), pair.earlier.under)
    later = Entry(_("NU: {text}").format(text=pair.later.text), pair.later.under)
    columns = (entry_lines(earlier, half), entry_lines(later, half))
    for left, right in zip_longest(*columns, fillvalue=""):
        yield f"{left:<{half}}{BETWEEN}{right}".rstrip()

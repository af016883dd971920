"""A written day as a day number, only when it can be read in one way."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.periods import day_number, day_of
from stegvis.results.values.reading import Unreadable

YEARS = range(1900, 2101)  # of the calendar that Swedish records use; others are slips of the pen
EXCEL_DAY_ZERO = 25569  # the serial number of 1970-01-01 in a workbook (ECMA-376, 18.17.4.1)
SERIALS = range(18264, 73051)  # 1950-01-01 to 2099-12-31 as such numbers
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
SWEDISH = re.compile(r"(\d{1,2})[./](\d{1,2})[. ] ?(\d{4})")
NAMED = re.compile(r"(\d{1,2})\.? ([a-zå]{3,9})\.? (\d{4})", re.IGNORECASE)
SLASHED = re.compile(r"(\d{1,2})[/\-](\d{1,2})[/\-](\d{4})")
SHORT_YEAR = re.compile(r"\d{6}|\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/. ]\d{2}")
PARTIAL = re.compile(r"\d{4}(-\d{1,2})?")

EXPECTED_DAY = N_("ett datum som 2024-12-31")


def read_day(text: str, formats: Sequence[str] = ()) -> int | Unreadable:
    """The day number of `text`; `formats` are the sheet's own, as strptime writes them."""
    for form in formats:
        try:
            return day_number(datetime.strptime(text, form).date())  # noqa: DTZ007 - a day
        except ValueError:
            continue
    parts = _parts(text)
    return _from_parts(*parts) if isinstance(parts, tuple) else parts


def _parts(text: str) -> tuple[int, int, int] | Unreadable:
    if (found := ISO.fullmatch(text)) or (found := COMPACT.fullmatch(text)):
        return int(found[1]), int(found[2]), int(found[3])
    if found := SWEDISH.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := NAMED.fullmatch(text)) and found[2][:3].lower() in MONTHS:
        return int(found[3]), MONTHS.index(found[2][:3].lower()) + 1, int(found[1])
    if found := SLASHED.fullmatch(text):
        return _of_slashed(int(found[1]), int(found[2]), int(found[3]))
    return _why_not(text)


def _of_slashed(first: int, second: int, year: int) -> tuple[int, int, int] | Unreadable:
    """Day first, unless it could as well be the month: then nobody knows."""
    if second > len(MONTHS):
        return year, first, second
    if first > len(MONTHS) or first == second:
        return year, second, first
    return Unreadable(_("Datumet kan läsas på två sätt."), _(EXPECTED_DAY))


def _why_not(text: str) -> Unreadable:
    if SHORT_YEAR.fullmatch(text):
        return Unreadable(_("Årtalet har bara två siffror."), _(EXPECTED_DAY))
    if text.isdecimal() and int(text) in SERIALS:
        meant = day_of(int(text) - EXCEL_DAY_ZERO).isoformat()
        sentence = _("Cellen är ett tal, inte ett datum; som datum i Excel är det {day}.")
        return Unreadable(sentence.format(day=meant), _(EXPECTED_DAY))
    if PARTIAL.fullmatch(text):
        return Unreadable(_("Dagen saknas i datumet."), _(EXPECTED_DAY))
    return Unreadable(_("Det går inte att läsa som datum."), _(EXPECTED_DAY))


def _from_parts(year: int, month: int, day: int) -> int | Unreadable:
    if year not in YEARS:
        return Unreadable(_("Årtalet kan inte stämma."), _(EXPECTED_DAY))
    try:
        return day_number(date(year, month, day))
    except ValueError:
        return Unreadable(_("Datumet finns inte."), _(EXPECTED_DAY))

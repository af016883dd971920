"""What no programme can have, told before anything is reckoned with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.findings import Finding, KeyPath

LARGEST_NUMBER = 10**13  # a hundred milliards of kronor in öre
NOTHING = "\0"  # a character that no database keeps
FIRST_YEAR, LAST_YEAR = 1900, 2200


def implausible(value: object, path: KeyPath = ()) -> Iterator[Finding]:
    """Every such value in what a file holds."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from implausible(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from implausible(inner, (*path, index))
    elif isinstance(value, date) and not is_plausible_day(value):
        expected = _("ett datum mellan år {first} och {last}")
        expected = expected.format(first=FIRST_YEAR, last=LAST_YEAR)
        yield Finding(path, _("Datumet kan inte stämma."), str(value), expected)
    elif isinstance(value, str) and NOTHING in value:
        yield Finding(path, _("Texten innehåller ett tecken som inte går att spara (\\u0000)."))
    elif isinstance(value, int | float) and not _is_plausible_number(value):
        yield Finding(path, _("Talet kan inte stämma."), str(value))


def is_plausible_day(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _is_plausible_number(number: float) -> bool:
    return isfinite(number) and abs(number) <= LARGEST_NUMBER

"""Recognises columns that tell who somebody is, so that they are never carried along."""

import re
from collections.abc import Callable, Iterable
from datetime import date

import polars as pl

from stegvis.core.values.language import gettext_noop as N_
from stegvis.results.calculations.reading.words import fold

NUMBER = re.compile(r"(?P<century>19|20)?(?P<day>\d{6})(?P<mark>[-+]?)(?P<last>\d{3}[\dTR])")
COORDINATION_DAYS = 60  # added to the day of a samordningsnummer (SFS 2022:1697)
NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:(?: |-|, )[A-ZÅÄÖÉ][a-zåäöéü]+){1,3}")
MAIL = re.compile(r"\S+@\S+\.\w+")
LIKE_A_NUMBER = r"^(19|20)?\d{6}[-+]?\d{3}[\dTR]$"
SAMPLE = 1_000
MANY = 0.5  # share of the filled cells; a convention, chosen so that one odd cell decides nothing
FEWEST_NAMES = 3
DIFFERENT = 0.8  # names are nearly all different; places and offices are not

PERSONAL_NUMBER = N_("personnummer")
PERSONAL_NAME = N_("namn")
CONTACT = N_("kontaktuppgifter")

HEADINGS: dict[str, frozenset[str]] = {
    PERSONAL_NUMBER: frozenset(
        {"personnummer", "personnr", "persnr", "pnr", "samordningsnummer", "födelsenummer"}
    ),
    PERSONAL_NAME: frozenset(
        {
            "namn",
            "förnamn",
            "efternamn",
            "fornamn",
            "deltagarnamn",
            "deltagarensnamn",
            "förochefternamn",
            "initialer",
        }
    ),
    CONTACT: frozenset(
        {"adress", "gatuadress", "telefon", "telefonnummer", "tel", "mobil", "mobilnummer"}
        | {"epost", "epostadress", "email", "mejl", "mail"}
    ),
}


def personal_kind(heading: str, values: Iterable[str]) -> str:
    """What the column seems to hold (untranslated), or nothing when it is free to be read."""
    folded = fold(heading)
    named = next((kind for kind, known in HEADINGS.items() if folded in known), "")
    return named or _kind_of_values([value for value in values if value])


def personal_column(heading: str, texts: pl.Series) -> str:
    """The same of a whole column: every cell is searched for numbers, a sample for the rest."""
    different = texts.drop_nulls().unique(maintain_order=True)
    numbers = different.filter(different.str.contains(LIKE_A_NUMBER))
    if any(is_marked_number(text) for text in numbers.to_list()):
        return PERSONAL_NUMBER
    return personal_kind(heading, different.head(SAMPLE).to_list())


def _kind_of_values(values: list[str]) -> str:
    if not values:
        return ""
    if any(is_marked_number(value) for value in values) or _most(values, is_personal_number):
        return PERSONAL_NUMBER
    if _most(values, lambda value: MAIL.fullmatch(value) is not None):
        return CONTACT
    different = len(set(values))
    seems_names = different >= max(FEWEST_NAMES, DIFFERENT * len(values))
    if seems_names and _most(values, lambda value: NAME.fullmatch(value) is not None):
        return PERSONAL_NAME
    return ""


def _most(values: list[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, values)) > MANY * len(values)


def is_marked_number(text: str) -> bool:
    """Written so that it can be nothing else: with its hyphen, or with century and all."""
    found = NUMBER.fullmatch(text)
    if found is None or birth_day(text) is None:
        return False
    return bool(found["mark"] or found["century"])


def is_personal_number(text: str) -> bool:
    found = NUMBER.fullmatch(text)
    return found is not None and birth_day(text) is not None and _checks(found)


def _checks(found: re.Match[str]) -> bool:
    """The check digit by Luhn's rule; letters of reserve numbers have none."""
    digits = found["day"] + found["last"]
    if not digits.isdecimal():
        return True
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def birth_day(text: str, *, today: date | None = None) -> date | None:
    """The day of birth that a personal number tells; None when no such day exists."""
    found = NUMBER.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found["day"][start : start + 2]) for start in (0, 2, 4))
    day -= COORDINATION_DAYS if day > COORDINATION_DAYS else 0
    try:
        return date(_century(found, year, today) + year, month, day)
    except ValueError:
        return None


def _century(found: re.Match[str], year: int, today: date | None) -> int:
    """Without century: the latest that has been, one earlier where a plus says over a hundred."""
    if found["century"]:
        return int(found["century"]) * 100
    this_year = (today or date.today()).year  # noqa: DTZ011 - only the century matters
    century = this_year // 100 * 100
    if century + year > this_year:
        century -= 100
    return century - 100 if found["mark"] == "+" else century


def gender_of(text: str) -> str | None:
    """Legal gender: the third of the last four digits is even for women."""
    found = NUMBER.fullmatch(text)
    if found is None:
        return None
    return "woman" if int(found["last"][2]) % 2 == 0 else "man"

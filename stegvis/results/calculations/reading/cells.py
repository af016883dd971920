"""One written value as a value of its column's kind, or why it is not one."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from stegvis.core.calculations.nearest import nearest
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.periods import day_of
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.facts import ColumnKind
from stegvis.results.calculations.reading.days import YEARS, read_day
from stegvis.results.calculations.reading.words import fold, listed
from stegvis.results.values.reading import Unreadable

CellValue: TypeAlias = str | int | float | bool
CellReader: TypeAlias = Callable[[str], CellValue | Unreadable]

MOST_MISSPELT = 100  # nearest words looked for; a column with more holds something else
YES = {"ja", "j", "yes", "y", "true", "sant", "1", "x"}
NO = {"nej", "n", "no", "false", "falskt", "0"}
ORE_PER_KRONA = 100
KRONOR_WORDS = re.compile(r"\s*(kr\.?|kronor|sek|:-)$", re.IGNORECASE)
MULTIPLE_WORDS = re.compile(
    r"\s*(?P<word>tkr|ksek|kkr|tusen|tusen kr(onor)?|mkr|msek|mnkr|miljon(er)?( kr(onor)?)?)$",
    re.IGNORECASE,
)
THOUSAND, MILLION = 1_000, 1_000_000
LARGEST = 10**12  # OWN:reading; a thousand milliards of anything is a slip of the finger
GROUPED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?")
PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")
TWO_READINGS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}")
MOST_DECIMALS = 2  # öre
EXPECTED_KRONOR = N_("hela kronor, som 252 053")


def read_number(text: str) -> Decimal | None:
    """A number with Swedish or English decimal mark and spaces between thousands.

    None also when it is larger than anything we count.
    """
    written = text.replace("\u2212", "-").replace("\u00a0", " ").strip()
    if not (PLAIN.fullmatch(written) or GROUPED.fullmatch(written)):
        return None
    value = Decimal(written.replace(" ", "").replace(",", "."))
    return value if abs(value) <= LARGEST else None


def read_integer(text: str) -> int | Unreadable:
    value = read_number(text)
    if value is None or value != value.to_integral_value():
        return Unreadable(_("Det är inte ett heltal."), _("ett heltal som 12"))
    return int(value)


def read_decimal(text: str) -> float | Unreadable:
    value = read_number(text)
    if value is None:
        return Unreadable(_("Det är inte ett tal."), _("ett tal som 3 eller 3,5"))
    return float(value)


def read_year(text: str) -> int | Unreadable:
    """A year; of a whole date only the year is kept, since no more is needed."""
    expected = _("ett årtal som 1998")
    if text.isdecimal() and int(text) in YEARS:
        return int(text)
    if text.isdecimal() and len(text) <= 2:  # noqa: PLR2004 - an abbreviated year
        return Unreadable(_("Årtalet har bara två siffror."), expected)
    if text.isdecimal() and len(text) != len("19980131"):
        return Unreadable(_("Årtalet kan inte stämma."), expected)
    day = read_day(text)
    if isinstance(day, Unreadable):
        return Unreadable(_("Det är inte ett årtal."), expected)
    return day_of(day).year


def read_yes_no(text: str) -> bool | Unreadable:
    word = fold(text)
    if word in YES or word in NO:
        return word in YES
    return Unreadable(_("Det är varken ja eller nej."), _("ja eller nej"))


def read_kronor(text: str) -> int | Unreadable:
    """Öre, from kronor as people write them; thousands and millions are never guessed."""
    expected = _(EXPECTED_KRONOR)
    if found := MULTIPLE_WORDS.search(text):
        return _of_multiple(text[: found.start()], found["word"])
    written = KRONOR_WORDS.sub("", text).strip()
    if TWO_READINGS.fullmatch(written):
        return Unreadable(_("Beloppet kan läsas på två sätt."), expected)
    value = read_number(written)
    if value is None:
        return Unreadable(_("Det är inte ett belopp."), expected)
    ore = value * ORE_PER_KRONA
    if ore != ore.to_integral_value():
        return Unreadable(_("Beloppet har fler än två decimaler."), expected)
    return int(ore)


def _of_multiple(number: str, word: str) -> Unreadable:
    times = THOUSAND if word.lower().startswith(("t", "k")) else MILLION
    value = read_number(number)
    if value is None:
        return Unreadable(_("Det är inte ett belopp i kronor."), _(EXPECTED_KRONOR))
    whole = f"{int(value * times):,}".replace(",", "\u00a0")
    sentence = _("Beloppet står i {word}; i kronor är det {whole}. Skriv vad som är rätt.")
    return Unreadable(sentence.format(word=word, whole=whole), _(EXPECTED_KRONOR))


def read_ore(text: str) -> int | Unreadable:
    """Öre, in a column that says so by its code name; an amount that says kr is kronor."""
    if KRONOR_WORDS.search(text) or MULTIPLE_WORDS.search(text):
        return read_kronor(text)
    return read_integer(text)


def code_reader(codes: CodeList, own_words: dict[str, str] | None = None) -> CellReader:
    """Accepts the code, its name, its other spellings, and the sheet's `own_words`."""
    known: dict[str, str] = {fold(word): code for word, code in (own_words or {}).items()}
    for entry in codes.codes:
        known.setdefault(fold(entry.code), entry.code)
    for entry in codes.codes:
        known.setdefault(fold(entry.name), entry.code)
    for entry in codes.codes:
        for word in entry.also:
            known.setdefault(fold(word), entry.code)
    spoken = [word for entry in codes.codes for word in (entry.name, entry.code, *entry.also)]
    misspelt: set[str] = set()

    def read(text: str) -> str | Unreadable:
        found = known.get(fold(text))
        if found is not None:
            return found
        misspelt.add(text)
        return _unknown_code(text, codes, spoken if len(misspelt) <= MOST_MISSPELT else [])

    return read


def _unknown_code(text: str, codes: CodeList, spoken: Sequence[str]) -> Unreadable:
    if not codes.codes:
        return Unreadable(_("Definitionen har ingen kodlista för kolumnen."))
    expected = listed(entry.name for entry in codes.codes)
    meant = nearest(text, spoken) if spoken else None
    if meant is None:
        return Unreadable(_("Ordet finns inte i kodlistan."), expected)
    sentence = _("Ordet finns inte i kodlistan. Menades {meant}?")
    return Unreadable(sentence.format(meant=meant), expected)


READER_OF: dict[ColumnKind, CellReader] = {
    ColumnKind.DAY: read_day,
    ColumnKind.YEAR: read_year,
    ColumnKind.INTEGER: read_integer,
    ColumnKind.DECIMAL: read_decimal,
    ColumnKind.MONEY: read_kronor,
    ColumnKind.YES_NO: read_yes_no,
}

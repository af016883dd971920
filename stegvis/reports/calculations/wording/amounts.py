"""Amounts with the right noun: one person, two persons; small numbers as words."""

from collections.abc import Callable

from stegvis.core.values.formatting import kronor, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.language import ngettext

NUMBER_WORDS = (
    N_("noll"),
    N_("en"),
    N_("två"),
    N_("tre"),
    N_("fyra"),
    N_("fem"),
    N_("sex"),
    N_("sju"),
    N_("åtta"),
    N_("nio"),
    N_("tio"),
    N_("elva"),
    N_("tolv"),
)
"""Numbers up to twelve are written as words in running Swedish."""

NEUTER = frozenset({"answer", "certificate", "case", "goal"})

NOUNS: dict[str, Callable[[int], str]] = {
    "person": lambda n: ngettext("{n} person", "{n} personer", n),
    "enrolment": lambda n: ngettext("{n} inskrivning", "{n} inskrivningar", n),
    "seat": lambda n: ngettext("{n} deltagarplats", "{n} deltagarplatser", n),
    "place": lambda n: ngettext("{n} arbetsträningsplats", "{n} arbetsträningsplatser", n),
    "placement": lambda n: ngettext("{n} placering", "{n} placeringar", n),
    "activity": lambda n: ngettext("{n} aktivitet", "{n} aktiviteter", n),
    "answer": lambda n: ngettext("{n} svar", "{n} svar", n),
    "certificate": lambda n: ngettext("{n} intyg", "{n} intyg", n),
    "case": lambda n: ngettext("{n} ärende", "{n} ärenden", n),
    "advice": lambda n: ngettext("{n} rådgivning", "{n} rådgivningar", n),
    "event": lambda n: ngettext("{n} händelse", "{n} händelser", n),
    "day": lambda n: ngettext("{n} dag", "{n} dagar", n),
}


def number_word(count: int, unit: str = "") -> str:
    if count == 1:
        return _("ett") if unit in NEUTER else _("en")
    return _(NUMBER_WORDS[count]) if 0 <= count < len(NUMBER_WORDS) else number(count)


def amount(count: float, unit: str, decimals: int = 0) -> str:
    """`75 personer`, `1 arbetsträningsplats`, `27 574 kr`."""
    return _with_noun(number(count, decimals), count, unit)


def amount_in_words(count: float, unit: str) -> str:
    """`tre personer`; from thirteen on in digits, and money always."""
    if count != int(count):
        return amount(count, unit, 1)
    return _with_noun(number_word(int(count), unit), count, unit)


def _with_noun(shown: str, count: float, unit: str) -> str:
    if unit == "krona":
        return kronor(round(count))
    if unit not in NOUNS:
        return shown
    alike = 1 if count == 1 else 2
    return NOUNS[unit](alike).format(n=shown)


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

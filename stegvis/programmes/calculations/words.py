"""Swedish words for the fixed codes of the program: units, denominators, levels, spans."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.language import ngettext
from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Denominator, Unknown

MANY = 2  # any number that is not one
UNITS: dict[Unit, Callable[[int], str]] = {
    Unit.PERSON: lambda n: ngettext("person", "personer", n),
    Unit.ENROLMENT: lambda n: ngettext("inskrivning", "inskrivningar", n),
    Unit.SEAT: lambda n: ngettext("deltagarplats", "deltagarplatser", n),
    Unit.PLACE: lambda n: ngettext("arbetsträningsplats", "arbetsträningsplatser", n),
    Unit.PLACEMENT: lambda n: ngettext("placering", "placeringar", n),
    Unit.ACTIVITY: lambda n: ngettext("aktivitet", "aktiviteter", n),
    Unit.ANSWER: lambda n: ngettext("svar", "svar", n),
    Unit.CERTIFICATE: lambda n: ngettext("intyg", "intyg", n),
    Unit.CASE: lambda n: ngettext("ärende", "ärenden", n),
    Unit.ADVICE: lambda n: ngettext("rådgivning", "rådgivningar", n),
    Unit.EVENT: lambda n: ngettext("händelse", "händelser", n),
    Unit.KRONA: lambda n: ngettext("krona", "kronor", n),
    Unit.DAY: lambda n: ngettext("dag", "dagar", n),
}
DENOMINATORS: dict[Denominator, str] = {
    Denominator.NONE: N_("ingen nämnare, bara ett antal"),
    Denominator.ENROLLED: N_("alla som har skrivits in"),
    Denominator.EXITED: N_("alla som har lämnat insatsen"),
    Denominator.COMPLETED: N_("alla som har fullföljt insatsen"),
    Denominator.CONSENTED: N_("alla som har samtyckt till statistik"),
    Denominator.ASKED: N_("alla som har tillfrågats"),
    Denominator.RESPONDENTS: N_("alla som har svarat"),
    Denominator.MEASURED: N_("alla som har mätts minst en gång"),
    Denominator.MEASURED_TWICE: N_("alla som har mätts minst två gånger"),
    Denominator.ROWS: N_("alla som har registrerats"),
}
UNKNOWN: dict[Unknown, str] = {
    Unknown.NO: N_("Den som saknar uppgift räknas som nej."),
    Unknown.EXCLUDE: N_("Den som saknar uppgift räknas inte med."),
    Unknown.BOUNDS: N_("Den som saknar uppgift vidgar spannet mellan lägsta och högsta värde."),
}


def unit_name(unit: Unit, number: float = MANY) -> str:
    return UNITS[unit](1 if number == 1 else MANY)


def denominator_name(denominator: Denominator) -> str:
    return _(DENOMINATORS[denominator])


def time_span(amount: int, span: Span) -> str:
    """`2 månader`."""
    words = {
        Span.DAYS: ngettext("{number} dag", "{number} dagar", amount),
        Span.WEEKS: ngettext("{number} vecka", "{number} veckor", amount),
        Span.MONTHS: ngettext("{number} månad", "{number} månader", amount),
    }
    return words[span].format(number=amount)


def period_words(first: date | None, last: date | None) -> str:
    if first and last:
        return _("{first} till {last}").format(first=day(first), last=day(last))
    if first:
        return _("från {first}").format(first=day(first))
    return _("till och med {last}").format(last=day(last)) if last else _("tills vidare")


def listed(words: Sequence[str], joining: str) -> str:
    """`a, b och c`."""
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {joining} {words[-1]}"


def lowered(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def exact_number(value: float | Decimal) -> str:
    """With the decimals it has, and no more."""
    return number(value, decimals_of(value))


def decimals_of(value: float | Decimal) -> int:
    return max(0, -int(Decimal(str(value)).normalize().as_tuple().exponent))

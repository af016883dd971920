"""The few numbers one looks for first, and the lists of numbers beside the goals."""

from dataclasses import dataclass

from stegvis.core.values.formatting import kronor, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.illustrations.calendar import seats_decided
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.coverage import coverage_figures
from stegvis.reports.calculations.tables.money import ceiling_of, money_figure
from stegvis.reports.calculations.wording.outcomes import by_gender, counted
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.calculations.wording.short import short_gender, short_value
from stegvis.reports.calculations.wording.vocabulary import MAN, WOMAN
from stegvis.results.values.figures import Figure
from stegvis.web.standing.addresses import Addresses

ENROLLED = "enrolled"


@dataclass(frozen=True)
class KeyNumber:
    label: str
    shown: str
    base: str
    href: str


@dataclass(frozen=True)
class NumberRow:
    """One figure in a list: its title, its value, and what stands beside it."""

    title: str
    href: str
    value: str
    more: tuple[str, ...]


@dataclass(frozen=True)
class NumberTable:
    header: tuple[str, ...]
    rows: list[NumberRow]

    def __bool__(self) -> bool:
        return bool(self.rows)


def key_numbers(subject: Subject, addresses: Addresses) -> list[KeyNumber]:
    found = (_persons(subject), _enrolled_now(subject), _onwards(subject), _money(subject))
    programme = subject.definition.id
    return [
        KeyNumber(label, shown, base, addresses.figure(figure.id, programme))
        for figure, label, shown, base in filter(None, found)
    ]


Found = tuple[Figure, str, str, str] | None


def _persons(subject: Subject) -> Found:
    figure = subject.figure("persons")
    if figure is None or figure.value is None or figure.hidden:
        return None
    shown = number(figure.value)
    return figure, _("Har deltagit"), shown, by_gender(figure, subject.words).rstrip(".")


def _enrolled_now(subject: Subject) -> Found:
    figure = subject.figure("occupancy")
    curve = figure.points.get(ENROLLED, ()) if figure and not figure.hidden else ()
    if figure is None or not curve:
        return None
    seats = seats_decided(subject)
    base = _("av {n} platser").format(n=number(seats)) if seats else ""
    return figure, _("Inskrivna den sista dagen"), number(curve[-1].value), base


def _onwards(subject: Subject) -> Found:
    figure = subject.figure("attrition")
    stages = figure.groups.get("stage", {}) if figure and not figure.hidden else {}
    onwards, exited = stages.get("onwards"), stages.get("exited")
    if figure is None or onwards is None or exited is None or onwards.hidden or exited.hidden:
        return None
    base = _("av {n} som har lämnat insatsen").format(n=number(exited.value or 0))
    return figure, _("Till arbete eller studier"), number(onwards.value or 0), base


def _money(subject: Subject) -> Found:
    figure = money_figure(subject)
    if figure is None:
        return None
    used, granted = round(figure.value or 0), ceiling_of(figure)
    if not granted:
        return figure, _("Rekvirerat"), kronor(used), ""
    base = _("{used} av {granted}").format(used=kronor(used), granted=kronor(granted))
    return figure, _("Rekvirerat av det beviljade"), percent(used / granted), base


def coverage_numbers(subject: Subject, addresses: Addresses) -> NumberTable:
    """How many the figures build on."""
    rows = [
        NumberRow(
            subject.words.title(figure),
            addresses.figure(figure.id, subject.definition.id),
            NOTHING if figure.hidden or not figure.n else counted(figure, subject.words),
            (_later(figure),),
        )
        for _one, figure in coverage_figures(subject.alone())
    ]
    return NumberTable((_("Vad"), _("Gjort"), _("Ännu inte aktuellt")), rows)


def _later(figure: Figure) -> str:
    told = not figure.hidden and figure.not_yet_due is not None
    return number(figure.not_yet_due or 0) if told else NOTHING


def other_numbers(subject: Subject, addresses: Addresses) -> NumberTable:
    """Figures that the definition asks for without making them goals."""
    rows = [
        NumberRow(
            figure.goal.rstrip("."),
            addresses.figure(figure.id, subject.definition.id),
            short_value(figure, subject.words),
            tuple(short_gender(figure, code, subject.words) for code in (WOMAN, MAN)),
        )
        for indicator in subject.definition.figures
        if (figure := subject.figure(indicator.id)) is not None
    ]
    return NumberTable((_("Vad"), _("Nu"), _("Kvinnor"), _("Män")), rows)

"""Where a programme is on a day, seen from its decided periods."""

from collections.abc import Callable
from datetime import date

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext, pgettext
from stegvis.core.values.periods import Period
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.states import ProgrammeState


def state_on(definition: Definition, day: date) -> ProgrammeState:
    """Planned also between two decided periods: the next one is still to begin."""
    periods = _periods(definition)
    if any(period.contains(day) for period in periods):
        return ProgrammeState.ONGOING
    is_ahead = not periods or any(period.start > day for period in periods)
    return ProgrammeState.PLANNED if is_ahead else ProgrammeState.ENDED


def state_name(state: ProgrammeState) -> str:
    names = {
        ProgrammeState.PLANNED: pgettext("programme", "Planerad"),
        ProgrammeState.ONGOING: pgettext("programme", "Pågår"),
        ProgrammeState.ENDED: pgettext("programme", "Avslutad"),
    }
    return names[state]


def day_count_words(definition: Definition, day: date) -> str:
    """`Dag 120 av 1 096`, or how long it is until it begins, or since it ended."""
    said: dict[ProgrammeState, Callable[[Definition, date], str]] = {
        ProgrammeState.PLANNED: _until,
        ProgrammeState.ONGOING: _day_of,
        ProgrammeState.ENDED: _since,
    }
    return said[state_on(definition, day)](definition, day)


def _until(definition: Definition, day: date) -> str:
    ahead = [period.start for period in _periods(definition) if period.start > day]
    if not ahead:
        return _("Ingen period är beslutad")
    days = (min(ahead) - day).days
    return ngettext("Börjar om {days} dag", "Börjar om {days} dagar", days).format(
        days=number(days)
    )


def _day_of(definition: Definition, day: date) -> str:
    first, last = definition.first_day or day, definition.last_day
    now = number((day - first).days + 1)
    if last is None:
        return _("Dag {now}").format(now=now)
    return _("Dag {now} av {all}").format(now=now, all=number((last - first).days + 1))


def _since(definition: Definition, day: date) -> str:
    last = definition.last_day or day
    days = (day - last).days
    return ngettext("Slutade för {days} dag sedan", "Slutade för {days} dagar sedan", days).format(
        days=number(days)
    )


def _periods(definition: Definition) -> list[Period]:
    return [decision.period for decision in definition.decisions if decision.period]

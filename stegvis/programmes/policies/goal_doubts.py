"""What in a goal's time and means of measuring somebody should think twice about."""

from collections.abc import Iterator
from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.reading import conditions_of, values_compared
from stegvis.programmes.policies.plan_doubts import outside_decided
from stegvis.programmes.values.definition import Definition, Instrument
from stegvis.programmes.values.findings import Finding
from stegvis.programmes.values.indicators import AnyIndicator, Change, DomainsImproved

WITHOUT_TARGET = ("deliverable", "qualitative")


def goal_doubts(row: AnyIndicator, definition: Definition, *path: str | int) -> Iterator[Finding]:
    yield from outside_decided(row.valid, definition, *path, "valid")
    window = row.population.window
    if window is not None:
        yield from outside_decided(window, definition, *path, "population", "window")
        yield from _after_intake(row, definition, *path, "population", "window", "last")
    yield from _instruments(row, definition, *path)
    if row.level is not None and row.target is None and row.kind not in WITHOUT_TARGET:
        what = _("Målet har inget målvärde, så det går inte att säga om det är nått.")
        yield Finding((*path, "target"), what)


def _after_intake(row: AnyIndicator, definition: Definition, *path: str | int) -> Iterator[Finding]:
    window, stop = row.population.window, definition.intake_stop
    if window and stop and window.field == "enrolled_on" and window.last and window.last > stop:
        what = _("Målet räknar inskrivna efter intagsstoppet.")
        yield Finding(path, what, day(window.last), day(stop))


def _instruments(row: AnyIndicator, definition: Definition, *path: str | int) -> Iterator[Finding]:
    """An instrument that is laid down before the goal's time is out leaves the goal unmeasured."""
    needed = row.valid.last or definition.last_day
    used = _codes_used(row)
    for instrument in definition.instruments:
        if instrument.code in used and _ends_before(instrument, needed):
            what = _("Instrumentet {name} slutar användas innan målets tid är ute.")
            what = what.format(name=instrument.name)
            yield Finding(path, what, str(instrument.used.last), str(needed or ""))


def _ends_before(instrument: Instrument, needed: date | None) -> bool:
    last = instrument.used.last
    return last is not None and (needed is None or last < needed)


def _codes_used(row: AnyIndicator) -> set[object]:
    if isinstance(row, Change | DomainsImproved):
        return {row.instrument}
    return {value for tree in conditions_of(row) for value in values_compared(tree, "instrument")}

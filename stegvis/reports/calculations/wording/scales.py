"""Which kind of number a figure is, and how such a number is printed."""

from decimal import Decimal
from enum import StrEnum

from stegvis.core.values.formatting import number, percent, share
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.words import decimals_of, exact_number
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target, TimeToEvent
from stegvis.reports.calculations.wording.amounts import amount
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.results.values.figures import Cell, Figure

NOTHING = "–"
SMALLEST_WITH_ONE_DECIMAL = 0.05


class Scale(StrEnum):
    SHARE = "share"
    NUMBER = "number"
    MEAN = "mean"
    DAYS = "days"
    STEPS = "steps"
    DONE = "done"
    WORDS = "words"
    PARTS = "parts"
    """A breakdown: the figure is a number, each of its cells a share of it."""


KINDS = {
    "share": Scale.SHARE,
    "conversion": Scale.SHARE,
    "time_to_event": Scale.SHARE,
    "change": Scale.SHARE,
    "domains_improved": Scale.SHARE,
    "standing_volume": Scale.MEAN,
    "duration": Scale.DAYS,
    "deliverable": Scale.DONE,
    "qualitative": Scale.WORDS,
    "distribution": Scale.PARTS,
}


def scale_of(figure: Figure, words: Vocabulary) -> Scale:
    indicator = words.indicator(figure)
    if isinstance(indicator, TimeToEvent) and indicator.measure == "median_days":
        return Scale.DAYS
    if figure.kind == "change" and getattr(indicator, "measure", "") == "mean_change":
        return Scale.STEPS
    return KINDS.get(figure.kind, Scale.NUMBER)


def shown_value(figure: Figure, words: Vocabulary) -> str:
    """`48 %`, `4 av 6`, `40 arbetsträningsplatser`; a dash when nothing can be said."""
    if figure.hidden:
        return NOTHING
    cell = Cell(figure.value, figure.k, figure.n)
    return shown_cell(cell, scale_of(figure, words), figure.unit) or _shown_bounds(figure)


def shown_cell(cell: Cell, scale: Scale, unit: str) -> str:
    """Nothing at all where there is no value, so that the caller can say why."""
    if cell.hidden:
        return NOTHING
    if cell.value is None:
        return ""
    if scale is Scale.SHARE:
        return _shown_share(cell)
    return _shown_number(cell.value, scale, unit)


def _shown_share(cell: Cell) -> str:
    if cell.k is not None and cell.n and round(cell.k / cell.n, 9) == round(cell.value or 0, 9):
        return share(cell.k, cell.n)
    return percent(cell.value or 0)


def _shown_number(value: float, scale: Scale, unit: str) -> str:
    if scale is Scale.DONE:
        return _("finns") if value else _("finns inte än")
    if scale is Scale.STEPS:
        return _("{n} skalsteg").format(n=number(value, _decimals(value)))
    if scale is Scale.DAYS:
        return amount(round(value), "day")
    if scale is Scale.MEAN:
        return _("{n} i snitt").format(n=number(value, 1))
    return amount(value, unit, 0 if value == int(value) else 1)


def _decimals(value: float) -> int:
    """As few as tell the number apart from zero and from a whole one."""
    if value == int(value):
        return 0
    return 1 if abs(value) >= SMALLEST_WITH_ONE_DECIMAL else 2


def _shown_bounds(figure: Figure) -> str:
    """An approximate count has no value of its own, only its ends."""
    if figure.kind != "count" or figure.bounds is None or figure.bounds[0] == figure.bounds[1]:
        return NOTHING
    low, high = figure.bounds
    return _("{low}–{high}").format(low=number(low), high=amount(high, figure.unit))


def shown_target(target: Target, scale: Scale, unit: str) -> str:
    """`minst 50 %`, `högst 60 dagar`, `40 personer`."""
    wanted = _wanted(target.value, scale, unit)
    if target.op is Operator.AT_MOST:
        return _("högst {n}").format(n=wanted)
    return wanted if target.op is Operator.EQUAL else _("minst {n}").format(n=wanted)


def _wanted(value: float, scale: Scale, unit: str) -> str:
    """What somebody has decided is never rounded."""
    if scale is Scale.SHARE:
        return exact_percent(value)
    if scale is Scale.STEPS:
        return _("{n} skalsteg").format(n=exact_number(value))
    if scale is Scale.DONE:
        return _shown_number(value, scale, unit)
    return amount(value, "day" if scale is Scale.DAYS else unit, decimals_of(value))


def exact_percent(value: float) -> str:
    return percent(value, decimals_of(Decimal(str(value)) * 100))

"""Figures that every programme has, whatever its goals are."""

from collections.abc import Callable

from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.standard.before_after import before_and_after
from stegvis.results.calculations.evaluation.standard.coverage import coverage, covered
from stegvis.results.calculations.evaluation.standard.flow import flow, stock_and_flow
from stegvis.results.calculations.evaluation.standard.money import money
from stegvis.results.calculations.evaluation.standard.people import people
from stegvis.results.calculations.evaluation.standard.seats import occupancy, seats
from stegvis.results.calculations.evaluation.standard.volumes import counted_volumes, volumes
from stegvis.results.calculations.evaluation.standard.waiting_for import waited_for, waiting_for
from stegvis.results.values.figures import Figure

_FAMILIES: tuple[Callable[[Prepared], list[Figure]], ...] = (
    people,
    flow,
    seats,
    waiting_for,
    before_and_after,
    coverage,
    volumes,
    money,
)


def standard_indicators(frames: Frames) -> list[AnyIndicator]:
    """Those of them that are counted as goals are, to be prepared together with goals."""
    return [*waited_for(frames), *covered(frames), *counted_volumes(frames)]


def standard_figures(prepared: Prepared) -> tuple[Figure, ...]:
    """In the order in which a reader wants them; what has no facts at all is left out."""
    return tuple(figure for family in _FAMILIES for figure in family(prepared))


def along_calendar(frames: Frames) -> tuple[Figure, ...]:
    """Those that look at days, and so at everyone who was there on them."""
    if not frames.has("enrolments"):
        return ()
    return (stock_and_flow(frames), occupancy(frames))

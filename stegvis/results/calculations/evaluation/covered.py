"""How many of those who took part the figures are made of."""

from collections.abc import Iterable
from dataclasses import replace

import narwhals as nw

from stegvis.core.values.periods import day_of
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.publishing.people import is_about_people
from stegvis.results.values.figures import Coverage, Figure

ANONYMOUS = "anonymous"


def with_coverage(figures: Iterable[Figure], frames: Frames) -> tuple[Figure, ...]:
    coverage = coverage_of(frames)
    return tuple(_covered(one, coverage) for one in figures)


def coverage_of(frames: Frames) -> Coverage | None:
    """None when everybody is counted with all that is known.

    The others are known by the year they came, so the year of the cut-off counts whole.
    """
    if not frames.has(ANONYMOUS):
        return None
    rows = frames.table(ANONYMOUS).filter(
        nw.col("year") <= day_of(frames.cut_off).year, _is_mine(frames)
    )
    others = int(rows.select(nw.col("number").sum()).pipe(computed).item() or 0)
    if not others:
        return None
    persons = frames.counted("persons", lambda: frames.journeys.select("person").unique())
    return Coverage(persons, persons + others)


def _is_mine(frames: Frames) -> nw.Expr:
    """Those who name no programme are the whole's, as enrolments are."""
    mine = (nw.col("programme") == frames.definition.id).fill_null(value=False)
    return mine if frames.definition.part_of else mine | nw.col("programme").is_null()


def _covered(figure: Figure, coverage: Coverage | None) -> Figure:
    if coverage is None or not is_about_people(figure):
        return figure
    parts = tuple(_covered(part, coverage) for part in figure.parts)
    return replace(figure, coverage=coverage, parts=parts)

"""The figures that every programme has, by id, and how tests read their cells."""

from dataclasses import replace

from stegvis.core.values.periods import day_number
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import prepare
from stegvis.results.calculations.evaluation.standard import standard_figures, standard_indicators
from tests.journeys import CUT_OFF, defined, facts


def figures(given, *, as_of=CUT_OFF, **changed):
    frames = Frames(given, defined(**changed), day_number(as_of))
    return {figure.id: figure for figure in counted(frames)}


def counted(frames):
    return standard_figures(prepare(frames, standard_indicators(frames)))


def of(*journeys, as_of=CUT_OFF, **changed):
    return figures(facts(*journeys), as_of=as_of, **changed)


def with_tables(given, **tables):
    return replace(given, tables={**given.tables, **tables})


def told(cells):
    return {code: cell.k for code, cell in cells.items()}


def shares(cells):
    return {code: (cell.k, cell.n) for code, cell in cells.items()}

"""A shipped programme with its example data, as the tables of its own final report."""

from datetime import date
from functools import cache

from demo.build import DATA
from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.results.calculations.evaluation.follow_up import evaluate
from stegvis.results.files.facts import read_facts


@cache
def imported(programme):
    definition, _parts = load_programme(shipped(f"{programme}.toml"))
    return read_facts(DATA / programme, definition)


@cache
def follow_up_of(programme, as_of: date | None = None):
    """The last decided day is the cut-off of a final report."""
    definition, parts = load_programme(shipped(f"{programme}.toml"))
    facts = imported(programme).facts
    return evaluate(definition, parts, facts, as_of=as_of or definition.last_day)


def shown(cell):
    """`75 av 156` of a share, `40` of a count, `950–1050` of a range, `–` of nothing."""
    if cell.k is not None and cell.n is not None:
        return f"{cell.k} av {cell.n}"
    if cell.value is not None:
        return f"{cell.value:g}"
    bounds = getattr(cell, "bounds", None)
    return f"{bounds[0]}–{bounds[1]}" if bounds else "–"


def outcome(report, figure_id):
    """What stands in one row of a goal table: the figure, the verdict, what is missing."""
    figure = report.figure(figure_id)
    return (shown(figure), figure.verdict.value, figure.missing)


def by_gender(report, figure_id):
    return by(report, figure_id, "gender")


def by(report, figure_id, group):
    cells = report.figure(figure_id).groups[group]
    return {code: shown(cell) for code, cell in cells.items()}


def percent(report, figure_id):
    """Whole per cent, as the reports print them."""
    return round(report.figure(figure_id).value * 100)

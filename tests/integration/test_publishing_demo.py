"""The shipped programmes at level report and open, read by somebody who subtracts."""

from dataclasses import replace
from functools import cache

import pytest

from stegvis.programmes.files.definition import load_programme
from stegvis.programmes.files.shipped import shipped
from stegvis.reports.calculations.figures_json import figures_json
from stegvis.results.calculations.publishing.publish import publication
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell
from tests.acceptance import follow_up_of
from tests.outsider import few_that_are_shown, recovered_by_an_outsider

PROGRAMMES = (  # Hälsoverket is a part of Ung Framtid
    "3-4-4",
    "enter",
    "forrehabiliterande-insatser",
    "hikikomori",
    "impuls",
    "sara",
    "ung-framtid",
)
SENTENCE = "Uppgiften visas inte, för att ingen ska kunna kännas igen."


@cache
def published(programme, level):
    definition, parts = load_programme(shipped(f"{programme}.toml"))
    return publication(follow_up_of(programme), level, (definition, *parts))


def each_with_parts(follow_up):
    def inner(figures):
        for figure in figures:
            yield figure
            yield from inner(figure.parts)

    yield from inner(follow_up.figures)
    for part in follow_up.parts:
        yield from each_with_parts(part)


def cells_of(follow_up):
    for figure in each_with_parts(follow_up):
        for cells in figure.groups.values():
            yield from cells.values()


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_nobody_is_recovered_at_level_report(programme):
    found, true = published(programme, "report").follow_up, follow_up_of(programme)

    assert few_that_are_shown(found, true) == []
    assert recovered_by_an_outsider(found, true) == []


@pytest.mark.parametrize("programme", PROGRAMMES)
@pytest.mark.parametrize("level", ["report", "open"])
def test_solver_recovers_nothing(programme, level):
    assert published(programme, level).audit.holds


@pytest.mark.parametrize("programme", ["ung-framtid", "enter", "hikikomori", "sara"])
def test_there_is_somebody_to_protect(programme):
    """Otherwise the tests above could not fail."""
    true = follow_up_of(programme)

    assert len(few_that_are_shown(true, true)) >= 4


@pytest.mark.parametrize("programme", PROGRAMMES)
@pytest.mark.parametrize("level", ["report", "open"])
def test_hidden_cell_holds_no_number(programme, level):
    found = [cell for cell in cells_of(published(programme, level).follow_up) if cell.hidden]

    assert found == [Cell(None, hidden=SENTENCE)] * len(found)


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_shown_cell_is_as_it_was_counted_at_level_report(programme):
    """Its value and interval are those of its own k and n, and of no other."""
    for cell in cells_of(published(programme, "report").follow_up):
        if cell.interval and cell.interval.method == "wilson":
            assert (cell.value, cell.interval) == (cell.k / cell.n, wilson(cell.k, cell.n))


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_goals_are_exact_at_level_report(programme):
    definition, _parts = load_programme(shipped(f"{programme}.toml"))
    found, true = published(programme, "report").follow_up, follow_up_of(programme)

    for goal in definition.goals:
        shown, full = found.figure(goal.id), true.figure(goal.id)
        assert replace(shown, groups={}, parts=()) == replace(full, groups={}, parts=())


def put_back(programme, figure_id, grouping, code):
    """What is published, but for one cell that shows its number."""
    found, true = published(programme, "report").follow_up, follow_up_of(programme)

    def mended(figure):
        if figure.id != figure_id:
            return figure
        cell = true.figure(figure_id).groups[grouping][code]
        cells = figure.groups[grouping] | {code: cell}
        return replace(figure, groups=figure.groups | {grouping: cells})

    return replace(found, figures=tuple(map(mended, found.figures)))


@pytest.mark.parametrize(
    ("programme", "figure_id", "grouping", "code"),
    [
        ("hikikomori", "isolation-broken-of-enrolled", "gender", "woman"),
        ("hikikomori", "ages", "age_band:man", "16–19"),
        ("sara", "time-to-work-or-studies", "gender", "woman"),
        ("sara", "exits-by-reason", "exit_reason:woman", "work_or_studies"),
        ("sara", "destinations", "destination:woman", "work"),
        ("ung-framtid", "destinations", "destination:man", "sickness_compensation"),
    ],
)
def test_one_linked_cell_shown_gives_somebody_away(programme, figure_id, grouping, code):
    leaking = put_back(programme, figure_id, grouping, code)

    assert few_that_are_shown(leaking, leaking) == []
    assert recovered_by_an_outsider(leaking, follow_up_of(programme)) != []


def numbers_in(data, path=""):
    if isinstance(data, dict):
        for name, one in data.items():
            yield from numbers_in(one, f"{path}/{name}")
    elif isinstance(data, list):
        for one in data:
            yield from numbers_in(one, path)
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield path, data


def test_figures_json_at_level_open_counts_people_in_fives():
    """Counts of people anywhere in the file, however deep: more than seven, in fives."""
    told = ("/k", "/n", "/unknown", "/excluded", "/not_yet_due", "/after_cut_off")
    found = figures_json(published("sara", "open").follow_up)
    of_people = [one for one in found["figures"] if one["unit"] != "krona"]
    counts = [
        number
        for path, number in numbers_in(of_people)
        if path.endswith(told) or "/excluded/" in path
    ]

    assert len(counts) > 50
    assert [count for count in counts if count % 5 or count <= 7] == []

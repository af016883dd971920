"""A follow-up read into breakdowns: who is everyone first, then figure by figure."""

from collections.abc import Iterator, Mapping

from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.disclosure.tables import is_small
from stegvis.results.calculations.publishing.breakdowns import (
    ENROLLED,
    EXITS,
    PERSONS,
    Breakdowns,
)
from stegvis.results.calculations.publishing.people import (
    ENROLMENTS,
    GENDER,
    Shape,
    codes_by_grouping,
    counts_k,
    counts_n,
    is_about_people,
    shape_of,
)
from stegvis.results.values.figures import Figure, FollowUp

EVERYONE = (PERSONS, ENROLLED, EXITS)


def paths(follow_up: FollowUp) -> Iterator[tuple[str, Figure]]:
    """Each figure with a name of its own, also where a goal is called as a standard figure is."""
    seen: dict[str, int] = {}
    for figure in follow_up.figures:
        times = seen[figure.id] = seen.get(figure.id, 0) + 1
        again = "" if times == 1 else f" {times}"
        yield f"{follow_up.programme}/{figure.id}{again}", figure


def breakdowns_of(follow_up: FollowUp) -> Breakdowns:
    withheld = list(left_out(follow_up))
    named = list(paths(follow_up))
    codes = codes_by_grouping(
        one for figure in follow_up.figures for one in (figure, *figure.parts)
    )
    breakdowns = Breakdowns(follow_up.programme, codes=codes)
    first = [one for figure_id in EVERYONE for one in named if one[1].id == figure_id]
    for path, figure in (*first, *(one for one in named if one not in first)):
        groupings = [grouping for at, grouping in withheld if at == path]
        breakdowns.read(figure, path, groupings)
    return breakdowns


def left_out(follow_up: FollowUp) -> Iterator[tuple[str, str]]:
    """Enrolments by gender, where they would tell of the few who have come back.

    The persons by gender are what a reader needs; beside them the enrolments tell how many
    women and how many men have been enrolled again.
    """
    if not _few_came_back(follow_up):
        return
    for path, figure in paths(follow_up):
        if Unit(figure.unit) in ENROLMENTS and is_about_people(figure):
            for grouping in figure.groups:
                if grouping == GENDER or shape_of(figure, grouping) is Shape.CROSSED:
                    yield path, grouping


def _few_came_back(follow_up: FollowUp) -> bool:
    persons, enrolments = (_by_gender(follow_up, one) for one in (PERSONS, ENROLLED))
    exits = _exits_by_gender(follow_up)
    exited = [
        counts_n(figure.groups[GENDER])
        for figure in follow_up.figures
        if figure.unit == Unit.PERSON and figure.population == "exited" and GENDER in figure.groups
    ]
    if not persons or sum(persons.values()) == sum(enrolments.values()):
        return False
    pairs = [(persons, enrolments), *((one, exits) for one in exited)]
    return any(_differ_by_few(some, more) for some, more in pairs)


def _differ_by_few(some: Mapping[str, int], more: Mapping[str, int]) -> bool:
    return any(is_small(abs(many - some.get(code, 0))) for code, many in more.items())


def _by_gender(follow_up: FollowUp, figure_id: str) -> dict[str, int]:
    figure = follow_up.figure(figure_id)
    return counts_k(figure.groups.get(GENDER, {})) if figure else {}


def _exits_by_gender(follow_up: FollowUp) -> dict[str, int]:
    figure = follow_up.figure(EXITS)
    if figure is None:
        return {}
    return {
        grouping.partition(":")[2]: sum(counts_k(cells).values())
        for grouping, cells in figure.groups.items()
        if shape_of(figure, grouping) is Shape.CROSSED
    }

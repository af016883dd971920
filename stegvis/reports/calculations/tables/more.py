"""Figures beside the goals: the programme's own, goals by other groups, and opening balances."""

from collections.abc import Iterator

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.outcomes import counted, shown_group
from stegvis.reports.calculations.wording.scales import NOTHING
from stegvis.reports.calculations.wording.short import short_gender
from stegvis.reports.calculations.wording.vocabulary import GENDER, MAN, WOMAN
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Cell, Figure


def other_figures(subject: Subject) -> Table | None:
    """What the definition asks for beside its goals: no target and no verdict."""
    shown = [
        (one, figure)
        for one in subject.with_parts()
        for indicator in one.definition.figures
        if (figure := one.figure(indicator.id)) is not None
    ]
    if not shown:
        return None
    return Table(
        title=_("Fler siffror"),
        header=(_("Vad"), _("Nu"), _("Kvinnor"), _("Män"), _("Bas")),
        rows=tuple(_other(figure, one) for one, figure in shown),
        numeric=(1, 2, 3),
        description=_("Siffror som insatsen följer utan att de är mål."),
        note=_("Till och med {day}.").format(day=subject.follow_up.as_of.isoformat()),
        figures=tuple(one.key(figure) for one, figure in shown),
    )


def _other(figure: Figure, subject: Subject) -> tuple[str, ...]:
    return (
        figure.goal,
        NOTHING if figure.hidden else counted(figure, subject.words),
        *(short_gender(figure, code, subject.words) for code in (WOMAN, MAN)),
        capital(figure.population_name),
    )


def goals_by_group(subject: Subject) -> Table | None:
    """Goals by the groups a definition declares, and by the periods of changed target groups."""
    found = [
        (one, goal, one.words.group_name(grouping, code), cell)
        for one in subject.with_parts()
        for goal in one.goals()
        for grouping, code, cell in _cells(goal.figure)
    ]
    if not found:
        return None
    return Table(
        title=_("Målen, uppdelade"),
        header=(_("Mål"), _("Grupp"), _("Utfall")),
        rows=tuple(
            (goal.indicator.text, group, _cell(goal.figure, cell, one))
            for one, goal, group, cell in found
        ),
        numeric=(2,),
        description=_("En rad för varje mål och grupp."),
        note=_("Basen för varje mål står i tabellen Så är siffrorna räknade."),
        figures=tuple(one.key(goal.figure) for one, goal, _group, _cell_ in found),
    )


def _cells(figure: Figure) -> Iterator[tuple[str, str, Cell]]:
    for grouping, cells in figure.groups.items():
        if grouping == GENDER or figure.hidden or len(cells) < len("ab"):
            continue
        for code, cell in cells.items():
            yield grouping, code, cell


def _cell(figure: Figure, cell: Cell, subject: Subject) -> str:
    return shown_group(cell, figure, subject.words)


def opening_balances(subject: Subject) -> Table | None:
    """Counts from before the single facts, by year and gender; approximate ones as a range."""
    figure = subject.figure("opening-balances")
    if figure is None or figure.hidden:
        return None
    rows = [
        (
            subject.words.group_name("balance", balance),
            *_year_and_gender(subject, key),
            _range(cell),
        )
        for balance, cells in figure.groups.items()
        for key, cell in cells.items()
    ]
    return Table(
        title=_("Ingående värden, {programme}").format(programme=subject.name),
        header=(_("Vad"), _("År"), _("Kön"), _("Antal")),
        rows=tuple(rows),
        numeric=(3,),
        description=_("Antal från tiden före de enskilda uppgifterna."),
        note=base_note(figure),
        figure=subject.key(figure),
    )


def _year_and_gender(subject: Subject, key: str) -> tuple[str, str]:
    year, _colon, gender = key.partition(":")
    return year, subject.words.group_name(GENDER, gender)


def _range(cell: Cell) -> str:
    if cell.hidden or cell.k is None:
        return NOTHING
    if cell.n is None or cell.n == cell.k:
        return number(cell.k)
    return _("{low}–{high}").format(low=number(cell.k), high=number(cell.n))

"""A follow-up as sheets: goals, figures, groups, curves, definitions.

Values are typed, not formatted: the workbook shows them, and a reader can count on them.
What is hidden is empty, and the row says that it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_of
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.reports.calculations import figure_columns as layout
from stegvis.reports.calculations import figure_words as said
from stegvis.reports.calculations.wording.coverage import coverage_sentence
from stegvis.reports.calculations.wording.scales import Scale, scale_of
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.reports.values.sheets import Measure, Row, Sheet, Value
from stegvis.results.values.figures import Cell, Figure, FollowUp, Interval, Point, Verdict

_ORE_PER_KRONA = 100
_FIRST_DAY_NUMBER = 10_000  # 1997-05-19; a smaller number counts the days since a start


@dataclass(frozen=True)
class _Told:
    """One figure, the programme it is of, and the words of its definition."""

    programme: str
    figure: Figure
    words: Vocabulary

    @property
    def measure(self) -> Measure:
        if self.figure.unit == "krona":
            return Measure.KRONOR
        is_share = scale_of(self.figure, self.words) is Scale.SHARE
        return Measure.SHARE if is_share else Measure.NUMBER

    @property
    def measure_of_groups(self) -> Measure:
        is_split = scale_of(self.figure, self.words) is Scale.PARTS
        return Measure.SHARE if is_split else self.measure

    @property
    def indicator(self) -> AnyIndicator | None:
        return self.words.indicator(self.figure)

    @property
    def is_goal(self) -> bool:
        has_level = self.indicator is not None and self.indicator.level is not None
        return has_level or self.figure.verdict is not Verdict.NONE

    @property
    def who(self) -> tuple[Value, ...]:
        return self.programme, self.figure.id, self.words.title(self.figure)

    @property
    def base(self) -> tuple[Value, ...]:
        return self.figure.population_name, self.figure.definition_version

    def value(self, value: float | None) -> float | None:
        """Money in kronor: a workbook is read by people."""
        if value is None or self.measure is not Measure.KRONOR:
            return value
        return value / _ORE_PER_KRONA

    def left_out(self, excluded: dict[str, int]) -> str:
        named = {self.words.reason_name(self.figure, code): n for code, n in excluded.items()}
        return ", ".join(f"{name} {n}" for name, n in named.items() if n)

    def interval(self, interval: Interval | None) -> tuple[Value, ...]:
        if interval is None:
            return None, None
        return self.value(interval.low), self.value(interval.high)


def sheets_of(follow_up: FollowUp, definitions: Iterable[Definition]) -> list[Sheet]:
    """The definition of the programme first; those of its parts may follow."""
    words = {definition.id: Vocabulary(definition) for definition in definitions}
    told = list(_told(follow_up, words))
    goals = [one for one in told if one.is_goal]
    return [
        Sheet(_("Mål"), layout.columns(layout.GOALS), tuple(map(_goal, goals))),
        Sheet(_("Siffror"), layout.columns(layout.FIGURES), tuple(map(_figure, told))),
        Sheet(_("Grupper"), layout.columns(layout.GROUPS), tuple(_groups(told))),
        Sheet(_("Kurvor"), layout.columns(layout.CURVES), tuple(_curves(told))),
        Sheet(_("Definitioner"), layout.columns(layout.DEFINITIONS), tuple(map(_definition, told))),
    ]


def _told(follow_up: FollowUp, words: dict[str, Vocabulary]) -> Iterator[_Told]:
    """Every figure with its sub-criteria, of the programme and then of each part."""
    known = words.get(follow_up.programme) or next(iter(words.values()))
    for figure in follow_up.figures:
        for one in (figure, *figure.parts):
            yield _Told(follow_up.programme_name, one, known)
    for part in follow_up.parts:
        yield from _told(part, words)


def _hidden(hidden: str) -> str:
    return _("ja") if hidden else ""


def _outcome(told: _Told, cell: Cell | Figure) -> tuple[Value, ...]:
    if cell.hidden:
        return None, None, None
    return tuple(map(told.value, (cell.value, cell.k, cell.n)))


def _goal(told: _Told) -> Row:
    figure, indicator = told.figure, told.indicator
    target = figure.target
    level = indicator.level if indicator else None
    values = (
        *told.who,
        _(said.LEVELS[level]) if level else "",
        *_outcome(told, figure),
        _(said.OPERATORS[target.op]) if target else "",
        told.value(target.value) if target else None,
        None if figure.hidden else told.value(figure.missing),
        verdict_word(figure.verdict),
        *figure.valid,
        *told.base,
        _hidden(figure.hidden),
    )
    return Row(values, told.measure)


def _figure(told: _Told) -> Row:
    figure = told.figure
    values = (
        *told.who,
        said.kind_name(figure.kind),
        said.unit_name(figure.unit),
        *_outcome(told, figure),
        *([None] * 9 if figure.hidden else _uncertainty(told)),
        figure.cut_off,
        *told.base,
        said.method_name(figure.method),
        " ".join(filter(None, (*figure.notes, coverage_sentence(figure.coverage)))),
        _hidden(figure.hidden),
    )
    return Row(values, told.measure)


def _uncertainty(told: _Told) -> tuple[Value, ...]:
    figure = told.figure
    low, high = figure.bounds or (None, None)
    return (
        figure.unknown,
        told.left_out(figure.excluded),
        figure.not_yet_due,
        figure.after_cut_off,
        told.value(low),
        told.value(high),
        *told.interval(figure.interval),
        said.method_name(figure.interval.method) if figure.interval else "",
    )


def _groups(everything: list[_Told]) -> Iterator[Row]:
    for told in everything:
        for grouping, cells in told.figure.groups.items():
            for code, cell in cells.items():
                yield _group(told, grouping, code, cell)


def _group(told: _Told, grouping: str, code: str, cell: Cell) -> Row:
    values = (
        *told.who,
        said.grouping_name(grouping, told.words),
        said.group_name(grouping, code, told.words),
        *_outcome(told, cell),
        *([None] * 4 if cell.hidden else _uncertainty_of(told, cell)),
        _hidden(cell.hidden),
    )
    return Row(values, told.measure_of_groups)


def _uncertainty_of(told: _Told, cell: Cell) -> tuple[Value, ...]:
    return cell.unknown, told.left_out(cell.excluded), *told.interval(cell.interval)


def _curves(everything: list[_Told]) -> Iterator[Row]:
    for told in everything:
        if told.figure.hidden:
            continue
        for name, points in told.figure.points.items():
            for point in points:
                yield _point(told, name, point)


def _point(told: _Told, name: str, point: Point) -> Row:
    is_day = point.at >= _FIRST_DAY_NUMBER
    values = (
        *told.who,
        said.curve_name(name),
        day_of(point.at) if is_day else None,
        None if is_day else point.at,
        told.words.group_name("seat", point.name) if point.name else "",
        told.value(point.value),
        point.at_risk,
        told.value(point.low),
        told.value(point.high),
    )
    return Row(values, told.measure)


def _definition(told: _Told) -> Row:
    figure, indicator = told.figure, told.indicator
    reasons = (*indicator.exclusions, *indicator.exceptions) if indicator else ()
    values = (
        *told.who,
        indicator.definition if indicator else said.method_name(figure.method),
        said.unit_name(figure.unit),
        *told.base,
        ", ".join(reason.name for reason in reasons),
        figure.replaces,
        indicator.source if indicator else "",
    )
    return Row(values, told.measure)

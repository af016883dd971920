"""The rows that every indicator of a definition looks at, made ready once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stegvis.programmes.values.conditions import Condition, Term
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Unit
from stegvis.programmes.values.indicators import (
    AnyIndicator,
    Change,
    Conversion,
    Count,
    DomainsImproved,
    Indicator,
    Population,
    Share,
    TimeToEvent,
)
from stegvis.results.calculations.evaluation.deadlines import with_deadlines
from stegvis.results.calculations.evaluation.expressions import aggregates_in
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.gathering import gather, names_of
from stegvis.results.calculations.evaluation.populations import (
    base_table,
    cohort_parts,
    let_in,
    one_per_person,
)
from stegvis.results.calculations.evaluation.rows import Rows, settled
from stegvis.results.calculations.evaluation.scope import Scope

PERSONAL = ("enrolment", "person")


@dataclass(frozen=True)
class Prepared:
    """Frames with, for each table that indicators count in, its rows and what they need.

    Nothing is computed before a figure asks for it, and nothing twice.
    """

    frames: Frames
    reads: Mapping[str, Sequence[Condition | Term | None]]
    scopes: Mapping[str, Scope]
    _kept: dict[object, Rows] = field(default_factory=dict, repr=False, compare=False)

    @property
    def definition(self) -> Definition:
        return self.frames.definition

    def scope(self, indicator: Indicator) -> Scope:
        return self.scopes[base_table(indicator.unit)]

    def let_in(self, unit: Unit, population: Population) -> Rows:
        """The rows let in by the population; found once for all figures that share it."""
        asked = (unit, population.where, population.window, population.which)
        return self.kept(asked, lambda: self._let_in(unit, population))

    def kept(self, name: object, rows: Callable[[], Rows]) -> Rows:
        """Rows that several figures look at, found once for each name."""
        if name not in self._kept:
            self._kept[name] = settled(rows(), many=self.frames.are_many)
        return self._kept[name]

    def _let_in(self, unit: Unit, population: Population) -> Rows:
        table = base_table(unit)
        rows = let_in(self.kept(table, lambda: self._rows(table)), population, self.scopes[table])
        if unit is not Unit.PERSON:
            return rows
        twice = self.frames.enrolled_twice_a_day
        return one_per_person(rows, latest=population.which == "latest", twice_a_day=twice)

    def _rows(self, table: str) -> Rows:
        scope = self.scopes[table]
        rows = gather(_base(self.frames, table), self.frames, scope)
        return with_deadlines(rows, self.reads[table], scope)


def instrument_of(indicator: Indicator) -> str:
    return indicator.instrument if isinstance(indicator, Change | DomainsImproved) else ""


def parts_read(indicator: Indicator, cut_off: int) -> list[Condition | Term | None]:
    """Every condition and term that an indicator reads, so that nothing is gathered twice."""
    population = indicator.population
    parts: list[Condition | Term | None] = [
        population.where.tree if population.where else None,
        *cohort_parts(indicator.denominator, cut_off, instrument_of(indicator)),
        *(reason.where.tree for reason in (*indicator.exclusions, *indicator.exceptions)),
    ]
    match indicator:
        case Share():
            parts += [indicator.numerator.tree, *(s.numerator.tree for s in indicator.sub_criteria)]
        case Count() if indicator.numerator:
            parts.append(indicator.numerator.tree)
        case Conversion():
            parts += [indicator.event.tree, indicator.start.tree]
        case TimeToEvent():
            parts += [indicator.event.tree, indicator.start.tree]
            parts += [term.tree for term in indicator.competing.values()]
    return parts


def prepare(frames: Frames, indicators: Iterable[AnyIndicator]) -> Prepared:
    reads: dict[str, list[Condition | Term | None]] = {base_table(Unit.ENROLMENT): []}
    for indicator in indicators:
        reads.setdefault(base_table(indicator.unit), []).extend(
            parts_read(indicator, frames.cut_off)
        )
    scopes = {
        table: Scope(
            table,
            frames.definition,
            frames.cut_off,
            names_of(found for part in parts for found in aggregates_in(part)),
        )
        for table, parts in reads.items()
    }
    return Prepared(frames, reads, scopes)


def _base(frames: Frames, table: str) -> Rows:
    """The table's rows, with gender and municipality from the journey where rows have one."""
    if table == "enrolments":
        return frames.journeys
    rows = frames.table(table)
    columns = TABLE_OF[table].column_names
    if "enrolment" not in columns:
        return rows
    journeys = frames.journeys
    if table == "survey_answers":
        return rows
    kept = [name for name in journeys.collect_schema().names() if name not in columns]
    return rows.join(journeys.select("enrolment", *kept), on="enrolment", how="inner")

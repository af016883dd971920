"""Fact tables as they stood on the cut-off, and the journeys they make."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import narwhals as nw

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind, Table
from stegvis.results.calculations.evaluation.calendar import with_year
from stegvis.results.calculations.evaluation.comings import Comings
from stegvis.results.calculations.evaluation.delivered import Delivered
from stegvis.results.calculations.evaluation.rows import Rows, computed, settled
from stegvis.results.values.destinations import TRANSFERRED
from stegvis.results.values.fact_set import FactSet

PLANNED = ("valid_to_on",)
"""Dates that may lie after the cut-off without being untrue on it."""

NO_RULE = ""
REGISTERED_IN_ERROR = "registered_in_error"


@dataclass(frozen=True)
class Frames:
    """The facts of one (sub-)programme up to and with the day `cut_off`.

    What is counted along the calendar begins on `since`, where one is asked for.
    """

    facts: FactSet
    definition: Definition
    cut_off: int
    since: date | None = None
    _tables: dict[str, Rows] = field(default_factory=dict, repr=False, compare=False)
    _counted: dict[object, int] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def delivered(self) -> Delivered:
        return Delivered(self.facts, self.definition)

    def has(self, table: str) -> bool:
        return self.delivered.has(table)

    @property
    def first_day(self) -> date | None:
        """Where counting along the calendar begins."""
        return max(filter(None, (self.since, self.definition.first_day)), default=None)

    @property
    def is_empty(self) -> bool:
        return self.delivered.is_empty

    @property
    def are_many(self) -> bool:
        return self.delivered.are_many

    def table(self, name: str) -> Rows:
        """All columns of the dictionary, typed; what had not happened yet is left out."""
        if name not in self._tables:
            self._tables[name] = self._on_cut_off(TABLE_OF[name])
        return self._tables[name]

    def _on_cut_off(self, table: Table) -> Rows:
        frame = self.delivered.rows(table.name)
        if not self.has(table.name):
            return frame
        late = [
            column.name
            for column in table.columns
            if column.kind is ColumnKind.DAY
            and column.name not in PLANNED
            and not self.delivered.all_by(table.name, column.name, self.cut_off)
        ]
        if table.happened in late:
            frame = frame.filter(self._has_happened(table))
        ended = [self._happened(name) for name in late if name != table.happened]
        return frame.with_columns(*ended) if ended else frame

    def _has_happened(self, table: Table) -> nw.Expr:
        """What has no date may have happened, where the dictionary lets the date be missing."""
        column, happened = table.column(table.happened), nw.col(table.happened)
        by_now = happened <= self.cut_off
        return by_now if column and column.required else by_now | happened.is_null()

    def _happened(self, day: str) -> nw.Expr:
        return nw.when(nw.col(day) <= self.cut_off).then(nw.col(day)).alias(day)

    def kinds(self, code_list: str, codes: Iterable[str]) -> list[str]:
        """The codes and every local code that is a kind of one of them."""
        known = self.definition.codes(code_list)
        return list(dict.fromkeys(kind for code in codes for kind in known.meant_by(code)))

    def after_cut_off(self, name: str) -> int:
        """How many rows of a table lie after the cut-off, and are not counted anywhere."""
        table = TABLE_OF[name]
        if not table.happened or not self.has(name):
            return 0
        if self.delivered.all_by(name, table.happened, self.cut_off):
            return 0
        later = nw.col(table.happened) > self.cut_off
        return self.counted(("later", name), lambda: self.delivered.rows(name).filter(later))

    def counted(self, name: object, rows: Callable[[], Rows]) -> int:
        """How many rows there are; counted once for each name."""
        if name not in self._counted:
            self._counted[name] = int(rows().select(nw.len()).pipe(computed).item())
        return self._counted[name]

    @cached_property
    def events(self) -> dict[str, list[tuple[int, str | None]]]:
        """Day and evidence of what has happened, by event: a few rows for every deliverable."""
        happened: dict[str, list[tuple[int, str | None]]] = {}
        rows = self.table("events").select("event", "happened_on", "evidence").pipe(computed)
        for event, on, evidence in rows.iter_rows():
            happened.setdefault(event, []).append((int(on), evidence))
        return happened

    @cached_property
    def journeys(self) -> Rows:
        """One row per enrolment: the person, the enrolment, its exit and where it led."""
        enrolments = self.table("enrolments")
        led_to = (
            self.table("destinations")
            .filter(nw.col("moment") == "exit")
            .group_by("enrolment")
            .agg(nw.col("destination").max())
        )
        joined = (
            enrolments.join(self.table("persons"), on="person", how="left")
            .join(self.table("exits"), on="enrolment", how="left")
            .join(led_to, on="enrolment", how="left")
        )
        counted = joined.filter(~self._in_error())
        dated = with_year(counted, "enrolled_on", "enrolled_year")
        return settled(dated.with_columns(*self._derived()), many=self.are_many)

    @cached_property
    def enrolled_twice_a_day(self) -> bool:
        """Whether anybody was: then their keys have to say which enrolment is the latest."""
        times = self.journeys.group_by("person", "enrolled_on").agg(nw.len().alias("many"))
        twice = times.filter(nw.col("many") > 1).head(1)
        return bool(len(computed(twice, many=self.are_many)))

    @cached_property
    def comings(self) -> Comings:
        return Comings.of(self.journeys, self.kinds("exit_reason", (TRANSFERRED,)))

    def _in_error(self) -> nw.Expr:
        """Registered in error: out of every count, but the number of them is printed."""
        mistake = self.kinds("exit_reason", (REGISTERED_IN_ERROR,))
        return nw.col("exit_reason").is_in(mistake).fill_null(value=False)

    @property
    def registered_in_error(self) -> int:
        mistaken = self.table("exits").filter(self._in_error())
        return self.counted("registered in error", lambda: mistaken)

    def _derived(self) -> list[nw.Expr]:
        enrolled, exited = nw.col("enrolled_on"), nw.col("exited_on")
        until = nw.when(~exited.is_null()).then(exited).otherwise(nw.lit(self.cut_off))
        return [
            (nw.col("enrolled_year") - nw.col("birth_year")).alias("age"),
            (until - enrolled).alias("days_enrolled"),
            self._rule_period().alias("rule_period"),
        ]

    def _rule_period(self) -> nw.Expr:
        """The first day of the target-group rules that held at enrolment, as text."""
        period = nw.lit(NO_RULE)
        for start in rule_starts(self.definition):
            held = nw.col("enrolled_on") >= day_number(start)
            period = nw.when(held).then(nw.lit(start.isoformat())).otherwise(period)
        return period


def rule_starts(definition: Definition) -> list[date]:
    """The days on which the rules of the target group changed, the first among them."""
    return sorted({rule.first for rule in definition.target_group if rule.first})

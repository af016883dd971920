"""Fact tables as they were delivered: typed, and of one (sub-)programme only."""

from dataclasses import dataclass
from functools import cached_property

import narwhals as nw
from narwhals.dtypes import DType

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind, Table
from stegvis.results.calculations.evaluation.rows import MANY, Rows, computed
from stegvis.results.values.fact_set import FactSet

_TYPES = {
    ColumnKind.DAY: nw.Int64(),
    ColumnKind.YEAR: nw.Int64(),
    ColumnKind.INTEGER: nw.Int64(),
    ColumnKind.MONEY: nw.Int64(),
    ColumnKind.DECIMAL: nw.Float64(),
    ColumnKind.YES_NO: nw.Boolean(),
}


@dataclass(frozen=True)
class Delivered:
    """Programmes may share a delivery; what hangs on another's enrolments is left out."""

    facts: FactSet
    definition: Definition

    def has(self, table: str) -> bool:
        return table in self.facts.tables

    @property
    def is_empty(self) -> bool:
        """Nothing but a title page was delivered: nothing can be said to be missing either."""
        return not set(self.facts.tables) - {"about"}

    @cached_property
    def are_many(self) -> bool:
        """Whether engines should prepare for many rows; what is not yet read may be many."""
        delivered = [nw.from_native(table) for table in self.facts.tables.values()]
        known = [len(one) for one in delivered if isinstance(one, nw.DataFrame)]
        return len(known) < len(delivered) or sum(known) > MANY

    def rows(self, name: str) -> Rows:
        """All columns of the dictionary; a table that was not delivered has no rows."""
        rows = self._typed(TABLE_OF[name])
        if not self._others:
            return rows
        if name == "enrolments":
            return rows.filter(~self._is_others)
        if not TABLE_OF[name].column("enrolment"):
            return rows
        theirs = self._typed(TABLE_OF["enrolments"]).filter(self._is_others)
        return rows.join(theirs.select("enrolment"), on="enrolment", how="anti")

    @cached_property
    def _others(self) -> list[str | None]:
        """Programmes of other enrolments; one that names none is in the whole, not in a part."""
        enrolments = self._typed(TABLE_OF["enrolments"]).select("programme").unique()
        mine = (self.definition.id,) if self.definition.part_of else (self.definition.id, None)
        told = enrolments.pipe(computed, many=self.are_many)["programme"].to_list()
        return [programme for programme in told if programme not in mine]

    @property
    def _is_others(self) -> nw.Expr:
        programme = nw.col("programme")
        named = [other for other in self._others if other is not None]
        is_named = programme.is_in(named).fill_null(value=False)
        return is_named | programme.is_null() if None in self._others else is_named

    def _typed(self, table: Table) -> Rows:
        """One expression for all columns that need the same: each costs more than few rows do."""
        frame = self._native(table.name)
        found = frame.collect_schema()
        wanted = {column.name: _TYPES.get(column.kind, nw.String()) for column in table.columns}
        missing = [nw.lit(None).cast(wanted[n]).alias(n) for n in wanted if n not in found]
        changed: dict[DType, list[str]] = {}
        for name, kind in wanted.items():
            if name in found and found[name] != kind:
                changed.setdefault(kind, []).append(name)
        cast = [nw.col(*names).cast(kind) for kind, names in changed.items()]
        typed = frame.with_columns(*missing, *cast) if missing or cast else frame
        return typed.select(*wanted)

    def _native(self, name: str) -> Rows:
        """The delivered table, or one without rows or columns on the same engine."""
        if name in self.facts.tables:
            return nw.from_native(self.facts.tables[name]).lazy()
        for delivered in self.facts.tables.values():
            some = nw.from_native(delivered).lazy()
            first = some.collect_schema().names()[0]
            return some.select(nw.col(first).alias("nothing")).head(0)
        return nw.from_dict({"nothing": []}, backend="polars").lazy()

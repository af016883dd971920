"""Fact tables as they were delivered: typed, and of one (sub-)programme only."""

from dataclasses import dataclass, replace
from functools import cache, cached_property

import narwhals as nw
from narwhals.dtypes import DType

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind, Table
from stegvis.results.calculations.evaluation.rows import MANY, Rows, computed, settled
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

    def all_by(self, table: str, day: str, last: int) -> bool:
        """Whether all rows are known to have their day by then; what is not yet read is not."""
        rows = nw.from_native(self.facts.tables[table])
        if not isinstance(rows, nw.DataFrame) or day not in rows.columns:
            return False
        days = rows[day]
        return days.null_count() == 0 and (days.is_empty() or int(days.max()) <= last)

    @property
    def is_empty(self) -> bool:
        """Nothing but a title page was delivered: nothing can be said to be missing either."""
        return not set(self.facts.tables) - {"about"}

    @cached_property
    def are_many(self) -> bool:
        return _are_many(self.facts)

    def rows(self, name: str) -> Rows:
        """All columns of the dictionary; a table that was not delivered has no rows."""
        rows = self._typed(name)
        if not self._others or name not in self.facts.tables:
            return rows
        if name == "enrolments":
            return rows.filter(~self._is_others)
        if not TABLE_OF[name].column("enrolment"):
            return rows
        return rows.join(self._theirs, on="enrolment", how="anti")

    @cached_property
    def _theirs(self) -> Rows:
        """The enrolments of others."""
        theirs = self._typed("enrolments").filter(self._is_others).select("enrolment")
        return settled(theirs, many=self.are_many)

    @cached_property
    def _others(self) -> list[str | None]:
        """Programmes of other enrolments; one that names none is in the whole, not in a part."""
        enrolments = self._typed("enrolments").select("programme").unique()
        mine = (self.definition.id,) if self.definition.part_of else (self.definition.id, None)
        told = enrolments.pipe(computed, many=self.are_many)["programme"].to_list()
        return [programme for programme in told if programme not in mine]

    @property
    def _is_others(self) -> nw.Expr:
        programme = nw.col("programme")
        named = [other for other in self._others if other is not None]
        is_named = programme.is_in(named).fill_null(value=False)
        return is_named | programme.is_null() if None in self._others else is_named

    def _typed(self, name: str) -> Rows:
        if name in self.facts.tables:
            return _typed(TABLE_OF[name], nw.from_native(self.facts.tables[name]).lazy())
        return self._without_rows(TABLE_OF[name])

    def _without_rows(self, table: Table) -> Rows:
        """A table that was not delivered, on the engine of those that were."""
        for delivered in self.facts.tables.values():
            some = nw.from_native(delivered).lazy()
            if not some.implementation.is_polars():
                first = some.collect_schema().names()[0]
                return _typed(table, some.select(nw.col(first).alias("nothing")).head(0))
        return _nothing(table.name)


def typed(facts: FactSet) -> FactSet:
    """The same facts with all columns typed: done once for all programmes that share them.

    Where they are many, only the columns that somebody asks for are worth it.
    """
    if _are_many(facts):
        return facts
    tables = {
        name: computed(_typed(TABLE_OF[name], nw.from_native(table).lazy()))
        for name, table in facts.tables.items()
    }
    return replace(facts, tables=tables)


def _are_many(facts: FactSet) -> bool:
    """Whether engines should prepare for many rows; what is not yet read may be many."""
    delivered = [nw.from_native(table) for table in facts.tables.values()]
    known = [len(one) for one in delivered if isinstance(one, nw.DataFrame)]
    return len(known) < len(delivered) or sum(known) > MANY


def _typed(table: Table, rows: Rows) -> Rows:
    """One expression for all columns that need the same: each costs more than few rows do."""
    found, wanted = rows.collect_schema(), _kinds(table)
    if found == wanted:
        return rows
    missing = [nw.lit(None).cast(wanted[n]).alias(n) for n in wanted if n not in found]
    changed: dict[DType, list[str]] = {}
    for name, kind in wanted.items():
        if name in found and found[name] != kind:
            changed.setdefault(kind, []).append(name)
    cast = [nw.col(*names).cast(kind) for kind, names in changed.items()]
    rows = rows.with_columns(*missing, *cast) if missing or cast else rows
    return rows if list(found) == list(wanted) else rows.select(*wanted)


def _kinds(table: Table) -> nw.Schema:
    return nw.Schema({one.name: _TYPES.get(one.kind, nw.String()) for one in table.columns})


@cache
def _nothing(name: str) -> Rows:
    kinds = _kinds(TABLE_OF[name])
    return nw.from_dict({column: [] for column in kinds}, kinds, backend="polars").lazy()

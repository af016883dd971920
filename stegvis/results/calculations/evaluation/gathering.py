"""What other tables say of each row, brought beside it in one pass a table."""

from collections.abc import Iterable, Mapping

import narwhals as nw

from stegvis.programmes.values.conditions import Aggregate, Gather, Has
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.evaluation.deadlines import with_deadlines
from stegvis.results.calculations.evaluation.expressions import condition_expression
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.scope import Gathered, Scope


def names_of(wanted: Iterable[Gathered]) -> dict[Gathered, str]:
    return {gathered: f"gathered_{number}" for number, gathered in enumerate(dict.fromkeys(wanted))}


def gather(rows: Rows, frames: Frames, scope: Scope) -> Rows:
    """`rows` with one column for everything in `scope.gathered`; nothing found is 0, no or null."""
    nowhere = [
        _not_found(what).alias(name)
        for what, name in scope.gathered.items()
        if not frames.has(what.table)
    ]
    rows = rows.with_columns(*nowhere) if nowhere else rows
    for table in dict.fromkeys(what.table for what in scope.gathered if frames.has(what.table)):
        mine = {what: name for what, name in scope.gathered.items() if what.table == table}
        rows = _gather_table(rows, frames, scope.of(table), mine)
    return rows


def _not_found(what: Gathered) -> nw.Expr:
    if isinstance(what, Has):
        return nw.lit(value=False)
    return nw.lit(None).cast(nw.Int64()) if _is_day(what) else nw.lit(0)


def _gather_table(rows: Rows, frames: Frames, scope: Scope, wanted: Mapping[Gathered, str]) -> Rows:
    key = "enrolment" if TABLE_OF[scope.table].column("enrolment") else "person"
    rows_there = with_deadlines(frames.table(scope.table), (what.where for what in wanted), scope)
    marked = rows_there.with_columns(
        *(_marked(what, scope).alias(name) for what, name in wanted.items())
    )
    found = marked.group_by(key).agg(
        *(expression for what, name in wanted.items() for expression in _summed(what, name))
    )
    joined = rows.join(found, on=key, how="left")
    filled = [_filled(what, name) for what, name in wanted.items() if not _is_day(what)]
    return joined.with_columns(*filled) if filled else joined


def _is_distinct(what: Gathered) -> bool:
    return isinstance(what, Aggregate) and what.gather is Gather.COUNT and bool(what.column)


def _blank(name: str) -> str:
    return f"{name}_blank"


def _marked(what: Gathered, scope: Scope) -> nw.Expr:
    """The value of each row that fulfils `where`, null in the others."""
    column = what.column if isinstance(what, Aggregate) else ""
    value = nw.col(column) if column else nw.lit(1)
    if what.where is None:
        return value
    return nw.when(condition_expression(what.where, scope)).then(value)


def _summed(what: Gathered, name: str) -> list[nw.Expr]:
    column = nw.col(name)
    if _is_distinct(what):
        blank = column.is_null().cast(nw.Int64()).max().alias(_blank(name))
        return [column.n_unique().alias(name), blank]
    if isinstance(what, Has) or what.gather is Gather.COUNT:
        return [column.sum()]
    return [column.min() if what.gather is Gather.FIRST else column.max()]


def _filled(what: Gathered, name: str) -> nw.Expr:
    """None found is nought or no; a day that is not found stays unknown."""
    column = nw.col(name)
    if isinstance(what, Has):
        return (column.fill_null(0) > 0).alias(name)
    if _is_distinct(what):
        return (column - nw.col(_blank(name))).fill_null(0).alias(name)
    return column.fill_null(0)


def _is_day(what: Gathered) -> bool:
    return isinstance(what, Aggregate) and what.gather is not Gather.COUNT

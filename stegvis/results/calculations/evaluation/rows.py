"""Rows of any engine, not yet computed, and the way to compute them."""

from typing import Any, TypeAlias

import narwhals as nw

Rows: TypeAlias = nw.LazyFrame[Any]
Computed: TypeAlias = nw.DataFrame[Any]

MANY = 100_000
"""So many rows that Polars' streaming engine, its default, earns back what its start costs."""


def computed(rows: Rows, *, many: bool = False) -> Computed:
    """The rows as Polars has them; `many` is said of what is joined or grouped to get there."""
    if rows.implementation.is_polars() and not many:
        return rows.collect("polars", engine="in-memory")
    return rows.collect("polars")


def settled(rows: Rows, *, many: bool = False) -> Rows:
    """Computed once where the engine keeps rows in memory, so that goals share the work."""
    return computed(rows, many=many).lazy() if rows.implementation.is_polars() else rows

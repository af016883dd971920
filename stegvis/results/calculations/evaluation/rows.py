"""Rows of any engine, not yet computed, and the way to compute them."""

from typing import Any, TypeAlias

import narwhals as nw

Rows: TypeAlias = nw.LazyFrame[Any]
Computed: TypeAlias = nw.DataFrame[Any]


def computed(rows: Rows) -> Computed:
    """The rows as Polars has them.

    Its streaming engine, the default, needs three times as long for the few rows of one
    association, and no less memory for those of a country.
    """
    if rows.implementation.is_polars():
        return rows.collect("polars", engine="in-memory")
    return rows.collect("polars")


def settled(rows: Rows) -> Rows:
    """Computed once where the engine keeps rows in memory, so that goals share the work."""
    return computed(rows).lazy() if rows.implementation.is_polars() else rows

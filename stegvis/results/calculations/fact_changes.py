"""What stands beside what was delivered: what is new, different, gone, the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from stegvis.results.values.deliveries import Recorded, Tally

ROW = ["table", "key"]


@dataclass(frozen=True)
class FactChanges:
    """Numbers of rows to void, rows to insert, and the counts by table."""

    voided: list[int]
    inserted: pl.DataFrame
    recorded: Recorded


def changes_between(
    kept: pl.DataFrame, delivered: pl.DataFrame, tables: Sequence[str]
) -> FactChanges:
    """`kept` has id, table, key, digest of what stands in the tables that were delivered."""
    alike = [*ROW, "digest"]
    unlike = kept.join(delivered.select(alike), on=alike, how="anti")
    inserted = delivered.join(kept.select(alike), on=alike, how="anti", maintain_order="left")
    changed = inserted.join(unlike.select(ROW), on=ROW, how="semi")
    counted = {name: _tally(name, delivered, inserted, (changed, unlike)) for name in tables}
    return FactChanges(unlike["id"].to_list(), inserted, Recorded(counted))


def _tally(
    name: str,
    delivered: pl.DataFrame,
    inserted: pl.DataFrame,
    differing: tuple[pl.DataFrame, pl.DataFrame],
) -> Tally:
    changed, voided = (_height(frame, name) for frame in differing)
    put = _height(inserted, name)
    return Tally(put - changed, changed, voided - changed, _height(delivered, name) - put)


def _height(frame: pl.DataFrame, table: str) -> int:
    return frame.filter(pl.col("table") == table).height

"""Facts as rows to keep, and rows that were kept as facts."""

import hashlib
import json
from collections.abc import Iterable

import narwhals as nw
import polars as pl
from narwhals.typing import IntoFrame

from stegvis.programmes.values.facts import TABLE_OF, Table
from stegvis.results.calculations.reading.conversion import TYPE_OF
from stegvis.results.values.fact_set import FactSet

SEPARATOR = "\x1f"
LONGEST_KEY = 200  # of keys as they are written; a longer one is kept as its digest
DIGEST_BYTES = 16

ROWS = {
    "table": pl.String,
    "key": pl.String,
    "values": pl.String,
    "digest": pl.String,
    "effective_on": pl.Date,
}


def fact_rows(facts: FactSet) -> pl.DataFrame:
    """Every row of every table, with the columns of ROWS; `values` as JSON text."""
    frames = [rows_of(TABLE_OF[name], frame) for name, frame in facts.tables.items()]
    return pl.concat(frames) if frames else pl.DataFrame(schema=ROWS)


def rows_of(table: Table, delivered: IntoFrame) -> pl.DataFrame:
    frame = typed(table, delivered)
    texts = frame.select(values=pl.struct(pl.all()).struct.json_encode())["values"].to_list()
    digests = pl.Series("digest", map(digest_of, texts), dtype=pl.String)
    happened = frame[table.happened] if table.happened else pl.Series([None] * frame.height)
    rows = pl.DataFrame(
        {
            "key": _keys(table, frame, digests),
            "values": texts,
            "digest": digests,
            "effective_on": happened.cast(pl.Int32).cast(pl.Date),
        },
        schema_overrides={name: kind for name, kind in ROWS.items() if name != "table"},
    )
    numbered = rows.with_columns(
        pl.lit(table.name).alias("table"), pl.int_range(pl.len()).over("key").alias("number")
    )
    again = pl.format("{}" + SEPARATOR + "#{}", "key", "number")
    key = pl.when(pl.col("number") > 0).then(again).otherwise("key")
    return numbered.with_columns(key.alias("key")).select(*ROWS)


def typed(table: Table, delivered: IntoFrame) -> pl.DataFrame:
    """The table's columns on Polars; one that was not delivered is empty."""
    native: pl.DataFrame = nw.from_native(delivered).lazy().collect("polars").to_native()
    kinds = {column.name: TYPE_OF[column.kind] for column in table.columns}
    return native.select(
        pl.col(name).cast(kind) if name in native.columns else pl.lit(None, kind).alias(name)
        for name, kind in kinds.items()
    )


def _keys(table: Table, frame: pl.DataFrame, digests: pl.Series) -> pl.Series:
    if not table.key:
        return digests
    parts = [pl.col(name).cast(pl.String).fill_null("") for name in table.key]
    keys = frame.select(key=pl.concat_str(parts, separator=SEPARATOR))["key"]
    if not keys.len() or (keys.str.len_chars().max() or 0) <= LONGEST_KEY:  # type: ignore[operator]
        return keys
    short = [key if len(key) <= LONGEST_KEY else digest_of(key) for key in keys.to_list()]
    return pl.Series("key", short, dtype=pl.String)


def digest_of(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()


def frame_of(table: Table, kept: str | None) -> pl.DataFrame:
    """The table as reading a file gives it; `kept` is a JSON list of what `values` were."""
    rows: Iterable[dict[str, object]] = json.loads(kept) if kept else ()
    return pl.DataFrame(
        [
            pl.Series(column.name, [row.get(column.name) for row in rows], TYPE_OF[column.kind])
            for column in table.columns
        ]
    )

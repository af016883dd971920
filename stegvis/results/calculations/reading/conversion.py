"""A draft of texts becomes a draft of typed columns; what cannot be read becomes findings.

Each different text is read once, so a hundred thousand rows cost as much as their variety.
"""

from collections.abc import Mapping

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import Column, ColumnKind
from stegvis.results.calculations.reading.cells import (
    READER_OF,
    CellReader,
    CellValue,
    code_reader,
    read_ore,
)
from stegvis.results.calculations.reading.words import cut, fold
from stegvis.results.values.reading import INDEX, Draft, Finding, Unreadable

TYPE_OF: dict[ColumnKind, type[pl.DataType]] = {
    ColumnKind.KEY: pl.String,
    ColumnKind.CODE: pl.String,
    ColumnKind.TEXT: pl.String,
    ColumnKind.DAY: pl.Int32,
    ColumnKind.YEAR: pl.Int32,
    ColumnKind.INTEGER: pl.Int64,
    ColumnKind.MONEY: pl.Int64,
    ColumnKind.DECIMAL: pl.Float64,
    ColumnKind.YES_NO: pl.Boolean,
}

EXPECTED_OF: dict[ColumnKind, str] = {
    ColumnKind.KEY: N_("en beteckning utan namn eller personnummer"),
    ColumnKind.CODE: N_("ett ord ur kodlistan"),
    ColumnKind.TEXT: N_("en text"),
    ColumnKind.DAY: N_("ett datum som 2024-12-31"),
    ColumnKind.YEAR: N_("ett årtal som 1998"),
    ColumnKind.INTEGER: N_("ett heltal som 12"),
    ColumnKind.MONEY: N_("hela kronor, som 252 053"),
    ColumnKind.DECIMAL: N_("ett tal som 3 eller 3,5"),
    ColumnKind.YES_NO: N_("ja eller nej"),
}


def converted(
    draft: Draft,
    definition: Definition,
    readers: Mapping[str, CellReader] | None = None,
) -> tuple[Draft, list[Finding]]:
    """`readers` by column replace the usual ones, where a sheet has words of its own."""
    frame, findings = draft.frame, list[Finding]()
    for column in draft.table.columns:
        texts = frame[column.name]
        reader = (readers or {}).get(column.name) or reader_of(column, draft, definition)
        known, unreadable = _read_each(texts, reader)
        findings += _missing(draft, column, texts) + _unreadable(draft, column, unreadable)
        typed = texts if reader is None else _replaced(texts, known, TYPE_OF[column.kind])
        frame = frame.with_columns(typed.alias(column.name))
    return draft.with_frame(frame), findings


def reader_of(column: Column, draft: Draft, definition: Definition) -> CellReader | None:
    """None for what is taken as it stands: keys and texts."""
    if column.kind is ColumnKind.CODE:
        return code_reader(definition.codes(column.code_list))
    if column.kind is ColumnKind.MONEY and _is_code_name(column, draft):
        return read_ore
    return READER_OF.get(column.kind)


def _is_code_name(column: Column, draft: Draft) -> bool:
    """`amount_ore` says öre; any Swedish heading means kronor."""
    return any(fold(origin.heading(column.name)) == fold(column.name) for origin in draft.origins)


def _read_each(
    texts: pl.Series, reader: CellReader | None
) -> tuple[dict[str, CellValue], dict[str, Unreadable]]:
    if reader is None:
        return {}, {}
    read = {text: reader(text) for text in texts.drop_nulls().unique().to_list()}
    unreadable = {text: value for text, value in read.items() if isinstance(value, Unreadable)}
    known = {text: value for text, value in read.items() if not isinstance(value, Unreadable)}
    return known, unreadable


def _replaced(texts: pl.Series, known: dict[str, CellValue], kind: type[pl.DataType]) -> pl.Series:
    if not known:
        return pl.Series(texts.name, [None] * len(texts), dtype=kind)
    values = pl.Series(list(known.values()), dtype=kind)
    return texts.replace_strict(pl.Series(list(known)), values, default=None, return_dtype=kind)


def _missing(draft: Draft, column: Column, texts: pl.Series) -> list[Finding]:
    if not column.required:
        return []
    rows = draft.frame.filter(texts.is_null())[INDEX].to_list()
    what, expected = _("Cellen är tom."), _(EXPECTED_OF[column.kind])
    return [Finding(draft.table.name, row, column.name, what, expected=expected) for row in rows]


def _unreadable(draft: Draft, column: Column, why: Mapping[str, Unreadable]) -> list[Finding]:
    if not why:
        return []
    rows = draft.frame.filter(pl.col(column.name).is_in(list(why))).select(INDEX, column.name)
    return [
        Finding(draft.table.name, row, column.name, why[text].what, cut(text), why[text].expected)
        for row, text in rows.iter_rows()
    ]

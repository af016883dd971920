"""The same thing twice, and things that hang on something that is not there."""

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import TABLE_OF, Table
from stegvis.results.calculations.checks.subject import Complaint, Subject
from stegvis.results.values.reading import ROW, Finding


def check_identical_rows(subject: Subject) -> list[Finding]:
    """A row repeated is left out; without a key two alike may both be true, so it only warns."""
    findings = []
    for name, draft in subject.drafts.items():
        repeated = _repeated(draft.frame, list(draft.table.column_names))
        column = draft.table.columns[0].name
        if draft.table.key:
            what = _("Raden är likadan som rad {first_row}.")
            complaint = Complaint(name, column, what, _("varje rad en gång"))
        else:
            what = _("Raden är likadan som rad {first_row}; båda räknas.")
            complaint = Complaint(name, column, what, is_fault=False, shows_value=False)
        findings += complaint.of(repeated)
    return findings


def _repeated(frame: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    if frame.is_empty():
        return frame
    doubles = frame.filter(pl.struct(columns).is_duplicated())
    first = doubles.with_columns(pl.col(ROW).first().over(columns).alias("first_row"))
    return first.filter(pl.int_range(pl.len()).over(columns) > 0)


def check_keys_are_unique(subject: Subject) -> list[Finding]:
    """Rows that differ under one key: nobody knows which is right, so none is counted."""
    findings = []
    for name, draft in subject.drafts.items():
        if not draft.table.key or draft.frame.is_empty():
            continue
        key = list(draft.table.key)
        different = draft.frame.unique(draft.table.column_names, keep="first", maintain_order=True)
        rows = different.filter(_has_key(draft.table), pl.struct(key).is_duplicated())
        numbers = rows.with_columns(
            pl.col(ROW).cast(pl.String).str.join(", ").over(key).alias("their_rows")
        )
        what = _("Raderna {their_rows} har samma nyckel men olika innehåll.")
        expected = _("en rad för varje {key}").format(key=_key_words(draft.table))
        findings += Complaint(name, key[0], what, expected).of(numbers)
    return findings


def _has_key(table: Table) -> pl.Expr:
    required = [column.name for column in table.columns if column.required]
    return pl.all_horizontal(pl.col(name).is_not_null() for name in table.key if name in required)


def _key_words(table: Table) -> str:
    titles = [_(column.title) for column in table.columns if column.name in table.key]
    return ", ".join(titles)


def check_references(subject: Subject) -> list[Finding]:
    findings = []
    for name, draft in subject.drafts.items():
        for column in draft.table.columns:
            target = subject.drafts.get(column.refers_to)
            if target is None or draft.frame.is_empty():
                continue
            known = target.frame[target.table.key[0]].drop_nulls().unique().implode()
            unknown = draft.frame.filter(
                pl.col(column.name).is_not_null(), ~pl.col(column.name).is_in(known)
            )
            title = _(TABLE_OF[column.refers_to].title)
            what = _("{column} finns inte i {table}.").format(column=_(column.title), table=title)
            expected = _("en nyckel ur {table}").format(table=title)
            findings += Complaint(name, column.name, what, expected).of(unknown)
    return findings

"""Sheets of the documented kind: which table a sheet is, and which column a heading is."""

from functools import cache

import polars as pl

from stegvis.core.calculations.nearest import nearest
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import in_every_language
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.facts import TABLES, Column, Table
from stegvis.results.calculations.reading.words import fold, listed
from stegvis.results.values.reading import INDEX, ORIGIN, ROW, Draft, Origin, Written
from stegvis.results.values.synonyms import FORMER_TITLES

LONGEST_SHEET_NAME = 31  # characters, in Excel


def sheet_name(table: Table) -> str:
    """The title, or its first part where Excel has no room for all of it."""
    return _fitting(_(table.title))


def _fitting(title: str) -> str:
    return title if len(title) <= LONGEST_SHEET_NAME else title.partition(" ")[0]


def table_named(sheet: str) -> Table | None:
    """The table whose code name, title or sheet name it is, in any language."""
    folded = fold(sheet)
    return _by_name().get(folded) or _by_any_name().get(folded)


@cache
def _by_name() -> dict[str, Table]:
    return {
        fold(name): table
        for table in TABLES
        for name in (table.name, table.title, _fitting(table.title), *_former(table))
    }


@cache
def _by_any_name() -> dict[str, Table]:
    titles = ((table, title) for table in TABLES for title in in_every_language(table.title))
    return {fold(name): table for table, title in titles for name in (title, _fitting(title))}


def columns_found(written: Written, table: Table) -> tuple[dict[str, str], list[Fault]]:
    """Our column → their heading; a fault where two headings say the same column."""
    by_word = {fold(word): column for column in table.columns for word in _words(table, column)}
    found: dict[str, str] = {}
    faults = []
    for heading in written.headings:
        column = by_word.get(fold(heading)) or _by_any_word(table).get(fold(heading))
        if column is None:
            continue
        if column.name in found:
            faults.append(_same_column(written, found[column.name], heading))
        found.setdefault(column.name, heading)
    return found, faults


def _words(table: Table, column: Column) -> tuple[str, ...]:
    return column.name, column.title, *_former(table, column.name)


def _former(table: Table, column: str = "") -> tuple[str, ...]:
    return FORMER_TITLES.get((table.name, column), ())


@cache
def _by_any_word(table: Table) -> dict[str, Column]:
    words = ((column, word) for column in table.columns for word in in_every_language(column.title))
    return {fold(word): column for column, word in words}


def _same_column(written: Written, first: str, second: str) -> Fault:
    where = _("blad {sheet}").format(sheet=written.name)
    what = _("Rubrikerna {first} och {second} betyder samma kolumn.")
    return Fault(where, what.format(first=first, second=second), "", _("en av dem"))


def missing_columns(written: Written, table: Table, found: dict[str, str]) -> list[Fault]:
    where = _("blad {sheet}").format(sheet=written.name)
    missing = [one for one in table.columns if one.required and one.name not in found]
    what = _("Kolumnen {column} saknas.")
    read = listed(written.headings)
    return [Fault(where, what.format(column=_(one.title)), read, _(one.title)) for one in missing]


def unknown_headings(written: Written, table: Table, found: dict[str, str]) -> list[Fault]:
    where = _("blad {sheet}").format(sheet=written.name)
    known = [word for one in table.columns for word in (*_words(table, one), _(one.title))]
    unknown = [heading for heading in written.headings if heading not in found.values()]
    return [Fault(where, _not_read(heading, nearest(heading, known))) for heading in unknown]


def _not_read(heading: str, meant: str | None) -> str:
    if meant is None:
        return _("Kolumnen {heading} känns inte igen och läses inte.").format(heading=heading)
    sentence = _("Kolumnen {heading} känns inte igen och läses inte. Menades {meant}?")
    return sentence.format(heading=heading, meant=meant)


def draft_of(written: Written, table: Table, found: dict[str, str]) -> Draft:
    """Their texts under our column names; a column that is not there is all null."""
    columns = [
        pl.col(found[name]).alias(name) if name in found else pl.lit(None, pl.String).alias(name)
        for name in table.column_names
    ]
    kept = written.frame.select(ROW, *columns).filter(
        ~pl.all_horizontal(pl.col(table.column_names).is_null())
    )
    frame = kept.with_columns(pl.lit(0, pl.UInt16).alias(ORIGIN)).with_row_index(INDEX)
    return Draft(table, frame, (Origin(written.name, found),))

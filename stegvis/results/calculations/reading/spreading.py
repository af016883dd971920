"""One row a participant, spread into the tables that it holds pieces of."""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind, Table
from stegvis.results.calculations.reading.cells import CellReader, read_year, read_yes_no
from stegvis.results.calculations.reading.own_words import day_reader, own_code_reader, reworded
from stegvis.results.calculations.reading.persons import ENROLMENT, PERSON, with_keys, worked_out
from stegvis.results.calculations.reading.words import cut
from stegvis.results.values.mapping import ImpliedMapping, Mapping, RowRule
from stegvis.results.values.reading import (
    INDEX,
    ORIGIN,
    ROW,
    Draft,
    Finding,
    Origin,
    Unreadable,
    Written,
)

ALWAYS = ("persons", "enrolments")
WHEN = "_when"
SIGNALS: dict[str, tuple[str, ...]] = {
    "destinations": ("destination",),
    "situations": ("income", "occupation"),
    "assessments": ("fulfilled",),
    "measurements": ("score",),
    "survey_answers": ("score", "answered_on"),
    "attendance": ("attended",),
}
"""Columns that say there is a row; the day beside them may be shared by several rows."""


@dataclass(frozen=True)
class Piece:
    """Texts of one table, how its columns are to be read, and what was found on the way."""

    draft: Draft
    readers: Mapped[str, CellReader] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    one_row_an_enrolment: bool = False


@dataclass(frozen=True)
class OwnSheet:
    """A sheet of participants with the mapping that explains it."""

    written: Written
    mapping: Mapping
    definition: Definition

    def texts(self, heading: str) -> pl.Series:
        return reworded(self.written.frame[heading], self.mapping.words.get(heading, {}))


def spread(written: Written, mapping: Mapping, definition: Definition) -> list[Piece]:
    """A piece for each rule; persons and enrolments are there even without one."""
    sheet = OwnSheet(with_keys(written, mapping), mapping, definition)
    stated = {rule.table for rule in mapping.rows}
    implied = [RowRule(table=table) for table in ALWAYS if table not in stated]
    rules = enumerate((*mapping.rows, *implied), start=1)
    return [_piece(sheet, rule, place) for place, rule in rules]


def _piece(sheet: OwnSheet, rule: RowRule, place: int) -> Piece:
    table = TABLE_OF[rule.table]
    told = _told(sheet) if rule.table == "persons" else {}
    columns = [_texts(sheet, rule, column, place, told) for column in table.columns]
    decided = _decided(sheet, rule)
    made = pl.DataFrame([sheet.written.frame[ROW], *columns, decided])
    frame = made.filter(_has_row(rule)).unique(
        [*table.column_names, WHEN], keep="first", maintain_order=True
    )
    if rule.table in ALWAYS:
        frame = made
    whole = frame.with_columns(pl.lit(0, pl.UInt16).alias(ORIGIN)).with_row_index(INDEX)
    keys = {column.name: sheet.mapping.key for column in table.columns if _is_key(column)}
    headings = {**keys, **_told_headings(sheet, told), **rule.take, WHEN: rule.when}
    draft = Draft(table, whole.drop(WHEN), (Origin(sheet.written.name, headings),))
    return Piece(
        draft,
        _readers(sheet, rule, table),
        tuple(_undecided(rule, whole)),
        one_row_an_enrolment=True,
    )


def _is_key(column: Column) -> bool:
    return column.kind is ColumnKind.KEY and column.required


def _texts(
    sheet: OwnSheet, rule: RowRule, column: Column, place: int, told: Mapped[str, pl.Series]
) -> pl.Series:
    """The texts of one of our columns: taken, constant, worked out, or a key of our own."""
    frame, name = sheet.written.frame, column.name
    if name in rule.take:
        return sheet.texts(rule.take[name]).alias(name)
    if name in rule.constants:
        return pl.Series(name, [rule.constants[name]] * frame.height, dtype=pl.String)
    if name in told:
        return told[name].alias(name)
    if name in {"person", "enrolment"}:
        return frame[PERSON if name == "person" else ENROLMENT].alias(name)
    if _is_key(column):
        return (frame[ENROLMENT] + f"-{place}").alias(name)
    return pl.Series(name, [None] * frame.height, dtype=pl.String)


def _told(sheet: OwnSheet) -> dict[str, pl.Series]:
    enrolled = [rule.take.get("enrolled_on", "") for rule in sheet.mapping.rows]
    return worked_out(sheet.written.frame, sheet.mapping, next(filter(None, enrolled), ""))


def _told_headings(sheet: OwnSheet, told: Mapped[str, pl.Series]) -> dict[str, str]:
    number = sheet.mapping.personal_number
    heading = number.heading if number is not None else sheet.mapping.age_at_enrolment
    return dict.fromkeys(told, heading)


def _decided(sheet: OwnSheet, rule: RowRule) -> pl.Series:
    """Null where there is no such column; else what stands there, to be read as yes or no."""
    if not rule.when:
        return pl.Series(WHEN, ["ja"] * sheet.written.frame.height, dtype=pl.String)
    return sheet.texts(rule.when).alias(WHEN)


def _has_row(rule: RowRule) -> pl.Expr:
    """Anything said, and not decided against; what is neither yes nor no is kept as a fault."""
    named = [name for name in SIGNALS.get(rule.table, ()) if name in rule.take]
    said = pl.any_horizontal(pl.col(named or list(rule.take)).is_not_null())
    refusals = pl.col(WHEN).map_elements(lambda text: read_yes_no(text) is False, pl.Boolean)
    return said & pl.col(WHEN).is_not_null() & ~refusals


def _undecided(rule: RowRule, frame: pl.DataFrame) -> list[Finding]:
    if not rule.when:
        return []
    found = []
    for index, text in frame.select(INDEX, WHEN).iter_rows():
        if isinstance(why := read_yes_no(text), Unreadable):
            found.append(Finding(rule.table, index, WHEN, why.what, cut(text), why.expected))
    return found


def _readers(sheet: OwnSheet, rule: RowRule, table: Table) -> dict[str, CellReader]:
    readers: dict[str, CellReader] = {}
    if isinstance(sheet.mapping, ImpliedMapping):
        return readers  # our own words, and nowhere to explain others
    for column in table.columns:
        heading = rule.take.get(column.name, "")
        words = sheet.mapping.words.get(heading, {})
        if column.kind is ColumnKind.DAY:
            readers[column.name] = day_reader(sheet.mapping.date_formats, heading)
        elif column.kind is ColumnKind.CODE and heading:
            codes = sheet.definition.codes(column.code_list)
            readers[column.name] = own_code_reader(codes, heading, words)
    if rule.table == "persons" and "birth_year" not in rule.take:
        readers["birth_year"] = _read_birth_year
    return readers


def _read_birth_year(text: str) -> int | Unreadable:
    """Only an age that could not be read comes here as anything else than a year."""
    year = read_year(text)
    if isinstance(year, Unreadable):
        return Unreadable(_("Det är inte en ålder."), _("ett heltal som 24"))
    return year

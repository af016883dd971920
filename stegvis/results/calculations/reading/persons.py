"""Who is who in a sheet of participants, without anybody being named."""

from dataclasses import replace

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_of
from stegvis.results.calculations.reading.cells import read_integer
from stegvis.results.calculations.reading.days import read_day
from stegvis.results.calculations.reading.personal_data import birth_day, gender_of
from stegvis.results.values.mapping import Mapping
from stegvis.results.values.reading import INDEX, ORIGIN, ROW, Draft, Finding, Unreadable, Written

PERSON, ENROLMENT = "person\n", "enrolment\n"  # no heading has a line break
LASTING = ("gender", "birth_year")
"""A person has one of each; municipality and education may change between enrolments."""


def with_keys(written: Written, mapping: Mapping) -> Written:
    """The sheet with a pseudonymous key of person and enrolment on every row that says anything.

    A second enrolment of the same person, in the order of the sheet, is called `7/2`.
    """
    read = [heading for heading in mapping.headings if heading in written.headings]
    frame = written.frame
    if read:
        frame = frame.filter(~pl.all_horizontal(pl.col(read).is_null()))
    person = _person_keys(frame, mapping)
    time = pl.int_range(pl.len()).over(PERSON) + 1
    again = pl.concat_str(pl.col(PERSON), time.cast(pl.String), separator="/")
    keyed = frame.with_columns(person.alias(PERSON)).with_columns(
        pl.when(time == 1).then(PERSON).otherwise(again).alias(ENROLMENT)
    )
    return Written(written.name, written.headings, keyed)


def _person_keys(frame: pl.DataFrame, mapping: Mapping) -> pl.Series:
    if mapping.key:
        return frame[mapping.key]
    number = mapping.personal_number
    if number is not None and "same_person" in number.gives:
        return _numbered(frame[number.heading])
    return frame[ROW].cast(pl.String)


def _numbered(numbers: pl.Series) -> pl.Series:
    """1, 2, … in the order in which each number first comes; a row without one stands alone."""
    kept = numbers.str.replace_all(r"\D", "").str.slice(-10)
    seen: dict[str, str] = {}
    keys = []
    for place, number in enumerate(kept.to_list()):
        keys.append(seen.setdefault(number or f"row {place}", str(len(seen) + 1)))
    return pl.Series(keys, dtype=pl.String)


def worked_out(frame: pl.DataFrame, mapping: Mapping, enrolled: str) -> dict[str, pl.Series]:
    """Gender and birth year as texts, from what the mapping says may tell them."""
    told: dict[str, pl.Series] = {}
    number = mapping.personal_number
    if number is not None and "gender" in number.gives:
        told["gender"] = pl.Series(
            [gender_of(text) if text else None for text in frame[number.heading]], dtype=pl.String
        )
    if number is not None and "birth_year" in number.gives:
        days = [birth_day(text) if text else None for text in frame[number.heading]]
        told["birth_year"] = pl.Series([str(day.year) if day else None for day in days])
    elif mapping.age_at_enrolment and enrolled:
        told["birth_year"] = _of_ages(
            frame[mapping.age_at_enrolment], frame[enrolled], mapping.date_formats
        )
    return told


def _of_ages(ages: pl.Series, enrolled: pl.Series, formats: tuple[str, ...]) -> pl.Series:
    """The year that gives the same age at enrolment; an age that is none stays as written."""
    years = []
    for age_text, day_text in zip(ages.to_list(), enrolled.to_list(), strict=True):
        age = read_integer(age_text) if age_text else None
        day = read_day(day_text, formats) if day_text else None
        if isinstance(age, Unreadable):
            years.append(age_text)
        elif age is None or day is None or isinstance(day, Unreadable):
            years.append(None)
        else:
            years.append(str(day_of(day).year - age))
    return pl.Series(years, dtype=pl.String)


def merged_persons(draft: Draft, findings: list[Finding]) -> tuple[Draft, list[Finding]]:
    """One row a person from one row an enrolment: the latest that is said of each column.

    What was found of any of the person's rows is found of the merged one.
    """
    columns = [name for name in draft.table.column_names if name != "person"]
    merged = (
        draft.frame.group_by("person", maintain_order=True)
        .agg(
            *[pl.col(name).drop_nulls().last() for name in columns],
            *[pl.col(name).drop_nulls().n_unique().alias(f"_{name}") for name in columns],
            pl.col(ROW).cast(pl.String).str.join(", ").alias("_rows"),
            pl.col(ROW).last(),
            pl.col(ORIGIN).last(),
            pl.col(INDEX).alias("_places"),
        )
        .with_row_index(INDEX)
    )
    places = merged.select(INDEX, "_places").explode("_places").rows()
    place_of = {old: new for new, old in places}
    moved = [replace(one, index=place_of[one.index]) for one in findings]
    moved += [finding for column in columns for finding in _disagreements(merged, column)]
    return draft.with_frame(merged.select(draft.frame.columns)), list(dict.fromkeys(moved))


def _disagreements(merged: pl.DataFrame, column: str) -> list[Finding]:
    is_fault = column in LASTING
    what = (
        _("Raderna {rows} gäller samma person men säger olika.")
        if is_fault
        else _("Raderna {rows} gäller samma person men säger olika; den sista gäller.")
    )
    return [
        Finding("persons", index, column, what.format(rows=rows), is_fault=is_fault)
        for index, rows in merged.filter(pl.col(f"_{column}") > 1).select(INDEX, "_rows").rows()
    ]

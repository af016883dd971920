"""Moved by whole years: what lies far back is going on today, on the same days of the year."""

import re
from datetime import date, timedelta

from demo.tables import Tables, Value
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind

FRIDAY = 4
SOURCE_OR_YEAR = re.compile(
    r"(?P<source>source = \"[^\"]*\")"
    r"|(?<![\d:_.-])(?P<year>19[4-9]\d|20[0-3]\d)(?![\d_])(?P<rest>-\d\d-\d\d)?"
)
LEAP_DAY, DAY_BEFORE = "-02-29", "-02-28"


def moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the leap day, in a year that has none
        return day.replace(year=day.year + years, day=day.day - 1)


def years_until_after(day: date, today: date) -> int:
    """The fewest years that move the day past today."""
    years = today.year - day.year
    return years if moved(day, years) > today else years + 1


def years_until_by(day: date, today: date) -> int:
    """The most years that move the day to today at the latest."""
    return years_until_after(day, today) - 1


def latest_friday(today: date) -> date:
    """The one before today: then the week's facts were delivered."""
    return today - timedelta(days=(today.weekday() - FRIDAY) % 7 or 7)


def moved_text(text: str, years: int) -> str:
    """A definition's text: its days, and the years that its sentences speak of."""

    def move(found: re.Match[str]) -> str:
        if found["source"]:
            return found["source"]
        year, rest = int(found["year"]) + years, found["rest"] or ""
        return f"{year}{DAY_BEFORE if rest == LEAP_DAY and not _is_leap(year) else rest}"

    return SOURCE_OR_YEAR.sub(move, text)


def moved_tables(tables: Tables, years: int) -> Tables:
    rows = {
        name: [
            {column: _moved_value(name, column, value, years) for column, value in row.items()}
            for row in table
        ]
        for name, table in tables.rows.items()
    }
    return Tables(tables.programme, rows)


def known_on(tables: Tables, day: date) -> Tables:
    """As a delivery on that day would have had it: what happened later is not there yet."""
    rows = {name: _happened_by(name, table, day) for name, table in tables.rows.items()}
    kept = {row["enrolment"] for row in rows.get("enrolments", [])}
    persons = {row["person"] for row in rows.get("enrolments", [])}
    for name, table in rows.items():
        if name == "persons":
            rows[name] = [row for row in table if row["person"] in persons]
        elif name != "enrolments":
            rows[name] = [row for row in table if row.get("enrolment") in {None, *kept}]
    return Tables(tables.programme, rows)


def _happened_by(name: str, rows: list[dict[str, Value]], day: date) -> list[dict[str, Value]]:
    happened = TABLE_OF[name].happened
    return [
        {column: _known(value, day) for column, value in row.items()}
        for row in rows
        if not _is_later(row.get(happened), day)
    ]


def _known(value: Value, day: date) -> Value:
    return None if _is_later(value, day) else value


def _is_later(value: Value, day: date) -> bool:
    return isinstance(value, date) and value > day


def _moved_value(table: str, name: str, value: Value, years: int) -> Value:
    if isinstance(value, date):
        return moved(value, years)
    column = TABLE_OF[table].column(name)
    is_year = column is not None and column.kind is ColumnKind.YEAR
    return value + years if is_year and isinstance(value, int) else value


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

"""Förrehabiliterande insatser: only an application is published, so nobody has come yet."""

from datetime import date

from demo.tables import Tables

APPLIED = date(2017, 10, 31)


def build() -> Tables:
    tables = Tables("forrehabiliterande-insatser")
    tables.about("1", APPLIED)
    tables.empty("persons", "enrolments", "exits")
    return tables

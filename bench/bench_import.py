"""Facts read, checked and counted from files of 100 000 rows."""

import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import xlsxwriter

from bench.measure import Measure, seconds
from stegvis.programmes.files.definition import load_definition
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.values.definition import Definition
from stegvis.results.files.facts import read_facts
from stegvis.results.values.mapping import Mapping, RowRule

LIMIT = 5  # seconds, issue 2
PERSONS, OCCASIONS = 20_000, 3
ROWS = 100_000
FIRST = date(2022, 1, 10)


def measures() -> Iterator[Measure]:
    definition = load_definition(shipped("ung-framtid.toml"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = documented(definition)
        csv, book, own = csv_folder(folder, tables), workbook(folder, tables), own_sheet(folder)
        yield _measured("100 000 rader i CSV, dokumenterade tabeller", csv, definition)
        yield _measured("100 000 rader i XLSX, dokumenterade tabeller", book, definition)
        yield _measured("100 000 rader i eget blad med översättning", own, definition, MAPPING)


def _measured(
    name: str, path: Path, definition: Definition, mapping: Mapping | None = None
) -> Measure:
    result = read_facts(path, definition, mapping=mapping)
    if result.faults or sum(result.counted.values()) < ROWS:
        message = f"{name}: {result.counted}, {len(result.faults)} faults"
        raise AssertionError(message)
    taken = seconds(lambda: read_facts(path, definition, mapping=mapping), times=2)
    return Measure(name, taken, "s", LIMIT)


def documented(definition: Definition) -> dict[str, pl.DataFrame]:
    """20 000 persons and enrolments and 60 000 measurements: one row each in its table."""
    chance = random.Random(1)
    instrument = definition.instruments[0]
    people = [str(number) for number in range(PERSONS)]
    started = [FIRST + timedelta(days=chance.randrange(600)) for _person in people]
    measured = [(place, occasion) for place in range(PERSONS) for occasion in range(OCCASIONS)]
    return {
        "about": pl.DataFrame({"programme": [definition.name]}),
        "persons": pl.DataFrame(
            {
                "person": people,
                "gender": [chance.choice(("Kvinna", "Man")) for _person in people],
                "birth_year": [chance.randrange(1993, 2003) for _person in people],
            }
        ),
        "enrolments": pl.DataFrame({"enrolment": people, "person": people, "enrolled_on": started}),
        "measurements": pl.DataFrame(
            {
                "enrolment": [people[place] for place, _occasion in measured],
                "instrument": [instrument.name] * len(measured),
                "item": [instrument.items[0].name] * len(measured),
                "measured_on": [
                    started[place] + timedelta(days=90 * occasion) for place, occasion in measured
                ],
                "score": [chance.randrange(1, 6) for _one in measured],
            }
        ),
    }


def csv_folder(folder: Path, tables: dict[str, pl.DataFrame]) -> Path:
    target = folder / "csv"
    target.mkdir()
    for name, table in tables.items():
        table.write_csv(target / f"{name}.csv")
    return target


def workbook(folder: Path, tables: dict[str, pl.DataFrame]) -> Path:
    path = folder / "data.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, table in tables.items():
            table.write_excel(book, worksheet=name)
    return path


MAPPING = Mapping(
    programme="ung-framtid",
    key="Nr",
    rows=(
        RowRule(table="persons", take={"gender": "M/K", "birth_year": "Född"}),
        RowRule(table="enrolments", take={"enrolled_on": "Start"}),
        RowRule(table="exits", take={"exited_on": "Slut", "exit_reason": "Orsak"}),
    ),
    words={"Orsak": {"Klar": "according_to_plan", "Flyttade": "moved"}},
)


def own_sheet(folder: Path) -> Path:
    chance = random.Random(2)
    started = [FIRST + timedelta(days=chance.randrange(600)) for _row in range(ROWS)]
    path = folder / "deltagare.csv"
    pl.DataFrame(
        {
            "Nr": range(ROWS),
            "M/K": [chance.choice("MK") for _row in range(ROWS)],
            "Född": [chance.randrange(1993, 2003) for _row in range(ROWS)],
            "Start": started,
            "Slut": [day + timedelta(days=chance.randrange(400)) for day in started],
            "Orsak": [chance.choice(("Klar", "Flyttade")) for _row in range(ROWS)],
        }
    ).write_csv(path)
    return path

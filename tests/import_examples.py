"""A small programme and sheets for it, for the tests of import."""

from datetime import date

import polars as pl

from stegvis.programmes.files.code_lists import common_lists
from stegvis.programmes.files.shipped import NOT_PROGRAMMES, shipped_folder
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.reading.facts import Delivery, facts_of
from stegvis.results.values.reading import ROW, Written

PROGRAMMES = sorted(
    file for file in shipped_folder().glob("*.toml") if file.name not in NOT_PROGRAMMES
)
DEFINITION = {
    "format": 1,
    "id": "stegen",
    "name": "Stegen",
    "version": "2",
    "kind": "individual",
    "associations": ["Samordningsförbundet Exempelbygden"],
    "source": "OWN:test",
    "parties": [{"id": "alvnas", "name": "Älvnäs kommun", "role": "owner"}],
    "decisions": [{"first": date(2022, 1, 1), "last": date(2024, 12, 31)}],
    "steps": [{"code": "praktik", "name": "Praktik"}],
    "activities": [{"code": "verkstan", "name": "Verkstan"}],
    "instruments": [
        {
            "code": "skala",
            "name": "Skalan",
            "items": [{"code": "halsa", "name": "Hälsa"}],
            "lowest": 1,
            "highest": 5,
            "used": {"first": date(2022, 1, 1), "last": date(2023, 12, 31)},
            "source": "OWN:test",
        },
        {
            "code": "matt",
            "name": "Måttet",
            "items": [{"code": "ork", "name": "Ork"}],
            "source": "OWN:test",
        },
    ],
    "surveys": [
        {
            "code": "slut",
            "name": "Slutenkäten",
            "items": [{"code": "nojd", "name": "Nöjd"}],
            "source": "OWN:test",
        }
    ],
    "volumes": [{"code": "intyg", "name": "Intyg"}],
    "assessments": [{"code": "isolering", "name": "Bruten isolering"}],
    "budget": [
        {
            "year": 2023,
            "category": "salaries",
            "payer": "association",
            "financed": True,
            "amount_ore": 100_000_000,
        }
    ],
}


def definition(**changes):
    return Definition.model_validate({**DEFINITION, "code_lists": common_lists(), **changes})


def sheet(name, headings, *rows):
    columns = [[row[place] or None for row in rows] for place in range(len(headings))]
    frame = pl.DataFrame(
        [
            pl.Series(heading, column, pl.String)
            for heading, column in zip(headings, columns, strict=True)
        ]
        + [pl.Series(ROW, range(2, len(rows) + 2), pl.Int64)]
    )
    return Written(name, tuple(headings), frame)


def as_written(planned):
    """A planned sheet as it would be read while empty, without the time that a file takes."""
    headings = tuple(column.heading for column in planned.columns)
    schema = {**dict.fromkeys(headings, pl.String), ROW: pl.Int64}
    return Written(planned.name, headings, pl.DataFrame(schema=schema))


def about(programme="stegen", version="2", template="1", extracted="2025-01-15"):
    headings = ("Insats", "Definitionens version", "Mallens version", "Uppgifternas datum")
    return sheet("Om uppgifterna", headings, (programme, version, template, extracted))


def persons(*rows):
    return sheet("Personer", ("Person", "Kön", "Födelseår"), *rows)


def enrolments(*rows):
    return sheet("Inskrivningar", ("Inskrivning", "Person", "Inskriven"), *rows)


def exits(*rows):
    return sheet("Avslut", ("Inskrivning", "Avslutad", "Avslutsorsak"), *rows)


def imported(*sheets, **changes):
    delivery = Delivery((about(), *sheets), source="test")
    return facts_of(delivery, definition(**changes))


def told(faults):
    return [str(fault) for fault in faults]

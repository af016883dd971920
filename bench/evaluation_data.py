"""A programme with goals of the usual kinds, and participants invented by the thousand.

Shares of what is missing follow the real reports: a tenth without gender, an eighth enrolled
again, a plan that is late or lacking, measurements that stop after the first.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Definition
from stegvis.results.values.fact_set import FactSet

FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)
SEED = 2024
ENROLLED_AGAIN = 0.12
EXITED = 0.8
DESTINATION_KNOWN = 0.93
PLANNED = 0.85
MEASUREMENTS_PER_PERSON = 5
ITEMS = ("sleep", "worry", "routines", "network")
MAX_OCCASIONS = 4
OCCASION_DAYS = 91

GENDERS = {"woman": 0.42, "man": 0.47, "other": 0.01, None: 0.1}
DESTINATIONS = {"work": 0.28, "studies": 0.2, "care": 0.22, "unemployed": 0.25, "other": 0.05}
REASONS = {"completed": 0.7, "moved": 0.12, "own_wish": 0.14, "deceased": 0.01, None: 0.03}
PLAN_KINDS = {"action_plan": 0.7, "joint_plan": 0.2, "sip": 0.1}

_PERSONS: dict[str, object] = {
    "unit": "person",
    "population": {"name": "personer i insatsen"},
    "source": "F1:68",
}


def _goal(goal_id: str, kind: str, denominator: str, **more: object) -> dict[str, object]:
    blank = {"id": goal_id, "kind": kind, "denominator": denominator, "text": goal_id}
    return _PERSONS | blank | more


GOALS: tuple[dict[str, object], ...] = (
    _goal("early-contact", "qualitative", "none"),
    _goal("clear-structures", "qualitative", "none"),
    _goal("team-formed", "deliverable", "none", unit="event", event="team_formed"),
    _goal("methods-in-place", "deliverable", "none", unit="event", event="methods_in_place"),
    _goal(
        "work-or-studies",
        "share",
        "exited",
        numerator="destination in {work, studies}",
        exclusions=[{"id": "deceased", "name": "avlidna", "where": "exit_reason = deceased"}],
        target={"value": 0.5},
    ),
    _goal(
        "joint-plan",
        "share",
        "exited",
        numerator="has(plans where plan_kind in {joint_plan, sip})",
        target={"value": 0.9},
    ),
    _goal(
        "plan-in-time",
        "conversion",
        "enrolled",
        start="enrolled_on",
        event="first(plans.established_on)",
        within=2,
        span="months",
        target={"value": 0.8},
    ),
    _goal(
        "measured",
        "share",
        "enrolled",
        numerator="has(measurements where instrument = ladder)",
        target={"value": 0.9},
    ),
    _goal(
        "progression",
        "change",
        "measured_twice",
        instrument="ladder",
        least=1,
        least_is="raw",
        target={"value": 0.6},
    ),
    _goal(
        "two-domains",
        "domains_improved",
        "measured_twice",
        instrument="ladder",
        least=1,
        domains=2,
        target={"value": 0.5},
    ),
    _goal("participants", "count", "none", target={"value": 300}),
    _goal("seats", "standing_volume", "none", unit="seat", target={"value": 60}),
)

DEFINITION = Definition.model_validate(
    {
        "format": 1,
        "id": "prestanda",
        "name": "Prestanda",
        "version": "1",
        "kind": "individual",
        "associations": ["Samordningsförbundet Exempelbygden"],
        "source": "F1:7",
        "parties": [{"id": "municipality", "name": "Kommunen", "role": "owner"}],
        "decisions": [{"first": FIRST, "last": LAST}],
        "instruments": [
            {
                "code": "ladder",
                "name": "Stegen",
                "source": "F1:134",
                "items": [
                    {"code": item, "name": item, "better": "lower" if item == "worry" else "higher"}
                    for item in ITEMS
                ],
            }
        ],
        "events": [
            {"code": "team_formed", "name": "Resursteam bildat"},
            {"code": "methods_in_place", "name": "Arbetssätt infört"},
        ],
        "goals": GOALS,
    }
)


def tables(persons: int) -> dict[str, pl.DataFrame]:
    """Every table that the goals read, for so many persons and five measurements for each."""
    chance = np.random.default_rng(SEED)
    enrolments = _enrolments(chance, persons)
    exits = _exits(chance, enrolments)
    return {
        "persons": _persons(chance, persons),
        "enrolments": enrolments,
        "exits": exits,
        "destinations": _destinations(chance, exits),
        "plans": _plans(chance, enrolments),
        "measurements": _measurements(chance, enrolments, persons * MEASUREMENTS_PER_PERSON),
        "events": pl.DataFrame(
            {"event": ["team_formed"], "happened_on": [day_number(FIRST) + 60], "evidence": [None]},
            schema={"event": pl.String, "happened_on": pl.Int32, "evidence": pl.String},
        ),
    }


def facts(persons: int) -> FactSet:
    return FactSet(DEFINITION.id, tables(persons))


def write(persons: int, folder: Path) -> None:
    for name, frame in tables(persons).items():
        frame.write_parquet(folder / f"{name}.parquet")


def written(folder: Path) -> dict[str, pl.LazyFrame]:
    """Read table by table as they are needed, as facts of a whole country would be."""
    return {file.stem: pl.scan_parquet(file) for file in folder.glob("*.parquet")}


def _drawn(
    chance: np.random.Generator, shares: Mapping[str, float] | Mapping[str | None, float], many: int
) -> pl.Series:
    codes = pl.Series(list(shares), dtype=pl.String)
    return codes.gather(chance.choice(len(shares), many, p=list(shares.values())))


def _days(chance: np.random.Generator, first: int, last: int, many: int) -> pl.Series:
    return pl.Series(chance.integers(first, last + 1, many), dtype=pl.Int32)


def _keys(letter: str, many: int) -> pl.Series:
    return pl.select(pl.format(letter + "{}", pl.int_range(many))).to_series()


def _persons(chance: np.random.Generator, many: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "person": _keys("P", many),
            "gender": _drawn(chance, GENDERS, many),
            "birth_year": pl.Series(chance.integers(1993, 2007, many), dtype=pl.Int32),
        }
    )


def _enrolments(chance: np.random.Generator, persons: int) -> pl.DataFrame:
    again = chance.random(persons) < ENROLLED_AGAIN
    person = np.concatenate([np.arange(persons), np.flatnonzero(again)])
    many = len(person)
    first = _days(chance, day_number(FIRST) - 90, day_number(LAST), persons)
    later = first.gather(np.flatnonzero(again)) + 400
    return pl.DataFrame(
        {
            "enrolment": _keys("E", many),
            "person": _keys("P", persons).gather(person),
            "programme": pl.Series([DEFINITION.id]).new_from_index(0, many),
            "enrolled_on": pl.concat([first, later]),
        }
    )


def _exits(chance: np.random.Generator, enrolments: pl.DataFrame) -> pl.DataFrame:
    some = enrolments.filter(pl.Series(chance.random(enrolments.height) < EXITED))
    return some.select(
        "enrolment",
        exited_on=pl.col("enrolled_on") + _days(chance, 0, 390, some.height),
        exit_reason=_drawn(chance, REASONS, some.height),
        completed=pl.Series(chance.random(some.height) < DESTINATIONS["work"]),
    )


def _destinations(chance: np.random.Generator, exits: pl.DataFrame) -> pl.DataFrame:
    some = exits.filter(pl.Series(chance.random(exits.height) < DESTINATION_KNOWN))
    return some.select(
        "enrolment",
        moment=pl.lit("exit"),
        destination=_drawn(chance, DESTINATIONS, some.height),
        known_on="exited_on",
    )


def _plans(chance: np.random.Generator, enrolments: pl.DataFrame) -> pl.DataFrame:
    some = enrolments.filter(pl.Series(chance.random(enrolments.height) < PLANNED))
    return some.select(
        "enrolment",
        plan_kind=_drawn(chance, PLAN_KINDS, some.height),
        established_on=pl.col("enrolled_on") + _days(chance, 0, 90, some.height),
    )


def _measurements(chance: np.random.Generator, enrolments: pl.DataFrame, many: int) -> pl.DataFrame:
    """Rows of whole occasions, every item rated, until there are `many`."""
    measured = enrolments.select("enrolment", "enrolled_on").sample(
        fraction=1, shuffle=True, seed=SEED
    )
    occasions = pl.Series(chance.integers(1, MAX_OCCASIONS + 1, measured.height))
    each = (
        measured.with_columns(occasion=pl.int_ranges(occasions))
        .explode("occasion")
        .with_columns(item=pl.lit(pl.Series([list(ITEMS)])).first())
        .explode("item")
        .head(many)
    )
    noise = pl.Series(chance.normal(0, 1, each.height))
    return each.select(
        "enrolment",
        instrument=pl.lit("ladder"),
        item="item",
        measured_on=(pl.col("enrolled_on") + pl.col("occasion") * OCCASION_DAYS).cast(pl.Int32),
        score=(5 + pl.col("occasion") * 0.4 + noise).clip(1, 10).round(1),
        rater=pl.lit("self"),
    )

"""Facts written as tests want to read them, and the figures that come of them."""

from datetime import date

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import Example, Expected
from stegvis.results.calculations.evaluation import goal_table
from stegvis.results.calculations.examples import facts_of
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import Figure

CUT_OFF = date(2024, 12, 31)

BLANK: dict[str, object] = {
    "format": 1,
    "id": "provet",
    "name": "Provet",
    "version": "1",
    "kind": "individual",
    "associations": ["Samordningsförbundet Exempelbygden"],
    "source": "F1:1",
    "parties": [{"id": "municipality", "name": "Kommunen", "role": "owner"}],
    "decisions": [{"first": date(2022, 1, 1), "last": date(2024, 12, 31)}],
    "instruments": [
        {
            "code": "ladder",
            "name": "Stegen",
            "source": "F1:134",
            "items": [
                {"code": "sleep", "name": "Sömn"},
                {"code": "worry", "name": "Oro", "better": "lower"},
            ],
        }
    ],
    "volumes": [{"code": "certificate", "name": "Intyg"}],
    "events": [{"code": "team_formed", "name": "Resursteam bildat"}],
}

GOAL: dict[str, object] = {
    "id": "goal",
    "kind": "share",
    "text": "Hälften går vidare till arbete eller studier",
    "unit": "person",
    "denominator": "exited",
    "population": {"name": "de som har lämnat insatsen"},
    "source": "F1:68",
    "numerator": "destination in {work, studies}",
    "target": {"value": 0.5},
}


def defined(*goals: dict[str, object], **changed: object) -> Definition:
    return Definition.model_validate(BLANK | changed | {"goals": list(goals)})


def goal(**changed: object) -> dict[str, object]:
    return {name: value for name, value in (GOAL | changed).items() if value is not None}


def facts(*journeys: dict[str, object], **rows: list[dict[str, object]]) -> FactSet:
    example = Example.model_validate(
        {"as_of": CUT_OFF, "journeys": journeys, "rows": rows, "expect": Expected()}
    )
    return facts_of(example, defined())


def figure(
    written: dict[str, object],
    *journeys: dict[str, object],
    as_of: date = CUT_OFF,
    **rows: list[dict[str, object]],
) -> Figure:
    return goal_table(defined(written), facts(*journeys, **rows), as_of=as_of)[0]


def exited(destination: str | None = None, **more: object) -> dict[str, object]:
    journey = {"enrolled_on": date(2022, 1, 10), "exited_on": date(2022, 12, 10)} | more
    return journey if destination is None else journey | {"destination": destination}


def enrolled(**more: object) -> dict[str, object]:
    return {"enrolled_on": date(2022, 1, 10)} | more

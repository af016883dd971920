"""A goal of a definition's text replaced, ended or taken away; nothing here reads files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from stegvis.programmes.values.identifiers import slug_from

Values = Mapping[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Replacement:
    """`row` is the new goal as it is written, less what follows from it being new."""

    row: Row
    first: date
    why: str
    decided_by: str


def place_of_goal(values: Values, goal_id: str) -> int | None:
    rows = values.get("goals", [])
    return next((place for place, row in enumerate(rows) if row.get("id") == goal_id), None)


def with_goal(values: Values, place: int, row: Row) -> dict[str, Any]:
    goals = list(values["goals"])
    goals[place] = row
    return {**values, "goals": goals}


def added(values: Values, row: Row) -> dict[str, Any]:
    return {**values, "goals": [*values.get("goals", []), row]}


def ended(values: Values, place: int, last: date) -> dict[str, Any]:
    row = dict(values["goals"][place])
    return with_goal(values, place, {**row, "valid": {**row.get("valid", {}), "last": last}})


def without_goal(values: Values, place: int) -> dict[str, Any]:
    goals = [row for at, row in enumerate(values["goals"]) if at != place]
    return {**values, "goals": goals}


def replaced(values: Values, place: int, new: Replacement) -> dict[str, Any]:
    """The old goal ends the day before; the new one names it and the deviation decided upon."""
    old = values["goals"][place]
    deviations = list(values.get("deviations", []))
    deviation = slug_from(f"mal {old['id']}", [row.get("id") for row in deviations])
    goal_id = slug_from(str(old["id"]), ids_taken(values))
    row = {**new.row, "id": goal_id, "replaces": old["id"], "deviation": deviation}
    row["valid"] = {**_later(old.get("valid", {})), "first": new.first}
    told = {"id": deviation, "on": new.first, "kind": "goal", "text": new.why}
    if new.decided_by:
        told["decided_by"] = new.decided_by
    done = ended(values, place, new.first - timedelta(days=1))
    goals = list(done["goals"])
    goals.insert(place + 1, row)
    return {**done, "goals": goals, "deviations": [*deviations, told]}


def ids_taken(values: Values) -> set[str]:
    return {str(row.get("id")) for key in ("goals", "figures") for row in values.get(key, [])}


def _later(valid: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in valid.items() if key == "last"}

"""figures.json: every figure with its base, as data for other programs. See docs/figures.md."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from stegvis.results.values.figures import Cell, Coverage, Figure, FollowUp, Interval, Point

FORMAT = 1


def figures_json(follow_up: FollowUp) -> dict[str, Any]:
    """The whole follow-up; null where nothing can be said, and where a number is hidden."""
    return {"format": FORMAT} | _programme(follow_up)


def figures_text(follow_up: FollowUp) -> str:
    """The same as text, in one way only: keys in order, so that equal figures are equal bytes."""
    data = figures_json(follow_up)
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def figure_text(figure: Figure, follow_up: FollowUp) -> str:
    """One figure by itself, in the same words, with what it was counted from."""
    about = _about(follow_up)
    data = {"format": FORMAT} | about | {"figure": _figure(figure)}
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def _programme(follow_up: FollowUp) -> dict[str, Any]:
    return _about(follow_up) | {
        "figures": [_figure(figure) for figure in follow_up.figures],
        "parts": [_programme(part) for part in follow_up.parts],
    }


def _about(follow_up: FollowUp) -> dict[str, Any]:
    return {
        "programme": follow_up.programme,
        "programme_name": follow_up.programme_name,
        "definition_version": follow_up.definition_version,
        "as_of": follow_up.as_of.isoformat(),
        "data_state": follow_up.data_state,
        "level": follow_up.level.value,
        "preliminary": follow_up.preliminary,
        "rows_left_out": follow_up.rows_left_out,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return _definition(figure) | _outcome(figure) | _verdict(figure)


def _definition(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "goal": figure.goal or None,
        "kind": figure.kind,
        "unit": figure.unit,
        "population": figure.population,
        "population_name": figure.population_name,
        "cut_off": figure.cut_off.isoformat(),
        "definition_version": figure.definition_version,
        "replaces": figure.replaces or None,
        "valid": [_day(day) for day in figure.valid],
        "method": figure.method or None,
        "notes": list(figure.notes),
    }


def _outcome(figure: Figure) -> dict[str, Any]:
    hidden = bool(figure.hidden)
    return {
        "hidden": hidden,
        "value": None if hidden else figure.value,
        "k": None if hidden else figure.k,
        "n": None if hidden else figure.n,
        "unknown": None if hidden else figure.unknown,
        "excluded": {} if hidden else dict(figure.excluded),
        "not_yet_due": None if hidden else figure.not_yet_due,
        "after_cut_off": None if hidden else figure.after_cut_off,
        "bounds": None if hidden or figure.bounds is None else list(figure.bounds),
        "interval": None if hidden else _interval(figure.interval),
        "groups": {
            grouping: {code: _cell(cell) for code, cell in cells.items()}
            for grouping, cells in figure.groups.items()
        },
        "points": {
            name: [] if hidden else [_point(point) for point in points]
            for name, points in figure.points.items()
        },
        "parts": [_figure(part) for part in figure.parts],
        **_coverage(figure.coverage),
    }


def _coverage(coverage: Coverage | None) -> dict[str, Any]:
    """Only where not everybody is counted."""
    return {} if coverage is None else {"coverage": asdict(coverage)}


def _verdict(figure: Figure) -> dict[str, Any]:
    target = figure.target
    if target is None:
        return {"target": None, "verdict": figure.verdict.value}
    missing = None if figure.hidden else figure.missing
    aim = {"op": str(target.op), "value": target.value, "missing": missing}
    return {"target": aim, "verdict": figure.verdict.value}


def _cell(cell: Cell) -> dict[str, Any]:
    """What is hidden leaves no number behind, whatever it was hidden for."""
    hidden = bool(cell.hidden)
    return {
        "hidden": hidden,
        "value": None if hidden else cell.value,
        "k": None if hidden else cell.k,
        "n": None if hidden else cell.n,
        "unknown": None if hidden else cell.unknown,
        "excluded": {} if hidden else dict(cell.excluded),
        "interval": None if hidden else _interval(cell.interval),
    }


def _interval(interval: Interval | None) -> dict[str, Any] | None:
    return None if interval is None else dict(vars(interval))


def _point(point: Point) -> dict[str, Any]:
    return vars(point) | {"name": point.name or None}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

"""The path of a line, of stairs, and of the band around either."""

from stegvis.reports.calculations.charts.scales import Scale
from stegvis.reports.values.charts import Line


def line_path(one: Line, x: Scale, y: Scale) -> str:
    return "M" + "L".join(_places(one.points, x, y, stairs=one.stairs))


def band_path(one: Line, x: Scale, y: Scale) -> str:
    """Along the high side and back along the low one."""
    there = _places(one.high, x, y, stairs=one.stairs)
    back = _places(one.low, x, y, stairs=one.stairs)[::-1]
    return "M" + "L".join([*there, *back]) + "Z"


def _places(
    points: tuple[tuple[float, float], ...], x: Scale, y: Scale, *, stairs: bool
) -> list[str]:
    """On stairs a value holds until the next point: a corner is put between."""
    places, before = [], None
    for across, up in sorted(points, key=lambda point: point[0]):
        if stairs and before is not None:
            places.append(f"{x.at(across):.1f} {y.at(before):.1f}")
        places.append(f"{x.at(across):.1f} {y.at(up):.1f}")
        before = up
    return places

"""What a chart shows; how it is drawn is decided elsewhere. Every chart has its table and text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One bar: a share or a count, with its interval and target where there are any.

    `group` is the heading under which bars that follow each other stand; bars with the same
    label in several groups, such as women and men, get the same fill.
    """

    label: str
    value: float
    shown: str
    low: float | None = None
    high: float | None = None
    target: float | None = None
    group: str = ""


@dataclass(frozen=True)
class BarChart:
    title: str
    description: str
    bars: tuple[Bar, ...]
    highest: float
    as_percent: bool = False


@dataclass(frozen=True)
class FlowStage:
    """One stage from interest to destination; `leaving` are those who did not go on, by why."""

    label: str
    count: int
    leaving: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class FlowChart:
    title: str
    description: str
    stages: tuple[FlowStage, ...]


@dataclass(frozen=True)
class Line:
    """A line or a stairs of (x, y); `low`/`high` are a band around it."""

    label: str
    points: tuple[tuple[float, float], ...]
    low: tuple[tuple[float, float], ...] = ()
    high: tuple[tuple[float, float], ...] = ()
    stairs: bool = False


@dataclass(frozen=True)
class LineChart:
    """`ticks` name positions on the x axis; `at_risk` are numbers printed under the axis."""

    title: str
    description: str
    lines: tuple[Line, ...]
    x_title: str
    y_title: str
    ticks: tuple[tuple[float, str], ...]
    highest: float
    as_percent: bool = False
    at_risk: tuple[tuple[float, int], ...] = ()
    limit: tuple[float, str] | None = None


Chart = BarChart | FlowChart | LineChart

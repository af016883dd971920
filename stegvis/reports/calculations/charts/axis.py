"""Labels along one line, so few that none touches the next."""

from itertools import pairwise

from stegvis.reports.calculations.charts.svg import QUIET, SMALL, text
from stegvis.reports.calculations.charts.words import text_width

_APART = 8.0

Label = tuple[float, str]


def spread(labels: list[Label], y: float, limit: float) -> str:
    """Every label, every other, every third …: the first that leaves room; none past `limit`."""
    placed = [_placed(x, words, limit) for x, words in sorted(labels)]
    steps = range(1, len(placed) + 1)
    step = next((step for step in steps if _is_roomy(placed[::step])), 1)
    return "".join(
        text(x, y, words, font_size=SMALL, fill=QUIET, text_anchor="middle")
        for x, words in placed[::step]
    )


def _placed(x: float, words: str, limit: float) -> Label:
    half = text_width(words, SMALL) / 2
    return min(max(x, half), limit - half), words


def _is_roomy(labels: list[Label]) -> bool:
    ends = [
        (x - text_width(words, SMALL) / 2, x + text_width(words, SMALL) / 2) for x, words in labels
    ]
    return all(after[0] - before[1] >= _APART for before, after in pairwise(ends))

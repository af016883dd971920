"""The line that says what each mark means, wrapped when it is long."""

from dataclasses import dataclass

from stegvis.reports.calculations.charts.svg import LINE, QUIET, SMALL, text
from stegvis.reports.calculations.charts.words import shortened, text_width

_SAMPLE = 28.0
_GAP = 22.0
ROW = LINE + 4


@dataclass(frozen=True)
class Entry:
    """`sample` is drawn 20 wide, from 0 and centred on 0 in height, and moved into place."""

    words: str
    sample: str


def legend(entries: list[Entry], y: float, width: float) -> tuple[str, float]:
    """The drawing and its height; `y` is the top of its first row."""
    if not entries:
        return "", 0.0
    drawn, left, top = [], 0.0, y
    for entry in entries:
        words = shortened(entry.words, SMALL, width - _SAMPLE)
        needed = _SAMPLE + text_width(words, SMALL)
        if left and left + needed > width:
            left, top = 0.0, top + ROW
        drawn.append(_placed(entry.sample, words, left, top + ROW / 2))
        left += needed + _GAP
    return "".join(drawn), top + ROW - y


def _placed(sample: str, words: str, x: float, middle: float) -> str:
    moved = f'<g transform="translate({round(x, 1):g} {round(middle, 1):g})">{sample}</g>'
    return moved + text(x + _SAMPLE, middle + SMALL * 0.36, words, font_size=SMALL, fill=QUIET)

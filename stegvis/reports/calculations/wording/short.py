"""The short forms of a table: numbers without nouns where the goal's own words have them."""

from stegvis.core.values.formatting import kronor, number
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.calculations.wording.scales import NOTHING, Scale, scale_of, shown_cell
from stegvis.reports.calculations.wording.vocabulary import GENDER, Vocabulary
from stegvis.results.values.figures import Figure

PLAIN = frozenset({Scale.NUMBER, Scale.MEAN, Scale.PARTS})


def short_value(figure: Figure, words: Vocabulary) -> str:
    if figure.hidden:
        return NOTHING
    is_plain = scale_of(figure, words) in PLAIN
    if figure.value is None:
        return _ends(figure) if is_plain else NOTHING
    return bare(figure.value, figure.unit) if is_plain else counted(figure, words)


def _ends(figure: Figure) -> str:
    """An approximate count has its ends only."""
    if figure.bounds is None:
        return NOTHING
    return "–".join(bare(end, figure.unit) for end in figure.bounds)


def bare(value: float, unit: str) -> str:
    if unit == "krona":
        return kronor(round(value))
    return number(value, 0 if value == int(value) else 1)


def short_gender(figure: Figure, code: str, words: Vocabulary) -> str:
    cell = figure.groups.get(GENDER, {}).get(code)
    if cell is None or cell.hidden or figure.hidden:
        return NOTHING
    scale = scale_of(figure, words)
    if scale in PLAIN and cell.value is not None:
        return bare(cell.value, figure.unit)
    return shown_cell(cell, scale, figure.unit) or NOTHING


def plain_unit(figure: Figure, words: Vocabulary) -> str:
    """The unit that a target has to say: money always, other nouns stand in the goal's words."""
    return figure.unit if figure.unit == "krona" or scale_of(figure, words) not in PLAIN else ""

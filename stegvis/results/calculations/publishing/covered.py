"""How many of those who took part the figures are made of, as it may be told outside."""

from stegvis.results.calculations.disclosure.rounding import round_to_base
from stegvis.results.calculations.disclosure.tables import REDACTED_TO, is_small
from stegvis.results.values.figures import Coverage

A_FEW = Coverage(None, None)


def reported(coverage: Coverage | None) -> Coverage | None:
    """45 of 46 would tell of one person who refused: one to four are only a few."""
    return A_FEW if coverage and is_small(_others(coverage)) else coverage


def told_openly(coverage: Coverage | None) -> Coverage | None:
    """Left unsaid when they are seven or fewer; otherwise both as every other count."""
    if coverage is None or _others(coverage) <= REDACTED_TO:
        return None
    counted, others = round_to_base(coverage.counted or 0), round_to_base(_others(coverage))
    return Coverage(counted, counted + others)


def _others(coverage: Coverage) -> int:
    return (coverage.everybody or 0) - (coverage.counted or 0)

"""A verdict at level open: only one that anybody could reach from what is shown."""

from dataclasses import replace

from stegvis.programmes.values.indicators import Target
from stegvis.results.calculations.disclosure.tables import ROUNDED_TO
from stegvis.results.calculations.verdicts import (
    exact,
    lacking,
    reaches,
    scaled,
    verdict_of_parts,
)
from stegvis.results.values.figures import Figure, Verdict

REACH = ROUNDED_TO // 2
"""How far a rounded number may lie from the true one."""

SAYS_NO_NUMBER = frozenset({Verdict.NOT_MEASURED, Verdict.NO_BASELINE})


def judged(shown: Figure, true: Figure) -> Figure:
    """Kept where every number that the shown ones may stand for gives the same verdict.

    "For few" is never kept: it tells of a number under five.
    """
    if true.verdict in SAYS_NO_NUMBER:
        return shown
    verdict = _verdict(shown)
    missing = None if verdict is Verdict.NONE else _missing(shown)
    return replace(shown, verdict=verdict, missing=missing)


def _verdict(shown: Figure) -> Verdict:
    if shown.parts:
        verdicts = [part.verdict for part in shown.parts]
        return Verdict.NONE if Verdict.NONE in verdicts else verdict_of_parts(verdicts)
    if shown.target is None or _something_hidden(shown):
        return Verdict.NONE
    ends = _ends(shown)
    reached = {reaches(exact(end), shown.target) for end in ends}
    if len(reached) != 1:
        return Verdict.NONE
    return Verdict.REACHED if reached.pop() else Verdict.NOT_REACHED


def _something_hidden(shown: Figure) -> bool:
    cells = [cell for members in shown.groups.values() for cell in members.values()]
    return bool(shown.hidden) or any(cell.hidden for cell in cells)


def _ends(shown: Figure) -> tuple[float, ...]:
    """The lowest and the highest value that the shown one may stand for; none if it has none."""
    groups = max((len(cells) for cells in shown.groups.values()), default=1)
    reach = REACH * max(groups, 1)
    if shown.k is not None and shown.n:
        low = max(shown.k - reach, 0) / (shown.n + reach)
        return low, min((shown.k + reach) / max(shown.n - reach, 1), 1.0)
    if shown.bounds is not None:
        return shown.bounds[0] - REACH, shown.bounds[1] + REACH
    if shown.value is None or shown.n is not None:
        return ()
    return shown.value - reach, shown.value + reach


def _missing(shown: Figure) -> float | None:
    target = shown.target
    if target is None or shown.parts:
        return None
    if shown.k is not None and shown.n:
        return lacking(shown.k, scaled(target, shown.n))
    counted = shown.bounds[0] if shown.bounds else shown.value
    return None if counted is None else lacking(counted, Target(op=target.op, value=target.value))

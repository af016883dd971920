"""Volumes without persons, and what is only known as counts from an earlier time."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Count
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.counts import count
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.evaluation.standard.making import Cells, made
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.values.figures import Cell, Figure


def volumes(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    return [*(count(one, prepared) for one in counted_volumes(frames)), *_opening(frames)]


def counted_volumes(frames: Frames) -> list[Count]:
    named = frames.definition.volumes if frames.has("volumes") else ()
    return [_volume(frames, one.code, one.name) for one in named]


def _volume(frames: Frames, code: str, name: str) -> Count:
    return Count.model_validate(
        {
            "id": f"volumes-{code.replace('_', '-')}",
            "kind": "count",
            "text": name,
            "unit": _unit_of(f"volume = {code}", frames),
            "denominator": "none",
            "population": {"name": name},
            "source": "H:U",
            "numerator": f"volume = {code}",
        }
    )


def _unit_of(condition: str, frames: Frames) -> Unit:
    """The unit of the goal or figure that counts the same volume; else cases."""
    units = (
        one.unit
        for one in (*frames.definition.goals, *frames.definition.figures)
        if isinstance(one, Count) and one.numerator and one.numerator.text.strip() == condition
    )
    return next(units, Unit.CASE)


def _opening(frames: Frames) -> list[Figure]:
    """Counts by year and gender from before the persons; marked as such wherever they stand."""
    if not frames.has("opening_balances"):
        return []
    rows = frames.table("opening_balances").pipe(computed).sort("balance", "year", "gender")
    groups: dict[str, Cells] = {}
    for row in rows.iter_rows(named=True):
        cells = groups.setdefault(row["balance"], {})
        code = f"{row['year']}:{row['gender'] or MISSING}"
        before = cells.get(code, Cell(0, 0))
        low, high = before.k or 0, before.n or before.k or 0
        highest = row["low"] if row["high"] is None else row["high"]
        cells[code] = _between(low + row["low"], high + highest)
    return [
        made(
            frames,
            "opening-balances",
            _("Ingående värden, före de enskilda uppgifterna"),
            Unit.PERSON,
            kind="opening",
            groups=groups,
            notes=(_("Antal från tiden före de enskilda uppgifterna."),),
        )
    ]


def _between(low: int, high: int) -> Cell:
    """A count, or a range of counts with its least as `k` and its most as `n`."""
    return Cell(low, low) if low == high else Cell(None, low, high)

"""Money granted, requisitioned, used and returned, and what remains, in öre."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.evaluation.standard.making import Cells, made
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.values.figures import Cell, Figure, Point

CEILING = ("granted",)  # a transfer moves money between years; it grants nothing
USED = ("requisition",)
BACK = ("returned",)


def money(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    budget = _budget(frames)
    if not frames.has("money"):
        return budget
    return [*budget, _used(frames)]


def _used(frames: Frames) -> Figure:
    """Requisitions against what was granted (ceiling) less what went back."""
    rows = frames.table("money").pipe(computed).sort("booked_on")
    kinds: dict[str, int] = {}
    curves: dict[str, dict[int, int]] = {"used": {}, "ceiling": {}}
    for row in rows.iter_rows(named=True):
        kind, day = row["money_kind"], int(row["booked_on"])
        kinds[kind] = kinds.get(kind, 0) + int(row["amount_ore"])
        if kind in USED:
            curves["used"][day] = _sum(kinds, USED)
        if kind in (*CEILING, *BACK) and _is_granted(kinds):
            curves["ceiling"][day] = _ceiling(kinds)
    used = _sum(kinds, USED)
    ceiling = _ceiling(kinds) if _is_granted(kinds) else None
    return made(
        frames,
        "money-used",
        _("Rekvirerade medel mot beviljade"),
        Unit.KRONA,
        kind="money",
        value=used,
        k=used,
        n=ceiling,
        groups={
            "money_kind": {kind: Cell(amount, amount) for kind, amount in sorted(kinds.items())},
            "remaining": _remaining(ceiling, used),
        },
        points={
            name: tuple(Point(day, amount) for day, amount in curve.items())
            for name, curve in curves.items()
        },
    )


def _remaining(ceiling: int | None, used: int) -> Cells:
    """Nothing can be said to remain of a grant that nobody has recorded."""
    if ceiling is None:
        return {}
    return {"remaining": Cell(ceiling - used, ceiling - used)}


def _sum(kinds: dict[str, int], which: tuple[str, ...]) -> int:
    return sum(kinds.get(kind, 0) for kind in which)


def _is_granted(kinds: dict[str, int]) -> bool:
    return any(kind in kinds for kind in CEILING)


def _ceiling(kinds: dict[str, int]) -> int:
    return _sum(kinds, CEILING) - _sum(kinds, BACK)


def _budget(frames: Frames) -> list[Figure]:
    """The planned money, by year, by category and by who pays."""
    rows = frames.definition.budget
    if not rows:
        return []
    groups: dict[str, Cells] = {}
    for group, code_of in (
        ("year", lambda row: str(row.year)),
        ("cost_category", lambda row: row.category),
        ("payer", lambda row: row.payer),
        ("financed", lambda row: "financed" if row.financed else "co_financed"),
    ):
        sums: dict[str, int] = {}
        for row in rows:
            code = code_of(row) or MISSING
            sums[code] = sums.get(code, 0) + row.amount_ore
        groups[group] = {code: Cell(amount, amount) for code, amount in sums.items()}
    total = sum(row.amount_ore for row in rows)
    return [
        made(
            frames,
            "budget",
            _("Budget"),
            Unit.KRONA,
            kind="money",
            value=total,
            k=total,
            groups=groups,
        )
    ]

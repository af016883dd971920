"""Counting rows once, by group, by why they are left out, and by what they answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from stegvis.programmes.values.indicators import Unknown
from stegvis.results.calculations.evaluation.rows import Rows, computed
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell, Interval

MISSING = ""
"""The group of those whose group is not known: its own, never dropped."""


@dataclass(frozen=True)
class Count:
    """`many` rows that are alike in groups and answers."""

    groups: tuple[str, ...]
    left_out: str | None
    excepted: str | None
    due: bool
    fulfilled: bool | None
    many: int

    @property
    def reason_out(self) -> str | None:
        """An exception is left out only when it did not reach the goal."""
        return self.left_out or (None if self.fulfilled else self.excepted)

    @property
    def counts(self) -> bool:
        return self.reason_out is None and self.due


def tally(rows: Rows, groups: Sequence[str], answers: Mapping[str, nw.Expr]) -> list[Count]:
    """Rows that are alike in groups and `answers` (by names of a Count) counted together."""
    keys = [*groups, *answers]
    asked = rows.with_columns(**answers)
    found = asked.group_by(*keys).agg(nw.len().alias("many")).pipe(computed)
    return [_count(row, groups) for row in found.iter_rows(named=True)]


def _count(row: Mapping[str, Any], groups: Sequence[str]) -> Count:
    return Count(
        tuple(MISSING if row[group] is None else str(row[group]) for group in groups),
        left_out=row.get("left_out"),
        excepted=row.get("excepted"),
        due=row.get("due", True),
        fulfilled=row["fulfilled"],
        many=int(row["many"]),
    )


@dataclass(frozen=True)
class Sum:
    """What a tally adds up to, for all or for one group; `everyone` is n and the unknown."""

    k: int
    n: int
    everyone: int
    unknown: int
    not_yet_due: int
    excluded: dict[str, int]
    bounds: tuple[float, float] | None
    value: float | None

    @property
    def is_all_unknown(self) -> bool:
        return self.k == 0 and self.unknown > 0 and self.n in (0, self.unknown)

    @property
    def interval(self) -> Interval | None:
        return None if self.value is None or not self.n else wilson(self.k, self.n)

    def as_cell(self, *, measured: bool) -> Cell:
        if not measured:
            return Cell(None, None, self.n, self.everyone)
        return Cell(self.value, self.k, self.n, self.unknown, self.excluded, self.interval)


def add_up(counts: Iterable[Count], unknown: Unknown, reasons: Sequence[str]) -> Sum:
    """K and n as the definition treats the unknown; `reasons` are printed even when none."""
    counts = list(counts)
    k = _many(counts, lambda one: one.counts and one.fulfilled is True)
    no = _many(counts, lambda one: one.counts and one.fulfilled is False)
    unclear = _many(counts, lambda one: one.counts and one.fulfilled is None)
    everyone = k + no + unclear
    n = k + no if unknown is Unknown.EXCLUDE else everyone
    settled = unknown is not Unknown.BOUNDS or not unclear
    return Sum(
        k=k,
        n=n,
        everyone=everyone,
        unknown=unclear,
        not_yet_due=_many(counts, lambda one: one.reason_out is None and not one.due),
        excluded=_left_out(counts, reasons),
        bounds=(k / everyone, (k + unclear) / everyone) if everyone else None,
        value=k / n if n and settled else None,
    )


def _many(counts: Iterable[Count], wanted: Callable[[Count], bool]) -> int:
    return sum(one.many for one in counts if wanted(one))


def _left_out(counts: Iterable[Count], reasons: Sequence[str]) -> dict[str, int]:
    excluded = dict.fromkeys(reasons, 0)
    for one in counts:
        if one.reason_out is not None:
            excluded[one.reason_out] = excluded.get(one.reason_out, 0) + one.many
    return excluded


def by_group(counts: Sequence[Count], position: int) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for one in counts:
        found.setdefault(one.groups[position], []).append(one)
    return dict(sorted(found.items(), key=lambda item: (item[0] == MISSING, item[0])))

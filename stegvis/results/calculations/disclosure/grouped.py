"""A figure with groups, such as k and n by gender, protected as two tables that are tied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import Audit, audit
from stegvis.results.calculations.disclosure.tables import (
    TOTAL,
    CellKey,
    CountTable,
    ProtectedTable,
)
from stegvis.results.values.figures import DisclosureLevel

Pair = tuple[int | None, int | None]  # k and n; None is hidden


@dataclass(frozen=True)
class GroupedShare:
    """k and n per group of one figure. Every person stands in one group, "unknown" included.

    `population` names whom n counts: figures about the same people give the same name.
    `merge_as` names the category that small groups may be put together as; never for gender.
    """

    figure: str
    by: str
    groups: Mapping[str, tuple[int, int]]
    population: str = ""
    merge_as: str = ""


@dataclass(frozen=True)
class ProtectedShare:
    """Where k or n is None, so is every number made from it: value, bounds, interval, unknown.

    k is never shown without n. Total: exact at level report; at level open the sum of the groups
    that are shown, which is then the figure's own k and n.
    """

    figure: str
    by: str
    groups: Mapping[str, Pair]
    total: tuple[int, int]
    merged: tuple[str, ...] = ()
    is_withheld: bool = False


@dataclass(frozen=True)
class ProtectedRelease:
    shares: tuple[ProtectedShare, ...]
    tables: tuple[ProtectedTable, ...]
    audit: Audit | None  # None at level internal: nothing is hidden


def protect_release(
    shares: Sequence[GroupedShare], level: DisclosureLevel | str, tables: Sequence[CountTable] = ()
) -> ProtectedRelease:
    """All that one report prints in breakdowns: shares with groups, and plain tables of counts."""
    tied = [table for share in shares for table in _tables_of(share)]
    published = protect([*tied, *tables], level)
    found = {table.name: table for table in published}
    return ProtectedRelease(
        shares=tuple(_share(share, found) for share in shares),
        tables=tuple(published[len(tied) :]),
        audit=None if level == DisclosureLevel.INTERNAL else audit(published),
    )


def _names(share: GroupedShare) -> tuple[str, str]:
    return f"{share.figure} by {share.by}: k", f"{share.figure} by {share.by}: n"


def _tables_of(share: GroupedShare) -> tuple[CountTable, CountTable]:
    k_name, n_name = _names(share)
    population = share.population or f"{share.figure}: n"
    k: dict[CellKey, int] = {(group,): k for group, (k, _n) in share.groups.items()}
    n: dict[CellKey, int] = {(group,): n for group, (_k, n) in share.groups.items()}
    return (
        CountTable(
            name=k_name,
            dimensions=(share.by,),
            counts=k,
            population=f"{share.figure}: k",
            within=population,
            merge_as=share.merge_as,
        ),
        CountTable(n_name, (share.by,), n, population=population, merge_as=share.merge_as),
    )


def _share(share: GroupedShare, published: Mapping[str, ProtectedTable]) -> ProtectedShare:
    k_table, n_table = (published[name] for name in _names(share))
    exact = (sum(k for k, _n in share.groups.values()), sum(n for _k, n in share.groups.values()))
    is_open = n_table.level is DisclosureLevel.OPEN
    if k_table.is_withheld or n_table.is_withheld:
        total = (0, 0) if is_open else exact
        return ProtectedShare(share.figure, share.by, {}, total, is_withheld=True)
    groups = {
        cell[0]: (k_table.cells[cell], n_table.cells[cell])
        for cell in n_table.shape.inner_cells()
        if cell != (TOTAL,)
    }
    total = _shown_total(groups) if is_open else exact
    return ProtectedShare(share.figure, share.by, groups, total, k_table.merged)


def _shown_total(groups: Mapping[str, Pair]) -> tuple[int, int]:
    shown = [(k, n) for k, n in groups.values() if k is not None and n is not None]
    return sum(k for k, _n in shown), sum(n for _k, n in shown)

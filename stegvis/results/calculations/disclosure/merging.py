"""Small categories of a one-way breakdown put together, before anything has to be hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stegvis.results.calculations.disclosure.tables import CountTable, is_small

Family = tuple[str, str]  # (outermost population, dimension): breakdowns that must agree


def merge_small(
    tables: Sequence[CountTable],
) -> tuple[list[CountTable], dict[str, tuple[str, ...]]]:
    """The tables with small categories put together, and which ones, per name of the table.

    All breakdowns of one population by one dimension are merged alike, since two different
    mergings would give away their difference. Where that cannot be done, nothing is merged.
    """
    outermost = _outermost(tables)
    families: dict[Family, list[CountTable]] = {}
    for table in tables:
        root = outermost[table.shape.population]
        for dimension in table.dimensions:
            families.setdefault((root, dimension), []).append(table)
    merged: dict[str, tuple[str, ...]] = {}
    for family in families.values():
        if all(map(_may_be_merged, family)) and len({table.merge_as for table in family}) == 1:
            chosen = _chosen(family)
            merged |= {table.name: chosen for table in family if chosen}
    return [_merge(table, merged.get(table.name, ())) for table in tables], merged


def _outermost(tables: Sequence[CountTable]) -> dict[str, str]:
    within = {table.shape.population: table.within for table in tables}
    found = {}
    for population in within:
        root = population
        while within.get(root):
            root = within[root]
        found[population] = root
    return found


def _may_be_merged(table: CountTable) -> bool:
    return bool(table.merge_as) and len(table.dimensions) == 1 and not table.exact


def _chosen(family: Sequence[CountTable]) -> tuple[str, ...]:
    """The small ones, then the smallest others until their sum is no longer small."""
    vectors = _vectors(family)
    merge_as = family[0].merge_as
    chosen = [name for name, counts in vectors.items() if any(map(is_small, counts))]
    if not chosen:
        return ()
    if merge_as in vectors and merge_as not in chosen:
        chosen.append(merge_as)
    others = sorted((max(counts), name) for name, counts in vectors.items() if name not in chosen)
    while len(chosen) == 1 or any(map(is_small, _sum(vectors, chosen))):
        if len(others) < 2:  # noqa: PLR2004 - the last one would leave only the total
            return ()
        chosen.append(others.pop(0)[1])
    return tuple(chosen) if others else ()


def _vectors(family: Sequence[CountTable]) -> dict[str, tuple[int, ...]]:
    """Per category its count in each breakdown, and outside each part."""
    names = dict.fromkeys(name for table in family for (name,) in table.counts)
    wholes = {table.shape.population: table for table in family}
    pairs = [(wholes[part.within], part) for part in family if part.within in wholes]
    return {
        name: (
            *(table.counts.get((name,), 0) for table in family),
            *(w.counts.get((name,), 0) - p.counts.get((name,), 0) for w, p in pairs),
        )
        for name in names
    }


def _sum(vectors: Mapping[str, tuple[int, ...]], chosen: Sequence[str]) -> list[int]:
    return [sum(counts) for counts in zip(*(vectors[name] for name in chosen), strict=True)]


def _merge(table: CountTable, chosen: Sequence[str]) -> CountTable:
    if not chosen:
        return table
    kept = {cell: count for cell, count in table.counts.items() if cell[0] not in chosen}
    together = sum(count for (name,), count in table.counts.items() if name in chosen)
    return replace(table, counts={**kept, (table.merge_as,): together})

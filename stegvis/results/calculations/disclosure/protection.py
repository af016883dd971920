"""The one door: tables in, what may be published out."""

from collections.abc import Sequence
from dataclasses import replace

from stegvis.results.calculations.disclosure.merging import merge_small
from stegvis.results.calculations.disclosure.rounding import redact_and_round
from stegvis.results.calculations.disclosure.suppression import suppress
from stegvis.results.calculations.disclosure.tables import CountTable, ProtectedTable
from stegvis.results.values.figures import DisclosureLevel


def protect(tables: Sequence[CountTable], level: DisclosureLevel | str) -> list[ProtectedTable]:
    """Protect everything that one release prints, in one call: tables leak through each other.

    Report: 1–4 is hidden, and so is what would give it away; nought may stand, since a group of
    nobody describes nobody, and it protects least when hidden. Two-way tables that meet in a ring
    (A by B, B by C, C by A) need the three-way table beside them to be attacked to the full.
    Cost: about 15 ms for a breakdown with small cells, nothing for one without.
    Source: [SDCTABLE].
    """
    _refuse_twins(tables)
    wanted = DisclosureLevel(level)
    if wanted is DisclosureLevel.INTERNAL:
        return [ProtectedTable(table.shape, wanted, table.with_margins()) for table in tables]
    if wanted is DisclosureLevel.OPEN:
        return redact_and_round(tables)
    merged_tables, merged = merge_small(tables)
    return [replace(table, merged=merged.get(table.name, ())) for table in suppress(merged_tables)]


def _refuse_twins(tables: Sequence[CountTable]) -> None:
    names = [table.name for table in tables]
    twins = {name for name in names if names.count(name) > 1}
    if twins:
        message = f"two tables are called {', '.join(sorted(twins))}"
        raise ValueError(message)

"""A definition less its wrong goals, so that one run can tell what is wrong with the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stegvis.programmes.values.findings import Finding

TABLES = ("goals", "figures")
A_ROW = 2
"""Keys that lead to a row: its table and its place."""


@dataclass(frozen=True)
class KeptRows:
    """`places` says where each kept row stands in the file."""

    raw: Mapping[str, Any]
    places: Mapping[str, tuple[int, ...]]
    left_out: frozenset[str] = frozenset()

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> "KeptRows":
        tables = {table: raw[table] for table in TABLES if isinstance(raw.get(table), list)}
        return cls(raw, {table: tuple(range(len(rows))) for table, rows in tables.items()})

    def is_about_a_row(self, finding: Finding) -> bool:
        return len(finding.path) >= A_ROW and finding.path[0] in self.places

    def without(self, findings: Iterable[Finding]) -> "KeptRows":
        """`findings` are placed as in the file."""
        wrong = {finding.path[:A_ROW] for finding in findings if self.is_about_a_row(finding)}
        raw, places, ids = dict(self.raw), dict(self.places), set(self.left_out)
        for table, indices in self.places.items():
            rows = dict(zip(indices, self.raw[table], strict=True))
            kept = {index: row for index, row in rows.items() if (table, index) not in wrong}
            raw[table], places[table] = list(kept.values()), tuple(kept)
            dropped = [row for index, row in rows.items() if index not in kept]
            ids |= {str(row.get("id")) for row in dropped if isinstance(row, Mapping)}
        return KeptRows(raw, places, frozenset(ids))

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """With the places of the file, and without blame for pointing at a row left out."""
        return [
            self._placed(finding)
            for finding in findings
            if not (finding.path[-1:] == ("replaces",) and finding.read in self.left_out)
        ]

    def _placed(self, finding: Finding) -> Finding:
        table, *rest = finding.path or ("",)
        index = rest[0] if rest else None
        if table not in self.places or not isinstance(index, int):
            return finding
        path = (table, self.places[str(table)][index], *rest[1:])
        return Finding(path, finding.what, finding.read, finding.expected)

"""What a condition is read against: one table, one definition, one cut-off."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from stegvis.programmes.values.conditions import Aggregate, Has
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import ColumnKind, columns_in_scope

Gathered = Aggregate | Has


@dataclass(frozen=True)
class Scope:
    """`gathered` names the column that already holds what another table says of each row."""

    table: str
    definition: Definition
    cut_off: int
    gathered: Mapping[Gathered, str] = field(default_factory=dict)

    def of(self, table: str) -> "Scope":
        return replace(self, table=table, gathered={})

    def meant_by(self, column: str, code: str) -> tuple[str, ...]:
        """The codes that count as `code` in `column`: itself and the local kinds of it."""
        found = columns_in_scope(self.table).get(column)
        if found is None or found.kind is not ColumnKind.CODE:
            return (code,)
        return self.definition.codes(found.code_list).meant_by(code)

"""A definition back to text, in one canonical form; reading it gives the same definition."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Item, Table

from stegvis.core.values.formatting import ORE_PER_KRONA
from stegvis.programmes.files.code_lists import common_lists
from stegvis.programmes.values.code_lists import CodeEntry, CodeList
from stegvis.programmes.values.condition_text import Criterion, Quantity
from stegvis.programmes.values.definition import BudgetRow, Definition
from stegvis.programmes.values.records import Record

ON_ONE_LINE = 60
"""Characters of a list of texts that still stand on one line."""


def write_definition(definition: Definition) -> str:
    """Goals are written out in full, also those that came from a pattern."""
    plain = _plain(definition)
    plain["code_lists"] = _own_codes(definition.code_lists)
    document = tomlkit.document()
    for key, value in plain.items():
        if not _stands_apart(value):
            document.add(key, _item(value))
    for key, value in plain.items():
        if _stands_apart(value) and value:
            document.add(key, _apart(value))
    return tomlkit.dumps(document)


def _stands_apart(value: object) -> bool:
    """Tables, and lists of tables, come after what stands on lines of its own."""
    is_rows = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
    return is_rows or isinstance(value, Mapping)


def _plain(record: Record) -> dict[str, Any]:
    """What a record says beyond its defaults."""
    said = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            said[name] = _value(value)
    return _with_kronor(said) if isinstance(record, BudgetRow) else said


def _value(value: object) -> Any:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(value, Record):
        return _plain(value)
    if isinstance(value, Criterion | Quantity):
        return value.text
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items()}
    return [_value(one) for one in value] if isinstance(value, tuple) else value


def _with_kronor(row: dict[str, Any]) -> dict[str, Any]:
    whole, rest = divmod(row.pop("amount_ore"), ORE_PER_KRONA)
    return {**row, "amount": whole + rest / ORE_PER_KRONA if rest else whole}


def _own_codes(lists: Mapping[str, CodeList]) -> dict[str, Any]:
    """Only what a programme has added to the common lists."""
    own = {}
    for name, code_list in lists.items():
        shared = common_lists().get(name, CodeList()).codes
        added = [entry for entry in code_list.codes if entry not in shared]
        if added:
            own[name] = {entry.code: _entry(entry) for entry in added}
    return own


def _entry(entry: CodeEntry) -> dict[str, Any]:
    return {key: value for key, value in _plain(entry).items() if key != "code"}


def _apart(value: Any) -> Table | AoT:  # noqa: ANN401 - the same
    if isinstance(value, Mapping):
        table = tomlkit.table(is_super_table=any(isinstance(v, Mapping) for v in value.values()))
        for key, inner in value.items():
            is_code_list = isinstance(inner, Mapping)
            table.add(key, _lines(inner) if is_code_list else _item(inner))
        return table
    rows = tomlkit.aot()
    for row in value:
        rows.append(_lines(row))
    return rows


def _lines(row: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in row.items():
        table.add(key, _item(value))
    return table


def _item(value: Any) -> Item:  # noqa: ANN401 - the same
    if isinstance(value, Mapping):
        return _inline(value)
    return _array(value) if isinstance(value, list) else tomlkit.item(value)


def _inline(value: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, inner in value.items():
        table.add(key, _item(inner))
    return table


def _array(values: list[Any]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_item(value))
    is_long = sum(len(str(value)) for value in values) > ON_ONE_LINE
    return array.multiline(multiline=is_long or _stands_apart(values))

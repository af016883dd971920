"""Plain values as TOML in one canonical form."""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Item, Table

ON_ONE_LINE = 60
"""Characters of a list of texts that still stand on one line."""


def toml_of(plain: Mapping[str, Any]) -> str:
    document = tomlkit.document()
    for key, value in plain.items():
        if not stands_apart(value):
            document.add(key, item_of(value))
    for key, value in plain.items():
        if stands_apart(value) and value:
            document.add(key, apart(value))
    return tomlkit.dumps(document)


def stands_apart(value: object) -> bool:
    """Tables, and lists of tables, come after what stands on lines of its own."""
    is_rows = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
    return is_rows or isinstance(value, Mapping)


def apart(value: Any) -> Table | AoT:
    if isinstance(value, Mapping):
        table = tomlkit.table(is_super_table=any(isinstance(v, Mapping) for v in value.values()))
        for key, inner in value.items():
            is_code_list = isinstance(inner, Mapping)
            table.add(key, lines_of(inner) if is_code_list else item_of(inner))
        return table
    rows = tomlkit.aot()
    for row in value:
        rows.append(lines_of(row))
    return rows


def lines_of(row: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in row.items():
        table.add(key, item_of(value))
    return table


def item_of(value: Any) -> Item:
    if isinstance(value, Mapping):
        return _inline(value)
    return _array(value) if isinstance(value, list) else tomlkit.item(value)


def _inline(value: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, inner in value.items():
        table.add(key, item_of(inner))
    return table


def _array(values: list[Any]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(item_of(value))
    is_long = sum(len(str(value)) for value in values) > ON_ONE_LINE
    return array.multiline(multiline=is_long or stands_apart(values))

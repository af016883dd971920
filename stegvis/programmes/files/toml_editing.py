"""A TOML text changed in some places, with the comments and the order of its writer kept."""

import tomllib
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from stegvis.programmes.files.toml_writing import apart, item_of, lines_of, stands_apart, toml_of

Plain: TypeAlias = Mapping[str, Any]


def edited_text(text: str, wanted: Plain) -> str:
    """`text` so that it reads as `wanted`; written anew, without comments, if it must be."""
    if tomllib.loads(text) == wanted:
        return text
    try:
        changed = _changed(text, wanted)
        if tomllib.loads(changed) == wanted:
            return changed
    except (TOMLKitError, LookupError, TypeError, ValueError):
        pass  # the library could not; the text is written anew
    return toml_of(wanted)


def _changed(text: str, wanted: Plain) -> str:
    document, before = tomlkit.parse(text), tomllib.loads(text)
    for key in [key for key in before if key not in wanted]:
        document.remove(key)
    for key, value in wanted.items():
        if key not in before:
            document.add(key, apart(value) if stands_apart(value) else item_of(value))
        elif before[key] != value:
            _change(document, key, before[key], value)
    return tomlkit.dumps(document)


def _change(table: Any, key: str, before: Any, value: Any) -> None:
    """In place where rows or keys can be told apart, as a whole elsewhere."""
    if stands_apart(before) and stands_apart(value) and isinstance(value, list):
        _change_rows(table[key], before, value)
    elif isinstance(before, Mapping) and isinstance(value, Mapping):
        _change_keys(table[key], before, value)
    elif value == []:
        table.remove(key)
        table.add(key, item_of(value))
    else:
        table[key] = item_of(value)


def _change_keys(table: Any, before: Plain, wanted: Plain) -> None:
    for key in [key for key in before if key not in wanted]:
        table.remove(key)
    for key, value in wanted.items():
        if key not in before:
            table.add(key, item_of(value))
        elif before[key] != value:
            _change(table, key, before[key], value)


def _change_rows(rows: Any, before: Sequence[Plain], wanted: Sequence[Plain]) -> None:
    """From the end, so that places before it still mean what they meant."""
    was, now = [list(map(repr, found)) for found in (before, wanted)]
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for what, a, b, c, d in reversed(steps):
        if what == "equal":
            continue
        both = min(b - a, d - c)
        for place in reversed(range(a + both, b)):
            del rows[place]
        for offset, row in enumerate(wanted[c + both : d]):
            rows.insert(a + both + offset, _row(rows, row))
        for offset in range(both):
            _change_keys(rows[a + offset], before[a + offset], wanted[c + offset])


def _row(rows: Any, row: Plain) -> Any:
    return lines_of(row) if isinstance(rows, AoT) else item_of(row)

"""A definition back to text, in one canonical form; reading it gives the same definition."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from stegvis.core.values.formatting import ORE_PER_KRONA
from stegvis.programmes.files.code_lists import common_lists
from stegvis.programmes.files.toml_writing import toml_of
from stegvis.programmes.values.code_lists import CodeEntry, CodeList
from stegvis.programmes.values.condition_text import Criterion, Quantity
from stegvis.programmes.values.definition import BudgetRow, Definition
from stegvis.programmes.values.records import Record


def write_definition(definition: Definition) -> str:
    """Goals are written out in full, also those that came from a pattern."""
    plain = _plain(definition)
    plain["code_lists"] = _own_codes(definition.code_lists)
    return toml_of(plain)


def _plain(record: Record) -> dict[str, Any]:
    """What a record says beyond its defaults."""
    said = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            said[name] = _value(value)
    return _with_kronor(said) if isinstance(record, BudgetRow) else said


def _value(value: object) -> Any:
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

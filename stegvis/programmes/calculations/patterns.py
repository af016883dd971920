"""A goal written out in full from its pattern and the few things that were said."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.findings import Finding
from stegvis.programmes.values.patterns import Pattern

Values: TypeAlias = Mapping[str, Any]

PATTERN_KEY = "pattern"
SOME_DAY = date(2024, 1, 1)
"""Where worked examples begin when the programme has no first day."""

WHOLE = re.compile(r"\$(\w+)(?:\[(\d+)\])?")
ON_DAY = re.compile(r"\$day\+(\d+)")
INSIDE = re.compile(r"\$(\w+)")


def filled_in(
    pattern: Pattern, said: Mapping[str, Any], first_day: date | None
) -> tuple[dict[str, Any], list[Finding]]:
    """The goal; what the row says beside the parameters replaces the pattern's own keys."""
    findings = [
        Finding(
            (name,),
            _("Mönstret {pattern} behöver {name}.").format(pattern=pattern.id, name=name),
            "",
            parameter.about,
        )
        for name, parameter in pattern.parameters.items()
        if parameter.default is None and name not in said
    ]
    values = {name: parameter.default for name, parameter in pattern.parameters.items()}
    values |= {name: value for name, value in said.items() if name in pattern.parameters}
    values["day"] = first_day or SOME_DAY
    own = {
        key: value
        for key, value in said.items()
        if key != PATTERN_KEY and key not in pattern.parameters
    }
    return ({} if findings else _table(pattern.goal, values)) | own, findings


def _table(table: Mapping[str, Any], values: Values) -> dict[str, Any]:
    return {key: _value(value, values) for key, value in table.items()}


def _value(value: Any, values: Values) -> Any:
    if isinstance(value, Mapping):
        return _table(value, values)
    if isinstance(value, list | tuple):
        return [done for one in value for done in _items(one, values)]
    return _text(value, values) if isinstance(value, str) else value


def _items(value: Any, values: Values) -> list[Any]:
    """One value; or one for each of a parameter's values."""
    if not (isinstance(value, Mapping) and "each" in value):
        return [_value(value, values)]
    rest = {key: inner for key, inner in value.items() if key != "each"}
    return [_table(rest, {**values, "item": item}) for item in _several(values[value["each"]])]


def _several(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _text(text: str, values: Values) -> Any:
    if found := ON_DAY.fullmatch(text):
        return values["day"] + timedelta(days=int(found[1]))
    if (found := WHOLE.fullmatch(text)) and found[1] in values:
        several = _several(values[found[1]])
        place = int(found[2] or 0)
        if found[2] is not None:
            return several[place] if place < len(several) else ""
        return values[found[1]]
    return INSIDE.sub(lambda found: _spoken(values.get(found[1], found[0])), text)


def _spoken(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)

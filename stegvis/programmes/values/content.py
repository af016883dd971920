"""A definition as JSON that gives the same definition back: JSON itself has no dates."""

import json
from datetime import date
from typing import Any

DAY = "$day"


class ContentEncoder(json.JSONEncoder):
    def default(self, value: Any) -> Any:
        return {DAY: value.isoformat()} if isinstance(value, date) else super().default(value)


class ContentDecoder(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__(object_hook=_with_days)


def _with_days(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found[DAY]) if DAY in found else found

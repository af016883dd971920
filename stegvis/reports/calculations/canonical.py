"""A report as JSON in one way only, so that equal reports are equal bytes, and back again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, cast

from stegvis.reports.values import charts, document
from stegvis.reports.values.document import Document

Data = Mapping[str, Any]

KIND = "kind_of_block"
"""Its own name, as some blocks have a field called kind."""
_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        document.Bullets,
        document.ChartBlock,
        document.Document,
        document.Heading,
        document.Notice,
        document.Paragraph,
        document.Run,
        document.Signatures,
        document.Table,
        charts.Bar,
        charts.BarChart,
        charts.FlowChart,
        charts.FlowStage,
        charts.Line,
        charts.LineChart,
    )
}
_DAYS = frozenset({"created_on"})


def canonical(data: Data) -> str:
    """Keys in order, no spaces, no escapes: the only text that these data have."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest_of(text: str | bytes) -> str:
    """SHA-256 in hex, of text as UTF-8."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def document_json(of: Document) -> dict[str, Any]:
    return cast("dict[str, Any]", _plain(of))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        plain = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {KIND: type(value).__name__} | plain
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def document_of(data: Data) -> Document:
    return cast("Document", _read(data))


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(one) for one in value)
    if not isinstance(value, Mapping):
        return value
    if KIND not in value:
        return {key: _read(one) for key, one in value.items()}
    given = {key: _field(key, one) for key, one in value.items() if key != KIND}
    return _KINDS[value[KIND]](**given)


def _field(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in _DAYS and value else _read(value)

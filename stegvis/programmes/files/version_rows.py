"""A definition's own name for its version, and its list of the versions before it."""

import tomllib
from collections.abc import Container
from datetime import date
from typing import Any

from stegvis.programmes.files.toml_editing import edited_text


def next_label(text: str, taken: Container[str]) -> str:
    """The label the writer has given, when it is a new one; otherwise the next whole number."""
    written = str(tomllib.loads(text).get("version", ""))
    if written and written not in taken:
        return written
    number = int(written) if written.isdecimal() else 1
    while str(number) in taken:
        number += 1
    return str(number)


def with_version(text: str, label: str, *, on: date, why: str) -> str:
    """The text as that version, which its own list tells of."""
    values = tomllib.loads(text)
    rows: list[dict[str, Any]] = list(values.get("versions", []))
    if not any(str(row.get("version")) == label for row in rows):
        rows.append({"version": label, "on": on, "why": why})
    return edited_text(text, {**values, "version": label, "versions": rows})

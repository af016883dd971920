"""What somebody should think twice about, said of the goal or row it is about."""

from collections.abc import Iterable
from dataclasses import replace

from stegvis.core.values.formatting import quoted
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.definition import Definition

NAMES = ("text", "name", "role", "year")
"""What a row is called, the first that it has."""


def doubt_sentences(doubts: Iterable[Fault], definition: Definition) -> list[str]:
    """Without the line of a text that the reader may never have seen."""
    return [str(replace(one, where=_named(one.path, definition))) for one in doubts]


def _named(path: tuple[str | int, ...], definition: Definition) -> str:
    table, *rest = path or ("",)
    place = rest[0] if rest else None
    if not isinstance(place, int):
        return ""
    row = getattr(definition, str(table))[place]
    said = [str(getattr(row, name)) for name in NAMES if getattr(row, name, None)]
    return quoted(said[0]) if said else ""

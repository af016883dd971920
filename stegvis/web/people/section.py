"""One part of a person's page: each has its own file in `sections`, and a line in `SECTIONS`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from stegvis.core.values.viewers import Viewer
from stegvis.participants.queries.persons import Person


@dataclass(frozen=True)
class Section:
    """`template` gets `section.told`, and writes what comes under the heading."""

    key: str
    title: str
    template: str
    told: dict[str, Any] = field(default_factory=dict)


Make = Callable[[Viewer, Person], Section | None]
"""None where there is nothing that this viewer may be shown, not even that it exists."""

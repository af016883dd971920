"""What becomes of a delivery of facts, and what it changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stegvis.core.values.language import gettext_noop as N_

CHECKING, ASKING, CHECKED, REFUSED = "CHECKING", "ASKING", "CHECKED", "REFUSED"
APPLYING, APPLIED, UNDONE, DISMISSED = "APPLYING", "APPLIED", "UNDONE", "DISMISSED"

STATES: dict[str, str] = {
    CHECKING: N_("Kontrolleras"),
    ASKING: N_("Väntar på översättning"),
    CHECKED: N_("Kontrollerad, inte inläst"),
    REFUSED: N_("Gick inte att läsa"),
    APPLYING: N_("Läses in"),
    APPLIED: N_("Inläst"),
    UNDONE: N_("Ångrad"),
    DISMISSED: N_("Avbruten"),
}

TRANSITIONS: dict[str, frozenset[str]] = {
    CHECKING: frozenset({ASKING, CHECKED, REFUSED, DISMISSED}),
    ASKING: frozenset({CHECKING, DISMISSED}),
    CHECKED: frozenset({APPLYING, CHECKING, DISMISSED}),
    REFUSED: frozenset({CHECKING, DISMISSED}),
    APPLYING: frozenset({APPLIED, CHECKED, REFUSED, CHECKING, DISMISSED}),
    APPLIED: frozenset({UNDONE}),
    UNDONE: frozenset(),
    DISMISSED: frozenset(),
}

UNDER_WAY = frozenset({CHECKING, APPLYING})
OPEN = frozenset({CHECKING, ASKING, CHECKED, REFUSED, APPLYING})
"""What still waits for somebody; only these keep their files."""


@dataclass(frozen=True)
class Tally:
    """How many rows of a table a delivery added, changed, took away and left as they were."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0

    @property
    def changes(self) -> int:
        return self.added + self.changed + self.removed


@dataclass(frozen=True)
class Recorded:
    """What recording facts changed, by table."""

    tables: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def added(self) -> int:
        return sum(one.added for one in self.tables.values())

    @property
    def changed(self) -> int:
        return sum(one.changed for one in self.tables.values())

    @property
    def removed(self) -> int:
        return sum(one.removed for one in self.tables.values())

    @property
    def same(self) -> int:
        return sum(one.same for one in self.tables.values())

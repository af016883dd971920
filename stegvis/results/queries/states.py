"""What figures are counted from: equal states give equal figures, of whatever day."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stegvis.programmes.queries.definitions import Decided


@dataclass(frozen=True)
class State:
    """A definition, facts, and the program itself; `data_state` is empty before any facts."""

    definition_digest: str
    data_state: str
    counted_by: str

    @property
    def fields(self) -> dict[str, Any]:
        return dict(vars(self))


def state(known: Decided, data_state: str) -> State:
    digest = hashlib.sha256(known.digest.encode()).hexdigest()
    return State(digest, data_state, counted_by())


@cache
def counted_by() -> str:
    """Changes with the program's own arithmetic and words, so that no old count is believed."""
    root = Path(__file__).parents[2]
    sources = [*root.glob("results/**/*.py"), *root.glob("programmes/**/*.py")]
    sources += root.glob("locale/*/*/*.po")
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()

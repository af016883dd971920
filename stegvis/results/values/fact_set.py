"""The facts of one programme, laid flat: the results do not know where they came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from narwhals.typing import IntoFrame


@dataclass(frozen=True)
class FactSet:
    """Tables by name, each as an engine's own frame with the columns of programmes.values.facts.

    Dates are Int32 day numbers, yes/no booleans, codes and keys strings, missing is null.
    A table that was not delivered is absent; one that was delivered empty has no rows.
    """

    programme: str
    tables: Mapping[str, IntoFrame]
    extracted_on: date | None = None
    source: str = ""
    digest: str = ""
    rows_left_out: int = 0

"""Facts that are dated after the cut-off: they count as not yet happened, and are told of."""

from datetime import date

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLES
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.values.fact_set import FactSet


def late_facts(facts: FactSet, definition: Definition, as_of: date) -> dict[str, int]:
    """How many rows by the title of their table; tables without any are left out."""
    frames = Frames(facts, definition, day_number(as_of))
    found = {table.title: frames.after_cut_off(table.name) for table in TABLES}
    return {title: many for title, many in found.items() if many}

"""A programme in plain Swedish sentences, for those who decide about it.

`portrait(definition)` gives sections in the order one asks: who, when, for whom, how, towards
what, with which people and money, and what has changed since the decision.
It knows nothing of screens: sections are titles, sentences and pairs to stand side by side.
"""

from stegvis.programmes.calculations.portrait.frame import frame_sections
from stegvis.programmes.calculations.portrait.goals import goal_sections
from stegvis.programmes.calculations.portrait.resources import resource_sections
from stegvis.programmes.calculations.portrait.section import Section
from stegvis.programmes.calculations.portrait.work import work_sections
from stegvis.programmes.values.definition import Definition

__all__ = ["Section", "portrait"]


def portrait(definition: Definition) -> tuple[Section, ...]:
    """Every section that has something to say."""
    sections = (
        *frame_sections(definition),
        *work_sections(definition),
        *goal_sections(definition),
        *resource_sections(definition),
    )
    return tuple(section for section in sections if section.entries)

"""Where in a report texts may stand."""

from collections.abc import Iterator

from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.templates import TemplateHeading
from stegvis.reports.values.texts import Place

GOALS_SHOWN_BY = {
    "goals-overall": Level.OVERALL,
    "goals-effect": Level.EFFECT,
    "goals-programme": Level.PROGRAMME,
}
"""What fills a heading with goals one by one, each with room for a text of its own."""


def places_of(heading: TemplateHeading, subject: Subject) -> Iterator[tuple[Place, str]]:
    """The heading's own first; then those of its sub-programmes and goals, with what each is."""
    yield Place(heading.id), ""
    if heading.each_part:
        for part in subject.parts:
            yield Place(heading.id, part.definition.id), part.name
    yield from _goals(heading, subject)


def _goals(heading: TemplateHeading, subject: Subject) -> Iterator[tuple[Place, str]]:
    levels = [GOALS_SHOWN_BY[name] for name in heading.fills if name in GOALS_SHOWN_BY]
    for one in subject.with_parts():
        part = "" if one is subject else one.definition.id
        for level in levels:
            for goal in one.goals(level):
                yield Place(goal.indicator.id, part), goal.indicator.text

"""Where in a report texts may stand."""

from collections.abc import Iterator, Sequence

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.assembly.back import applicable
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.templates import ReportTemplate, TemplateHeading
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


def known_places(
    template: ReportTemplate, definition: Definition, parts: Sequence[Definition]
) -> set[Place]:
    """Every place that a text may stand in, before anything is counted."""
    headings = applicable(template.headings, definition)
    of_parts = {Place(one.id, part.id) for one in headings if one.each_part for part in parts}
    goals = {Place(goal.id) for goal in definition.goals}
    goals |= {Place(goal.id, part.id) for part in parts for goal in part.goals}
    return {Place(one.id) for one in headings} | of_parts | goals

"""Every figure of a programme and its parts, at one cut-off, from one state of data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds import answer
from stegvis.results.calculations.evaluation.prepared import prepare
from stegvis.results.calculations.evaluation.standard import standard_figures
from stegvis.results.calculations.publishing import publish
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import DisclosureLevel, Figure, FollowUp


def goal_table(definition: Definition, facts: FactSet, *, as_of: date) -> tuple[Figure, ...]:
    """The goals and the figures that the definition itself asks for."""
    return _goals(Frames(facts, definition, day_number(as_of)))


def _goals(frames: Frames) -> tuple[Figure, ...]:
    asked = (*frames.definition.goals, *frames.definition.figures)
    prepared = prepare(frames, asked)
    return tuple(answer(one, prepared) for one in asked)


def evaluate(
    definition: Definition,
    parts: Sequence[Definition],
    facts: FactSet,
    *,
    as_of: date,
    level: DisclosureLevel = DisclosureLevel.INTERNAL,
) -> FollowUp:
    """Figures as they may be shown at `level`; parts and whole are protected together."""
    each = tuple(_counted(part, facts, as_of, level) for part in parts)
    found = replace(_counted(definition, facts, as_of, level), parts=each)
    return publish(found, level, (definition, *parts))


def _counted(
    definition: Definition, facts: FactSet, as_of: date, level: DisclosureLevel
) -> FollowUp:
    frames = Frames(facts, definition, day_number(as_of))
    return FollowUp(
        programme=definition.id,
        programme_name=definition.name,
        definition_version=definition.version,
        as_of=as_of,
        data_state=facts.digest,
        level=level,
        rows_left_out=facts.rows_left_out,
        figures=(*_goals(frames), *standard_figures(frames)),
    )

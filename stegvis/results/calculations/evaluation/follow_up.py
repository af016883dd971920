"""Every figure of a programme and its parts, at one cut-off, from one state of data."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.results.calculations.evaluation.cohort import enrolled_since, of_cohort
from stegvis.results.calculations.evaluation.covered import with_coverage
from stegvis.results.calculations.evaluation.delivered import typed
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds import answer
from stegvis.results.calculations.evaluation.prepared import Prepared, prepare
from stegvis.results.calculations.evaluation.standard import (
    along_calendar,
    standard_figures,
    standard_indicators,
)
from stegvis.results.calculations.publishing import publish
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.figures import DisclosureLevel, Figure, FollowUp


def goal_table(definition: Definition, facts: FactSet, *, as_of: date) -> tuple[Figure, ...]:
    """The goals and the figures that the definition itself asks for."""
    asked = (*definition.goals, *definition.figures)
    return _answers(prepare(Frames(facts, definition, day_number(as_of)), asked), asked)


def _answers(prepared: Prepared, asked: Iterable[AnyIndicator]) -> tuple[Figure, ...]:
    return tuple(answer(one, prepared) for one in asked)


def evaluate(
    definition: Definition,
    parts: Sequence[Definition],
    facts: FactSet,
    *,
    as_of: date,
    level: DisclosureLevel = DisclosureLevel.INTERNAL,
    since: date | None = None,
) -> FollowUp:
    """Figures as they may be shown at `level`; parts and whole are protected together.

    `since` asks for those enrolled from that day on, and for what happened from it.
    """
    told = typed(facts)
    each = tuple(_counted(part, told, as_of, since) for part in parts)
    found = replace(_counted(definition, told, as_of, since), parts=each)
    return publish(found, level, (definition, *parts))


def _counted(definition: Definition, facts: FactSet, as_of: date, since: date | None) -> FollowUp:
    frames = Frames(facts, definition, day_number(as_of), since)
    return FollowUp(
        programme=definition.id,
        programme_name=definition.name,
        definition_version=definition.version,
        as_of=as_of,
        data_state=facts.digest,
        level=DisclosureLevel.INTERNAL,
        rows_left_out=facts.rows_left_out,
        figures=_every(frames) if since is None else _since(frames, since),
        since=since,
    )


def _every(frames: Frames) -> tuple[Figure, ...]:
    """All are prepared at once, so that what several look at is gathered once."""
    asked = (*frames.definition.goals, *frames.definition.figures)
    prepared = prepare(frames, (*asked, *standard_indicators(frames)))
    return with_coverage((*_answers(prepared, asked), *standard_figures(prepared)), frames)


def _since(everyone: Frames, since: date) -> tuple[Figure, ...]:
    """The cohort's figures; those along the calendar are of everyone, from that day on."""
    cohort = Frames(enrolled_since(everyone.facts, since), everyone.definition, everyone.cut_off)
    standing = [one for one in everyone.definition.goals if one.kind == "standing_volume"]
    along = {
        one.id: one
        for one in (*_answers(prepare(everyone, standing), standing), *along_calendar(everyone))
    }
    return tuple(along.get(one.id) or of_cohort(one, since) for one in _every(cohort))

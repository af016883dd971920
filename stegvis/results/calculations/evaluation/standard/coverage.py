"""How much of what should be known is known: consent to statistics, and every instrument."""

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.programmes.values.conditions import Span
from stegvis.programmes.values.definition import Due, Instrument
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Share
from stegvis.results.calculations.evaluation.deadlines import last_start
from stegvis.results.calculations.evaluation.expressions import condition_expression
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.kinds.shares import (
    Asked,
    counted,
    population_rows,
    share,
    share_figure,
)
from stegvis.results.calculations.evaluation.populations import statistics_consent
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.standard.making import enrolled_words
from stegvis.results.values.figures import Figure

START = "in_use_with_from"


def coverage(prepared: Prepared) -> list[Figure]:
    return [
        *(share(one, prepared) for one in _consents(prepared.frames)),
        *(_measured(*one, prepared) for one in _instruments(prepared.frames)),
    ]


def covered(frames: Frames) -> list[Share]:
    return [*_consents(frames), *(share for _one, share in _instruments(frames))]


def _instruments(frames: Frames) -> list[tuple[Instrument, Share]]:
    if not frames.has("enrolments"):
        return []
    return [(one, _of_instrument(one)) for one in frames.definition.instruments]


def _share(figure_id: str, text: str, numerator: str) -> Share:
    return Share.model_validate(
        {
            "id": figure_id,
            "kind": "share",
            "text": text,
            "unit": Unit.PERSON,
            "denominator": "enrolled",
            "population": {"name": enrolled_words()},
            "source": "H:U",
            "numerator": numerator,
        }
    )


def _consents(frames: Frames) -> list[Share]:
    if not frames.has("enrolments") or not frames.has("consents"):
        return []
    today = statistics_consent(frames.cut_off)
    return [_share("coverage-statistics-consent", _("Samtycke till statistik"), today)]


def _of_instrument(instrument: Instrument) -> Share:
    return _share(
        f"coverage-{instrument.code.replace('_', '-')}",
        _("Mätta med {instrument}").format(instrument=instrument.name),
        f"has(measurements where instrument = {instrument.code})",
    )


def _measured(instrument: Instrument, indicator: Share, prepared: Prepared) -> Figure:
    """Measured at least once, of those whose first measurement is due; others are not yet due.

    The time runs from the enrolment, or from the day the instrument came into use. It is due
    for whoever has left, but not for anybody once the instrument is no longer used.
    """
    frames, scope = prepared.frames, prepared.scope(indicator)
    rows = _while_in_use(population_rows(indicator, prepared), instrument)
    within, span = _first_due(frames.definition.due, instrument)
    passed = frames.cut_off
    if instrument.used.last:
        passed = min(passed, day_number(instrument.used.last))
    done = condition_expression(indicator.numerator.tree, scope)
    run_out = nw.col(START) <= last_start(passed, within, span)
    due = done | run_out | ~nw.col("exited_on").is_null()
    return share_figure(indicator, prepared, counted(indicator, prepared, rows, Asked(done, due)))


def _while_in_use(rows: Rows, instrument: Instrument) -> Rows:
    """Those enrolled at some time while the instrument was in use, and from when on they were."""
    enrolled, exited = nw.col("enrolled_on"), nw.col("exited_on")
    if instrument.used.last:
        rows = rows.filter(enrolled <= day_number(instrument.used.last))
    if not instrument.used.first:
        return rows.with_columns(enrolled.alias(START))
    first = day_number(instrument.used.first)
    present = rows.filter(exited.is_null() | (exited >= first))
    return present.with_columns(enrolled.clip(lower_bound=first).alias(START))


def _first_due(due: tuple[Due, ...], instrument: Instrument) -> tuple[int, Span]:
    for one in due:
        if one.what == "measurement" and one.code == instrument.code and one.within is not None:
            return one.within, one.span
    return (instrument.every, instrument.span) if instrument.every else (0, Span.DAYS)

"""Goals that no share expresses: something made, or something only people can judge."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number, day_of
from stegvis.programmes.values.indicators import Deliverable, Qualitative
from stegvis.results.calculations.evaluation.kinds.blank import figure_of
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.values.figures import Figure, Verdict


def deliverable(indicator: Deliverable, prepared: Prepared) -> Figure:
    shown = prepared.frames.events.get(indicator.event, [])
    days = sorted(on for on, _evidence in shown)
    by = _deadline(indicator, prepared)
    in_time = [number for number in days if by is None or number <= by]
    return figure_of(
        indicator,
        prepared,
        value=1.0 if in_time else 0.0,
        k=len(days),
        verdict=_verdict(prepared, by, made=bool(in_time)),
        notes=_notes(days, [evidence for _on, evidence in shown]),
    )


def _deadline(indicator: Deliverable, prepared: Prepared) -> int | None:
    last = indicator.by or prepared.definition.last_day
    return None if last is None else day_number(last)


def _verdict(prepared: Prepared, by: int | None, *, made: bool) -> Verdict:
    if made:
        return Verdict.REACHED
    if prepared.frames.is_empty:
        return Verdict.NOT_MEASURED
    is_over = by is not None and by <= prepared.frames.cut_off
    return Verdict.NOT_REACHED if is_over else Verdict.NOT_MEASURED


def _notes(days: list[int], evidence: list[str | None]) -> tuple[str, ...]:
    if not days:
        return (_("Ingen händelse som visar målet är registrerad."),)
    papers = ", ".join(sorted({paper for paper in evidence if paper}))
    first = _("Visat {on}.").format(on=day(day_of(days[0])))
    return (first, _("Underlag: {papers}.").format(papers=papers)) if papers else (first,)


def qualitative(indicator: Qualitative, prepared: Prepared) -> Figure:
    note = _("Målet bedöms av människor; inget utfall räknas fram.")
    return figure_of(indicator, prepared, verdict=Verdict.NONE, notes=(note,))

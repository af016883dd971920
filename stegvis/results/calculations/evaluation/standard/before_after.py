"""Income and occupation before and after: the share of enrolments on record at each occasion."""

from dataclasses import replace

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.standard.making import (
    Cells,
    Crossed,
    made,
    share_cells,
)
from stegvis.results.values.figures import Figure


def before_and_after(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    if not frames.has("situations"):
        return []
    return [
        _of(frames, "income", "income-before-after", _("Försörjning före och efter")),
        _of(frames, "occupation", "occupation-before-after", _("Sysselsättning före och efter")),
    ]


def _of(frames: Frames, column: str, figure_id: str, title: str) -> Figure:
    """One enrolment may have several at once, so that the shares may add up to more than one."""
    known = (
        frames.table("situations")
        .join(frames.journeys.select("enrolment", "gender"), on="enrolment", how="inner")
        .filter(~nw.col(column).is_null())
    )
    on_record = Crossed.of(known.select("enrolment", "moment").unique(), "moment")
    asked = {codes[0]: many for codes, many in on_record.by("moment")}
    told = Crossed.of(known.select("enrolment", "moment", column).unique(), "moment", column)
    each = told.by("moment", column)
    groups: dict[str, Cells] = {
        f"{column}:{moment}": share_cells(
            {codes[1]: many for codes, many in each if codes[0] == moment}, n
        )
        for moment, n in asked.items()
    }
    figure = made(
        frames,
        figure_id,
        title,
        Unit.ENROLMENT,
        kind="distribution",
        n=max(asked.values(), default=0),
        population="enrolled",
        population_name=_("inskrivningar med uppgift vid tillfället"),
        groups=groups,
    )
    return replace(figure, notes=(_("En inskrivning kan ha flera samtidigt."),))

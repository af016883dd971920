"""Stock and flow: who was there, who came, who left and where to, and who was lost on the way."""

from datetime import date, timedelta

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import Period, day_number, day_of
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Population
from stegvis.results.calculations.evaluation.comings import Comings
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.rows import computed
from stegvis.results.calculations.evaluation.standard.making import (
    Cells,
    Crossed,
    distribution,
    enrolled_words,
    exited_words,
    made,
    share_cells,
)
from stegvis.results.values.destinations import WORK_OR_STUDIES
from stegvis.results.values.figures import Cell, Figure

FLOWS = ("opening", "in", "out", "transferred", "remaining")


def flow(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    if not frames.has("enrolments"):
        return [attrition(prepared)] if frames.has("interests") else []
    left = frames.journeys.filter(~nw.col("exited_on").is_null())
    exited = Crossed.of(left, "exit_reason", "destination", "gender")
    of_exited = {
        "unit": Unit.ENROLMENT,
        "population": "exited",
        "population_name": exited_words(),
    }
    return [
        stock_and_flow(frames),
        distribution(
            frames, "exits-by-reason", _("Avslutsorsaker"), exited, "exit_reason", **of_exited
        ),
        distribution(
            frames, "destinations", _("Gick vidare till"), exited, "destination", **of_exited
        ),
        attrition(prepared),
    ]


def stock_and_flow(frames: Frames) -> Figure:
    """For the whole decided period and for each calendar year of it, in enrolments."""
    whole = _whole_period(frames)
    spans = {"flow": whole} | {f"flow:{p.start.year}": p for p in _years(whole)}
    groups = {group: _parts(frames.comings, span) for group, span in spans.items()}
    for cells in groups.values():
        cells["remaining"] = _remaining(cells)
    return made(
        frames,
        "stock-flow",
        _("In, ut och kvar"),
        Unit.ENROLMENT,
        kind="flow",
        value=groups["flow"]["remaining"].k,
        groups=groups,
    )


def _remaining(cells: Cells) -> Cell:
    left = (cells["out"].k or 0) + (cells["transferred"].k or 0)
    many = (cells["opening"].k or 0) + (cells["in"].k or 0) - left
    return Cell(many, many)


def _parts(comings: Comings, span: Period) -> Cells:
    first = day_number(span.start)
    last = day_number(span.last_day) if span.last_day else first
    counts = {
        "opening": comings.present(first - 1),
        "in": comings.enrolled.within(first, last),
        "out": comings.out.within(first, last),
        "transferred": comings.transferred.within(first, last),
    }
    return {part: Cell(many, many) for part, many in counts.items()}


def _whole_period(frames: Frames) -> Period:
    """The decided period up to the cut-off; the first enrolment where none is decided."""
    cut_off = day_of(frames.cut_off)
    first = frames.first_day or cut_off
    last = frames.definition.last_day or cut_off
    return Period.from_days(min(first, cut_off), max(min(last, cut_off), min(first, cut_off)))


def _years(whole: Period) -> list[Period]:
    last = whole.last_day or whole.start
    years = range(whole.start.year, last.year + 1)
    if len(years) == 1:
        return []
    return [
        Period(
            max(date(year, 1, 1), whole.start),
            min(date(year + 1, 1, 1), last + timedelta(days=1)),
        )
        for year in years
    ]


def attrition(prepared: Prepared) -> Figure:
    """From interest to work or studies, in persons (interests may lack a person: then in rows)."""
    frames = prepared.frames
    stages: dict[str, int] = {}
    groups: dict[str, Cells] = {}
    if frames.has("interests"):
        outcomes = Crossed.of(frames.table("interests"), "interest_outcome").by("interest_outcome")
        stages["interests"] = sum(many for _codes, many in outcomes)
        groups["interest_outcome"] = share_cells(
            {codes[0]: many for codes, many in outcomes}, stages["interests"]
        )
    if frames.has("enrolments"):
        stages |= _personal_stages(prepared)
    groups["stage"] = {stage: Cell(many, many) for stage, many in stages.items()}
    return made(
        frames,
        "attrition",
        _("Från intresse till avslut"),
        Unit.PERSON,
        kind="flow",
        value=stages.get("onwards"),
        groups=groups,
    )


def _personal_stages(prepared: Prepared) -> dict[str, int]:
    frames = prepared.frames
    latest = prepared.let_in(Unit.PERSON, Population(name=enrolled_words()))
    exited = ~nw.col("exited_on").is_null()
    onwards = nw.col("destination").is_in(frames.kinds("destination", WORK_OR_STUDIES))
    found = latest.select(
        enrolled=nw.len(),
        exited=exited.cast(nw.Int64()).sum(),
        onwards=(exited & onwards.fill_null(value=False)).cast(nw.Int64()).sum(),
    ).pipe(computed)
    told = ("enrolled", "exited", *(["onwards"] if frames.has("destinations") else []))
    return {stage: int(found[stage][0] or 0) for stage in told}

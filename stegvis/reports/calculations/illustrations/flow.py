"""The way from interest to exit: how many reached each stage, and why others did not."""

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.breakdowns import (
    count_of,
    largest_first,
    main_grouping,
)
from stegvis.reports.calculations.tables.notes import base_note
from stegvis.reports.values.charts import FlowChart, FlowStage
from stegvis.reports.values.document import ChartBlock, Table
from stegvis.results.values.figures import Cell, Figure

STAGE_WORDS = {
    "interests": N_("Intresse eller remiss"),
    "enrolled": N_("Inskrivna"),
    "exited": N_("Avslutade"),
    "onwards": N_("Till arbete eller studier"),
}
FEWEST_STAGES = 2
MOST_REASONS = 4


def flow_chart(subject: Subject) -> ChartBlock | None:
    """None where there is only one stage: a flow of one says nothing."""
    figure = subject.figure("attrition")
    if figure is None or figure.hidden:
        return None
    cells = {code: cell for code, cell in figure.groups.get("stage", {}).items() if not cell.hidden}
    stages = [_stage(subject, code, cell) for code, cell in cells.items()]
    if len(stages) < FEWEST_STAGES or not any(stage.count for stage in stages):
        return None
    chart = FlowChart(
        title=_("Vägen genom {programme}").format(programme=subject.name),
        description=_description(stages),
        stages=tuple(stages),
    )
    return ChartBlock(chart, _table(figure, stages))


def _stage(subject: Subject, code: str, cell: Cell) -> FlowStage:
    leaving: tuple[tuple[str, int], ...] = ()
    if code == "exited":
        leaving = _reasons(subject)
    return FlowStage(_label(code), count_of(cell), leaving)


def _label(code: str) -> str:
    return _(STAGE_WORDS[code]) if code in STAGE_WORDS else code


def _reasons(subject: Subject) -> tuple[tuple[str, int], ...]:
    """The commonest reasons; what is not shown here stands in the table of exits."""
    figure = subject.figure("exits-by-reason")
    if figure is None or figure.hidden:
        return ()
    grouping, cells = main_grouping(figure)
    shown = largest_first({code: cell for code, cell in cells.items() if not cell.hidden})
    return tuple(
        (subject.words.group_name(grouping, code), count_of(cell))
        for code, cell in shown[:MOST_REASONS]
    )


def _description(stages: list[FlowStage]) -> str:
    said = [f"{stage.label}: {number(stage.count)}" for stage in stages]
    return _("Flöde i steg. {stages}.").format(stages=". ".join(said))


def _table(figure: Figure, stages: list[FlowStage]) -> Table:
    return Table(
        title=_("Vägen genom insatsen"),
        header=(_("Steg"), _("Antal")),
        rows=tuple((stage.label, number(stage.count)) for stage in stages),
        numeric=(1,),
        description=_("Ett steg på varje rad, med hur många som kom dit."),
        note=base_note(figure),
    )

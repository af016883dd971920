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
from stegvis.results.values.destinations import WORK_OR_STUDIES
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
    return ChartBlock(chart, _table(figure, stages), subject.key(figure))


def _stage(subject: Subject, code: str, cell: Cell) -> FlowStage:
    leaving = _others(subject) if code == "exited" else ()
    return FlowStage(_label(code), count_of(cell), leaving)


def _label(code: str) -> str:
    return _(STAGE_WORDS[code]) if code in STAGE_WORDS else code


def _others(subject: Subject) -> tuple[tuple[str, int], ...]:
    """Where those went who did not go to work or studies: the commonest, the rest together."""
    figure = subject.figure("destinations")
    if figure is None or figure.hidden:
        return ()
    grouping, cells = main_grouping(figure)
    onwards = {kind for code in WORK_OR_STUDIES for kind in _kinds(subject, code)}
    others = [(code, cell) for code, cell in largest_first(cells) if code not in onwards]
    if any(cell.hidden for _code, cell in others):
        return ()
    named = [(subject.words.group_name(grouping, code), count_of(cell)) for code, cell in others]
    rest = sum(count for _name, count in named[MOST_REASONS:])
    return (*named[:MOST_REASONS], *([(_("annat"), rest)] if rest else []))


def _kinds(subject: Subject, code: str) -> tuple[str, ...]:
    return subject.definition.codes("destination").meant_by(code)


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

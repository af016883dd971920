"""The reports that somebody may save a note to, with their headings. Nothing is changed."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.programmes.models import Programme
from stegvis.programmes.values.definition import Definition
from stegvis.reports.calculations.assembly.back import applicable
from stegvis.reports.files.templates import load_template
from stegvis.reports.models import Report
from stegvis.reports.queries.reports import reports_of
from stegvis.reports.values.headings_to_choose import ReportToChoose


def reports_to_choose(
    viewer: Viewer, programme: Programme, definition: Definition
) -> list[ReportToChoose]:
    """The newest first; none for those who do not write. One query."""
    return [_to_choose(one, definition) for one in reports_of(viewer, programme)]


def _to_choose(report: Report, definition: Definition) -> ReportToChoose:
    template = load_template(report.template)
    headings = applicable(template.headings, definition)
    named = tuple((one.id, one.text) for one in headings)
    return ReportToChoose(report.pk, report_name(report), named)


def report_name(report: Report) -> str:
    """`Halvårsrapport till och med 2024-12-31, till styrgruppen`, in the reader's language."""
    said = _("{template} till och med {day}").format(
        template=load_template(report.template).name, day=day(report.as_of)
    )
    return ", ".join(filter(None, (said, report.note)))

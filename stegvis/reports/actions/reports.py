"""A report is begun."""

from datetime import date
from uuid import UUID

from stegvis.programmes.models import Programme
from stegvis.reports.files.templates import load_template
from stegvis.reports.models import Report
from stegvis.reports.policies.reports import check_day
from stegvis.reports.values.writing import NewReport
from stegvis.results.queries.standing import standing_of
from stegvis.results.values.figures import DisclosureLevel


def usual_day_of(programme: Programme) -> date:
    """The last day that there are facts of, within the decided time."""
    return standing_of(programme, level=DisclosureLevel.REPORT).usual_day


def start_report(programme: Programme, *, new: NewReport, by: UUID) -> Report:
    """Refused for a day that nothing is known of, and for one that could tell of somebody."""
    template = load_template(new.template)
    standing = standing_of(programme, level=DisclosureLevel.REPORT)
    check_day(standing.decided.definition, as_of=new.as_of, usual=standing.usual_day)
    return Report.objects.create(
        programme=programme,
        template=template.id,
        template_version=template.version,
        as_of=new.as_of,
        language=new.language,
        note=new.note,
        created_by_id=by,
    )

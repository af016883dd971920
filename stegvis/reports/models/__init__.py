"""Reports as they are written, every version of their texts, and what has been frozen."""

from stegvis.reports.models.frozen import FrozenFile, FrozenReport
from stegvis.reports.models.notes import ReportNote
from stegvis.reports.models.reports import Report
from stegvis.reports.models.texts import ReportText

__all__ = ["FrozenFile", "FrozenReport", "Report", "ReportNote", "ReportText"]

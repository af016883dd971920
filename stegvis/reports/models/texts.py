"""What people have written under a heading: every version, none of them ever changed."""

from typing import Self

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.reports.models.reports import programmes_where


class ReportTextQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        mine = programmes_where(viewer, Permission.WRITE_REPORTS)
        return self.filter(report__programme__in=mine)

    def latest(self) -> Self:  # type: ignore[override]
        """One row a place: the newest version."""
        return self.order_by("heading", "part", "-version").distinct("heading", "part")


class ReportText(BaseModel):
    """One version of the text under a heading, or under its `part`: a sub-programme's id.

    Versions are numbered from 1 without gaps. Two who write the same number at once: the
    database keeps the first, and the second is told.
    """

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="texts")
    heading = models.CharField(max_length=120)
    part = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReportTextQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        report = NOBODY, KEY
        heading = NOBODY, CODE
        part = NOBODY, CODE
        version = NOBODY, NUMBER
        text = ORDINARY, TEXT
        written_at = NOBODY, DATE
        written_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("report", "heading", "part", "version"),
                name="texts_of_a_report_are_numbered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.heading} {self.version}"

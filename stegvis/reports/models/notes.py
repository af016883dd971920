"""What somebody saved from a page, to write about later."""

from typing import Self

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, ORDINARY, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.reports.models.reports import programmes_where


class ReportNoteQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        mine = programmes_where(viewer, Permission.WRITE_REPORTS)
        return self.filter(report__programme__in=mine)

    def waiting(self) -> Self:
        """Those that nobody has put into the text yet."""
        return self.filter(inserted_at=None)


class ReportNote(BaseModel):
    """A note for a heading: one's own words, and what the page said when it was saved.

    `said` is the figure's value, k and n as they were; `figure` its reference in a text.
    """

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="notes")
    heading = models.CharField(max_length=120)
    part = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    address = models.CharField(max_length=500, blank=True)
    figure = models.CharField(max_length=200, blank=True)
    said = models.TextField(blank=True)
    cut_off = models.DateField(null=True, blank=True)
    saved_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    inserted_at = models.DateTimeField(null=True, blank=True)

    objects = ReportNoteQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        report = NOBODY, KEY
        heading = NOBODY, CODE
        part = NOBODY, CODE
        text = ORDINARY, TEXT
        source = NOBODY, TEXT
        address = NOBODY, CODE
        figure = NOBODY, CODE
        said = NOBODY, TEXT
        cut_off = NOBODY, DATE
        saved_at = NOBODY, DATE
        saved_by = STAFF, KEY
        inserted_at = NOBODY, DATE

    def __str__(self) -> str:
        return self.source

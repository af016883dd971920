"""Reports that have been frozen: as they were, for ever."""

from typing import Self

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.reports.models.reports import programmes_where


class FrozenReportQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(programme__in=programmes_where(viewer, Permission.READ_REPORTS))


class FrozenReport(BaseModel):
    """One frozen version of a report. `canonical` is all that it says, as JSON in one way only.

    `digest` is the SHA-256 of its bytes: who has the digest on paper can see that nothing has
    been changed. Rows are added, never changed; the database sees to it.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="frozen_reports"
    )
    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="frozen")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    as_of = models.DateField()
    canonical = models.TextField()
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(auto_now_add=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = FrozenReportQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        report = NOBODY, KEY
        number = NOBODY, NUMBER
        title = NOBODY, TEXT
        as_of = NOBODY, DATE
        canonical = NOBODY, TEXT
        digest = NOBODY, CODE
        frozen_at = NOBODY, DATE
        frozen_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("report", "number"), name="frozen_versions_are_numbered"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class FrozenFile(BaseModel):
    """A file of a frozen version, with the digest it had that day."""

    frozen = models.ForeignKey(FrozenReport, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    stored = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Privacy:
        id = NOBODY, KEY
        frozen = NOBODY, KEY
        name = NOBODY, TEXT
        digest = NOBODY, CODE
        stored = NOBODY, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("frozen", "name"), name="one_frozen_file_a_name"),
        )

    def __str__(self) -> str:
        return self.name

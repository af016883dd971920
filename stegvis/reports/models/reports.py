"""A report that people write on."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.language import LANGUAGES
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import Programme
from stegvis.programmes.models.programmes import ProgrammeQuerySet


def programmes_where(viewer: Viewer, permission: Permission) -> ProgrammeQuerySet:
    """Those the viewer sees, of associations where the viewer has the permission."""
    seen: ProgrammeQuerySet = Programme.objects.visible_to(viewer)
    return seen.filter(association__in=viewer.associations_with(permission))


class ReportQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        """A report on its way is for those who write; others read what has been frozen."""
        return self.filter(programme__in=programmes_where(viewer, Permission.WRITE_REPORTS))


class Report(BaseModel):
    """One report of one programme: which form, until which day, in which language.

    Its words stand in `ReportText`, its numbers nowhere: they are counted each time.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="reports"
    )
    template = models.CharField(max_length=80)
    template_version = models.CharField(max_length=60)
    as_of = models.DateField()
    language = models.CharField(max_length=2, choices=[(one, one) for one in LANGUAGES])
    note = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        template = NOBODY, CODE
        template_version = NOBODY, CODE
        as_of = NOBODY, DATE
        language = NOBODY, CODE
        note = NOBODY, TEXT
        created_at = NOBODY, DATE
        created_by = STAFF, KEY

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=("programme", "-created_at"), name="reports_of_programme")
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.as_of}"

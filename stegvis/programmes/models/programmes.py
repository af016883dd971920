"""A programme, and what has been decided about it."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from stegvis.core.models import BaseModel, ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models.assignments import Assignment
from stegvis.programmes.values.content import ContentDecoder, ContentEncoder
from stegvis.programmes.values.definition import (
    LONGEST_ID,
    LONGEST_NAME,
    LONGEST_VERSION,
)


class ProgrammeQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        """All of an association, for those who see all; otherwise those one is assigned to."""
        whole = viewer.associations_with(Permission.SEE_ALL_PROGRAMMES)
        assigned = viewer.associations_with(Permission.SEE_PROGRAMMES)
        mine = Assignment.objects.current_on(viewer.on).filter(user=viewer.user)
        return self.filter(
            Q(association__in=whole)
            | Q(association__in=assigned, id__in=mine.values("programme"))
            | Q(association__in=assigned, whole__in=mine.values("programme"))
        )


class Programme(BaseModel):
    """One programme of one association; `slug` is its id in definitions and files.

    A part of another programme (delinsats) has `whole`; its facts are delivered with the whole's.
    """

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="programmes"
    )
    slug = models.SlugField(max_length=LONGEST_ID)
    name = models.CharField(max_length=LONGEST_NAME)
    whole = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="parts", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProgrammeQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        slug = NOBODY, CODE
        name = NOBODY, TEXT
        whole = NOBODY, KEY
        created_at = NOBODY, DATE

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "slug"), name="programmes_have_own_slugs"
            ),
            models.CheckConstraint(
                condition=Q(whole=None) | ~Q(whole=F("id")), name="no_programme_is_its_own_part"
            ),
        )

    def __str__(self) -> str:
        return self.name


class DefinitionVersion(BaseModel):
    """One decided version of a definition: the text of its file, never changed afterwards.

    `content` is the text read and filled out with the code lists of that day, so that a version
    means for ever what it meant when it was decided. It applies from `effective_on`; current is
    the latest effective, then the latest recorded.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=LONGEST_VERSION)
    text = models.TextField()
    content = models.JSONField(encoder=ContentEncoder, decoder=ContentDecoder)
    digest = models.CharField(max_length=64)
    why = models.TextField()
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        number = NOBODY, NUMBER
        label = NOBODY, TEXT
        text = NOBODY, TEXT
        content = NOBODY, TEXT
        digest = NOBODY, CODE
        why = NOBODY, TEXT
        effective_on = NOBODY, DATE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "number"), name="definition_versions_are_numbered"
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme_id} {self.number}"

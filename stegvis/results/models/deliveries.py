"""What somebody has delivered, and what became of it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from stegvis.core.models import BaseModel, EncryptedText, ScopedQuerySet
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import (
    CODE,
    DATE,
    IDENTITY,
    KEY,
    NOBODY,
    NUMBER,
    ORDINARY,
    STAFF,
    TEXT,
)
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.programmes.models import Programme
from stegvis.results.values.deliveries import APPLIED, CHECKING, OPEN, STATES


class DeliveryQuerySet(ScopedQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        """Those who may deliver see every delivery of the programmes they see: files, that is."""
        seen = Programme.objects.visible_to(viewer)
        allowed = viewer.associations_with(Permission.DELIVER_FACTS)
        return self.filter(programme__in=seen, programme__association__in=allowed).by_file()

    def by_file(self) -> Self:
        return self.filter(recorded=False)

    def applied(self) -> Self:
        return self.filter(state=APPLIED).order_by("-applied_at")

    def open(self) -> Self:
        return self.filter(state__in=OPEN)


class Delivery(BaseModel):
    """One delivery of facts about one programme; the facts themselves stand in Fact.

    `files`, `excerpt` and `proposal` hold what was written, which may say who somebody is: they
    are there only until the delivery is read in or dismissed. What is known of the files
    afterwards is their names, sizes and digests (`named`). `told` is what the check said,
    `changes` what it changed by table. One for each programme is `recorded`: what is recorded of
    people on screen, which comes again whenever a journey changes.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="deliveries"
    )
    state = models.CharField(
        max_length=10, choices=[(code, code) for code in STATES], default=CHECKING
    )
    files = models.ManyToManyField("core.StoredFile", related_name="+")
    recorded = models.BooleanField(default=False)
    named = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    encoding = models.CharField(max_length=10, blank=True)
    mapping = EncryptedText(null=True)
    extracted_on = models.DateField(null=True)
    rows_left_out = models.PositiveIntegerField(default=0)
    changes = models.JSONField(default=dict)
    told = EncryptedText(null=True)
    excerpt = EncryptedText(null=True)
    proposal = EncryptedText(null=True)
    job = models.UUIDField(null=True)
    delivered_at = models.DateTimeField(auto_now_add=True)
    delivered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    applied_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = DeliveryQuerySet.as_manager()

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        state = NOBODY, CODE
        recorded = NOBODY, CODE
        named = NOBODY, TEXT
        digest = NOBODY, CODE
        encoding = NOBODY, CODE
        mapping = IDENTITY, TEXT
        extracted_on = NOBODY, DATE
        rows_left_out = NOBODY, NUMBER
        changes = NOBODY, TEXT
        told = IDENTITY, TEXT
        excerpt = IDENTITY, TEXT
        proposal = IDENTITY, TEXT
        job = NOBODY, KEY
        delivered_at = NOBODY, DATE
        delivered_by = STAFF, KEY
        applied_at = NOBODY, DATE
        applied_by = STAFF, KEY
        undone_at = NOBODY, DATE
        undone_by = STAFF, KEY
        files = NOBODY, KEY

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=("programme", "-delivered_at"), name="deliveries_of_programme")
        ]
        constraints = (
            models.UniqueConstraint(
                fields=("programme",),
                condition=models.Q(recorded=True),
                name="a_programme_is_recorded_once",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The first file's, and how many more there are."""
        names = [one["name"] for one in self.named]
        if len(names) > 1:
            return _("{first} och {more} till").format(first=names[0], more=len(names) - 1)
        return "".join(names) or _("Utan namn")


class SavedMapping(BaseModel):
    """How a programme's own sheet is read; used again for a sheet with the same headings."""

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="mappings"
    )
    headings = models.CharField(max_length=64)
    content = EncryptedText()
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Privacy:
        id = NOBODY, KEY
        programme = NOBODY, KEY
        headings = NOBODY, CODE
        content = ORDINARY, TEXT
        saved_at = NOBODY, DATE
        saved_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "headings"), name="one_mapping_of_the_same_headings"
            ),
        )

    def __str__(self) -> str:
        return self.headings

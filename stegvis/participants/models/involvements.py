"""The one table that decides who sees whom."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from stegvis.core.models import DatedModel, ends_after_it_begins
from stegvis.core.models.scoped import ScopedQuerySet
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, ORDINARY, STAFF
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models.granting import grants_of
from stegvis.participants.models.personal import codes
from stegvis.participants.models.seeing import in_force, sees_person
from stegvis.participants.values.involving import Because
from stegvis.participants.values.reasons import Reason


class DecidingQuerySet(ScopedQuerySet):
    """Rows that decide who sees a person, shown to those who do."""

    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(sees_person(viewer, "person", "person__protection"))

    def of(self, viewer: Viewer, person: Any) -> Self:
        """Those about one person, where the viewer sees them."""
        rows = self.filter(person=person.pk).as_scoped()
        return rows if grants_of(viewer, person).sees else rows.none()

    def current(self, viewer: Viewer) -> Self:
        return self.filter(in_force(viewer))


class Involvement(DatedModel):
    """Why one user, or everybody at one unit, sees one person, and how much.

    `classes` are those beside who the person is; none lets one see the name only. `named` is the
    list of a protected person. One that rests on a `consent` holds only while the consent does.
    Written by the room that knows why, through `actions.involvements`; `source` is its row.
    `ended_because` is said by whoever ended it by hand.
    """

    person = models.ForeignKey(
        "participants.Person", on_delete=models.PROTECT, related_name="involvements"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", null=True
    )
    agency = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="+", null=True
    )
    classes = codes()
    reason = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Reason])
    named = models.BooleanField(default=False)
    consent = models.ForeignKey(
        "participants.Consent", on_delete=models.PROTECT, related_name="+", null=True
    )
    source = models.UUIDField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)
    ended_because = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Because], blank=True
    )
    ended_by = models.UUIDField(null=True)

    objects: ClassVar[Any] = DecidingQuerySet.as_manager()  # type: ignore[assignment]

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        user = STAFF, KEY
        unit = STAFF, KEY
        agency = ORDINARY, KEY
        programme = ORDINARY, KEY
        classes = ORDINARY, CODE
        reason = ORDINARY, CODE
        named = ORDINARY, CODE
        consent = ORDINARY, KEY
        source = NOBODY, KEY
        starts_on = ORDINARY, DATE
        ends_on = ORDINARY, DATE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY
        ended_because = ORDINARY, CODE
        ended_by = STAFF, KEY

    class Meta:
        constraints = (
            ends_after_it_begins("involvements_end_after_they_begin"),
            models.CheckConstraint(
                condition=Q(user=None, unit__isnull=False) | Q(unit=None, user__isnull=False),
                name="involvements_are_of_a_user_or_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(named=False) | Q(user__isnull=False), name="only_people_are_named"
            ),
        )
        indexes = (
            models.Index(fields=("person", "user"), name="involvements_of_person"),
            models.Index(fields=("user", "person"), name="involvements_of_user"),
            models.Index(fields=("unit", "person"), name="involvements_of_unit"),
        )

    def __str__(self) -> str:
        return f"{self.reason} {self.starts_on}"

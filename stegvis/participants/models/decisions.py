"""What has been decided about who somebody is: protection, and doubles made one."""

from typing import Any, ClassVar, Self

from django.db import models

from stegvis.core.models import EncryptedText, UnscopedError
from stegvis.core.values.privacy import CODE, DATE, IDENTITY, KEY, NOBODY, NUMBER, STAFF, TEXT
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models.personal import PersonalModel, PersonalQuerySet
from stegvis.participants.models.seeing import because_of_person, sees_person
from stegvis.participants.values.persons import Protection


class ProtectionDecision(PersonalModel):
    """One time that protection was set, changed or lifted, and why. Added to, never changed."""

    protection = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Protection]
    )
    why = EncryptedText()
    decided_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.UUIDField()

    class Privacy:
        id = NOBODY, KEY
        person = IDENTITY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        protection = IDENTITY, CODE
        why = IDENTITY, TEXT
        decided_at = IDENTITY, DATE
        decided_by = STAFF, KEY

    def __str__(self) -> str:
        return f"{self.protection} {self.decided_at}"


class MergeQuerySet(PersonalQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        """Whoever sees both persons; that of any agency may decide."""
        kept = sees_person(viewer, "person", "person__protection")
        double = sees_person(viewer, "double", "double__protection")
        because = because_of_person(viewer, "person", "person__protection")
        return self.filter(kept, double).annotate(seen_because=because)

    def of(self, viewer: Viewer, person: Any) -> Self:
        """A double is of two persons: to see one of them is not enough."""
        del viewer, person
        raise UnscopedError("Merge: say visible_to, which looks at both persons")


class Merge(PersonalModel):
    """Two rows that are one and the same: `person` is kept, `double` leads to it when decided.

    The subject of a two-step matter.
    """

    objects: ClassVar[Any] = MergeQuerySet.as_manager()

    double = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="+")

    class Privacy:
        id = NOBODY, KEY
        person = IDENTITY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        double = IDENTITY, KEY

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(person=models.F("double")), name="nobody_is_their_own_double"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

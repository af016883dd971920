"""Who a participant is."""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Func, Q

from stegvis.core.models import BaseModel, EncryptedText
from stegvis.core.values.privacy import (
    CODE,
    DATE,
    IDENTITY,
    KEY,
    NOBODY,
    NUMBER,
    STAFF,
    TEXT,
    About,
)
from stegvis.core.values.viewers import Viewer
from stegvis.participants.models.personal import PersonalQuerySet
from stegvis.participants.models.seeing import because_of_person, sees_person
from stegvis.participants.values.persons import Gender, Ground, NumberKind, Protection


class PersonQuerySet(PersonalQuerySet):
    def narrowed_to(self, viewer: Viewer) -> Self:
        return self.filter(sees_person(viewer)).annotate(seen_because=because_of_person(viewer))


class SwedishKey(Func):
    """Orders å, ä, ö as Swedish does on every server, and needs no collation of its own."""

    function = "sv_key"
    output_field = models.CharField(max_length=200, db_collation="C")


def sort_key(field: str) -> models.GeneratedField:
    output: Any = models.CharField(max_length=200, db_collation="C")
    return models.GeneratedField(expression=SwedishKey(field), output_field=output, db_persist=True)


class Person(BaseModel):
    """One participant of one association; which agencies work with them is said by involvements.

    The personal number can only be found by one who already knows it, through `number_index`;
    one that another row here already has is stored without. `ground` and its day came first.
    `account` is the participant's own sign-in. A double that has been merged points at the one
    that is kept.
    """

    association = models.ForeignKey(
        "organisations.Association", on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey("organisations.Agency", on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200)
    given_key = sort_key("given_name")
    family_key = sort_key("family_name")
    personal_number = EncryptedText(null=True)
    number_index = models.BinaryField(max_length=32, null=True)
    number_kind = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in NumberKind],
        default=NumberKind.NONE,
    )
    birth_year = models.PositiveSmallIntegerField(null=True)
    gender = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Gender], default=Gender.UNKNOWN
    )
    municipality = models.CharField(max_length=100, blank=True)
    protection = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in Protection],
        default=Protection.NONE,
    )
    secret_from_guardians = models.BooleanField(default=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="merged", null=True
    )
    ground = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Ground], blank=True
    )
    ground_on = models.DateField(null=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    registered_by = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)

    seen_because: str  # of a row that is read for a viewer

    objects: ClassVar[Any] = PersonQuerySet.as_manager()

    class Privacy:
        id = IDENTITY, KEY
        association = NOBODY, KEY
        owner = NOBODY, KEY
        given_name = IDENTITY, TEXT
        family_name = IDENTITY, TEXT
        given_key = IDENTITY, TEXT
        family_key = IDENTITY, TEXT
        personal_number = IDENTITY, TEXT
        number_index = IDENTITY, KEY
        number_kind = IDENTITY, CODE
        birth_year = IDENTITY, NUMBER
        gender = IDENTITY, CODE
        municipality = IDENTITY, TEXT
        protection = IDENTITY, CODE
        secret_from_guardians = IDENTITY, CODE
        account = IDENTITY, KEY
        merged_into = IDENTITY, KEY
        ground = IDENTITY, CODE
        ground_on = IDENTITY, DATE
        registered_at = NOBODY, DATE
        registered_by = STAFF, KEY
        version = NOBODY, NUMBER

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "number_index"), name="one_person_a_number"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")),
                name="nobody_is_merged_into_themself",
            ),
        )
        indexes = (
            models.Index(fields=("family_key", "given_key"), name="persons_by_family_name"),
            models.Index(fields=("given_key",), name="persons_by_given_name"),
        )

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def subject(self) -> UUID:
        return self.pk

    @property
    def information(self) -> tuple[About, ...]:
        return (About.IDENTITY,)

    @property
    def is_protected(self) -> bool:
        return self.protection != Protection.NONE

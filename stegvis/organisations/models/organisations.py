"""Associations and the agencies that work in them."""

from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, KEY, NOBODY, TEXT


class Association(BaseModel):
    """One samordningsförbund: its programmes, people and figures are its own."""

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60, blank=True)

    class Privacy:
        id = NOBODY, KEY
        name = NOBODY, TEXT
        short_name = NOBODY, TEXT

    def __str__(self) -> str:
        return self.name


class AgencyKind(models.TextChoices):
    MUNICIPALITY = "MUNICIPALITY"
    REGION = "REGION"
    SOCIAL_INSURANCE = "SOCIAL_INSURANCE"
    EMPLOYMENT_SERVICE = "EMPLOYMENT_SERVICE"
    ASSOCIATION_OFFICE = "ASSOCIATION_OFFICE"
    PERFORMER = "PERFORMER"


class Agency(BaseModel):
    """An authority or performer whose staff work in an association's programmes.

    The association's own office is one of them. An agency that works in two associations
    stands here twice: nothing is shared between associations.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        name = NOBODY, TEXT
        kind = NOBODY, CODE

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "name"), name="agencies_of_an_association_have_own_names"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Unit(BaseModel):
    """A part of an agency where people work, with a head of its own."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)

    class Privacy:
        id = NOBODY, KEY
        agency = NOBODY, KEY
        name = NOBODY, TEXT

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "name"), name="units_of_an_agency_have_own_names"
            ),
        )

    def __str__(self) -> str:
        return self.name

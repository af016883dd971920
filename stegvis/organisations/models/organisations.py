"""Associations and the agencies that work in them."""

from datetime import date

from django.db import models

from stegvis.core.models import BaseModel
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, TEXT


class Association(BaseModel):
    """One samordningsförbund: its programmes, people and figures are its own.

    Three days must have come before anybody is registered: of the data-protection agreement with
    whoever runs Stegvis, of the parties' arrangement as joint controllers, and of the assessment.
    """

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60, blank=True)
    processor_agreement_on = models.DateField(null=True, blank=True)
    joint_controllers_on = models.DateField(null=True, blank=True)
    impact_assessment_on = models.DateField(null=True, blank=True)

    class Privacy:
        id = NOBODY, KEY
        name = NOBODY, TEXT
        short_name = NOBODY, TEXT
        processor_agreement_on = NOBODY, DATE
        joint_controllers_on = NOBODY, DATE
        impact_assessment_on = NOBODY, DATE

    def __str__(self) -> str:
        return self.name

    def may_register_persons(self, on: date) -> bool:
        days = (self.processor_agreement_on, self.joint_controllers_on, self.impact_assessment_on)
        return all(day is not None and day <= on for day in days)


class AgencyKind(models.TextChoices):
    MUNICIPALITY = "MUNICIPALITY"
    REGION = "REGION"
    SOCIAL_INSURANCE = "SOCIAL_INSURANCE"
    EMPLOYMENT_SERVICE = "EMPLOYMENT_SERVICE"
    ASSOCIATION_OFFICE = "ASSOCIATION_OFFICE"
    PERFORMER = "PERFORMER"


class Records(models.TextChoices):
    """What an agency keeps in Stegvis: the record itself, or only what follow-up needs."""

    FULL = "full"
    FOLLOW_UP_ONLY = "follow_up_only"


class Lasting(BaseModel):
    """There until `ends_on`, that day not included; never taken away, as others point at it."""

    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def is_there_on(self, day: date) -> bool:
        return self.ends_on is None or day < self.ends_on


class Agency(Lasting):
    """An authority or performer whose staff work in an association's programmes.

    The association's own office is one of them. An agency that works in two associations
    stands here twice: nothing is shared between associations.
    """

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    records = models.CharField(
        max_length=20, choices=Records.choices, default=Records.FOLLOW_UP_ONLY
    )

    class Privacy:
        id = NOBODY, KEY
        association = NOBODY, KEY
        name = NOBODY, TEXT
        kind = NOBODY, CODE
        records = NOBODY, CODE
        ends_on = NOBODY, DATE

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "name"), name="agencies_of_an_association_have_own_names"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Unit(Lasting):
    """A part of an agency where people work, with a head of its own."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)

    class Privacy:
        id = NOBODY, KEY
        agency = NOBODY, KEY
        name = NOBODY, TEXT
        ends_on = NOBODY, DATE

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "name"), name="units_of_an_agency_have_own_names"
            ),
        )

    def __str__(self) -> str:
        return self.name

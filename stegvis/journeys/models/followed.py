"""What is asked of an enrolment: its plans, and what the person lived on."""

from django.db import models

from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF
from stegvis.journeys.models.enrolments import LONGEST_CODE, Enrolment
from stegvis.journeys.values.journeys import Moment
from stegvis.participants.models.personal import PersonalModel


class Plan(PersonalModel):
    """That a plan was made, of which kind and on which day; the plan itself stands elsewhere.

    `accepted` is whether the participant knows it and agrees, None where nobody has said.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="plans")
    plan_kind = models.CharField(max_length=LONGEST_CODE)
    established_on = models.DateField()
    accepted = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        enrolment = ORDINARY, KEY
        plan_kind = ORDINARY, CODE
        established_on = ORDINARY, DATE
        accepted = ORDINARY, CODE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("enrolment", "plan_kind", "established_on"), name="plans_stand_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_kind} {self.established_on}"


class Income(PersonalModel):
    """One source that the person lived on at one moment: a code, never an amount."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="incomes")
    moment = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Moment])
    income = models.CharField(max_length=LONGEST_CODE)
    known_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        enrolment = ORDINARY, KEY
        moment = ORDINARY, CODE
        income = ORDINARY, CODE
        known_on = ORDINARY, DATE
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("enrolment", "moment", "income"), name="incomes_stand_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.moment} {self.income}"

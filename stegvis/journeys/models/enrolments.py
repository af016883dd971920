"""One person in one programme, from the first day to the last."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from stegvis.core.models import EncryptedText
from stegvis.core.values.privacy import CODE, DATE, KEY, NOBODY, NUMBER, ORDINARY, STAFF, TEXT
from stegvis.journeys.values.journeys import REGISTERED_IN_ERROR
from stegvis.participants.models.personal import PersonalModel, codes

LONGEST_CODE = 60


class Enrolment(PersonalModel):
    """Comes in on `enrolled_on`; has left when there is an `exited_on`, the last day itself.

    Codes are those of the programme's definition. `doubts` are what somebody decided to go past,
    `decided_by` and `decided_why` who and why. Changed in place; what stood before is in Earlier.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="+"
    )
    enrolled_on = models.DateField()
    referral_source = models.CharField(max_length=LONGEST_CODE, blank=True)
    education = models.CharField(max_length=LONGEST_CODE, blank=True)
    exited_on = models.DateField(null=True)
    exit_reason = models.CharField(max_length=LONGEST_CODE, blank=True)
    completed = models.BooleanField(null=True)
    destination = models.CharField(max_length=LONGEST_CODE, blank=True)
    doubts = codes()
    decided_by = models.UUIDField(null=True)
    decided_why = EncryptedText(default="")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.UUIDField(null=True)

    class Privacy:
        id = NOBODY, KEY
        person = ORDINARY, KEY
        owner = NOBODY, KEY
        about = NOBODY, CODE
        version = NOBODY, NUMBER
        programme = ORDINARY, KEY
        enrolled_on = ORDINARY, DATE
        referral_source = ORDINARY, CODE
        education = ORDINARY, CODE
        exited_on = ORDINARY, DATE
        exit_reason = ORDINARY, CODE
        completed = ORDINARY, CODE
        destination = ORDINARY, CODE
        doubts = ORDINARY, CODE
        decided_by = STAFF, KEY
        decided_why = ORDINARY, TEXT
        recorded_at = NOBODY, DATE
        recorded_by = STAFF, KEY

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(exited_on=None) | Q(exited_on__gte=F("enrolled_on")),
                name="enrolments_end_after_they_begin",
            ),
            models.CheckConstraint(
                condition=Q(exited_on__isnull=False)
                | Q(exit_reason="", destination="", completed=None),
                name="only_those_who_left_went_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(doubts=[]) | Q(decided_by__isnull=False),
                name="doubts_are_decided_by_somebody",
            ),
            ExclusionConstraint(
                name="nobody_is_enrolled_twice_at_once",
                expressions=(
                    ("person", RangeOperators.EQUAL),
                    ("programme", RangeOperators.EQUAL),
                    (
                        Func(
                            "enrolled_on",
                            "exited_on",
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ),
                condition=~Q(exit_reason=REGISTERED_IN_ERROR),
            ),
        )
        indexes = (models.Index(fields=("programme",), name="enrolments_of_programme"),)

    def __str__(self) -> str:
        return f"{self.programme_id} {self.enrolled_on}"

    @property
    def has_left(self) -> bool:
        return self.exited_on is not None
